#pragma once
// Signed distances as functions of a place.

#include <functional>

#include <glm/vec3.hpp>

namespace drypoint::builder {

using Distance = std::function<double(const glm::dvec3&)>;  // mm, negative inside

// The direction in which the distance grows fastest, of unit length; zero where it is flat.
glm::dvec3 slope_of(const Distance& distance, const glm::dvec3& at);

// The way out that leaves the point `wanted` away from the obstacle; zero where it already is.
glm::dvec3 away_from(const Distance& obstacle, const glm::dvec3& at, double wanted);

}  // namespace drypoint::builder
