#include "app/shaders.h"

#include <fstream>
#include <sstream>

namespace drypoint::app {
namespace {

bool is_shader(const std::filesystem::path& path) {
    return path.extension() == ".vert" || path.extension() == ".frag" || path.extension() == ".glsl";
}

}  // namespace

base::Result<render::ShaderSources> read_shaders(const std::filesystem::path& folder) {
    render::ShaderSources sources;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        if (!is_shader(entry.path())) continue;
        std::ifstream in(entry.path(), std::ios::binary);
        std::ostringstream text;
        text << in.rdbuf();
        sources[entry.path().filename().string()] = text.str();
    }
    if (sources.empty()) {
        return base::failure<render::ShaderSources>(base::error(base::in_file(folder.string()), "no shaders here",
                                                                "install Drypoint anew, or set DRYPOINT_DATA",
                                                                "no-shaders"));
    }
    return base::success(std::move(sources));
}

}  // namespace drypoint::app
