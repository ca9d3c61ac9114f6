#include "render/debug_messages.h"

#include <utility>

#include <epoxy/gl.h>

namespace drypoint::render {
namespace {

bool available() {
    return epoxy_gl_version() >= 43 || epoxy_has_gl_extension("GL_KHR_debug");
}

void APIENTRY collect(GLenum, GLenum type, GLuint, GLenum, GLsizei length, const GLchar* text, const void* user) {
    if (type != GL_DEBUG_TYPE_ERROR && type != GL_DEBUG_TYPE_UNDEFINED_BEHAVIOR) return;
    auto* messages = static_cast<std::vector<std::string>*>(const_cast<void*>(user));
    messages->emplace_back(text, length >= 0 ? static_cast<std::size_t>(length) : std::char_traits<char>::length(text));
}

}  // namespace

DebugMessages::DebugMessages() {
    if (!available()) return;
    glEnable(GL_DEBUG_OUTPUT);
    glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
    glDebugMessageCallback(collect, &messages_);
}

DebugMessages::~DebugMessages() {
    if (!available()) return;
    glDebugMessageCallback(nullptr, nullptr);
    glDisable(GL_DEBUG_OUTPUT);
}

std::vector<std::string> DebugMessages::take() {
    return std::exchange(messages_, {});
}

}  // namespace drypoint::render
