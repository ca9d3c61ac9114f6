#pragma once
// In which order items are drawn, and where on the picture they lie. Pure.

#include <cstddef>
#include <vector>

#include <glm/vec2.hpp>

#include "scene/scene.h"

namespace drypoint::render {

// One side of a translucent item: what is turned away from the eye, or what faces it.
struct Shell {
    std::size_t item;  // in scene.items
    bool back;

    friend bool operator==(const Shell&, const Shell&) = default;
};

// Solid items, the one with the nearest middle first, so that hidden fragments are rejected early.
std::vector<std::size_t> solid_order(const scene::Scene& scene);

// Translucent shells, farthest first: the back of a solid counts by its farthest point, its front by its nearest. So a
// skin's back is drawn before all that it encloses, and its front after it.
std::vector<Shell> shell_order(const scene::Scene& scene);

// Pixels from the bottom left.
struct PixelRect {
    glm::ivec2 at{0};
    glm::ivec2 size{0};  // 0 0: nothing

    friend bool operator==(const PixelRect&, const PixelRect&) = default;
};

// Encloses every item on a picture of this size with a few pixels to spare; `at` is a multiple of 8.
PixelRect covered_rect(const scene::Scene& scene, glm::ivec2 size_px);
// The same of solid items alone, and of all where a cut shows solid faces.
PixelRect solid_rect(const scene::Scene& scene, glm::ivec2 size_px);

}  // namespace drypoint::render
