#include "outline.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace drypoint::builder {
namespace {

glm::dvec2 point_at(const FourierOutline& outline, double t) {
    glm::dvec2 point = outline.centre;
    for (std::size_t n = 0; n < outline.harmonics.size(); ++n) {
        const auto& [a, b, c, d] = outline.harmonics[n];
        const double angle = static_cast<double>(n + 1) * t;
        const double cosine = std::cos(angle);
        const double sine = std::sin(angle);
        point += glm::dvec2(a * cosine + b * sine, c * cosine + d * sine);
    }
    return point;
}

double perimeter(const Polygon& polygon) {
    double sum = 0.0;
    for (std::size_t n = 0; n < polygon.size(); ++n) sum += glm::distance(polygon[n], polygon[(n + 1) % polygon.size()]);
    return sum;
}

Polygon sampled(const FourierOutline& outline, int count) {
    Polygon polygon;
    for (int n = 0; n < count; ++n) polygon.push_back(point_at(outline, 2.0 * std::numbers::pi * n / count));
    return polygon;
}

double squared_distance(const glm::dvec2& point, const glm::dvec2& a, const glm::dvec2& b) {
    const glm::dvec2 edge = b - a;
    const double length2 = glm::dot(edge, edge);
    const double t = length2 > 0.0 ? std::clamp(glm::dot(point - a, edge) / length2, 0.0, 1.0) : 0.0;
    const glm::dvec2 way = point - (a + edge * t);
    return glm::dot(way, way);
}

// Lowers the squared distances of all lattice points within `limit` of the edge.
void stamp_edge(Plane& plane, const glm::dvec2& a, const glm::dvec2& b, double limit) {
    const glm::dvec2 low = (glm::min(a, b) - limit) / plane.step;
    const glm::dvec2 high = (glm::max(a, b) + limit) / plane.step;
    const glm::ivec2 first = glm::max(glm::ivec2(glm::ceil(low)), plane.low);
    const glm::ivec2 last = glm::min(glm::ivec2(glm::floor(high)), plane.low + plane.size - 1);
    for (int k = first.y; k <= last.y; ++k) {
        float* row = plane.values.data() + static_cast<std::ptrdiff_t>(k - plane.low.y) * plane.size.x - plane.low.x;
        for (int i = first.x; i <= last.x; ++i) {
            const double distance2 = squared_distance(glm::dvec2(i, k) * plane.step, a, b);
            row[i] = std::min(row[i], static_cast<float>(distance2));
        }
    }
}

// x of all crossings of the polygon with the line z = const, in order.
std::vector<double> crossings(const Polygon& polygon, double z) {
    std::vector<double> result;
    for (std::size_t n = 0; n < polygon.size(); ++n) {
        const glm::dvec2& a = polygon[n];
        const glm::dvec2& b = polygon[(n + 1) % polygon.size()];
        if ((a.y <= z) != (b.y <= z)) result.push_back(a.x + (z - a.y) / (b.y - a.y) * (b.x - a.x));
    }
    std::sort(result.begin(), result.end());
    return result;
}

void mark_inside(const Plane& plane, const Polygon& polygon, std::vector<char>& inside) {
    for (int k = 0; k < plane.size.y; ++k) {
        const std::vector<double> xs = crossings(polygon, (plane.low.y + k) * plane.step);
        for (std::size_t n = 0; n + 1 < xs.size(); n += 2) {
            const int first = std::max(static_cast<int>(std::ceil(xs[n] / plane.step)) - plane.low.x, 0);
            const int last = std::min(static_cast<int>(std::floor(xs[n + 1] / plane.step)) - plane.low.x, plane.size.x - 1);
            for (int i = first; i <= last; ++i) inside[static_cast<std::size_t>(k * plane.size.x + i)] = 1;
        }
    }
}

}  // namespace

Polygon to_polygon(const FourierOutline& outline) {
    const double length = perimeter(sampled(outline, 48));
    return sampled(outline, std::clamp(static_cast<int>(std::lround(length / 2.0)), 48, 200));
}

double area(const Polygon& polygon) {
    double twice = 0.0;
    for (std::size_t n = 0; n < polygon.size(); ++n) {
        const glm::dvec2& a = polygon[n];
        const glm::dvec2& b = polygon[(n + 1) % polygon.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice) / 2.0;
}

void fill_distances(Plane& plane, const std::vector<Polygon>& outlines, double limit) {
    const auto count = static_cast<std::size_t>(plane.size.x) * static_cast<std::size_t>(plane.size.y);
    plane.values.assign(count, static_cast<float>(limit * limit));
    std::vector<char> inside(count, 0);
    for (const Polygon& polygon : outlines) {
        for (std::size_t n = 0; n < polygon.size(); ++n) {
            stamp_edge(plane, polygon[n], polygon[(n + 1) % polygon.size()], limit);
        }
        mark_inside(plane, polygon, inside);
    }
    for (std::size_t n = 0; n < count; ++n) {
        const float distance = std::sqrt(plane.values[n]);
        plane.values[n] = inside[n] ? -distance : distance;
    }
}

}  // namespace drypoint::builder
