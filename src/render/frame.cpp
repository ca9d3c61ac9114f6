#include "render/frame.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace drypoint::render {
namespace {

float eye_z(const glm::vec4& lens, float normalised_depth) {
    return (lens.y - normalised_depth * lens.w) / (normalised_depth * lens.z - lens.x);
}

bool reaches_both_sides(const geometry::Bounds& box, const scene::CutAway& cut) {
    int beyond = 0;
    for (const glm::vec3& corner : box.corners()) beyond += glm::dot(cut.normal, corner) > cut.at_mm ? 1 : 0;
    return beyond > 0 && beyond < 8;
}

}  // namespace

glm::vec4 Frame::towards_eye() const {
    if (projection[3][3] != 0.0f) return glm::vec4(0.0f);  // parallel
    const glm::vec2 half_view{1.0f / projection[0][0], 1.0f / projection[1][1]};
    const glm::vec2 scale = -2.0f * half_view / glm::vec2(size_px);
    return {scale, half_view + scale * glm::vec2(covered.at)};
}

bool Frame::sees(const geometry::Bounds& box) const {
    const glm::mat4 to_clip = projection * view;
    std::array<int, 6> beyond{};  // corners beyond each side of what is seen
    for (const glm::vec3& corner : box.corners()) {
        const glm::vec4 clip = to_clip * glm::vec4(corner, 1.0f);
        for (int axis = 0; axis < 3; ++axis) {
            beyond[static_cast<std::size_t>(2 * axis)] += clip[axis] < -clip.w ? 1 : 0;
            beyond[static_cast<std::size_t>(2 * axis + 1)] += clip[axis] > clip.w ? 1 : 0;
        }
    }
    return std::find(beyond.begin(), beyond.end(), 8) == beyond.end();
}

float Frame::texel_mm(const geometry::Bounds& box) const {
    float nearest = depth_range_mm.y;
    for (const glm::vec3& corner : box.corners()) nearest = std::min(nearest, -(view * glm::vec4(corner, 1.0f)).z);
    const float w = lens().w - lens().z * std::max(nearest, depth_range_mm.x);
    return 2.0f * w / (projection[1][1] * static_cast<float>(size_px.y));
}

bool holds_background(const Frame& frame, const scene::Scene& scene) {
    return frame.texels == 1.0f && !scene.clear_background;
}

float texels_per_px(Quality quality) {
    switch (quality) {
        case Quality::coarse:
            return 0.5f;
        case Quality::moving:
            break;
        case Quality::rest:
            return static_cast<float>(most_texels_per_px);
    }
    return 1.0f;
}

Frame make_frame(const scene::Scene& scene, glm::ivec2 size_px, Quality quality) {
    const float texels = texels_per_px(quality);
    const auto scaled = [texels](glm::ivec2 px) { return glm::ivec2(glm::ceil(glm::vec2(px) * texels)); };
    Frame frame;
    frame.quality = quality;
    frame.texels = texels;
    frame.size_px = scaled(size_px);
    frame.in_picture = covered_rect(scene, size_px);
    frame.covered = {scaled(frame.in_picture.at), scaled(frame.in_picture.size)};
    const PixelRect solid = solid_rect(scene, size_px);
    frame.solid = {scaled(solid.at) - frame.covered.at, scaled(solid.size)};
    frame.view = geometry::view_matrix(scene.camera);
    const float aspect = static_cast<float>(size_px.x) / static_cast<float>(size_px.y);
    frame.projection = geometry::projection_matrix(scene.camera, aspect, scene.bounds);
    frame.depth_range_mm = {-eye_z(frame.lens(), -1.0f), -eye_z(frame.lens(), 1.0f)};
    return frame;
}

bool is_drawn_light(const scene::Item& item, const scene::Scene& scene, Quality quality) {
    if (quality == Quality::rest || item.mesh->light.empty()) return false;
    if (scene.cut && reaches_both_sides(item.bounds, *scene.cut)) return false;
    const auto lies_on_it = [&item](const scene::Paint& paint) { return paint.index == item.index; };
    return item.opacity < scene::solid_opacity || std::none_of(scene.paints.begin(), scene.paints.end(), lies_on_it);
}

}  // namespace drypoint::render
