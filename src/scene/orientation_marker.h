#pragma once
// The little axes in the corner of the picture: which way is front, outward, up.

#include <array>
#include <string_view>

#include <glm/vec2.hpp>

#include "anatomy/tissue.h"
#include "geometry/camera.h"

namespace drypoint::scene {

struct MarkerAxis {
    // Of the end that is shown: "anterior", "posterior", "medial", "lateral", "proximal" or "distal".
    std::string_view direction;
    glm::vec2 tip;      // from the marker's centre, in units of its arm; x to the right, y down
    float towards_eye;  // 1: points straight at the eye, so that the tip is at the centre; never far below 0

    friend bool operator==(const MarkerAxis&, const MarkerAxis&) = default;
};

// The three axes as this camera sees them (without perspective), farthest tip first, for drawing in that order.
// Side::none counts as right.
std::array<MarkerAxis, 3> orientation_marker(const geometry::Camera& camera, anatomy::Side side);

}  // namespace drypoint::scene
