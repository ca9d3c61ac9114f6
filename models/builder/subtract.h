#pragma once
// Solids cut out of a surface, exactly. Includes no CGAL (GPL), which nothing that ships links.

#include <vector>

#include "geometry/triangle_mesh.h"

namespace drypoint::builder {

// What the surface encloses less what the others do (CGAL's corefinement, exact until the result is rounded to floats). All are
// closed, manifold, outward and free of self-intersections. Vertices of the surface that are not cut off stay to the last bit;
// edges shorter than 0.03 mm that the cut leaves are collapsed.
geometry::TriangleMesh subtract(const geometry::TriangleMesh& surface, const std::vector<geometry::TriangleMesh>& others);

}  // namespace drypoint::builder
