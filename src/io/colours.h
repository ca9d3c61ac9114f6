#pragma once
// Palettes and themes: data/palettes/*.toml and data/themes/*.toml.

#include <map>
#include <string>

#include <glm/vec3.hpp>

#include "base/result.h"
#include "io/toml_table.h"

namespace drypoint::io {

// Lines of `name = "#RRGGBB"`, as sRGB 0..1. What names there must be is up to who uses them.
base::Result<std::map<std::string, glm::vec3>> load_colours(const std::string& path);

// What such a file may hold.
const Rule& colours_rule();

}  // namespace drypoint::io
