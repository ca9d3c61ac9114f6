#pragma once
// What a surface is worth: volume, pieces, whether it is closed and manifold; and small repairs.

#include <cstdint>
#include <string>
#include <vector>

#include "geometry/triangle_mesh.h"

namespace drypoint::builder {

// Signed volume in mm^3: positive when the triangles look outward.
double signed_volume(const geometry::TriangleMesh& mesh);

// Both, side by side in one list.
geometry::TriangleMesh as_one(geometry::TriangleMesh a, const geometry::TriangleMesh& b);

// For each triangle the number of its connected piece (joined over vertices), from 0 in the order of the first triangle.
std::vector<std::uint32_t> pieces_of(const geometry::TriangleMesh& mesh);

struct MeshFaults {
    std::size_t open_edges = 0;          // used by one triangle
    std::size_t bad_edges = 0;           // used by more than two, or twice in the same direction
    std::size_t bad_vertices = 0;        // whose triangles do not form one fan
    std::size_t degenerate = 0;          // triangles with a corner twice
    bool none() const { return open_edges + bad_edges + bad_vertices + degenerate == 0; }
};

MeshFaults faults_of(const geometry::TriangleMesh& mesh);

// Keeps the `most` largest pieces of at least `least_mm3`; the largest always stays. Hollows (pieces that look inward) go too.
geometry::TriangleMesh keep_pieces(const geometry::TriangleMesh& mesh, int most, double least_mm3);

// Removes vertices that no triangle uses.
void drop_unused(geometry::TriangleMesh& mesh);

// Euler characteristic of a closed surface: 2 for each piece without handles.
std::ptrdiff_t euler_characteristic(const geometry::TriangleMesh& mesh);

// Handles of all pieces of a closed surface together.
int handles_of(const geometry::TriangleMesh& mesh);

// The other ends of each vertex's edges.
std::vector<std::vector<std::uint32_t>> neighbours_of(const geometry::TriangleMesh& mesh);

// Draws the corners of triangles that cross each other towards their neighbours, until none do; false if some still do after so many
// rounds.
bool uncross(geometry::TriangleMesh& mesh, int rounds);

}  // namespace drypoint::builder
