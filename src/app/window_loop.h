#pragma once

#include "app/open_model.h"

namespace drypoint::app {

// Opens the window on a model and stays until it is closed. Returns an ExitCode.
int run_window(OpenedWorld opened);

}  // namespace drypoint::app
