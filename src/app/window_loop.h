#pragma once

#include "app/open_model.h"

namespace drypoint::app {

// Opens the window on a model and stays until it is closed. `first`: done before anything is shown. Returns an ExitCode.
int run_window(OpenedWorld opened, const std::vector<session::Action>& first = {});

}  // namespace drypoint::app
