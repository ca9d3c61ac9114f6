#pragma once
// A linked pair of shaders.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

#include "render/gl_handle.h"

namespace drypoint::render {

// The text of the files under shaders/, by file name: "surface.frag". The version line is added here, and a line `#include "FILE"` stands for
// another of the files.
using ShaderSources = std::map<std::string, std::string>;

class Program {
  public:
    // Throws std::runtime_error with the compiler's words: a shader that does not compile is a bug of ours.
    // `defines`: names that the shaders' #ifdef knows.
    Program(const char* label, const ShaderSources& sources, std::string_view vertex_file,
            std::string_view fragment_file, const std::vector<std::string>& defines = {});

    // The setters act on the program in use.
    void use() const;
    void set(const char* name, int value) const;
    void set(const char* name, float value) const;
    void set(const char* name, const glm::uvec2& value) const;
    void set(const char* name, const glm::uvec4& value) const;
    void set(const char* name, const glm::vec2& value) const;
    void set(const char* name, const glm::vec3& value) const;
    void set(const char* name, const glm::vec4& value) const;
    void set(const char* name, const glm::mat4& value) const;
    void set(const char* name, const std::vector<glm::vec4>& values) const;

  private:
    int place(const char* name) const;

    GlProgram handle_;
};

}  // namespace drypoint::render
