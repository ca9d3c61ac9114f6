#pragma once
// A picture to draw into: a framebuffer with its own colour and depth.

#include <glm/vec2.hpp>

#include "render/gl_handle.h"

namespace drypoint::render {

enum class Colour { srgb8, rgba8, r8 };
enum class Depth { none, buffer, texture };

struct CanvasFormat {
    const char* label;
    Colour colour;
    Depth depth;
};

class Canvas {
  public:
    explicit Canvas(const CanvasFormat& format) : format_(format) {}

    // Makes it exactly this large, or at least this large (rounded up, never shrinking). What it held is lost if it had
    // to be made anew. Throws std::runtime_error where OpenGL refuses.
    void resize(glm::ivec2 size);
    void grow_to(glm::ivec2 size);

    void bind() const;  // as the framebuffer that is drawn into
    // Of an srgb8 canvas into a framebuffer of the same kind, texel by texel.
    void copy(glm::ivec2 from, glm::ivec2 size, unsigned framebuffer, glm::ivec2 to) const;
    unsigned framebuffer() const { return framebuffer_.id(); }
    unsigned colour() const { return colour_texture_.id(); }
    unsigned depth() const { return depth_texture_.id(); }
    glm::ivec2 size() const { return size_; }

  private:
    void attach_colour();
    void attach_depth();

    CanvasFormat format_;
    glm::ivec2 size_{0};
    GlFramebuffer framebuffer_;
    GlTexture colour_texture_, depth_texture_;
    GlRenderbuffer depth_buffer_;
};

}  // namespace drypoint::render
