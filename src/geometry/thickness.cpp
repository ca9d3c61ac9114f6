#include "geometry/thickness.h"

#include <cmath>
#include <vector>

#include <glm/geometric.hpp>

#include "geometry/surface_index.h"

namespace drypoint::geometry {
namespace {

constexpr double least_opposition = 0.7071067811865476;  // cosine of 45 degrees

struct Facet {
    glm::dvec3 middle, normal;  // of unit length, or zero
};

Facet facet_of(const TriangleMesh& mesh, const Triangle& t) {
    const glm::dvec3 a(mesh.positions[t[0]]);
    const glm::dvec3 b(mesh.positions[t[1]]);
    const glm::dvec3 c(mesh.positions[t[2]]);
    const glm::dvec3 normal = glm::cross(b - a, c - a);
    const double length = glm::length(normal);
    return {(a + b + c) / 3.0, length > 0.0 ? normal / length : glm::dvec3(0.0)};
}

}  // namespace

std::optional<double> thinnest_mm(const TriangleMesh& mesh) {
    const SurfaceIndex index({&mesh});
    std::vector<Facet> facets;
    facets.reserve(mesh.triangles.size());
    for (const Triangle& t : mesh.triangles) facets.push_back(facet_of(mesh, t));
    std::optional<double> thinnest;
    for (std::size_t i = 0; i < facets.size(); ++i) {
        if (facets[i].normal == glm::dvec3(0.0)) continue;
        const Line inwards{facets[i].middle, -facets[i].normal};
        const double farthest = thinnest.value_or(1e4);
        for (const Crossing& crossing : index.crossings(inwards, 0.0, farthest)) {
            if (crossing.triangle == i || crossing.entering) continue;
            if (glm::dot(facets[crossing.triangle].normal, facets[i].normal) < -least_opposition)
                thinnest = std::min(crossing.t_mm, farthest);
            break;
        }
    }
    return thinnest;
}

}  // namespace drypoint::geometry
