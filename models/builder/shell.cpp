#include "shell.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <glm/geometric.hpp>

#include "parallel.h"

namespace drypoint::builder {
namespace {

using geometry::TriangleMesh;

void release(glm::dvec3& way, const glm::bvec3& held) {
    for (int axis = 0; axis < 3; ++axis) {
        if (held[axis]) way[axis] = 0.0;
    }
}

std::vector<std::vector<std::uint32_t>> neighbours_of(const TriangleMesh& mesh) {
    std::vector<std::vector<std::uint32_t>> neighbours(mesh.positions.size());
    for (const geometry::Triangle& t : mesh.triangles) {
        for (std::size_t n = 0; n < 3; ++n) {
            for (const std::uint32_t other : {t[(n + 1) % 3], t[(n + 2) % 3]}) {
                std::vector<std::uint32_t>& list = neighbours[t[n]];
                if (std::find(list.begin(), list.end(), other) == list.end()) list.push_back(other);
            }
        }
    }
    return neighbours;
}

}  // namespace

glm::dvec3 Mover::way_out(const glm::dvec3& p, const glm::bvec3& held) const {
    const double i = std::max(0.0, sample(inside_, p));
    const double o = std::min(0.0, sample(outside_, p));
    glm::dvec3 way = gradient(inside_, p) * -o + gradient(outside_, p) * i;
    release(way, held);
    const double length = glm::length(way);
    return length > 1e-9 ? way / length : glm::dvec3(0.0);
}

glm::bvec3 Mover::held(const glm::dvec3& p) const {
    const bool on_end = std::abs(p.y - planes_.bottom_y) < 1e-3 || std::abs(p.y - planes_.top_y) < 1e-3;
    return {std::abs(p.x - planes_.middle_x) < 1e-3, on_end, false};
}

glm::vec3 Mover::lead_out(const glm::vec3& start, double wanted) const {
    glm::dvec3 p(start);
    const glm::bvec3 fixed = held(p);
    for (int round = 0; round < 80; ++round) {
        const double missing = wanted - sample(outside_, p);
        if (std::abs(missing) < 1e-3) break;
        p += way_out(p, fixed) * std::clamp(0.8 * missing, -0.5, 0.5);
    }
    return glm::vec3(p);
}

glm::vec3 Mover::project(const glm::vec3& start, double wanted, const glm::bvec3& held) const {
    glm::dvec3 p(start);
    for (int round = 0; round < 20; ++round) {
        const double missing = wanted - sample(outside_, p);
        glm::dvec3 way = direction(outside_, p, glm::dvec3(0.0));
        release(way, held);
        const double length2 = glm::dot(way, way);
        if (std::abs(missing) < 1e-4 || length2 < 0.05) break;
        p += way * (missing / length2);
    }
    return glm::vec3(p);
}

void untangle(TriangleMesh& mesh, const Mover& mover) {
    const std::vector<std::vector<std::uint32_t>> neighbours = neighbours_of(mesh);
    for (int round = 0; round < 60; ++round) {
        std::vector<char> tangled(mesh.positions.size(), 0);
        bool any = false;
        for (const geometry::Triangle& t : mesh.triangles) {
            const glm::dvec3 a(mesh.positions[t[0]]);
            const glm::dvec3 b(mesh.positions[t[1]]);
            const glm::dvec3 c(mesh.positions[t[2]]);
            const glm::dvec3 normal = glm::cross(b - a, c - a);
            const glm::dvec3 slope = direction(mover.outside(), (a + b + c) / 3.0, glm::dvec3(0.0));
            if (glm::dot(normal, slope) > 0.75 * glm::length(normal)) continue;
            any = true;
            for (const std::uint32_t corner : t) tangled[corner] = 1;
        }
        if (!any) return;
        const std::vector<glm::vec3> before = mesh.positions;
        for (std::size_t n = 0; n < mesh.positions.size(); ++n) {
            const glm::bvec3 held = mover.held(glm::dvec3(before[n]));
            if (!tangled[n] || held.x || held.y) continue;
            glm::vec3 mean(0.0f);
            for (const std::uint32_t other : neighbours[n]) mean += before[other];
            mesh.positions[n] = mover.project(mean / static_cast<float>(neighbours[n].size()), 0.0, held);
        }
    }
}

TriangleMesh shell_of(const TriangleMesh& outer, const TriangleMesh& inner) {
    TriangleMesh shell = outer;
    const auto count = static_cast<std::uint32_t>(outer.positions.size());
    shell.positions.insert(shell.positions.end(), inner.positions.begin(), inner.positions.end());
    struct HalfEdge {
        std::uint32_t a, b;
        bool operator<(const HalfEdge& other) const { return a != other.a ? a < other.a : b < other.b; }
    };
    std::vector<HalfEdge> edges;
    for (const geometry::Triangle& t : outer.triangles) {
        shell.triangles.push_back({t[0] + count, t[2] + count, t[1] + count});
        for (std::size_t n = 0; n < 3; ++n) edges.push_back({t[n], t[(n + 1) % 3]});
    }
    std::sort(edges.begin(), edges.end());
    for (const HalfEdge& edge : edges) {
        if (std::binary_search(edges.begin(), edges.end(), HalfEdge{edge.b, edge.a})) continue;
        shell.triangles.push_back({edge.b, edge.a, edge.a + count});
        shell.triangles.push_back({edge.b, edge.a + count, edge.b + count});
    }
    return shell;
}

std::vector<double> missing_room(const TriangleMesh& mesh, const Distance& content, double least, unsigned threads) {
    constexpr int parts = 5;
    std::vector<double> worst(mesh.triangles.size(), 0.0);
    parallel_for(mesh.triangles.size(), threads, [&](std::size_t n) {
        const geometry::Triangle& t = mesh.triangles[n];
        const std::array<glm::dvec3, 3> p = {mesh.positions[t[0]], mesh.positions[t[1]], mesh.positions[t[2]]};
        const glm::dvec3 middle = (p[0] + p[1] + p[2]) / 3.0;
        double reach = 0.0;
        for (const glm::dvec3& corner : p) reach = std::max(reach, glm::distance(corner, middle));
        if (content(middle) - reach > least) return;
        for (int a = 0; a <= parts; ++a) {
            for (int b = 0; a + b <= parts; ++b) {
                const glm::dvec3 q = (p[0] * static_cast<double>(a) + p[1] * static_cast<double>(b) +
                                      p[2] * static_cast<double>(parts - a - b)) / static_cast<double>(parts);
                worst[n] = std::max(worst[n], least - content(q));
            }
        }
    });
    std::vector<double> missing(mesh.positions.size(), 0.0);
    for (std::size_t n = 0; n < worst.size(); ++n) {
        for (const std::uint32_t vertex : mesh.triangles[n]) {
            missing[vertex] = std::max(missing[vertex], std::min(worst[n], 2.0));
        }
    }
    return missing;
}

void push_out(TriangleMesh& mesh, const Distance& content, const Mover& mover, double room, unsigned threads) {
    for (int round = 0; round < 6; ++round) {
        const std::vector<double> missing = missing_room(mesh, content, 0.15, threads);
        for (std::size_t n = 0; n < missing.size(); ++n) {
            const glm::dvec3 p(mesh.positions[n]);
            const double free = -room - sample(mover.outside(), p);
            if (missing[n] <= 0.0 || free <= 0.0) continue;
            mesh.positions[n] = glm::vec3(p + mover.way_out(p, mover.held(p)) * std::min(0.7 * missing[n], free));
        }
    }
}

}  // namespace drypoint::builder
