#pragma once
// A framebuffer to draw into where there is no window, and the way back to memory.

#include "base/image.h"
#include "render/canvas.h"
#include "render/renderer.h"

namespace drypoint::render {

// The longest side of a picture that this context can draw.
int longest_side_px();

class OffscreenTarget {
  public:
    // Throws std::runtime_error if OpenGL refuses the size; ask longest_side_px() first.
    explicit OffscreenTarget(glm::ivec2 size);

    Target target() const { return {canvas_.framebuffer(), glm::ivec2(0), canvas_.size(), true}; }
    // What was drawn: rows from the top, straight alpha.
    base::Image read() const;
    // Copies it into the window's framebuffer, of the same size.
    void show() const;

  private:
    Canvas canvas_{{"offscreen target", Colour::srgb8, Depth::none}};
};

}  // namespace drypoint::render
