#pragma once
// Owners of OpenGL objects. The context that was current at creation must be current at destruction.

#include <utility>

namespace drypoint::render {

enum class GlKind { buffer, vertex_array, texture, renderbuffer, framebuffer, program };

// Creates an object, binds it once (2D, for a texture), and names it for debuggers; `id` is OpenGL's name of it.
unsigned gl_create(GlKind kind, const char* label);
void gl_destroy(GlKind kind, unsigned id) noexcept;

template <GlKind kind>
class GlHandle {
  public:
    GlHandle() = default;  // owns nothing
    explicit GlHandle(const char* label) : id_(gl_create(kind, label)) {}
    ~GlHandle() { reset(); }
    GlHandle(GlHandle&& other) noexcept : id_(std::exchange(other.id_, 0U)) {}
    GlHandle& operator=(GlHandle&& other) noexcept {
        if (this != &other) {
            reset();
            id_ = std::exchange(other.id_, 0U);
        }
        return *this;
    }
    GlHandle(const GlHandle&) = delete;
    GlHandle& operator=(const GlHandle&) = delete;

    unsigned id() const { return id_; }
    explicit operator bool() const { return id_ != 0; }

  private:
    void reset() noexcept {
        if (id_ != 0) gl_destroy(kind, id_);
    }

    unsigned id_ = 0;
};

using GlBuffer = GlHandle<GlKind::buffer>;
using GlVertexArray = GlHandle<GlKind::vertex_array>;
using GlTexture = GlHandle<GlKind::texture>;
using GlRenderbuffer = GlHandle<GlKind::renderbuffer>;
using GlFramebuffer = GlHandle<GlKind::framebuffer>;
using GlProgram = GlHandle<GlKind::program>;

}  // namespace drypoint::render
