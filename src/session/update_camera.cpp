#include "session/update_context.h"

#include <algorithm>
#include <cmath>

#include "session/needle.h"
#include "session/stage.h"

namespace drypoint::session {
namespace {

constexpr std::size_t camera_history_length = 64;

void step_camera(Model& model, std::vector<geometry::Camera>& from, std::vector<geometry::Camera>& to) {
    if (from.empty()) return;
    to.push_back(model.camera);
    model.camera = from.back();
    from.pop_back();
}

}  // namespace

float aspect_of(const Model& model) {
    return static_cast<float>(model.viewport_px.x) / static_cast<float>(model.viewport_px.y);
}

// Views jump and can be taken back; drags move on from where they are.
void jump_to(Model& model, const geometry::Camera& camera) {
    if (camera == model.camera) return;
    model.camera_back.push_back(model.camera);
    if (model.camera_back.size() > camera_history_length) model.camera_back.erase(model.camera_back.begin());
    model.camera_forward.clear();
    model.camera = camera;
}

void apply(const LookFrom& action, const UpdateContext& c) {
    const geometry::Bounds box = visible_bounds(c.plan(), c.atlas());
    jump_to(c.model(), camera_for(action.view, anatomy::shown_side(c.atlas()), box, aspect_of(c.model()),
                                    c.model().camera.parallel));
}

void apply(const ResetView&, const UpdateContext& c) {
    apply(LookFrom{View::anterior}, c);
}

void apply(const CentreOn& action, const UpdateContext& c) {
    if (const PlacedPoint* point = c.world().find_point(action.target); point != nullptr && point->place.at_mm) {
        return jump_to(c.model(), camera_beside_needle(*point, c.model(), point_frame_mm));
    }
    const auto index = c.structure(action.target);
    if (!index) return;
    constexpr float margin = 1.6f;  // so that its neighbours are seen too
    jump_to(c.model(),
            geometry::framed(c.model().camera, c.atlas().structures[*index].bounds, aspect_of(c.model()), margin));
}

void apply(const Orbit& action, const UpdateContext& c) {
    if (!std::isfinite(action.right_deg) || !std::isfinite(action.up_deg)) return c.refuse("Angles are finite numbers");
    const auto turn = c.model().free_ball ? geometry::turned_freely : geometry::orbited;
    c.model().camera = turn(c.model().camera, action.right_deg, action.up_deg);
}

void apply(const Pan& action, const UpdateContext& c) {
    if (!std::isfinite(action.right) || !std::isfinite(action.down)) return c.refuse("Distances are finite numbers");
    c.model().camera = geometry::panned(c.model().camera, {action.right, action.down}, 1.0f);
}

void apply(const Zoom& action, const UpdateContext& c) {
    if (!in_range(action.factor, 0.01f, 100.0f)) return c.refuse("The factor of a zoom goes from 0.01 to 100");
    if (!std::isfinite(action.x) || !std::isfinite(action.y)) return c.refuse("Zoom needs a point of the picture");
    const glm::vec2 size{aspect_of(c.model()), 1.0f};
    c.model().camera = geometry::zoomed(c.model().camera, action.factor, size, glm::vec2(action.x, action.y) * size);
}

void apply(const SetParallel& action, const UpdateContext& c) {
    c.model().camera.parallel = action.on;
}

void apply(const SetCamera& action, const UpdateContext& c) {
    geometry::Camera camera = c.model().camera;
    camera.pivot = {action.pivot_x, action.pivot_y, action.pivot_z};
    camera.azimuth_deg = action.azimuth_deg;
    camera.elevation_deg = action.elevation_deg;
    camera.roll_deg = action.roll_deg;
    camera.distance_mm = action.distance_mm;
    const bool usable = in_range(camera.elevation_deg, -90.0f, 90.0f) && in_range(camera.distance_mm, 5.0f, 20000.0f) &&
                        std::isfinite(glm::dot(camera.pivot, camera.pivot)) && std::isfinite(camera.azimuth_deg) &&
                        std::isfinite(camera.roll_deg);
    if (!usable)
        return c.refuse("A camera needs an elevation from -90 to 90 degrees and a distance from 5 to 20000 mm");
    jump_to(c.model(), camera);
}

void apply(const LookDownNeedle&, const UpdateContext& c) {
    const PlacedPoint* point = chosen_point(c);
    if (point == nullptr || !point->way) return c.refuse("Choose a trigger point that has a taught path first");
    jump_to(c.model(), camera_down_needle(*way_of(c.world(), c.plan()), c.model()));
}

void apply(const SetFreeBall& action, const UpdateContext& c) {
    c.model().free_ball = action.on;
    if (!action.on) c.model().camera.roll_deg = 0.0f;
}

void apply(const CameraBack&, const UpdateContext& c) {
    if (c.model().camera_back.empty()) return c.refuse("No earlier view");
    step_camera(c.model(), c.model().camera_back, c.model().camera_forward);
}

void apply(const CameraForward&, const UpdateContext& c) {
    if (c.model().camera_forward.empty()) return c.refuse("No later view");
    step_camera(c.model(), c.model().camera_forward, c.model().camera_back);
}

void apply(const SetViewport& action, const UpdateContext& c) {
    constexpr int largest_px = 16384;
    const int smaller = std::min(action.width_px, action.height_px);
    const int larger = std::max(action.width_px, action.height_px);
    if (smaller < 1 || larger > largest_px) return c.refuse("A picture is 1 to 16384 pixels wide and high");
    c.model().viewport_px = {action.width_px, action.height_px};
}

}  // namespace drypoint::session
