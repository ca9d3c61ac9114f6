#pragma once
// From a field to triangles: marching cubes whose faces always separate the inside, which makes the surface manifold.

#include "field.h"
#include "geometry/triangle_mesh.h"

namespace drypoint::builder {

// The zero level of the field, outward, in millimetres. Closed where the field is positive on the sides of its box; where it is
// not, the surface is open and its rim lies exactly on the box's side.
geometry::TriangleMesh extract(const Field& field);

}  // namespace drypoint::builder
