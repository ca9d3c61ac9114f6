#pragma once
// What Drypoint keeps between two starts.

#include <filesystem>

#include "base/issue.h"

namespace drypoint::app {

// DRYPOINT_HOME, else drypoint/ in XDG_STATE_HOME, else ~/.local/state/drypoint. Empty: there is no such place.
std::filesystem::path state_folder();

// Whether the notice of the first start was accepted.
bool notice_was_accepted();
// A warning if that cannot be kept.
base::Issues keep_notice_accepted();

}  // namespace drypoint::app
