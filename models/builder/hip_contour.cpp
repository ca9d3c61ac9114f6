#include "hip_contour.h"

#include <algorithm>
#include <cmath>

#include "hull.h"
#include "outline.h"
#include "parallel.h"

namespace drypoint::builder {
namespace {

// Distances in one plane to the convex hull of the content's inside and of its mirror image; far outside where there is none.
std::vector<float> hull_distances(const Field& content, int j) {
    std::vector<glm::dvec2> points;
    const Box& box = content.box;
    for_each_point(Box{{box.low.x, j, box.low.z}, {box.size.x, 1, box.size.z}}, [&](int i, int jj, int k) {
        if (content.at(i, jj, k) >= 0.0f) return;
        points.push_back(glm::dvec2(i, k) * content.step);
        points.push_back(glm::dvec2(-i, k) * content.step);
    });
    Plane plane{content.step, {box.low.x, box.low.z}, {box.size.x, box.size.z}, {}};
    std::vector<Polygon> hulls;
    if (points.size() > 2) hulls.push_back(convex_hull(std::move(points)));
    fill_distances(plane, hulls, 60.0);
    return plane.values;
}

}  // namespace

void add_hip(Field& content, const HipContour& hip, double inset, unsigned threads) {
    constexpr double rounding = 40.0;  // height over which the pelvic floor rounds off
    const auto first = static_cast<int>(std::lround(hip.pelvis_from_y / content.step));
    Box box = content.box;
    box.size.y = box.high().y - first;
    box.low.y = first;
    Field hulls(content.step, box);
    const auto plane_size = static_cast<std::ptrdiff_t>(box.size.x) * box.size.z;
    parallel_for(static_cast<std::size_t>(box.size.y), threads, [&](std::size_t plane) {
        const std::vector<float> values = hull_distances(content, first + static_cast<int>(plane));
        std::copy(values.begin(), values.end(), hulls.values.begin() + static_cast<std::ptrdiff_t>(plane) * plane_size);
    });
    const auto passes = static_cast<int>(std::lround(120.0 / (content.step * content.step)));  // as wide in mm on any lattice
    for (int pass = 0; pass < passes; ++pass) smooth(hulls);
    for_each_point(box, [&](int i, int j, int k) {
        const double t = std::clamp((hip.pelvis_from_y + rounding - j * content.step) / rounding, 0.0, 1.0);
        const double shrunk = rounding * (1.0 - std::sqrt(1.0 - t * t));
        float& value = content.at(i, j, k);
        value = std::min(value, hulls.at(i, j, k) + static_cast<float>(shrunk + inset));
    });
}

void smooth_hip(Field& field, int times) {
    constexpr double from_y = 720.0;
    Field hip = field;
    hip.box.low.y = static_cast<int>(std::lround(from_y / field.step));
    hip.box.size.y = field.box.high().y - hip.box.low.y;
    const auto kept = hip.box.size.x * static_cast<std::ptrdiff_t>(hip.box.size.y) * hip.box.size.z;
    hip.values.erase(hip.values.begin(), hip.values.end() - kept);
    for (int pass = 0; pass < times; ++pass) smooth(hip);
    for_each_point(hip.box, [&](int i, int j, int k) {
        const auto t = static_cast<float>(std::clamp((j * field.step - from_y) / 50.0, 0.0, 1.0));
        float& value = field.at(i, j, k);
        value += t * (hip.at(i, j, k) - value);
    });
}

}  // namespace drypoint::builder
