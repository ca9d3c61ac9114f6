#pragma once
// Whole files, in and out. Nothing here throws.

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace drypoint::io {

inline constexpr std::size_t largest_file_bytes = std::size_t{1} << 30;

// The bytes of a file. Missing, a folder, not readable, or larger than `at_most`: one issue that says so.
// An empty file is an empty string.
base::Result<std::string> read_file(const std::string& path, std::size_t at_most = largest_file_bytes);

// Writes beside `path` and renames, so that a reader sees the old bytes or the new ones, never a part.
// An empty list: done.
base::Issues write_file_atomically(const std::string& path, std::string_view bytes);

// The last part of a path's extension in lower case, without the dot: "glb". Empty if there is none.
std::string extension_of(const std::string& path);

}  // namespace drypoint::io
