#pragma once
// Is a surface the skin of a solid, and of how many? Exact: only indices, signs and sums are looked at.

#include <cstddef>
#include <vector>

#include "geometry/bounds.h"
#include "geometry/triangle_mesh.h"

namespace drypoint::geometry {

// Triangles joined by edges that exactly two of them share.
struct Shell {
    std::size_t triangles = 0;
    std::size_t open_edges = 0;     // of one triangle only
    std::size_t crowded_edges = 0;  // of three or more
    std::size_t turned_edges = 0;   // both triangles run along it the same way: one of them is turned over
    std::size_t handles = 0;        // a torus has one; 0 if there are open or crowded edges
    double volume_mm3 = 0.0;        // positive if it faces outwards; without meaning if there are open edges
    int depth = 0;                  // in how many other closed shells it lies: odd, it is the wall of a cavity
    Bounds bounds;

    bool closed() const { return open_edges == 0 && crowded_edges == 0; }
};

struct MeshReport {
    std::size_t triangles = 0;
    std::size_t vertices = 0;
    std::size_t degenerate = 0;  // triangles without area
    std::size_t open_edges = 0;
    std::size_t crowded_edges = 0;
    std::size_t turned_edges = 0;
    std::size_t pinched_vertices = 0;  // where surfaces touch in a point only; those on crowded edges are not counted
    std::size_t pieces = 0;            // shells that are not the wall of a cavity
    std::size_t cavities = 0;
    std::size_t handles = 0;
    double volume_mm3 = 0.0;    // signed sum over all shells: cavities of a sound solid are subtracted
    std::vector<Shell> shells;  // in the order of their first triangles

    // Every edge has two sides.
    bool closed() const { return triangles > 0 && open_edges == 0; }
    // Around every point of the surface it looks like a disc, or at a border like half of one.
    bool manifold() const { return crowded_edges == 0 && pinched_vertices == 0; }
    // Closed, and all triangles have the solid behind them: outer walls face out, walls of cavities into the cavity.
    bool outward() const;
};

// Requires: welded, every index in range.
MeshReport check_mesh(const TriangleMesh& mesh);

}  // namespace drypoint::geometry
