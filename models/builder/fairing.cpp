#include "fairing.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include <glm/geometric.hpp>
#include <glm/vec3.hpp>

#include "mesh_tools.h"

namespace drypoint::builder {
namespace {

// The neighbours of all vertices one after another; those of vertex n from first[n] to first[n + 1]. On a closed surface each
// of them follows the vertex in exactly one triangle.
struct Neighbours {
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> list;
};

Neighbours ordered_neighbours(const geometry::TriangleMesh& mesh) {
    Neighbours result;
    result.first.assign(mesh.positions.size() + 1, 0);
    for (const geometry::Triangle& t : mesh.triangles) {
        for (const std::uint32_t vertex : t) ++result.first[vertex + 1];
    }
    for (std::size_t n = 1; n < result.first.size(); ++n) result.first[n] += result.first[n - 1];
    result.list.resize(mesh.triangles.size() * 3);
    std::vector<std::uint32_t> next(result.first.begin(), result.first.end() - 1);
    for (const geometry::Triangle& t : mesh.triangles) {
        for (std::size_t n = 0; n < 3; ++n) result.list[next[t[n]]++] = t[(n + 1) % 3];
    }
    return result;
}

void step(std::vector<glm::vec3>& positions, std::vector<glm::vec3>& scratch, const Neighbours& neighbours, float share) {
    for (std::size_t n = 0; n < positions.size(); ++n) {
        const std::uint32_t begin = neighbours.first[n];
        const std::uint32_t end = neighbours.first[n + 1];
        glm::vec3 sum(0.0f);
        for (std::uint32_t m = begin; m < end; ++m) sum += positions[neighbours.list[m]];
        scratch[n] = begin == end ? positions[n] : positions[n] + share * (sum / static_cast<float>(end - begin) - positions[n]);
    }
    positions.swap(scratch);
}

}  // namespace

void fair(geometry::TriangleMesh& mesh, int rounds, const std::function<bool(const glm::dvec3&, const glm::dvec3&)>& free) {
    constexpr float lambda = 0.5f;
    constexpr float mu = -0.515f;
    const Neighbours neighbours = ordered_neighbours(mesh);
    std::vector<glm::vec3> wanted = mesh.positions;
    std::vector<glm::vec3> scratch(wanted.size());
    for (int round = 0; round < rounds; ++round) {
        step(wanted, scratch, neighbours, lambda);
        step(wanted, scratch, neighbours, mu);
    }
    for (std::size_t n = 0; n < wanted.size(); ++n) {
        const glm::dvec3 from(mesh.positions[n]);
        const glm::dvec3 way = glm::dvec3(wanted[n]) - from;
        for (const double share : {1.0, 0.5, 0.25}) {
            if (!free(from, from + way * share)) continue;
            mesh.positions[n] = glm::vec3(from + way * share);
            break;
        }
    }
}

void swell(geometry::TriangleMesh& mesh, double volume_mm3, const std::function<bool(const glm::dvec3&, const glm::dvec3&)>& free) {
    constexpr double most = 0.1;
    constexpr int rounds = 4;
    std::vector<glm::dvec3> normals(mesh.positions.size(), glm::dvec3(0.0));  // of a third of the area round each vertex
    for (const geometry::Triangle& t : mesh.triangles) {
        const glm::dvec3 a(mesh.positions[t[0]]);
        const glm::dvec3 area = glm::cross(glm::dvec3(mesh.positions[t[1]]) - a, glm::dvec3(mesh.positions[t[2]]) - a) / 6.0;
        for (const std::uint32_t corner : t) normals[corner] += area;
    }
    const std::vector<glm::vec3> before = mesh.positions;
    std::vector<char> stays(before.size(), 0);
    double way = 0.0;
    for (int round = 0; round < rounds && way < most; ++round) {
        double area = 0.0;
        for (std::size_t n = 0; n < normals.size(); ++n) area += stays[n] ? 0.0 : glm::length(normals[n]);
        const double missing = volume_mm3 - signed_volume(mesh);
        if (missing <= 0.0 || area <= 0.0) return;
        way = std::min(most, way + missing / area);
        for (std::size_t n = 0; n < before.size(); ++n) {
            const double length = glm::length(normals[n]);
            if (stays[n] || length <= 0.0) continue;
            const glm::dvec3 from(before[n]);
            const glm::dvec3 to = from + normals[n] * (way / length);
            stays[n] = free(from, to) ? 0 : 1;
            if (!stays[n]) mesh.positions[n] = glm::vec3(to);
        }
    }
}

}  // namespace drypoint::builder
