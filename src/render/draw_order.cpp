#include "render/draw_order.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec4.hpp>

namespace drypoint::render {
namespace {

constexpr float most_px = 1e6f;  // farther out than any picture reaches
constexpr int spare_px = 3;      // an outline is this wide
constexpr int dither_px = 8;     // the background's pattern repeats after this

// How far in front of the pivot the nearest and the farthest corner lie, towards the eye.
struct Span {
    float nearest, farthest;
};

Span span_towards_eye(const geometry::Bounds& box, const geometry::Camera& camera) {
    const glm::vec3 backward = geometry::axes(camera).backward;
    Span span{std::numeric_limits<float>::lowest(), std::numeric_limits<float>::max()};
    for (const glm::vec3& corner : box.corners()) {
        const float towards = glm::dot(corner - camera.pivot, backward);
        span.nearest = std::max(span.nearest, towards);
        span.farthest = std::min(span.farthest, towards);
    }
    return span;
}

bool is_solid(const scene::Item& item) {
    return item.opacity >= scene::solid_opacity;
}

PixelRect rect_of(const scene::Scene& scene, glm::ivec2 size_px, bool all) {
    const glm::vec2 size(size_px);
    const glm::mat4 to_clip =
        geometry::projection_matrix(scene.camera, size.x / size.y, scene.bounds) * geometry::view_matrix(scene.camera);
    glm::vec2 low(most_px);
    glm::vec2 high(-most_px);
    for (const scene::Item& item : scene.items) {
        if (!all && !is_solid(item)) continue;
        for (const glm::vec3& corner : item.bounds.corners()) {
            const glm::vec4 clip = to_clip * glm::vec4(corner, 1.0f);
            if (clip.w <= 0.0f) return {glm::ivec2(0), size_px};  // reaches behind the eye: it may be anywhere
            const glm::vec2 at = (glm::vec2(clip) / clip.w * 0.5f + 0.5f) * size;
            low = glm::min(low, at);
            high = glm::max(high, at);
        }
    }
    const glm::ivec2 from =
        glm::clamp(glm::ivec2(glm::floor(glm::clamp(low, -most_px, most_px))) - spare_px, glm::ivec2(0), size_px);
    const glm::ivec2 to =
        glm::clamp(glm::ivec2(glm::ceil(glm::clamp(high, -most_px, most_px))) + spare_px, glm::ivec2(0), size_px);
    const glm::ivec2 at = from / dither_px * dither_px;
    if (to.x <= from.x || to.y <= from.y) return {};
    return {at, to - at};
}

}  // namespace

std::vector<std::size_t> solid_order(const scene::Scene& scene) {
    std::vector<std::size_t> order;
    std::vector<float> towards(scene.items.size());
    const glm::vec3 backward = geometry::axes(scene.camera).backward;
    for (std::size_t i = 0; i < scene.items.size(); ++i) {
        if (!is_solid(scene.items[i])) continue;
        order.push_back(i);
        towards[i] = glm::dot(scene.items[i].bounds.centre() - scene.camera.pivot, backward);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return towards[a] > towards[b]; });
    return order;
}

std::vector<Shell> shell_order(const scene::Scene& scene) {
    struct Placed {
        Shell shell;
        float towards;
    };
    std::vector<Placed> placed;
    for (std::size_t i = 0; i < scene.items.size(); ++i) {
        if (is_solid(scene.items[i])) continue;
        const Span span = span_towards_eye(scene.items[i].bounds, scene.camera);
        // Of what is x-rayed only the contour counts, and both sides share it.
        if (!scene.items[i].xray) placed.push_back({{i, true}, span.farthest});
        placed.push_back({{i, false}, span.nearest});
    }
    std::stable_sort(placed.begin(), placed.end(),
                     [](const Placed& a, const Placed& b) { return a.towards < b.towards; });
    std::vector<Shell> order;
    order.reserve(placed.size());
    for (const Placed& each : placed) order.push_back(each.shell);
    return order;
}

PixelRect covered_rect(const scene::Scene& scene, glm::ivec2 size_px) {
    return rect_of(scene, size_px, true);
}

PixelRect solid_rect(const scene::Scene& scene, glm::ivec2 size_px) {
    return rect_of(scene, size_px, !scene.caps.empty());
}

}  // namespace drypoint::render
