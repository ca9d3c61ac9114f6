#pragma once
// How much light reaches each place of a surface between the structures around it.

#include <vector>

#include "geometry/ray_cast.h"
#include "geometry/triangle_mesh.h"

namespace drypoint::builder {

// For each vertex 1 minus the mean over 32 fixed directions round its normal, denser towards it, of how near something stands: 1 at
// the vertex, evenly down to 0 at 30 mm.
std::vector<float> occlusion_of(const geometry::ShadedMesh& mesh, const geometry::RayCaster& opaque);

}  // namespace drypoint::builder
