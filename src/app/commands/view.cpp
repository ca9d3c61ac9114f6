#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <system_error>

#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/look.h"
#include "app/open_model.h"
#include "app/studio.h"
#include "app/ui_driver.h"
#include "app/window_loop.h"

namespace drypoint::app {
namespace {

struct ViewOptions {
    std::string model, script, folder = ".";
    BodyRequest body;
};

// The same interface without a display, used by a script.
int run_scripted(const ViewOptions& options, OpenedWorld opened, const std::vector<session::Action>& first) {
    std::ifstream in(options.script);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in) {
        print_issues({base::error(base::in_file(options.script), "the script cannot be read")});
        return failed;
    }
    base::Result<Look> look = read_look(opened.files);
    print_issues(look.issues);
    base::Result<Studio> studio = Studio::open(opened.files);
    print_issues(studio.issues);
    if (!look || !studio) return failed;
    std::error_code not_made;  // then the first screenshot says so
    std::filesystem::create_directories(options.folder, not_made);
    Stage stage(opened.world, std::move(*look), &studio->renderer());
    if (const std::string refused = stage.begin(first); !refused.empty()) {
        std::cerr << "error: " << refused << '\n';
        return failed;
    }
    const base::Issues issues = run_ui_script(stage, text, options.script, options.folder);
    print_issues(issues);
    return base::has_error(issues) ? failed : ok;
}

}  // namespace

CommandBody bind_view(OptionSet& set) {
    const auto options = std::make_shared<ViewOptions>();
    set.positional("FILE", options->model, "Model to show; the default limb if left out");
    options->body.bind(set);
    set.text("--script", options->script, "Use the window by this script, without a display", "FILE");
    set.text("-o,--output", options->folder, "Folder for the script's screenshots", "FOLDER");
    return [options]() -> int {
        const auto first = options->body.actions();
        std::optional<OpenedWorld> opened = open_world(options->model);
        if (!opened) return failed;
        return options->script.empty() ? run_window(std::move(*opened), first)
                                       : run_scripted(*options, std::move(*opened), first);
    };
}

}  // namespace drypoint::app
