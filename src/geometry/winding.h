#pragma once

#include "geometry/triangle_mesh.h"

namespace drypoint::geometry {

// How many times the triangles wind round the point: 1 inside and 0 outside a closed surface that faces outwards, -1
// inside one that faces inwards; between them for open ones. Linear in the number of triangles. (Solid angles: van
// Oosterom and Strackee, IEEE Trans. Biomed. Eng. 30(2), 1983.)
double winding_number(const std::vector<glm::vec3>& positions, const std::vector<Triangle>& triangles,
                      const glm::dvec3& point);

}  // namespace drypoint::geometry
