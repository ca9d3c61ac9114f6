#pragma once
// Lines along which the fibres of a muscle, tendon or ligament run, as a number that every place of a line shares.

#include <vector>

#include <glm/vec2.hpp>

#include "geometry/triangle_mesh.h"

namespace drypoint::geometry {

// For each vertex the place, mm, where the fibre through it crosses the plane through the middle of the mesh, square to
// its fibres on the whole, followed from vertex to vertex along `fibres`: vertices of one fibre have nearly the same place,
// neighbouring fibres lie apart as they do in that plane. The plane's axes are square to each other, its origin is the
// middle of the mesh. A pattern of these places is drawn out along the fibres. Empty where the mesh has no fibres.
// n log n in the vertices.
std::vector<glm::vec2> strands(const ShadedMesh& mesh);

}  // namespace drypoint::geometry
