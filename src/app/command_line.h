#pragma once
// One table of commands: help, manual page and completion are made from it.

#include <functional>
#include <string>
#include <vector>

#include "app/options.h"

namespace drypoint::app {

// Runs after the command line was understood; returns an ExitCode.
using CommandBody = std::function<int()>;

struct Command {
    std::string name;                             // words: "model check"
    std::string help;                             // one line
    std::string about;                            // a paragraph for --help and the manual page; may be empty
    std::function<CommandBody(OptionSet&)> bind;  // adds the options
};

const std::vector<Command>& commands();

// The whole program. Without a command it opens the window or, where there is no display, makes pictures in out/.
int run(int argc, char** argv);

// The manual page in roff, and the completion script of a shell ("bash", "zsh", "fish"; else empty).
std::string manual_page();
std::string completion_script(const std::string& shell);

}  // namespace drypoint::app
