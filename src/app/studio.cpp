#include "app/studio.h"

#include <stdexcept>
#include <utility>

#include "app/offscreen.h"
#include "app/palette_file.h"
#include "app/shaders.h"
#include "scene/build_scene.h"
#include "scene/section.h"

namespace drypoint::app {

base::Result<Studio> Studio::open(const ProgramFiles& files, const std::string& palette) {
    base::Result<scene::Palette> colours = read_palette(files, palette);
    if (!colours) return base::failure<Studio>(std::move(colours.issues));
    base::Result<render::ShaderSources> shaders = read_shaders(files.shaders());
    if (!shaders) return base::failure<Studio>(std::move(shaders.issues));
    base::Result<OffscreenContext> context = OffscreenContext::create();
    if (!context) return base::failure<Studio>(std::move(context.issues));
    Studio studio(std::move(*context), *colours);
    try {
        studio.renderer_ = std::make_unique<render::Renderer>(*shaders);
    } catch (const std::runtime_error& problem) {
        return base::failure<Studio>(base::error(base::in_file(files.shaders().string()), problem.what()));
    }
    return base::success(std::move(studio));
}

base::Result<base::Image> Studio::picture(const session::Snapshot& snapshot, const PictureOptions& options) {
    const glm::ivec2 size = snapshot.model.viewport_px;
    if (base::Issues issues = check_size(size); !issues.empty()) return base::failure<base::Image>(std::move(issues));
    scene::Scene scene = scene::build_scene(snapshot, palette_);
    scene::Sectioner().cut(snapshot, palette_, scene);
    scene.clear_background = options.clear_background;
    return draw_picture(*renderer_, scene, size, options.quality);
}

}  // namespace drypoint::app
