#pragma once
// Palettes and themes: data/palettes/*.toml and data/themes/*.toml.

#include <map>
#include <string>

#include <glm/vec3.hpp>

#include "base/result.h"
#include "io/toml_table.h"

namespace drypoint::io {

// A theme: lines of `name = "#RRGGBB"`, as sRGB 0..1. What names there must be is up to who uses them.
base::Result<std::map<std::string, glm::vec3>> load_colours(const std::string& path);

// What a theme may hold.
const Rule& colours_rule();

// A palette: colours by what they are for, and how strongly surfaces are finished, by key: "fibre_contrast".
struct PaletteFile {
    std::map<std::string, glm::vec3> colours;
    std::map<std::string, float> finish;
};

// Every colour and strength that palette_rule() requires is there.
base::Result<PaletteFile> load_palette(const std::string& path);

const Rule& palette_rule();

}  // namespace drypoint::io
