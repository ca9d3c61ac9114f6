#pragma once
// What drypoint does where there is no display: the pictures that data/pictures asks for, one script each.

#include <string>

namespace drypoint::app {

// Writes FOLDER/<script>.png for each script of data/pictures and says so. Returns an ExitCode.
int make_picture_set(const std::string& model, const std::string& folder);

}  // namespace drypoint::app
