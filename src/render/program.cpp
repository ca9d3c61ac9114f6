#include "render/program.h"

#include <stdexcept>

#include <epoxy/gl.h>

namespace drypoint::render {
namespace {

// WebGL 2 would take "#version 300 es" here; the files stay within what both know.
constexpr const char* version_line = "#version 330 core\nprecision highp float;\nprecision highp int;\n";

const std::string& text_of(std::string_view file, const ShaderSources& sources) {
    const auto found = sources.find(std::string(file));
    if (found == sources.end()) throw std::runtime_error("shader file is missing: " + std::string(file));
    return found->second;
}

// GLSL knows no #include: each such line becomes the file that it names, in which there are none.
std::string whole_text(std::string_view file, const ShaderSources& sources) {
    constexpr std::string_view begin = "#include \"", end = "\"\n";
    std::string text = text_of(file, sources);
    for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
        const std::size_t name = at + begin.size(), after = text.find(end, name);
        if (after == std::string::npos) break;  // the compiler will say so
        const std::string& included = text_of(text.substr(name, after - name), sources);
        text.replace(at, after + end.size() - at, included);
        at += included.size();
    }
    return text;
}

// Lives until both stages are linked.
class Stage {
  public:
    Stage(GLenum kind, const ShaderSources& sources, std::string_view file, const std::string& defines)
        : id_(glCreateShader(kind)) {
        const std::string text = whole_text(file, sources);
        const char* texts[] = {version_line, defines.c_str(), text.c_str()};
        glShaderSource(id_, 3, texts, nullptr);
        glCompileShader(id_);
        GLint good = GL_FALSE;
        glGetShaderiv(id_, GL_COMPILE_STATUS, &good);
        if (good == GL_TRUE) return;
        char words[2048] = "";
        glGetShaderInfoLog(id_, sizeof(words), nullptr, words);
        glDeleteShader(id_);
        throw std::runtime_error("shaders/" + std::string(file) + " does not compile: " + words);
    }
    ~Stage() { glDeleteShader(id_); }
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;
    GLuint id() const { return id_; }

  private:
    GLuint id_;
};

}  // namespace

Program::Program(const char* label, const ShaderSources& sources, std::string_view vertex_file,
                 std::string_view fragment_file, const std::vector<std::string>& defines)
    : handle_(label) {
    std::string lines;
    for (const std::string& define : defines) lines += "#define " + define + "\n";
    const Stage vertex(GL_VERTEX_SHADER, sources, vertex_file, lines);
    const Stage fragment(GL_FRAGMENT_SHADER, sources, fragment_file, lines);
    const GLuint id = handle_.id();
    glAttachShader(id, vertex.id());
    glAttachShader(id, fragment.id());
    glLinkProgram(id);
    glDetachShader(id, vertex.id());
    glDetachShader(id, fragment.id());
    GLint good = GL_FALSE;
    glGetProgramiv(id, GL_LINK_STATUS, &good);
    if (good == GL_TRUE) return;
    char words[2048] = "";
    glGetProgramInfoLog(id, sizeof(words), nullptr, words);
    throw std::runtime_error(std::string(label) + " does not link: " + words);
}

void Program::use() const {
    glUseProgram(handle_.id());
}

int Program::place(const char* name) const {
    return glGetUniformLocation(handle_.id(), name);
}
void Program::set(const char* name, int value) const {
    glUniform1i(place(name), value);
}
void Program::set(const char* name, float value) const {
    glUniform1f(place(name), value);
}
void Program::set(const char* name, const glm::uvec2& value) const {
    glUniform2uiv(place(name), 1, &value.x);
}
void Program::set(const char* name, const glm::uvec4& value) const {
    glUniform4uiv(place(name), 1, &value.x);
}
void Program::set(const char* name, const glm::vec2& value) const {
    glUniform2fv(place(name), 1, &value.x);
}
void Program::set(const char* name, const glm::vec3& value) const {
    glUniform3fv(place(name), 1, &value.x);
}
void Program::set(const char* name, const glm::vec4& value) const {
    glUniform4fv(place(name), 1, &value.x);
}
void Program::set(const char* name, const glm::mat4& value) const {
    glUniformMatrix4fv(place(name), 1, GL_FALSE, &value[0].x);
}
void Program::set(const char* name, const std::vector<glm::vec4>& values) const {
    glUniform4fv(place(name), static_cast<GLsizei>(values.size()), &values[0].x);
}

}  // namespace drypoint::render
