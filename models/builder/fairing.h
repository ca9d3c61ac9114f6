#pragma once
// Takes the teeth out that a lattice leaves along thin edges.

#include <functional>

#include "geometry/triangle_mesh.h"

namespace drypoint::builder {

// Smooths a closed surface with the lambda-mu filter (Taubin, A signal processing approach to fair surface design, 1995), which
// keeps its volume. A vertex goes as far as `free` says that its new place is free: all the way, half, a quarter or not at all.
void fair(geometry::TriangleMesh& mesh, int rounds, const std::function<bool(const glm::dvec3& from, const glm::dvec3& to)>& free);

// Moves all vertices outwards by the same way, 0.1 mm at most, for the surface to have that volume; those that may not go there stay.
// A surface that has more already stays as it is.
void swell(geometry::TriangleMesh& mesh, double volume_mm3, const std::function<bool(const glm::dvec3& from, const glm::dvec3& to)>& free);

}  // namespace drypoint::builder
