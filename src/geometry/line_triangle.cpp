#include "geometry/line_triangle.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <glm/geometric.hpp>

namespace drypoint::geometry {
namespace {

struct SeenCorner {
    double x, y;      // in the frame
    glm::dvec3 from;  // the line's origin
};

// Twice the signed area of the triangle (0, p, q): which side of the directed edge p -> q the origin lies on.
double edge(const SeenCorner& p, const SeenCorner& q) {
    return p.x * q.y - p.y * q.x;
}

// Of two triangles that share an edge through the origin, exactly one owns it: the one for which it runs downwards, or
// leftwards if level. The triangle is counter-clockwise.
bool owns(const SeenCorner& p, const SeenCorner& q) {
    return p.y != q.y ? q.y < p.y : q.x < p.x;
}

bool inside(double value, const SeenCorner& p, const SeenCorner& q) {
    return value > 0.0 || (value == 0.0 && owns(p, q));
}

// Most candidates are passed by: all three corners lie on one side of the line, by more than rounding ever costs, so that
// no crossing is lost to it.
bool on_one_side(double a, double b, double c) {
    constexpr double clear_mm = 1e-6;
    return std::min({a, b, c}) > clear_mm || std::max({a, b, c}) < -clear_mm;
}

}  // namespace

LineFrame::LineFrame(const glm::dvec3& origin, const glm::dvec3& direction) : origin_(origin) {
    int z = 0;
    for (int i = 1; i < 3; ++i) {
        if (std::abs(direction[i]) > std::abs(direction[z])) z = i;
    }
    const int x = (z + 1) % 3, y = (z + 2) % 3;
    to_x_[x] = to_y_[y] = 1.0;
    to_x_[z] = -direction[x] / direction[z];
    to_y_[z] = -direction[y] / direction[z];
    to_z_[z] = 1.0 / direction[z];
    mirrored_ = direction[z] < 0.0;
}

std::optional<LineFrame::Hit> LineFrame::cross(const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c) const {
    const auto seen = [this](const glm::dvec3& at) {
        const glm::dvec3 from = at - origin_;
        return SeenCorner{glm::dot(from, to_x_), glm::dot(from, to_y_), from};
    };
    const SeenCorner p = seen(a);
    SeenCorner q = seen(b), r = seen(c);
    if (on_one_side(p.x, q.x, r.x) || on_one_side(p.y, q.y, r.y)) return std::nullopt;
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
    const auto depth = [this](const SeenCorner& corner) { return glm::dot(corner.from, to_z_); };
    const double t = (u * depth(p) + v * depth(q) + w * depth(r)) / (u + v + w);
    // Counter-clockwise in a frame whose z runs along the line: the normal points along the line, so the line leaves.
    return Hit{t, clockwise != mirrored_};
}

}  // namespace drypoint::geometry
