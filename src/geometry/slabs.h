#pragma once
// A surface cut across its length, so that what cannot be seen of it can be left out.

#include <cstddef>
#include <vector>

#include "geometry/bounds.h"
#include "geometry/triangle_mesh.h"

namespace drypoint::geometry {

// Neighbouring triangles.
struct Slab {
    std::size_t first, count;  // in the list of triangles
    Bounds bounds;
};

// Puts triangles into slabs of at most so many, one after another along the longest axis of all. Within a slab they keep
// their order, which may suit a vertex cache. The same input gives the same order.
std::vector<Slab> sort_into_slabs(const std::vector<glm::vec3>& positions, std::vector<Triangle>& triangles,
                                  std::size_t most);

}  // namespace drypoint::geometry
