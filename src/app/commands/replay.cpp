#include <iostream>
#include <memory>

#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/open_model.h"
#include "io/log_file.h"
#include "session/store.h"

namespace drypoint::app {
namespace {

struct ReplayOptions {
    std::string log, model;
};

int run_replay(const ReplayOptions& options) {
    const std::optional<OpenedWorld> opened = open_world(options.model);
    if (!opened) return failed;
    const base::Result<std::vector<session::LogEntry>> log = io::read_log(options.log);
    print_issues(log.issues);
    if (!log) return failed;
    const session::Store store = session::replay(opened->world, *log);
    std::cout << io::state_json(*opened->world->atlas, store.model());
    return base::has_error(log.issues) ? failed : ok;
}

}  // namespace

CommandBody bind_replay(OptionSet& set) {
    const auto options = std::make_shared<ReplayOptions>();
    set.positional("LOG", options->log, "A log: one action a line, as JSON or as text", Needed::yes);
    set.text("--model", options->model, model_help, "FILE");
    return [options] { return run_replay(*options); };
}

}  // namespace drypoint::app
