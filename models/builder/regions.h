#pragma once
// An open surface in regions whose borders its edges follow: the deep fascia of thigh and leg, its openings, and where there is none.

#include <cstdint>
#include <vector>

#include "geometry/triangle_mesh.h"

namespace drypoint::builder {

enum class Region : std::uint8_t { thigh, leg, opening, bare };

struct RegionMesh {
    geometry::TriangleMesh mesh;
    std::vector<Region> regions;  // of each triangle
};

// Cuts the triangles of `from` along the zero level of values at the vertices, taken evenly along edges; those where the value is
// negative become `to`. Vertices near the level move onto it, but for those on the surface's rim. New vertices come last.
void cut(RegionMesh& surface, const std::vector<double>& values, Region from, Region to);

// Fewer triangles: `triangles` in all, shared out by what each region has, openings kept as they are. Borders between regions stay, and
// the row of triangles along them: ask for several times their number, or what lies between is drawn flat.
RegionMesh simplified(const RegionMesh& surface, std::size_t triangles, unsigned threads);

// The triangles of one region, or of all; vertices are those of the whole surface.
std::vector<geometry::Triangle> triangles_of(const RegionMesh& surface, Region region);

}  // namespace drypoint::builder
