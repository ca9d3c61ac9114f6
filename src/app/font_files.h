#pragma once

#include "base/issue.h"
#include "ui/fonts.h"

namespace drypoint::app {

// Inter and Fork Awesome from the folder that DRYPOINT_FONTS names, else from where CMake found them. What is missing
// stays empty, and one warning says what.
ui::FontData read_fonts(base::Issues& issues);

}  // namespace drypoint::app
