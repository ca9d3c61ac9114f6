#pragma once

#include <optional>

#include "geometry/triangle_mesh.h"

namespace drypoint::geometry {

// The least distance straight inwards from the middle of a triangle to a wall that faces the other way (within 45
// degrees). Nothing if no wall does. Requires: a closed surface that faces outwards.
std::optional<double> thinnest_mm(const TriangleMesh& mesh);

}  // namespace drypoint::geometry
