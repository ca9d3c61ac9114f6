#pragma once
// A person's own path to a file and back: what the actions save-path and open-path ask for.

#include <vector>

#include "app/frame.h"

namespace drypoint::app {

// Does those of the effects that are about paths; a notice says what became of each. Opening dispatches the actions
// that lay the needle, so that the log replays without the file.
void carry_out_paths(Desk& desk, const std::vector<session::Effect>& effects);

}  // namespace drypoint::app
