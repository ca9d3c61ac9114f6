#pragma once
// On which side? Answered in double with a bound on the error: 0 where rounding could have turned the sign.
// (The bounds: Shewchuk, Adaptive Precision Floating-Point Arithmetic, 1997.)

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

namespace drypoint::geometry {

// +1: d lies on the side of triangle abc from which it is seen clockwise, -1: on the other, 0: in its plane, as far as
// can be told.
int side_of_plane(const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c, const glm::dvec3& d);

// +1: c lies to the left of the line from a to b, -1: to the right, 0: on it, as far as can be told.
int side_of_line(const glm::dvec2& a, const glm::dvec2& b, const glm::dvec2& c);

}  // namespace drypoint::geometry
