#include "render/cut_program.h"

#include <utility>

namespace drypoint::render {

CutProgram::CutProgram(const char* label, const ShaderSources& sources, std::string vertex_file,
                       std::string fragment_file, std::vector<std::string> defines)
    : label_(label),
      sources_(sources),
      vertex_file_(std::move(vertex_file)),
      fragment_file_(std::move(fragment_file)),
      defines_(std::move(defines)),
      whole_(label, sources, vertex_file_, fragment_file_, defines_) {}

const Program& CutProgram::use(const scene::Scene& scene) {
    if (!scene.cut) return use_whole();
    if (!cut_) {
        std::vector<std::string> defines = defines_;
        defines.emplace_back("CUT");
        cut_.emplace(label_, sources_, vertex_file_, fragment_file_, defines);
    }
    cut_->use();
    cut_->set("cut", glm::vec4(scene.cut->normal, scene.cut->at_mm));
    return *cut_;
}

const Program& CutProgram::use_whole() {
    whole_.use();
    return whole_;
}

}  // namespace drypoint::render
