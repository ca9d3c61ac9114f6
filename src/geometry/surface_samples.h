#pragma once
// Places spread evenly over the part of a surface that surrounds a point: where a needle to that point could enter.

#include <vector>

#include <glm/vec3.hpp>

#include "geometry/triangle_mesh.h"

namespace drypoint::geometry {

struct SurfaceSample {
    glm::dvec3 at_mm;
    glm::dvec3 outward;  // unit normal, averaged over about the given distance
};

struct SampleRequest {
    glm::dvec3 around_mm{0.0};
    double reach_mm = 0.0;         // samples lie at most so far from there
    double spacing_mm = 2.0;       // > 0; on a slanted face up to 1.7 times as far apart
    double normal_over_mm = 20.0;  // diameter over which normals are averaged
};

// Samples of the faces that look away from the point, in rows: most samples lie one spacing from the one before. The
// lattice is fixed in space and each of its lines meets a face once, so neither order of triangles nor threads matter.
// Empty for a mesh without triangles in reach.
std::vector<SurfaceSample> samples_around(const TriangleMesh& mesh, const SampleRequest& request);

}  // namespace drypoint::geometry
