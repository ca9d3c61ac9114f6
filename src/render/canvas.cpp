#include "render/canvas.h"

#include <stdexcept>
#include <string>

#include <epoxy/gl.h>
#include <glm/common.hpp>

namespace drypoint::render {
namespace {

constexpr int step_px = 64;

GLenum internal_format(Colour colour) {
    switch (colour) {
        case Colour::srgb8:
            return GL_SRGB8_ALPHA8;
        case Colour::r8:
            return GL_R8;
        case Colour::rgba8:
            break;
    }
    return GL_RGBA8;
}

GlTexture make_texture(const char* label, glm::ivec2 size, GLenum internal, GLenum format, GLenum type) {
    GlTexture texture(label);
    const GLint filter = internal == GL_SRGB8_ALPHA8 ? GL_LINEAR : GL_NEAREST;
    glTexImage2D(GL_TEXTURE_2D, 0, static_cast<GLint>(internal), size.x, size.y, 0, format, type, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    return texture;
}

GlRenderbuffer make_depth_buffer(const char* label, glm::ivec2 size) {
    GlRenderbuffer buffer(label);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT24, size.x, size.y);
    return buffer;
}

}  // namespace

void Canvas::attach_colour() {
    const GLenum internal = internal_format(format_.colour);
    const GLenum format = format_.colour == Colour::r8 ? GL_RED : GL_RGBA;
    colour_texture_ = make_texture(format_.label, size_, internal, format, GL_UNSIGNED_BYTE);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, colour_texture_.id(), 0);
}

void Canvas::attach_depth() {
    if (format_.depth == Depth::buffer) {
        depth_buffer_ = make_depth_buffer(format_.label, size_);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, depth_buffer_.id());
    } else if (format_.depth == Depth::texture) {
        depth_texture_ = make_texture(format_.label, size_, GL_DEPTH_COMPONENT24, GL_DEPTH_COMPONENT, GL_UNSIGNED_INT);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_TEXTURE_2D, depth_texture_.id(), 0);
    }
}

void Canvas::resize(glm::ivec2 size) {
    if (size == size_ && framebuffer_) return;
    size_ = size;
    framebuffer_ = GlFramebuffer(format_.label);
    attach_colour();
    attach_depth();
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
        throw std::runtime_error("OpenGL refuses a picture of " + std::to_string(size.x) + " x " +
                                 std::to_string(size.y) + " pixels (" + format_.label + ")");
    }
}

void Canvas::grow_to(glm::ivec2 size) {
    const glm::ivec2 rounded = (size + step_px - 1) / step_px * step_px;
    resize(glm::max(rounded, size_));
}

void Canvas::bind() const {
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.id());
}

void Canvas::copy(glm::ivec2 from, glm::ivec2 size, unsigned framebuffer, glm::ivec2 to) const {
    const glm::ivec2 from_end = from + size, to_end = to + size;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_.id());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer);
    glDisable(GL_SCISSOR_TEST);
    // Both sides are sRGB, so that nothing changes on the way; without this, Mesa runs a shader instead of copying
    // bytes.
    glEnable(GL_FRAMEBUFFER_SRGB);
    glBlitFramebuffer(from.x, from.y, from_end.x, from_end.y, to.x, to.y, to_end.x, to_end.y, GL_COLOR_BUFFER_BIT,
                      GL_NEAREST);
    glDisable(GL_FRAMEBUFFER_SRGB);
}

}  // namespace drypoint::render
