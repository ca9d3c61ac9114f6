#pragma once
// Who gets a key: a text field first, then the focused widget, then the picture and the table of keys.

#include <vector>

#include "ui/context.h"
#include "ui/keys.h"

namespace drypoint::ui {

// Before the panels are drawn; asks the registry of the last frame.
// While its key is held: the names on the limb give way for a moment.
bool hides_labels(const Context& c);

void route_keys(Context& c, const std::vector<Chord>& keys);

}  // namespace drypoint::ui
