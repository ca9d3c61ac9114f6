#include "normals.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>

#include <meshoptimizer.h>

#include <glm/geometric.hpp>

namespace drypoint::builder {
namespace {

using geometry::ShadedMesh;
using geometry::Triangle;
using geometry::TriangleMesh;

struct Corner {
    std::uint32_t vertex;
    std::uint32_t triangle;
    std::uint32_t slot;  // 0 to 2 in its triangle
    glm::dvec3 face;     // unit normal of its triangle
    double weight;       // its angle
};

glm::dvec3 unit(const glm::dvec3& v) {
    const double length = glm::length(v);
    return length > 0.0 ? v / length : glm::dvec3(0.0, 1.0, 0.0);
}

double angle_between(const glm::dvec3& a, const glm::dvec3& b) { return std::acos(std::clamp(glm::dot(a, b), -1.0, 1.0)); }

std::vector<Corner> corners_of(const TriangleMesh& mesh) {
    std::vector<Corner> corners;
    for (std::uint32_t t = 0; t < mesh.triangles.size(); ++t) {
        const Triangle& triangle = mesh.triangles[t];
        const std::array<glm::dvec3, 3> p = {mesh.positions[triangle[0]], mesh.positions[triangle[1]],
                                             mesh.positions[triangle[2]]};
        const glm::dvec3 face = unit(glm::cross(p[1] - p[0], p[2] - p[0]));
        for (std::uint32_t n = 0; n < 3; ++n) {
            const glm::dvec3 a = unit(p[(n + 1) % 3] - p[n]);
            const glm::dvec3 b = unit(p[(n + 2) % 3] - p[n]);
            corners.push_back({triangle[n], t, n, face, angle_between(a, b)});
        }
    }
    std::stable_sort(corners.begin(), corners.end(), [](const Corner& a, const Corner& b) { return a.vertex < b.vertex; });
    return corners;
}

// Groups of corners round one vertex: two belong together when their triangles share an edge there and do not meet sharply.
std::vector<int> groups_of(const TriangleMesh& mesh, const Corner* first, std::size_t count, double crease_cosine) {
    std::vector<int> group(count);
    for (std::size_t n = 0; n < count; ++n) group[n] = static_cast<int>(n);
    const auto neighbours = [&](const Corner& a, const Corner& b) {
        const Triangle& s = mesh.triangles[a.triangle];
        const Triangle& t = mesh.triangles[b.triangle];
        return s[(a.slot + 1) % 3] == t[(b.slot + 2) % 3] || s[(a.slot + 2) % 3] == t[(b.slot + 1) % 3];
    };
    for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = a + 1; b < count; ++b) {
            if (group[a] == group[b] || !neighbours(first[a], first[b])) continue;
            if (glm::dot(first[a].face, first[b].face) < crease_cosine) continue;
            const int from = std::max(group[a], group[b]);
            const int to = std::min(group[a], group[b]);
            std::replace(group.begin(), group.end(), from, to);
        }
    }
    return group;
}

// In the order in which the graphics card finds most of their vertices at hand.
std::vector<Triangle> in_cache_order(const std::vector<Triangle>& triangles, std::size_t vertex_count) {
    std::vector<std::uint32_t> indices;
    for (const Triangle& triangle : triangles) indices.insert(indices.end(), triangle.begin(), triangle.end());
    std::vector<std::uint32_t> ordered(indices.size());
    meshopt_optimizeVertexCache(ordered.data(), indices.data(), indices.size(), vertex_count);
    std::vector<Triangle> result;
    for (std::size_t n = 0; n < ordered.size(); n += 3) result.push_back({ordered[n], ordered[n + 1], ordered[n + 2]});
    return result;
}

}  // namespace

ShadedMesh shade(const TriangleMesh& mesh, const Field* field, double crease_deg) {
    const double crease_cosine = std::cos(crease_deg * std::numbers::pi / 180.0);
    const double trusted_cosine = std::cos(30.0 * std::numbers::pi / 180.0);
    const std::vector<Corner> corners = corners_of(mesh);
    ShadedMesh result;
    result.triangles = mesh.triangles;
    for (std::size_t first = 0; first < corners.size();) {
        std::size_t last = first;
        while (last < corners.size() && corners[last].vertex == corners[first].vertex) ++last;
        const std::vector<int> group = groups_of(mesh, &corners[first], last - first, crease_cosine);
        for (std::size_t n = first; n < last; ++n) {
            if (group[n - first] != static_cast<int>(n - first)) continue;
            glm::dvec3 sum(0.0);
            const auto index = static_cast<std::uint32_t>(result.positions.size());
            for (std::size_t m = first; m < last; ++m) {
                if (group[m - first] != static_cast<int>(n - first)) continue;
                sum += corners[m].face * corners[m].weight;
                result.triangles[corners[m].triangle][corners[m].slot] = index;
            }
            glm::dvec3 normal = unit(sum);
            const glm::vec3& position = mesh.positions[corners[n].vertex];
            // Where fairing or fewer triangles led away from the field's surface, its slope says nothing.
            if (field && std::abs(sample(*field, glm::dvec3(position))) < 0.3 * field->step) {
                const glm::dvec3 better = direction(*field, glm::dvec3(position), normal);
                if (glm::dot(better, normal) > trusted_cosine) normal = better;
            }
            result.positions.push_back(position);
            result.normals.push_back(glm::vec3(normal));
        }
        first = last;
    }
    return result;
}

geometry::MorphTarget target_to(const ShadedMesh& mesh, const std::string& name, const std::vector<glm::vec3>& positions) {
    std::vector<glm::dvec3> sums(positions.size(), glm::dvec3(0.0));
    for (const Corner& corner : corners_of({positions, mesh.triangles})) sums[corner.vertex] += corner.face * corner.weight;
    geometry::MorphTarget target{name, {}, {}};
    for (std::size_t n = 0; n < positions.size(); ++n) {
        target.positions.push_back(positions[n] - mesh.positions[n]);
        target.normals.push_back(glm::vec3(unit(sums[n])) - mesh.normals[n]);
    }
    return target;
}

void order_for_drawing(ShadedMesh& mesh) {
    const std::size_t vertex_count = mesh.positions.size();
    if (mesh.triangles.empty()) return;
    std::vector<std::uint32_t> ordered;
    for (const Triangle& triangle : in_cache_order(mesh.triangles, vertex_count)) {
        ordered.insert(ordered.end(), triangle.begin(), triangle.end());
    }
    std::vector<std::uint32_t> remap(vertex_count);
    const std::size_t used = meshopt_optimizeVertexFetchRemap(remap.data(), ordered.data(), ordered.size(), vertex_count);
    ShadedMesh result;
    result.positions.resize(used);
    result.normals.resize(used);
    for (std::size_t n = 0; n < vertex_count; ++n) {
        if (remap[n] == ~0u) continue;
        result.positions[remap[n]] = mesh.positions[n];
        result.normals[remap[n]] = mesh.normals[n];
    }
    for (std::size_t n = 0; n < ordered.size(); n += 3) {
        result.triangles.push_back({remap[ordered[n]], remap[ordered[n + 1]], remap[ordered[n + 2]]});
    }
    mesh = std::move(result);
}

std::vector<Triangle> on_shading(const std::vector<Triangle>& triangles, const TriangleMesh& surface, const ShadedMesh& shading) {
    std::map<std::array<float, 3>, std::vector<std::uint32_t>> at;
    for (std::uint32_t n = 0; n < shading.positions.size(); ++n) {
        const glm::vec3& p = shading.positions[n];
        at[{p.x, p.y, p.z}].push_back(n);
    }
    std::vector<Triangle> result = triangles;
    for (Triangle& triangle : result) {
        const std::array<glm::vec3, 3> corners = {surface.positions[triangle[0]], surface.positions[triangle[1]], surface.positions[triangle[2]]};
        const glm::vec3 face = glm::cross(corners[1] - corners[0], corners[2] - corners[0]);
        for (std::size_t n = 0; n < 3; ++n) {
            const std::vector<std::uint32_t>& here = at.at({corners[n].x, corners[n].y, corners[n].z});
            triangle[n] = *std::max_element(here.begin(), here.end(), [&](std::uint32_t a, std::uint32_t b) {
                return glm::dot(shading.normals[a], face) < glm::dot(shading.normals[b], face);
            });
        }
    }
    return in_cache_order(result, shading.positions.size());
}

}  // namespace drypoint::builder
