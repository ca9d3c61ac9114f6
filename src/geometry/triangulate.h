#pragma once

#include <cstdint>
#include <vector>

#include "geometry/triangle_mesh.h"

namespace drypoint::geometry {

// Cuts a polygon, given by the numbers of its corners in order, into corners.size() - 2 triangles of the same turn.
// Exact for polygons that are flat and do not cross themselves, concave ones too (ear cutting); whatever else comes is
// cut into a fan. Fewer than three corners: nothing. Requires: every number < positions.size().
void triangulate(const std::vector<glm::vec3>& positions, const std::vector<std::uint32_t>& corners,
                 std::vector<Triangle>& triangles);

}  // namespace drypoint::geometry
