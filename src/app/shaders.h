#pragma once

#include <filesystem>

#include "base/result.h"
#include "render/program.h"

namespace drypoint::app {

// Every .vert, .frag and .glsl file of a folder, by file name.
base::Result<render::ShaderSources> read_shaders(const std::filesystem::path& folder);

}  // namespace drypoint::app
