#pragma once
// The names of the actions and their text form: "set-opacity skin 0.3". One table for scripts, logs, walkthroughs and
// help.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "session/action.h"

namespace drypoint::session {

struct ActionRow {
    std::string name;                     // "set-opacity"
    std::string help;                     // one line
    std::vector<std::string> parameters;  // "structure", "opacity"
};

// One row for each alternative of Action, in its order.
const std::vector<ActionRow>& action_rows();

// "set-opacity skin 0.3". Words with spaces are in double quotes. parse_action(to_text(a)) is a again.
std::string to_text(const Action& action);

// Errors name the word, what was expected, and the nearest spelling.
base::Result<Action> parse_action(std::string_view line);

}  // namespace drypoint::session
