#pragma once
// A use of the program as text: one command a line, widgets by name, never by pixel. Tests, demonstrations and pictures
// for the documentation are made of the same scripts. docs/ui-scripts.md lists the commands.

#include <string>
#include <vector>

#include "app/stage.h"
#include "base/issue.h"

namespace drypoint::app {

// Runs a script; stops at the first line that fails, whose issue names file and line. Pictures are written below
// `folder`; without a renderer, `screenshot` does nothing.
base::Issues run_ui_script(Stage& stage, const std::string& text, const std::string& file, const std::string& folder);

// Name, arguments and meaning of every command.
struct UiCommandHelp {
    std::string usage, help;
};
std::vector<UiCommandHelp> ui_command_help();

}  // namespace drypoint::app
