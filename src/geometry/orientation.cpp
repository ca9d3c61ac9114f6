#include "geometry/orientation.h"

#include <cmath>
#include <limits>

namespace drypoint::geometry {
namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon() / 2.0;
constexpr double plane_bound = (7.0 + 56.0 * epsilon) * epsilon;
constexpr double line_bound = (3.0 + 16.0 * epsilon) * epsilon;

int sign(double value, double bound) {
    if (value > bound) return 1;
    return value < -bound ? -1 : 0;
}

}  // namespace

int side_of_plane(const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c, const glm::dvec3& d) {
    const glm::dvec3 u = a - d;
    const glm::dvec3 v = b - d;
    const glm::dvec3 w = c - d;
    const double vw1 = v.x * w.y;
    const double vw2 = v.y * w.x;
    const double wu1 = w.x * u.y;
    const double wu2 = w.y * u.x;
    const double uv1 = u.x * v.y;
    const double uv2 = u.y * v.x;
    const double value = u.z * (vw1 - vw2) + v.z * (wu1 - wu2) + w.z * (uv1 - uv2);
    const double size = (std::abs(vw1) + std::abs(vw2)) * std::abs(u.z) +
                        (std::abs(wu1) + std::abs(wu2)) * std::abs(v.z) +
                        (std::abs(uv1) + std::abs(uv2)) * std::abs(w.z);
    return sign(value, plane_bound * size);
}

int side_of_line(const glm::dvec2& a, const glm::dvec2& b, const glm::dvec2& c) {
    const double left = (a.x - c.x) * (b.y - c.y);
    const double right = (a.y - c.y) * (b.x - c.x);
    return sign(left - right, line_bound * (std::abs(left) + std::abs(right)));
}

}  // namespace drypoint::geometry
