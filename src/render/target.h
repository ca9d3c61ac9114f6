#pragma once

#include <glm/vec2.hpp>

namespace drypoint::render {

// Where the picture goes: a rectangle of a framebuffer (0: the window's), pixels from the bottom left. Its colours are
// taken as sRGB, whether or not OpenGL knows.
struct Target {
    unsigned framebuffer = 0;
    glm::ivec2 at{0};
    glm::ivec2 size{0};
    bool srgb8 = false;  // its texels are those of Colour::srgb8, so that they can be copied
};

}  // namespace drypoint::render
