#include "session/stage.h"

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "session/update_context.h"

namespace drypoint::session {
namespace {

constexpr float steepest_deg = 25.0f;  // a limb is looked at from the side, not from its ends
constexpr float aside_of_needle_deg = 55.0f, least_aside_deg = 40.0f, most_aside_deg = 80.0f;
constexpr float least_height_mm = 170.0f;
constexpr float beyond_points = 1.06f, beyond_zone = 1.5f;
// Pixels at text scale 1: over the picture's middle stands nothing but half a ring, under it the bar of layers.
constexpr float over_px = 28.0f, under_px = 72.0f, most_for_bars = 0.6f;  // and never more than this part of the height

// From the inside to where the eye should be.
glm::vec3 outward(const PlacedPoint& point) {
    return glm::vec3(point.place.outward);
}

// The point lies on the side that is seen from there, and the needle, if there is one, is seen from beside.
bool shows(const geometry::Camera& camera, const PlacedPoint& point) {
    const glm::vec3 to_eye = geometry::axes(camera).backward;
    if (glm::dot(outward(point), to_eye) < std::cos(glm::radians(most_aside_deg))) return false;
    return !point.way || std::abs(glm::dot(glm::vec3(point.way->direction), to_eye)) < std::cos(glm::radians(least_aside_deg));
}

void face(geometry::Camera& camera, const glm::vec3& from) {
    camera.azimuth_deg = glm::degrees(std::atan2(from.x, from.z));
    camera.elevation_deg =
        std::clamp(glm::degrees(std::asin(std::clamp(from.y, -1.0f, 1.0f))), -steepest_deg, steepest_deg);
    camera.roll_deg = 0.0f;
}

glm::vec3 middle(const PlacedPoint& point) {
    return glm::vec3(point.way ? point.way->entry_mm : *point.place.at_mm);
}

geometry::Camera framing(geometry::Camera camera, const glm::vec3& centre, float half_height_mm) {
    camera.pivot = centre;
    camera.distance_mm = half_height_mm / std::tan(glm::radians(camera.field_of_view_deg) * 0.5f);
    return camera;
}

// So much to each side of the centre, in the part of the picture that is free of bars.
geometry::Camera framing_free(const geometry::Camera& camera, const glm::vec3& centre, float half_mm, const Model& model) {
    const auto height_px = static_cast<float>(model.viewport_px.y);
    const float wished = (over_px + under_px) * model.text_scale / height_px, part = std::min(wished, most_for_bars);
    const float half_height_mm = std::max(half_mm / (1.0f - part), least_height_mm);
    const float above_middle = part * (under_px - over_px) / (under_px + over_px);  // of half the height
    return framing(camera, centre - geometry::axes(camera).up * (above_middle * half_height_mm), half_height_mm);
}

void set_skin(float opacity, const anatomy::Atlas& atlas, Plan& plan) {
    for (std::size_t i = 0; i < atlas.structures.size(); ++i) {
        if (atlas.structures[i].tissue != anatomy::Tissue::skin) continue;
        plan.appearance[i].visible = opacity > 0.0f;
        plan.appearance[i].opacity = opacity;
    }
}

void set_needle(anatomy::StageNeedle needle, const PlacedPoint* point, Plan& plan) {
    const bool possible = point != nullptr && point->way.has_value();
    switch (needle) {
        case anatomy::StageNeedle::keep:
            return;
        case anatomy::StageNeedle::none:
            plan.needle.reset();
            return;
        case anatomy::StageNeedle::on_skin:
            if (possible) plan.needle = NeedleState{0.0};
            return;
        case anatomy::StageNeedle::at_target:
            if (possible) plan.needle = NeedleState{point->way->depth_mm};
            return;
    }
}

void set_camera(anatomy::StageView view, const PlacedPoint* point, const anatomy::Atlas& atlas, Model& model) {
    if (view == anatomy::StageView::keep) return;
    const bool placed = point != nullptr && point->place.at_mm.has_value();
    if (view == anatomy::StageView::limb || !placed) {
        geometry::Camera camera = model.camera;
        if (placed) face(camera, outward(*point));
        return jump_to(model, geometry::framed(camera, visible_bounds(model.plan, atlas), aspect_of(model)));
    }
    const bool close = view == anatomy::StageView::entry;
    jump_to(model, camera_for_point(*point, model, close ? entry_frame_mm : point_frame_mm,
                                    close ? aside_of_needle_deg : 0.0f));
}

}  // namespace

geometry::Camera camera_for_point(const PlacedPoint& point, const Model& model, float half_height_mm, float aside_deg) {
    geometry::Camera camera = model.camera;
    face(camera, outward(point));
    camera.azimuth_deg = std::remainder(camera.azimuth_deg + aside_deg, 360.0f);
    return framing(camera, middle(point), half_height_mm);
}

geometry::Camera camera_beside_needle(const PlacedPoint& point, const Model& model, float half_height_mm) {
    if (shows(model.camera, point)) return framing(model.camera, middle(point), half_height_mm);
    std::optional<geometry::Camera> best;
    const auto turn_deg = [&](const geometry::Camera& camera) {
        return std::abs(std::remainder(camera.azimuth_deg - model.camera.azimuth_deg, 360.0f));
    };
    for (const float aside : {0.0f, aside_of_needle_deg, -aside_of_needle_deg}) {
        const geometry::Camera one = camera_for_point(point, model, half_height_mm, aside);
        if (shows(one, point) && (!best || turn_deg(one) < turn_deg(*best))) best = one;
    }
    return best.value_or(camera_for_point(point, model, half_height_mm, aside_of_needle_deg));
}

geometry::Camera camera_down_needle(const anatomy::PathGeometry& way, const Model& model) {
    geometry::Camera camera = model.camera;
    const glm::vec3 from = -glm::vec3(way.direction);
    camera.azimuth_deg = glm::degrees(std::atan2(from.x, from.z));
    camera.elevation_deg = glm::degrees(std::asin(std::clamp(from.y, -1.0f, 1.0f)));
    camera.roll_deg = 0.0f;
    return framing(camera, glm::vec3(way.target_mm), entry_frame_mm);
}

std::optional<geometry::Camera> camera_for_points(const std::vector<const PlacedPoint*>& points,
                                                  const std::vector<glm::dvec3>& also_mm, const Model& model) {
    geometry::Bounds box;
    glm::vec3 sum{0.0f};
    for (const PlacedPoint* point : points) {
        if (!point->place.at_mm) continue;
        box.add(middle(*point));
        sum += outward(*point);
    }
    if (box.empty()) return std::nullopt;
    for (const glm::dvec3& place : also_mm) box.add(glm::vec3(place));
    geometry::Camera camera = model.camera;
    face(camera, glm::length(sum) > 0.1f ? glm::normalize(sum) : glm::vec3(0.0f, 0.0f, 1.0f));
    camera.elevation_deg = 0.0f;
    return framing_free(camera, box.centre(), box.radius() * beyond_points, model);
}

geometry::Camera camera_for_zone(const anatomy::ZoneOnModel& zone, const Model& model) {
    geometry::Camera camera = model.camera;
    face(camera, glm::vec3(zone.toward));
    const auto half = static_cast<float>(glm::distance(zone.from_mm, zone.to_mm) / 2.0 + zone.reach_mm);
    return framing_free(camera, glm::vec3(zone.from_mm + zone.to_mm) * 0.5f, half * beyond_zone, model);
}

void set_stage(const anatomy::Stage& stage, const PlacedPoint* point, const anatomy::Atlas& atlas, Model& model) {
    if (stage.skin_opacity) set_skin(static_cast<float>(*stage.skin_opacity), atlas, model.plan);
    set_needle(stage.needle, point, model.plan);
    set_camera(stage.view, point, atlas, model);
}

}  // namespace drypoint::session
