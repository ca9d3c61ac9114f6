#pragma once
// The outline of what lies nearer than a distance, in a plane.

#include <functional>
#include <vector>

#include <glm/vec2.hpp>

#include "geometry/slice.h"

namespace drypoint::geometry {

// A function of the place that changes by no more than the step from one place to another: a distance, less a number.
using Distance = std::function<double(const glm::dvec2& at_mm)>;

// Where the function is 0, between `low` and `high`, on a lattice of this step (marching squares). What is below 0 lies
// at the left of the way along the points. Outlines that leave the field end at its edge. Far from the outline the
// function is asked for only now and then, so that the cost grows with its length.
std::vector<CutLoop> contour(const Distance& distance, const glm::dvec2& low, const glm::dvec2& high, double step_mm);

}  // namespace drypoint::geometry
