#include "shell.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <glm/geometric.hpp>
#include <glm/vector_relational.hpp>

#include "mesh_tools.h"
#include "parallel.h"

namespace drypoint::builder {

using geometry::TriangleMesh;

glm::dvec3 Mover::freedom(const glm::dvec3& p) const {
    constexpr double reach = 12.0;  // from a plane to where it is no longer felt
    const auto share = [](double distance) { return distance < 1e-3 ? 0.0 : std::min(1.0, distance / reach); };
    return {share(planes_.middle_x - p.x), std::min(share(p.y - planes_.bottom_y), share(planes_.top_y - p.y)), 1.0};
}

glm::dvec3 Mover::way_out(const glm::dvec3& p) const {
    const double i = std::max(0.0, sample(inside_, p));
    const double o = std::min(0.0, sample(outside_, p));
    const glm::dvec3 way = (gradient(inside_, p) * -o + gradient(outside_, p) * i) * freedom(p);
    const double length = glm::length(way);
    return length > 1e-9 ? way / length : glm::dvec3(0.0);
}

glm::dvec3 Mover::way_off_inside(const glm::dvec3& p) const {
    const glm::dvec3 way = direction(inside_, p, glm::dvec3(0.0)) * freedom(p);
    const double length = glm::length(way);
    return length > 1e-6 ? way / length : glm::dvec3(0.0);
}

glm::vec3 Mover::lead_out(const glm::vec3& start, double wanted) const {
    glm::dvec3 p(start);
    for (int round = 0; round < 80; ++round) {
        const double missing = wanted - sample(outside_, p);
        if (std::abs(missing) < 1e-3) break;
        p += way_out(p) * std::clamp(0.8 * missing, -0.5, 0.5);
    }
    return glm::vec3(p);
}

glm::vec3 Mover::lift(const glm::vec3& start, double wanted) const {
    const double first = sample(inside_, glm::dvec3(start));
    glm::dvec3 p(start);
    for (int round = 0; round < 60; ++round) {
        const double missing = wanted - (sample(inside_, p) - first);
        if (std::abs(missing) < 1e-4) break;
        p += way_off_inside(p) * std::clamp(missing, -0.5, 0.5);
    }
    return glm::vec3(p);
}

glm::vec3 Mover::project(const glm::vec3& start, double wanted) const {
    glm::dvec3 p(start);
    for (int round = 0; round < 20; ++round) {
        const double missing = wanted - sample(outside_, p);
        const glm::dvec3 slope = direction(outside_, p, glm::dvec3(0.0));
        const glm::dvec3 way = slope * freedom(p);
        const double rise = glm::dot(slope, way);  // per mm of way
        if (std::abs(missing) < 1e-4 || rise < 0.05) break;
        p += way * (missing / rise);
    }
    return glm::vec3(p);
}

Relaxer::Relaxer(const TriangleMesh& mesh, const Mover& mover) : mover_(mover), neighbours_(neighbours_of(mesh)) {
    for (std::size_t n = 0; n < neighbours_.size(); ++n) held_.push_back(glm::equal(mover.freedom(glm::dvec3(mesh.positions[n])), glm::dvec3(0.0)));
    // A point on a cut goes along the cut only: its neighbours there count.
    for (std::size_t n = 0; n < neighbours_.size(); ++n) {
        std::vector<std::uint32_t>& list = neighbours_[n];
        const auto elsewhere = [&](std::uint32_t other) {
            return (held_[n].x && !held_[other].x) || (held_[n].y && !held_[other].y);
        };
        list.erase(std::remove_if(list.begin(), list.end(), elsewhere), list.end());
        if (held_[n].x && held_[n].y) list.clear();
    }
}

void Relaxer::relax(TriangleMesh& mesh, const std::vector<char>& marked, double level) const {
    const std::vector<glm::vec3> before = mesh.positions;
    for (std::size_t n = 0; n < mesh.positions.size(); ++n) {
        if (!marked[n] || neighbours_[n].empty()) continue;
        glm::vec3 mean(0.0f);
        for (const std::uint32_t other : neighbours_[n]) mean += before[other];
        mean /= static_cast<float>(neighbours_[n].size());
        // What is held stays where it is to the last bit.
        if (held_[n].x) mean.x = before[n].x;
        if (held_[n].y) mean.y = before[n].y;
        mesh.positions[n] = mover_.project(mean, level);
    }
}

void Relaxer::spread(std::vector<char>& marked) const {
    const std::vector<char> before = marked;
    for (std::size_t n = 0; n < before.size(); ++n) {
        if (!before[n]) continue;
        for (const std::uint32_t other : neighbours_[n]) marked[other] = 1;
    }
}

void untangle(TriangleMesh& mesh, const Mover& mover) {
    const Relaxer relaxer(mesh, mover);
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
        relaxer.relax(mesh, tangled, 0.0);
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
            mesh.positions[n] = glm::vec3(p + mover.way_out(p) * std::min(0.7 * missing[n], free));
        }
    }
}

}  // namespace drypoint::builder
