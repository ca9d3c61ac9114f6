#include "app/offscreen.h"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace drypoint::app {
namespace {

std::string in_words(glm::ivec2 size_px) {
    return std::to_string(size_px.x) + " x " + std::to_string(size_px.y);
}

}  // namespace

base::Issues check_size(glm::ivec2 size_px) {
    const int longest = render::longest_side_px();
    if (std::min(size_px.x, size_px.y) < 1) {
        return {base::error({}, "a picture of " + in_words(size_px) + " pixels is empty", "", "size")};
    }
    if (std::max(size_px.x, size_px.y) > longest) {
        return {base::error({}, "a picture of " + in_words(size_px) + " pixels is too large for this OpenGL",
                            "at most " + std::to_string(longest) + " on a side", "size")};
    }
    return {};
}

base::Result<base::Image> draw_picture(render::Renderer& renderer, const scene::Scene& scene, glm::ivec2 size_px,
                                       render::Quality quality) {
    if (base::Issues issues = check_size(size_px); !issues.empty())
        return base::failure<base::Image>(std::move(issues));
    try {
        const render::OffscreenTarget target(size_px);
        renderer.draw(scene, target.target(), quality);
        return base::success(target.read());
    } catch (const std::runtime_error& refused) {  // within the limits, but not in the memory
        return base::failure<base::Image>(base::error({}, refused.what(), "ask for a smaller picture", "size"));
    }
}

}  // namespace drypoint::app
