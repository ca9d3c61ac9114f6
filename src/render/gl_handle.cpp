#include "render/gl_handle.h"

#include <epoxy/gl.h>

namespace drypoint::render {
namespace {

struct Created {
    GLuint id = 0;
    GLenum namespace_of_label = 0;
};

// A name becomes an object when it is first bound; only then can it be labelled.
Created create(GlKind kind) {
    Created made;
    switch (kind) {
        case GlKind::buffer:
            glGenBuffers(1, &made.id);
            glBindBuffer(GL_ARRAY_BUFFER, made.id);
            made.namespace_of_label = GL_BUFFER;
            break;
        case GlKind::vertex_array:
            glGenVertexArrays(1, &made.id);
            glBindVertexArray(made.id);
            made.namespace_of_label = GL_VERTEX_ARRAY;
            break;
        case GlKind::texture:
            glGenTextures(1, &made.id);
            glBindTexture(GL_TEXTURE_2D, made.id);
            made.namespace_of_label = GL_TEXTURE;
            break;
        case GlKind::renderbuffer:
            glGenRenderbuffers(1, &made.id);
            glBindRenderbuffer(GL_RENDERBUFFER, made.id);
            made.namespace_of_label = GL_RENDERBUFFER;
            break;
        case GlKind::framebuffer:
            glGenFramebuffers(1, &made.id);
            glBindFramebuffer(GL_FRAMEBUFFER, made.id);
            made.namespace_of_label = GL_FRAMEBUFFER;
            break;
        case GlKind::program:
            made.id = glCreateProgram();
            made.namespace_of_label = GL_PROGRAM;
            break;
    }
    return made;
}

}  // namespace

unsigned gl_create(GlKind kind, const char* label) {
    const Created made = create(kind);
    // Labels came with OpenGL 4.3; Mesa gives that where 3.3 was asked for.
    if (label != nullptr && epoxy_gl_version() >= 43) glObjectLabel(made.namespace_of_label, made.id, -1, label);
    return made.id;
}

void gl_destroy(GlKind kind, unsigned id) noexcept {
    const GLuint name = id;
    switch (kind) {
        case GlKind::buffer:
            glDeleteBuffers(1, &name);
            break;
        case GlKind::vertex_array:
            glDeleteVertexArrays(1, &name);
            break;
        case GlKind::texture:
            glDeleteTextures(1, &name);
            break;
        case GlKind::renderbuffer:
            glDeleteRenderbuffers(1, &name);
            break;
        case GlKind::framebuffer:
            glDeleteFramebuffers(1, &name);
            break;
        case GlKind::program:
            glDeleteProgram(name);
            break;
    }
}

}  // namespace drypoint::render
