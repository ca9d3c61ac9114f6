#pragma once
// What a key, a menu row and a button have in common.

#include "ui/context.h"
#include "ui/keys.h"

namespace drypoint::ui {

// Sends the actions of a command, or changes the interface's own state. What has nothing to work on says so in a toast.
void perform(Context& c, Command command);

// The structure that "hide", "isolate" and the like mean: the selected one, else the one under the pointer; or nullptr.
const anatomy::Structure* target(const Context& c);

// A sheet lies over the screen; and what closes every one.
bool sheet_is_open(const Context& c);
void close_sheet(Context& c);

// Shows a sentence for a while.
void notify(Context& c, std::string sentence);

}  // namespace drypoint::ui
