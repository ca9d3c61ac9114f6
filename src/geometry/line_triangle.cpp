#include "geometry/line_triangle.h"

#include <cmath>
#include <utility>

namespace drypoint::geometry {
namespace {

// Twice the signed area of the triangle (0, p, q): which side of the directed edge p -> q the origin lies on.
double edge(const glm::dvec3& p, const glm::dvec3& q) {
    return p.x * q.y - p.y * q.x;
}

// Of two triangles that share an edge through the origin, exactly one owns it: the one for which it runs downwards, or
// leftwards if level. The triangle is counter-clockwise.
bool owns(const glm::dvec3& p, const glm::dvec3& q) {
    return p.y != q.y ? q.y < p.y : q.x < p.x;
}

bool inside(double value, const glm::dvec3& p, const glm::dvec3& q) {
    return value > 0.0 || (value == 0.0 && owns(p, q));
}

}  // namespace

LineFrame::LineFrame(const glm::dvec3& origin, const glm::dvec3& direction) : origin_(origin) {
    z_ = 0;
    for (int i = 1; i < 3; ++i) {
        if (std::abs(direction[i]) > std::abs(direction[z_])) z_ = i;
    }
    x_ = (z_ + 1) % 3;
    y_ = (z_ + 2) % 3;
    shear_x_ = direction[x_] / direction[z_];
    shear_y_ = direction[y_] / direction[z_];
    scale_z_ = 1.0 / direction[z_];
    mirrored_ = direction[z_] < 0.0;
}

glm::dvec3 LineFrame::sheared(const glm::dvec3& p) const {
    const glm::dvec3 d = p - origin_;
    return {d[x_] - shear_x_ * d[z_], d[y_] - shear_y_ * d[z_], scale_z_ * d[z_]};
}

std::optional<LineFrame::Hit> LineFrame::cross(const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c) const {
    const glm::dvec3 p = sheared(a);
    glm::dvec3 q = sheared(b);
    glm::dvec3 r = sheared(c);
    double u = edge(q, r);
    double v = edge(r, p);
    double w = edge(p, q);
    const double area = u + v + w;
    if (area == 0.0) return std::nullopt;
    const bool clockwise = area < 0.0;
    if (clockwise) {
        std::swap(q, r);
        std::swap(v, w);
        u = -u;
        v = -v;
        w = -w;
    }
    if (!inside(u, q, r) || !inside(v, r, p) || !inside(w, p, q)) return std::nullopt;
    const double t = (u * p.z + v * q.z + w * r.z) / (u + v + w);
    // Counter-clockwise in a frame whose z runs along the line: the normal points along the line, so the line leaves.
    return Hit{t, clockwise != mirrored_};
}

}  // namespace drypoint::geometry
