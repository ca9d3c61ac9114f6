#pragma once
// Fewer triangles for the same shape. The only file behind this header includes CGAL (GPL), which nothing that ships links.

#include <cstddef>

#include "geometry/triangle_mesh.h"

namespace drypoint::builder {

// Collapses edges in the order of Lindstrom and Turk (Fast and memory efficient polygonal simplification, 1998) until at most
// `triangles` are left, turning no triangle over. The rim of an open surface stays as it is. The mesh must be manifold.
geometry::TriangleMesh simplify(const geometry::TriangleMesh& mesh, std::size_t triangles);

}  // namespace drypoint::builder
