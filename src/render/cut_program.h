#pragma once
// A program for whole surfaces, and its twin for those of which a plane cuts a part away: made when first needed, so that
// a picture without a cut pays nothing for it.

#include <optional>
#include <string>
#include <vector>

#include "render/program.h"
#include "scene/scene.h"

namespace drypoint::render {

class CutProgram {
  public:
    CutProgram(const char* label, const ShaderSources& sources, std::string vertex_file, std::string fragment_file,
               std::vector<std::string> defines = {});

    // The one that the scene needs, in use, its plane set.
    const Program& use(const scene::Scene& scene);
    // Without a cut, whatever the scene says.
    const Program& use_whole();

  private:
    const char* label_;
    ShaderSources sources_;
    std::string vertex_file_, fragment_file_;
    std::vector<std::string> defines_;
    Program whole_;
    std::optional<Program> cut_;
};

}  // namespace drypoint::render
