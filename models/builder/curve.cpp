#include "curve.h"

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>

namespace drypoint::builder {
namespace {

glm::dvec3 blend(const glm::dvec3& a, const glm::dvec3& b, double ta, double tb, double t) {
    return a * ((tb - t) / (tb - ta)) + b * ((t - ta) / (tb - ta));
}

// Between b and c; u from 0 to 1.
glm::dvec3 catmull_rom(const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c, const glm::dvec3& d, double u) {
    const auto knot = [](const glm::dvec3& p, const glm::dvec3& q) { return std::sqrt(std::max(glm::distance(p, q), 1e-6)); };
    const double t1 = knot(a, b);
    const double t2 = t1 + knot(b, c);
    const double t3 = t2 + knot(c, d);
    const double t = t1 + (t2 - t1) * u;
    const glm::dvec3 p = blend(a, b, 0.0, t1, t);
    const glm::dvec3 q = blend(b, c, t1, t2, t);
    const glm::dvec3 r = blend(c, d, t2, t3, t);
    return blend(blend(p, q, 0.0, t2, t), blend(q, r, t1, t3, t), t1, t2, t);
}

}  // namespace

double length(const std::vector<glm::dvec3>& points) {
    double sum = 0.0;
    for (std::size_t n = 1; n < points.size(); ++n) sum += glm::distance(points[n - 1], points[n]);
    return sum;
}

glm::dvec3 tangent(const std::vector<glm::dvec3>& points, std::size_t n) {
    const glm::dvec3& before = points[n > 0 ? n - 1 : 0];
    const glm::dvec3& after = points[std::min(n + 1, points.size() - 1)];
    const double way = glm::distance(before, after);
    return way > 0.0 ? (after - before) / way : glm::dvec3(0.0, -1.0, 0.0);
}

Curve resampled(const Curve& curve, double spacing) {
    constexpr int fine = 16;  // steps per span of the first, fine sampling
    const std::size_t count = curve.points.size();
    Curve dense;
    for (std::size_t n = 0; n + 1 < count; ++n) {
        const glm::dvec3& b = curve.points[n];
        const glm::dvec3& c = curve.points[n + 1];
        const glm::dvec3 a = n > 0 ? curve.points[n - 1] : b + (b - c);
        const glm::dvec3 d = n + 2 < count ? curve.points[n + 2] : c + (c - b);
        for (int step = 0; step < fine; ++step) {
            const double u = static_cast<double>(step) / fine;
            dense.points.push_back(catmull_rom(a, b, c, d, u));
            dense.radii.push_back(curve.radii[n] * (1.0 - u) + curve.radii[n + 1] * u);
        }
    }
    dense.points.push_back(curve.points.back());
    dense.radii.push_back(curve.radii.back());

    const double total = length(dense.points);
    const auto spans = std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(total / spacing)));
    Curve result;
    std::size_t at = 0;
    double passed = 0.0;
    for (std::size_t n = 0; n < spans; ++n) {
        const double wanted = total * static_cast<double>(n) / static_cast<double>(spans);
        while (passed + glm::distance(dense.points[at], dense.points[at + 1]) < wanted) {
            passed += glm::distance(dense.points[at], dense.points[at + 1]);
            ++at;
        }
        const double span = glm::distance(dense.points[at], dense.points[at + 1]);
        const double u = span > 0.0 ? (wanted - passed) / span : 0.0;
        result.points.push_back(dense.points[at] * (1.0 - u) + dense.points[at + 1] * u);
        result.radii.push_back(dense.radii[at] * (1.0 - u) + dense.radii[at + 1] * u);
    }
    result.points.push_back(dense.points.back());
    result.radii.push_back(dense.radii.back());
    return result;
}

Nearest nearest(const Curve& curve, const glm::dvec3& point) {
    Nearest best;
    double best2 = best.distance * best.distance;
    for (std::size_t n = 0; n + 1 < curve.points.size(); ++n) {
        const glm::dvec3& a = curve.points[n];
        const glm::dvec3 edge = curve.points[n + 1] - a;
        const double length2 = glm::dot(edge, edge);
        const double t = length2 > 0.0 ? std::clamp(glm::dot(point - a, edge) / length2, 0.0, 1.0) : 0.0;
        const glm::dvec3 foot = a + edge * t;
        const glm::dvec3 way = foot - point;
        const double distance2 = glm::dot(way, way);
        if (distance2 >= best2) continue;
        const double distance = std::sqrt(distance2);
        if (distance >= best.distance) continue;  // squares may differ where roots do not
        best = {distance, n, t, curve.radii[n] * (1.0 - t) + curve.radii[n + 1] * t, foot};
        best2 = distance2;
    }
    return best;
}

std::vector<glm::dvec3> smoothed_along(const std::vector<glm::dvec3>& values, double sigma_points) {
    const auto count = static_cast<std::ptrdiff_t>(values.size());
    const auto reach = static_cast<std::ptrdiff_t>(std::ceil(3.0 * sigma_points));
    std::vector<glm::dvec3> result(values.size());
    for (std::ptrdiff_t n = 0; n < count; ++n) {
        glm::dvec3 sum(0.0);
        double weights = 0.0;
        for (std::ptrdiff_t m = std::max<std::ptrdiff_t>(0, n - reach); m <= std::min(count - 1, n + reach); ++m) {
            const double away = static_cast<double>(m - n) / sigma_points;
            const double weight = std::exp(-0.5 * away * away);
            sum += values[static_cast<std::size_t>(m)] * weight;
            weights += weight;
        }
        result[static_cast<std::size_t>(n)] = sum / weights;
    }
    return result;
}

}  // namespace drypoint::builder
