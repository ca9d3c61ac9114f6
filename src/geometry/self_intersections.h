#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "geometry/triangle_mesh.h"

namespace drypoint::geometry {

// How many pairs of triangles of one surface run through each other: an edge of one crosses the other, or both lie in
// one plane and overlap. Neighbours that share a vertex or an edge are looked at too, but what they share, and mere
// touching, does not count; nor do triangles without area. A crossing of less than about a millionth of a micrometre
// counts as touching.
std::size_t count_self_intersections(const TriangleMesh& mesh);

// The numbers of those pairs, in no particular order, but the same for the same mesh.
std::vector<std::array<std::uint32_t, 2>> find_self_intersections(const TriangleMesh& mesh);

}  // namespace drypoint::geometry
