#pragma once
// In which direction the fibres of muscles, tendons and ligaments run and where a muscle is tendon, as far as the shape tells. A model
// for drawing, not a measurement: pennate muscles differ.

#include <vector>

#include "geometry/triangle_mesh.h"

namespace drypoint::builder {

struct Fibres {
    std::vector<glm::vec3> directions;  // of each vertex, unit, along the surface, from the upper end to the lower
    std::vector<float> tendon;          // of each vertex, 0 flesh to 1 tendon
};

// The ends are the two vertices furthest from each other along the surface. Directions: down the gradient of the harmonic function
// that is 1 at the upper end and 0 at the lower. Tendon: what lies within 35 % of an end (of the lower one only, if the upper one is a
// cut) and is thinner round than 25 to 40 % of the thickest place, unless flesh lies between it and the end.
Fibres fibres_of(const geometry::TriangleMesh& surface, bool upper_end_is_cut);

// Of a band that was laid along a line, wide or not: at each vertex the line's direction at its nearest place, brought into the surface
// unless it stands on it, at the band's ends. Unit.
std::vector<glm::vec3> directions_along(const geometry::TriangleMesh& surface, const std::vector<glm::dvec3>& line);

}  // namespace drypoint::builder
