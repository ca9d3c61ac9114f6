#pragma once
// Section outlines as polygons, and signed distances to them in their plane.

#include <vector>

#include <glm/vec2.hpp>

#include "figures.h"

namespace drypoint::builder {

using Polygon = std::vector<glm::dvec2>;  // (x, z), closed, either way round

// Points of the Fourier series about 2 mm apart: 48 to 200 of them, evenly spaced in the series' parameter.
Polygon to_polygon(const FourierOutline& outline);

// Area without sign, mm^2.
double area(const Polygon& polygon);

// A rectangle of lattice points in a horizontal plane: those with low <= index < low + size, spaced `step` apart.
struct Plane {
    double step = 1.0;
    glm::ivec2 low{0};
    glm::ivec2 size{0};
    std::vector<float> values;  // x fastest
};

// Fills the plane with distances to the nearest outline, negative inside any of them; beyond `limit` they stay at +-limit.
void fill_distances(Plane& plane, const std::vector<Polygon>& outlines, double limit);

}  // namespace drypoint::builder
