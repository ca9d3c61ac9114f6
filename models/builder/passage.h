#pragma once
// The cheapest way for a line through what stands in its way.

#include <functional>
#include <vector>

#include <glm/vec3.hpp>

namespace drypoint::builder {

// What it costs that the n-th point of a line lies there; 0 where it may.
using PlaceCost = std::function<double(std::size_t n, const glm::dvec3& at)>;

// Moves each point of the line across it, by up to `reach[n]` mm, so that the sum of the places' costs, of 0.03 per mm^2 for each move
// and of 1 per mm^2 for each change of the move from point to point is the least of all ways over a grid of 1 mm (Viterbi 1967). A choice of
// sides is therefore made once for the whole line; what goes to the nearest way out point by point can change sides right through an
// obstacle. As many points as in the line come back.
std::vector<glm::dvec3> cheapest_passage(const std::vector<glm::dvec3>& line, const std::vector<double>& reach, const PlaceCost& cost);

}  // namespace drypoint::builder
