#include "render/frame.h"

namespace drypoint::render {
namespace {

float eye_z(const glm::vec4& lens, float normalised_depth) {
    return (lens.y - normalised_depth * lens.w) / (normalised_depth * lens.z - lens.x);
}

}  // namespace

Frame make_frame(const scene::Scene& scene, glm::ivec2 size_px) {
    Frame frame;
    frame.size_px = size_px;
    frame.covered = covered_rect(scene, size_px);
    frame.view = geometry::view_matrix(scene.camera);
    const float aspect = static_cast<float>(size_px.x) / static_cast<float>(size_px.y);
    frame.projection = geometry::projection_matrix(scene.camera, aspect, scene.bounds);
    frame.depth_range_mm = {-eye_z(frame.lens(), -1.0f), -eye_z(frame.lens(), 1.0f)};
    return frame;
}

}  // namespace drypoint::render
