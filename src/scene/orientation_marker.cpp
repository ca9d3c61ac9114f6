#include "scene/orientation_marker.h"

#include <algorithm>

#include <glm/geometric.hpp>

namespace drypoint::scene {
namespace {

struct Direction {
    glm::vec3 way;
    std::string_view ahead, behind;  // its two ends
};

// An axis shows its other end only when it clearly points away, so that words do not flicker while the limb turns.
constexpr float clearly_away = -0.3f;

MarkerAxis seen(const Direction& direction, const geometry::CameraAxes& frame) {
    const float towards = glm::dot(direction.way, frame.backward);
    const float sign = towards < clearly_away ? -1.0f : 1.0f;
    const glm::vec3 way = direction.way * sign;
    return {sign > 0.0f ? direction.ahead : direction.behind,
            {glm::dot(way, frame.right), -glm::dot(way, frame.up)},
            towards * sign};
}

}  // namespace

std::array<MarkerAxis, 3> orientation_marker(const geometry::Camera& camera, anatomy::Side side) {
    // x points to the subject's left: inward for a right limb.
    const bool left = side == anatomy::Side::left;
    const std::array<Direction, 3> directions{
        {{{0.0f, 1.0f, 0.0f}, "proximal", "distal"},
         {{1.0f, 0.0f, 0.0f}, left ? "lateral" : "medial", left ? "medial" : "lateral"},
         {{0.0f, 0.0f, 1.0f}, "anterior", "posterior"}}};
    const geometry::CameraAxes frame = geometry::axes(camera);
    std::array<MarkerAxis, 3> marker{seen(directions[0], frame), seen(directions[1], frame),
                                     seen(directions[2], frame)};
    std::stable_sort(marker.begin(), marker.end(),
                     [](const MarkerAxis& a, const MarkerAxis& b) { return a.towards_eye < b.towards_eye; });
    return marker;
}

}  // namespace drypoint::scene
