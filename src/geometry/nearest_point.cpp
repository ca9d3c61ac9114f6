#include "geometry/nearest_point.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "geometry/corners.h"
#include "geometry/segment.h"

namespace drypoint::geometry {
namespace {

// The whole line: far beyond any limb.
constexpr double far_mm = 1e5;

glm::dvec3 closest(const TriangleMesh& mesh, std::uint32_t triangle, const glm::dvec3& p) {
    const Corners corners = corners_of(mesh, triangle);
    return closest_on_triangle(p, corners.a, corners.b, corners.c);
}

// A bound from below on the distance to a triangle, squared, in single precision: by the triangle's box.
float box_distance_squared(const TriangleMesh& mesh, const Triangle& t, const glm::vec3& p) {
    const glm::vec3& a = mesh.positions[t[0]];
    const glm::vec3& b = mesh.positions[t[1]];
    const glm::vec3& c = mesh.positions[t[2]];
    const glm::vec3 low = glm::min(a, glm::min(b, c));
    const glm::vec3 high = glm::max(a, glm::max(b, c));
    const glm::vec3 out = glm::max(glm::max(low - p, p - high), glm::vec3(0.0f));
    return glm::dot(out, out);
}

// The nearest of the triangles that `counts` accepts, by exact distance; boxes that are too far are not looked into.
template <typename Counts>
std::optional<NearestPoint> nearest_where(const TriangleMesh& mesh, const glm::dvec3& p, const Counts& counts) {
    constexpr float rounding = 1e-3f;  // of the box's single precision, in mm
    const glm::vec3 rough{p};
    std::optional<NearestPoint> best;
    float reach_squared = std::numeric_limits<float>::max();
    for (std::uint32_t i = 0; i < mesh.triangles.size(); ++i) {
        if (box_distance_squared(mesh, mesh.triangles[i], rough) > reach_squared) continue;
        const glm::dvec3 at = closest(mesh, i, p);
        const double distance = glm::distance(at, p);
        if ((best && distance >= best->distance_mm) || !counts(i, at)) continue;
        best = NearestPoint{at, distance, i};
        const float reach = static_cast<float>(distance) + rounding;
        reach_squared = reach * reach;
    }
    return best;
}

std::optional<NearestPoint> first_crossing(const TriangleMesh& mesh, const Line& line, bool entering) {
    for (const Crossing& crossing : crossings_of_all({&mesh}, line, 0.0, far_mm)) {
        if (crossing.entering != entering) continue;
        return NearestPoint{line.origin + line.direction * crossing.t_mm, crossing.t_mm, crossing.triangle};
    }
    return std::nullopt;
}

// A vector across a unit vector.
glm::dvec3 across(const glm::dvec3& unit) {
    const glm::dvec3 other = std::abs(unit.y) < 0.9 ? glm::dvec3(0, 1, 0) : glm::dvec3(1, 0, 0);
    return glm::normalize(glm::cross(unit, other));
}

// Triangles that come within reach of a point and look to the same side as `normal`: not the other face of a shell.
std::vector<std::uint32_t> triangles_near(const TriangleMesh& mesh, const glm::dvec3& p, const glm::dvec3& normal,
                                          double reach_mm) {
    const glm::vec3 rough{p};
    const auto reach_squared = static_cast<float>(reach_mm * reach_mm);
    std::vector<std::uint32_t> near;
    for (std::uint32_t i = 0; i < mesh.triangles.size(); ++i) {
        if (box_distance_squared(mesh, mesh.triangles[i], rough) > reach_squared) continue;
        if (glm::dot(normal_of(mesh, i), normal) > 0.0) near.push_back(i);
    }
    return near;
}

std::optional<std::uint32_t> nearest_of(const TriangleMesh& mesh, const std::vector<std::uint32_t>& triangles,
                                        const glm::dvec3& p) {
    std::optional<std::uint32_t> best;
    double least = std::numeric_limits<double>::max();
    for (const std::uint32_t i : triangles) {
        const double distance = glm::distance(closest(mesh, i, p), p);
        if (distance >= least) continue;
        least = distance;
        best = i;
    }
    return best;
}

bool in_and_out_match(const std::vector<Crossing>& crossings) {
    int winding = 0;
    for (const Crossing& crossing : crossings) {
        winding += crossing.entering ? 1 : -1;
        if (winding < 0) return false;
    }
    return winding == 0;
}

}  // namespace

std::optional<NearestPoint> nearest_point(const TriangleMesh& mesh, const glm::dvec3& to_mm) {
    return nearest_where(mesh, to_mm, [](std::uint32_t, const glm::dvec3&) { return true; });
}

std::optional<NearestPoint> nearest_outer_point(const TriangleMesh& mesh, const glm::dvec3& from_mm) {
    constexpr double on_the_face_mm = 1e-6;
    return nearest_where(mesh, from_mm, [&](std::uint32_t triangle, const glm::dvec3& at) {
        return glm::dot(normal_of(mesh, triangle), at - from_mm) > -on_the_face_mm;
    });
}

std::optional<NearestPoint> first_way_out(const TriangleMesh& mesh, const Line& line) {
    return first_crossing(mesh, line, false);
}

std::optional<NearestPoint> first_way_in(const TriangleMesh& mesh, const Line& line) {
    return first_crossing(mesh, line, true);
}

glm::dvec3 normal_of(const TriangleMesh& mesh, std::uint32_t triangle) {
    const Corners corners = corners_of(mesh, triangle);
    const glm::dvec3 normal = glm::cross(corners.b - corners.a, corners.c - corners.a);
    const double length = glm::length(normal);
    return length > 0.0 ? normal / length : glm::dvec3(0.0);
}

std::vector<Span> spans_inside(const TriangleMesh& mesh, const Line& line) {
    const std::vector<Crossing> crossings = crossings_of_all({&mesh}, line, -far_mm, far_mm);
    std::vector<Span> spans;
    if (!in_and_out_match(crossings)) {
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
            spans.push_back({crossings[i].t_mm, crossings[i + 1].t_mm});
        return spans;
    }
    int winding = 0;
    double from = 0.0;
    for (const Crossing& crossing : crossings) {
        if (crossing.entering) {
            if (winding++ == 0) from = crossing.t_mm;
        } else if (--winding == 0) {
            spans.push_back({from, crossing.t_mm});
        }
    }
    return spans;
}

bool is_inside(const TriangleMesh& mesh, const glm::dvec3& point_mm) {
    // A direction that no modelled surface has.
    static const glm::dvec3 direction = glm::normalize(glm::dvec3(0.8123, 0.1234, 0.5701));
    const auto holds = [](const Span& span) { return span.from_mm <= 0.0 && 0.0 <= span.to_mm; };
    const std::vector<Span> spans = spans_inside(mesh, {point_mm, direction});
    return std::any_of(spans.begin(), spans.end(), holds);
}

glm::dvec3 mean_normal(const TriangleMesh& mesh, const NearestPoint& around, double over_mm) {
    constexpr int rings = 4;
    constexpr int spokes = 8;
    constexpr double full_turn = 6.283185307179586;
    const glm::dvec3 normal = normal_of(mesh, around.triangle);
    const glm::dvec3 u = across(normal);
    const glm::dvec3 v = glm::cross(normal, u);
    const std::vector<std::uint32_t> near = triangles_near(mesh, around.at_mm, normal, over_mm);
    glm::dvec3 sum = normal;
    for (int ring = 1; ring <= rings; ++ring) {
        // Rings of equal area, each turned a little.
        const double radius = over_mm / 2.0 * std::sqrt((ring - 0.5) / rings);
        for (int spoke = 0; spoke < spokes; ++spoke) {
            const double turn = full_turn * (spoke + 0.5 * ring) / spokes;
            const glm::dvec3 place = around.at_mm + radius * (std::cos(turn) * u + std::sin(turn) * v);
            if (const auto triangle = nearest_of(mesh, near, place)) sum += normal_of(mesh, *triangle);
        }
    }
    const double length = glm::length(sum);
    return length > 1e-9 ? sum / length : normal;
}

}  // namespace drypoint::geometry
