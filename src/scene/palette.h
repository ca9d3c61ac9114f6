#pragma once
// Colours with a meaning, filled from data/palettes/*.toml.

#include <array>

#include <glm/vec3.hpp>

#include "anatomy/tissue.h"
#include "scene/finish.h"

namespace drypoint::scene {

// sRGB, 0..1, as written in the palette's file.
using Colour = glm::vec3;

struct Palette {
    std::array<Colour, anatomy::tissue_count> tissue;
    Colour point, needle, target, risk, safe;  // overlays
    Colour background_top, background_bottom;  // of the viewport
    Colour accent;                             // selection
    Finish finish;
};

}  // namespace drypoint::scene
