#pragma once
// Fewer triangles for the same shape. Includes no CGAL (GPL), which nothing that ships links.

#include <cstddef>
#include <vector>

#include "geometry/triangle_mesh.h"

namespace drypoint::builder {

// Collapses edges in the order of Lindstrom and Turk (Fast and memory efficient polygonal simplification, 1998) until at most
// `triangles` are left, turning no triangle over. The rim of an open surface stays as it is. The mesh must be manifold.
geometry::TriangleMesh simplify(const geometry::TriangleMesh& mesh, std::size_t triangles);

// The same for a closed surface with its own vertices, of which some are left out: triangles over `mesh.positions`. Their surface is
// closed and manifold; it may cross itself.
std::vector<geometry::Triangle> thinned(const geometry::TriangleMesh& mesh, std::size_t triangles);

// Without edges shorter than that, each collapsed into that end of it which `before` had, if one of them had.
geometry::TriangleMesh without_short_edges(const geometry::TriangleMesh& mesh, const geometry::TriangleMesh& before, double least_mm);

}  // namespace drypoint::builder
