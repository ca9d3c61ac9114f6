#pragma once
// What a script of the interface may expect.

#include <string>
#include <vector>

#include "app/frame.h"

namespace drypoint::app {

struct UiCommandHelp;

// words[0] is "expect". Empty if it is so, else what is instead.
std::string check_expectation(Desk& desk, const std::vector<std::string>& words);
std::vector<UiCommandHelp> expectation_help();

// "there is no widget X; did you mean Y?"
std::string unknown_widget(const ui::Registry& registry, const std::string& name);

}  // namespace drypoint::app
