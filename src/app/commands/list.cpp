#include <cstdio>
#include <iostream>
#include <memory>

#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/open_model.h"
#include "io/model_reports.h"
#include "session/action_table.h"

namespace drypoint::app {
namespace {

struct Options {
    std::string what, model;
    bool json = false;
};

int list_structures(const Options& options) {
    const std::optional<OpenedModel> opened = open_model(options.model);
    if (!opened) return failed;
    if (options.json) {
        std::cout << io::list_structures_json(*opened->atlas);
        return ok;
    }
    for (const anatomy::Structure& structure : opened->atlas->structures) {
        std::printf("%-48s %-10s %-18s %7zu  %s\n", structure.id.c_str(),
                    std::string(anatomy::name(structure.tissue)).c_str(), structure.group.c_str(),
                    structure.surface.triangles.size(), structure.name.c_str());
    }
    for (const std::string& note : opened->atlas->notes) std::printf("\n%s\n", note.c_str());
    return ok;
}

int list_actions() {
    for (const session::ActionRow& row : session::action_rows()) {
        std::string usage = row.name;
        for (const std::string& parameter : row.parameters) usage += " " + parameter;
        std::printf("%-48s %s\n", usage.c_str(), row.help.c_str());
    }
    return ok;
}

}  // namespace

CommandBody bind_list(OptionSet& set) {
    const auto options = std::make_shared<Options>();
    set.choice("WHAT", options->what, "structures: what the model holds; actions: the language of scripts and logs",
               {"structures", "actions"}, Needed::yes);
    set.text("--model", options->model, model_help, "FILE");
    set.flag("--json", options->json, "Report as JSON");
    return [options] { return options->what == "actions" ? list_actions() : list_structures(*options); };
}

}  // namespace drypoint::app
