#pragma once
// The little axes in the corner of the picture: which way is front, outward, up.

#include <array>
#include <string_view>

#include <glm/vec2.hpp>

#include "anatomy/tissue.h"
#include "geometry/camera.h"

namespace drypoint::scene {

struct MarkerAxis {
    // Of the end that points towards the eye or lies in the picture's plane: "Ant", "Post", "Med", "Lat", "Prox" or
    // "Dist".
    std::string_view word;
    glm::vec2 tip;      // from the marker's centre, in units of its arm; x to the right, y down
    float towards_eye;  // 0..1: 1 points straight at the eye, so that the tip is at the centre

    friend bool operator==(const MarkerAxis&, const MarkerAxis&) = default;
};

// The three axes as this camera sees them (without perspective), farthest tip first, for drawing in that order.
// Side::none counts as right.
std::array<MarkerAxis, 3> orientation_marker(const geometry::Camera& camera, anatomy::Side side);

}  // namespace drypoint::scene
