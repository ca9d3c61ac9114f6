#pragma once
// Solids whose volumes, crossings and distances are known without a mesh library.

#include <cmath>
#include <cstdint>
#include <map>
#include <utility>

#include <glm/geometric.hpp>

#include "geometry/triangle_mesh.h"
#include "geometry/weld.h"

namespace drypoint::test {

// Two meshes as one; vertices at the same place become one.
inline geometry::TriangleMesh joined(const geometry::TriangleMesh& a, const geometry::TriangleMesh& b) {
    std::vector<glm::vec3> positions = a.positions;
    std::vector<geometry::Triangle> triangles = a.triangles;
    const auto first = static_cast<std::uint32_t>(positions.size());
    positions.insert(positions.end(), b.positions.begin(), b.positions.end());
    for (const geometry::Triangle& t : b.triangles) triangles.push_back({t[0] + first, t[1] + first, t[2] + first});
    return geometry::weld(positions, triangles);
}

// An axis-aligned box with n x n squares on each face; outward.
inline geometry::TriangleMesh gridded_box(const glm::vec3& low, const glm::vec3& high, int n) {
    geometry::TriangleMesh mesh;
    std::map<std::array<int, 3>, std::uint32_t> known;
    const auto vertex = [&](std::array<int, 3> at) {
        const auto entry = known.try_emplace(at, static_cast<std::uint32_t>(mesh.positions.size()));
        if (entry.second) {
            const glm::vec3 f{static_cast<float>(at[0]), static_cast<float>(at[1]), static_cast<float>(at[2])};
            mesh.positions.push_back(low + (high - low) * (f / static_cast<float>(n)));
        }
        return entry.first->second;
    };
    for (int axis = 0; axis < 3; ++axis) {
        for (const int side : {0, n}) {
            for (int i = 0; i < n; ++i) {
                for (int j = 0; j < n; ++j) {
                    const auto corner = [&](int di, int dj) {
                        std::array<int, 3> at{};
                        at[static_cast<std::size_t>(axis)] = side;
                        at[static_cast<std::size_t>((axis + 1) % 3)] = i + di;
                        at[static_cast<std::size_t>((axis + 2) % 3)] = j + dj;
                        return vertex(at);
                    };
                    std::array<std::uint32_t, 4> q{corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)};
                    if (side == 0) std::swap(q[1], q[3]);
                    mesh.triangles.push_back({q[0], q[1], q[2]});
                    mesh.triangles.push_back({q[0], q[2], q[3]});
                }
            }
        }
    }
    return mesh;
}

// A sphere: a gridded cube pushed out to the radius. Its surface lies inside the true sphere by at most about r * (1.6
// / n)^2.
inline geometry::TriangleMesh sphere(const glm::vec3& centre, float radius, int n) {
    geometry::TriangleMesh mesh = gridded_box(glm::vec3(-1.0f), glm::vec3(1.0f), n);
    for (glm::vec3& position : mesh.positions) position = centre + glm::normalize(position) * radius;
    return mesh;
}

}  // namespace drypoint::test
