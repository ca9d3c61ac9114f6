#pragma once
// From vertices as a file holds them to a surface whose neighbours share vertices.

#include <vector>

#include "geometry/triangle_mesh.h"

namespace drypoint::geometry {

// Vertices at exactly the same position become one (0 and -0 are the same); vertices that no triangle uses vanish;
// triangles with two corners on one vertex enclose nothing and are dropped. The order of what remains is kept.
// Requires: every index < positions.size(), every position finite.
TriangleMesh weld(const std::vector<glm::vec3>& positions, const std::vector<Triangle>& triangles);

}  // namespace drypoint::geometry
