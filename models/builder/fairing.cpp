#include "fairing.h"

#include <array>
#include <cstdint>
#include <vector>

#include <glm/vec3.hpp>

namespace drypoint::builder {
namespace {

// The neighbours of all vertices one after another; those of vertex n from first[n] to first[n + 1]. On a closed surface each
// of them follows the vertex in exactly one triangle.
struct Neighbours {
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> list;
};

Neighbours neighbours_of(const geometry::TriangleMesh& mesh) {
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
    const Neighbours neighbours = neighbours_of(mesh);
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

}  // namespace drypoint::builder
