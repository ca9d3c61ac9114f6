#include "geometry/closed.h"

#include <algorithm>

#include <glm/geometric.hpp>

namespace drypoint::geometry {
namespace {

// SplitMix64's finish: spreads neighbouring inputs over all 64 bits.
std::uint64_t scramble(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

// Of the edge without its direction, but negated (modulo 2^64) for one of the two: both ways cancel in a sum.
std::uint64_t signed_hash(std::uint32_t from, std::uint32_t to) {
    const std::uint64_t low = std::min(from, to);
    const std::uint64_t high = std::max(from, to);
    const std::uint64_t hash = scramble((high << 32 | low) + 0x9e3779b97f4a7c15ULL);
    return from < to ? hash : 0 - hash;
}

}  // namespace

bool is_closed_outward(const TriangleMesh& mesh) {
    if (mesh.triangles.empty()) return false;
    std::uint64_t edges = 0;
    for (const Triangle& t : mesh.triangles)
        edges += signed_hash(t[0], t[1]) + signed_hash(t[1], t[2]) + signed_hash(t[2], t[0]);
    return edges == 0 && enclosed_mm3(mesh.positions, mesh.triangles) > 0.0;
}

double enclosed_mm3(const std::vector<glm::vec3>& positions, const std::vector<Triangle>& triangles) {
    if (triangles.empty()) return 0.0;
    double sum = 0.0;
    const glm::dvec3 origin(positions[triangles[0][0]]);
    for (const Triangle& t : triangles) {
        const glm::dvec3 a = glm::dvec3(positions[t[0]]) - origin;
        const glm::dvec3 b = glm::dvec3(positions[t[1]]) - origin;
        const glm::dvec3 c = glm::dvec3(positions[t[2]]) - origin;
        sum += glm::dot(a, glm::cross(b, c));
    }
    return sum / 6.0;
}

double mean_thickness_mm(const std::vector<glm::vec3>& positions, const std::vector<Triangle>& triangles) {
    double twice_area = 0.0;
    for (const Triangle& t : triangles) {
        const glm::vec3 a = positions[t[0]];
        twice_area += static_cast<double>(glm::length(glm::cross(positions[t[1]] - a, positions[t[2]] - a)));
    }
    return twice_area > 0.0 ? 4.0 * enclosed_mm3(positions, triangles) / twice_area : 0.0;
}

}  // namespace drypoint::geometry
