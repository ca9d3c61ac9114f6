#include "geometry/triangulate.h"

#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

#include "geometry/orientation.h"

namespace drypoint::geometry {
namespace {

// Ear cutting takes time with the square of the corners.
constexpr std::size_t most_ear_corners = 512;

using Flat = std::vector<glm::dvec2>;

// The polygon seen along the axis in which it is broadest (Newell's normal), counter-clockwise.
Flat flattened(const std::vector<glm::vec3>& positions, const std::vector<std::uint32_t>& corners) {
    glm::dvec3 normal(0.0);
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const glm::dvec3 a(positions[corners[i]]);
        const glm::dvec3 b(positions[corners[(i + 1) % corners.size()]]);
        normal += glm::cross(a, b);
    }
    const glm::dvec3 size = glm::abs(normal);
    const int drop = size.x >= size.y && size.x >= size.z ? 0 : (size.y >= size.z ? 1 : 2);
    const int u = normal[drop] >= 0.0 ? (drop + 1) % 3 : (drop + 2) % 3;
    const int v = normal[drop] >= 0.0 ? (drop + 2) % 3 : (drop + 1) % 3;
    Flat flat;
    for (const std::uint32_t corner : corners) flat.emplace_back(positions[corner][u], positions[corner][v]);
    return flat;
}

bool inside(const glm::dvec2& p, const glm::dvec2& a, const glm::dvec2& b, const glm::dvec2& c) {
    return side_of_line(a, b, p) >= 0 && side_of_line(b, c, p) >= 0 && side_of_line(c, a, p) >= 0;
}

bool is_ear(const Flat& flat, const std::vector<std::size_t>& left, std::size_t at) {
    const std::size_t n = left.size();
    const glm::dvec2& a = flat[left[(at + n - 1) % n]];
    const glm::dvec2& b = flat[left[at]];
    const glm::dvec2& c = flat[left[(at + 1) % n]];
    if (side_of_line(a, b, c) <= 0) return false;
    for (const std::size_t other : left) {
        const glm::dvec2& p = flat[other];
        if (p != a && p != b && p != c && inside(p, a, b, c)) return false;
    }
    return true;
}

}  // namespace

void triangulate(const std::vector<glm::vec3>& positions, const std::vector<std::uint32_t>& corners,
                 std::vector<Triangle>& triangles) {
    std::vector<std::size_t> left(corners.size());
    for (std::size_t i = 0; i < left.size(); ++i) left[i] = i;
    if (left.size() > 3 && left.size() <= most_ear_corners) {
        const Flat flat = flattened(positions, corners);
        for (std::size_t at = 0; left.size() > 3 && at < left.size();) {
            if (!is_ear(flat, left, at)) {
                ++at;
                continue;
            }
            const std::size_t n = left.size();
            triangles.push_back({corners[left[(at + n - 1) % n]], corners[left[at]], corners[left[(at + 1) % n]]});
            left.erase(left.begin() + static_cast<std::ptrdiff_t>(at));
            at = 0;
        }
    }
    for (std::size_t i = 2; i < left.size(); ++i)
        triangles.push_back({corners[left[0]], corners[left[i - 1]], corners[left[i]]});
}

}  // namespace drypoint::geometry
