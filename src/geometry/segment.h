#pragma once
// A straight piece and its distance to triangles, in double precision and millimetres.

#include <glm/vec3.hpp>

namespace drypoint::geometry {

struct Segment {
    glm::dvec3 from, to;
};

// The closest pair of points of a segment and a triangle.
struct ClosestPair {
    double distance = 0.0;
    double along = 0.0;  // 0..1 of the segment
    glm::dvec3 on_triangle{0.0};
};

// Exact but for rounding; distance 0 where they cross. Degenerate segments and triangles are points and lines.
ClosestPair closest_pair(const Segment& segment, const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c);

// The point of a triangle nearest to p (Ericson, Real-Time Collision Detection, 2005, section 5.1.5).
glm::dvec3 closest_on_triangle(const glm::dvec3& p, const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c);

}  // namespace drypoint::geometry
