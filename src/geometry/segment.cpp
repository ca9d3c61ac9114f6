#include "geometry/segment.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <glm/geometric.hpp>

namespace drypoint::geometry {
namespace {

struct Parameters {
    double s, t;
};

// The closest parameters of two segments p + s*u and q + t*v, s and t in 0..1 (Ericson, section 5.1.9).
Parameters closest_parameters(const glm::dvec3& p, const glm::dvec3& u, const glm::dvec3& q, const glm::dvec3& v) {
    const glm::dvec3 r = p - q;
    const double a = glm::dot(u, u);
    const double e = glm::dot(v, v);
    const double f = glm::dot(v, r);
    if (a == 0.0 && e == 0.0) return {0.0, 0.0};
    if (a == 0.0) return {0.0, std::clamp(f / e, 0.0, 1.0)};
    const double c = glm::dot(u, r);
    if (e == 0.0) return {std::clamp(-c / a, 0.0, 1.0), 0.0};
    const double b = glm::dot(u, v);
    const double denominator = a * e - b * b;
    double s = denominator > 0.0 ? std::clamp((b * f - c * e) / denominator, 0.0, 1.0) : 0.0;
    double t = (b * s + f) / e;
    if (t < 0.0) {
        t = 0.0;
        s = std::clamp(-c / a, 0.0, 1.0);
    } else if (t > 1.0) {
        t = 1.0;
        s = std::clamp((b - c) / a, 0.0, 1.0);
    }
    return {s, t};
}

void keep_nearer(ClosestPair& best, const glm::dvec3& on_segment, const glm::dvec3& on_triangle, double along) {
    const double distance = glm::distance(on_segment, on_triangle);
    if (distance < best.distance) best = {distance, along, on_triangle};
}

// Where the segment passes through the triangle's inside, if it does.
bool crosses(const Segment& segment, const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c, double& along) {
    const glm::dvec3 normal = glm::cross(b - a, c - a);
    const double from = glm::dot(normal, segment.from - a);
    const double to = glm::dot(normal, segment.to - a);
    if (from * to > 0.0 || from == to) return false;
    along = from / (from - to);
    const glm::dvec3 p = segment.from + along * (segment.to - segment.from);
    return glm::dot(normal, glm::cross(b - a, p - a)) >= 0.0 && glm::dot(normal, glm::cross(c - b, p - b)) >= 0.0 &&
           glm::dot(normal, glm::cross(a - c, p - c)) >= 0.0;
}

}  // namespace

glm::dvec3 closest_on_triangle(const glm::dvec3& p, const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c) {
    const glm::dvec3 ab = b - a;
    const glm::dvec3 ac = c - a;
    const double d1 = glm::dot(ab, p - a);
    const double d2 = glm::dot(ac, p - a);
    if (d1 <= 0.0 && d2 <= 0.0) return a;
    const double d3 = glm::dot(ab, p - b);
    const double d4 = glm::dot(ac, p - b);
    if (d3 >= 0.0 && d4 <= d3) return b;
    const double vc = d1 * d4 - d3 * d2;
    if (vc <= 0.0 && d1 >= 0.0 && d3 <= 0.0) return d1 == d3 ? a : a + ab * (d1 / (d1 - d3));
    const double d5 = glm::dot(ab, p - c);
    const double d6 = glm::dot(ac, p - c);
    if (d6 >= 0.0 && d5 <= d6) return c;
    const double vb = d5 * d2 - d1 * d6;
    if (vb <= 0.0 && d2 >= 0.0 && d6 <= 0.0) return d2 == d6 ? a : a + ac * (d2 / (d2 - d6));
    const double va = d3 * d6 - d5 * d4;
    if (va <= 0.0 && d4 - d3 >= 0.0 && d5 - d6 >= 0.0) {
        const double sum = (d4 - d3) + (d5 - d6);
        return sum == 0.0 ? b : b + (c - b) * ((d4 - d3) / sum);
    }
    const double sum = va + vb + vc;
    return sum == 0.0 ? a : a + ab * (vb / sum) + ac * (vc / sum);
}

ClosestPair closest_pair(const Segment& segment, const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c) {
    double along = 0.0;
    const glm::dvec3 direction = segment.to - segment.from;
    if (crosses(segment, a, b, c, along)) return {0.0, along, segment.from + along * direction};
    ClosestPair best{std::numeric_limits<double>::infinity(), 0.0, a};
    keep_nearer(best, segment.from, closest_on_triangle(segment.from, a, b, c), 0.0);
    keep_nearer(best, segment.to, closest_on_triangle(segment.to, a, b, c), 1.0);
    const glm::dvec3 corners[3]{a, b, c};
    for (int i = 0; i < 3; ++i) {
        const glm::dvec3& q = corners[i];
        const glm::dvec3 edge = corners[(i + 1) % 3] - q;
        const Parameters at = closest_parameters(segment.from, direction, q, edge);
        keep_nearer(best, segment.from + at.s * direction, q + at.t * edge, at.s);
    }
    return best;
}

}  // namespace drypoint::geometry
