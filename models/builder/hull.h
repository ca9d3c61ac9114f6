#pragma once
// The convex hull of points in a plane (Andrew's monotone chain, 1979).

#include <algorithm>
#include <vector>

#include <glm/vec2.hpp>

namespace drypoint::builder {

// Counter-clockwise, without the points on its edges.
inline std::vector<glm::dvec2> convex_hull(std::vector<glm::dvec2> points) {
    std::sort(points.begin(), points.end(),
              [](const glm::dvec2& a, const glm::dvec2& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    const auto left_turn = [](const glm::dvec2& a, const glm::dvec2& b, const glm::dvec2& c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0.0;
    };
    std::vector<glm::dvec2> hull;
    for (int half = 0; half < 2; ++half) {
        const std::size_t start = hull.size();
        for (const glm::dvec2& point : points) {
            while (hull.size() >= start + 2 && !left_turn(hull[hull.size() - 2], hull.back(), point)) hull.pop_back();
            hull.push_back(point);
        }
        hull.pop_back();  // the first of the other half
        std::reverse(points.begin(), points.end());
    }
    return hull;
}

}  // namespace drypoint::builder
