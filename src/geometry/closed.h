#pragma once

#include "geometry/triangle_mesh.h"

namespace drypoint::geometry {

// True if every edge is walked as often one way as the other (no borders) and the enclosed volume is positive, so that
// the faces turned away from the eye are never seen. Linear in time, no memory; a mesh that is open is taken for closed
// with a chance of about 2^-64.
bool is_closed_outward(const TriangleMesh& mesh);

// What a closed surface holds, mm3; negative if it faces inward.
double enclosed_mm3(const std::vector<glm::vec3>& positions, const std::vector<Triangle>& triangles);

// How thick a closed surface is if it is a wall, like a skin: what it holds, spread over half of its area, mm. Of a ball
// two thirds of the radius; 0 without triangles.
double mean_thickness_mm(const std::vector<glm::vec3>& positions, const std::vector<Triangle>& triangles);

}  // namespace drypoint::geometry
