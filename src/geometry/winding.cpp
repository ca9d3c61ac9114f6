#include "geometry/winding.h"

#include <cmath>

#include <glm/geometric.hpp>

namespace drypoint::geometry {

double winding_number(const std::vector<glm::vec3>& positions, const std::vector<Triangle>& triangles,
                      const glm::dvec3& point) {
    constexpr double two_pi = 6.283185307179586;
    double sum = 0.0;
    for (const Triangle& t : triangles) {
        const glm::dvec3 a = glm::dvec3(positions[t[0]]) - point;
        const glm::dvec3 b = glm::dvec3(positions[t[1]]) - point;
        const glm::dvec3 c = glm::dvec3(positions[t[2]]) - point;
        const double la = glm::length(a);
        const double lb = glm::length(b);
        const double lc = glm::length(c);
        const double volume = glm::dot(a, glm::cross(b, c));
        const double rest = la * lb * lc + glm::dot(a, b) * lc + glm::dot(b, c) * la + glm::dot(c, a) * lb;
        sum += std::atan2(volume, rest);
    }
    return sum / two_pi;
}

}  // namespace drypoint::geometry
