#include "anatomy/fold.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>

#include "geometry/nearest_point.h"

namespace drypoint::anatomy {
namespace {

using geometry::Line;
using geometry::Span;
using geometry::TriangleMesh;

// In the middle of the superficial half.
constexpr double depth_share = 0.25;

std::optional<Span> span_holding(const TriangleMesh& mesh, const Line& line, double t) {
    for (const Span& span : geometry::spans_inside(mesh, line))
        if (span.from_mm <= t && t <= span.to_mm) return span;
    return std::nullopt;
}

glm::dmat3 outer_product(const glm::dvec3& v) {
    return {v * v.x, v * v.y, v * v.z};
}

// The eigenvector of the largest eigenvalue, by squaring: twelve squarings separate what differs by a thousandth.
glm::dvec3 longest_axis(glm::dmat3 m) {
    for (int i = 0; i < 12; ++i) {
        const double trace = m[0][0] + m[1][1] + m[2][2];
        if (!(trace > 0.0)) return glm::dvec3(0.0);
        m = m / trace;
        m = m * m;
    }
    glm::dvec3 best = m[0];
    for (int i = 1; i < 3; ++i)
        if (glm::dot(m[i], m[i]) > glm::dot(best, best)) best = m[i];
    const double length = glm::length(best);
    return length > 0.0 ? best / length : glm::dvec3(0.0);
}

}  // namespace

glm::dvec3 fibres_at(const TriangleMesh& muscle, const glm::dvec3& place_mm, double over_mm) {
    double area_sum = 0.0;
    glm::dvec3 mean(0.0);
    glm::dmat3 second(0.0);
    for (const geometry::Triangle& t : muscle.triangles) {
        const glm::dvec3 a(muscle.positions[t[0]]);
        const glm::dvec3 b(muscle.positions[t[1]]);
        const glm::dvec3 c(muscle.positions[t[2]]);
        const glm::dvec3 from_place = (a + b + c) / 3.0 - place_mm;
        if (glm::dot(from_place, from_place) > over_mm * over_mm) continue;
        const double area = glm::length(glm::cross(b - a, c - a)) / 2.0;
        area_sum += area;
        mean += area * from_place;
        second += area * outer_product(from_place);
    }
    if (!(area_sum > 0.0)) return glm::dvec3(0.0);
    mean /= area_sum;
    return longest_axis(second / area_sum - outer_product(mean));
}

bool lay_fold(const FoldSite& site, double fibres_over_mm, PathGeometry& geometry) {
    const Line inward{site.at_mm, -site.outward};
    const auto thickness = span_holding(site.muscle, inward, 0.0);
    const glm::dvec3 across = glm::cross(fibres_at(site.muscle, site.at_mm, fibres_over_mm), site.outward);
    if (!thickness || glm::length(across) < 0.1) return false;
    geometry.direction = glm::normalize(across);
    if (glm::dot(geometry.direction, site.from) > 0.0) geometry.direction = -geometry.direction;
    geometry.target_mm = site.at_mm + inward.direction * (thickness->from_mm + depth_share * thickness->length());
    const auto chord = span_holding(site.muscle, {geometry.target_mm, geometry.direction}, 0.0);
    if (!chord) return false;
    geometry.depth_mm = -chord->from_mm;
    geometry.entry_mm = geometry.target_mm - geometry.direction * geometry.depth_mm;
    geometry.beside_mm = glm::length(glm::cross(geometry.direction, site.at_mm - geometry.entry_mm));
    geometry.skin_angle_deg = angle_to_skin_deg(geometry.direction, site.outward);
    const auto skin = geometry::nearest_outer_point(site.outer, geometry.entry_mm);
    geometry.cover_mm = skin ? skin->distance_mm : 0.0;
    geometry.entry_on_skin = false;
    geometry.angle_by_convention = true;
    geometry.fold = true;
    return true;
}

}  // namespace drypoint::anatomy
