#include "tunnels.h"

#include <algorithm>

#include <glm/geometric.hpp>

#include "tube.h"

namespace drypoint::builder {
namespace {

using geometry::TriangleMesh;

constexpr double room = 0.2;          // between a course and its tunnel
constexpr double thinnest_wall = 1.0;  // between two tunnels
constexpr double thinnest_floor = 0.3;
constexpr double overlap = 0.3;        // of each of two tunnels that become one
constexpr double taper = 0.2;          // per mm along

// So much wider than the course at each of its points.
std::vector<double> widths_of(std::size_t c, const std::vector<Curve>& courses, const Distance& above) {
    const Curve& curve = courses[c];
    std::vector<double> widths;
    for (std::size_t n = 0; n < curve.points.size(); ++n) {
        double width = room;
        for (std::size_t other = 0; other < courses.size(); ++other) {
            if (other == c) continue;
            const double wall = tube_distance(courses[other], curve.points[n]) - curve.radii[n];
            if (wall < thinnest_wall) width = std::max(width, std::max(wall, 0.0) / 2.0 + overlap);
        }
        const double floor = above(curve.points[n]) - curve.radii[n];
        if (floor > 0.0 && floor < thinnest_floor) width = std::max(width, floor + overlap);
        widths.push_back(width);
    }
    const auto step = [&](std::size_t n) { return taper * glm::distance(curve.points[n], curve.points[n - 1]); };
    for (std::size_t n = 1; n < widths.size(); ++n) widths[n] = std::max(widths[n], widths[n - 1] - step(n));
    for (std::size_t n = widths.size() - 1; n > 0; --n) widths[n - 1] = std::max(widths[n - 1], widths[n] - step(n));
    return widths;
}

// The tube with its wall moved away from its axis.
TriangleMesh widened(const TriangleMesh& tube, const Curve& curve, const std::vector<double>& widths) {
    TriangleMesh wall = tube;
    for (glm::vec3& position : wall.positions) {
        const glm::dvec3 p(position);
        const Nearest foot = nearest(curve, p);
        if (foot.distance < 1e-3) continue;
        const double width = widths[foot.segment] * (1.0 - foot.t) + widths[foot.segment + 1] * foot.t;
        position = glm::vec3(p + (p - foot.point) * (width / foot.distance));
    }
    return wall;
}

}  // namespace

std::vector<Tunnel> tunnels_round(const std::vector<Curve>& courses, const std::vector<TriangleMesh>& tubes, const Distance& above) {
    std::vector<Tunnel> tunnels;
    for (std::size_t c = 0; c < courses.size(); ++c) {
        const std::vector<double> widths = widths_of(c, courses, above);
        Curve curve = courses[c];
        for (std::size_t n = 0; n < widths.size(); ++n) curve.radii[n] += widths[n];
        tunnels.push_back({curve, widened(tubes[c], courses[c], widths)});
    }
    return tunnels;
}

}  // namespace drypoint::builder
