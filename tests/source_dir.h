#pragma once

#include <string>

// The root of the repository, without a slash at its end. One file of a test binary holds the path, so that the others
// compile to the same object wherever the repository lies.
std::string source_dir();
