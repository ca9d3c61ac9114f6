#include "regions.h"

#include <algorithm>
#include <array>
#include <map>

#include <glm/geometric.hpp>

#include "mesh_tools.h"
#include "parallel.h"
#include "simplify.h"

namespace drypoint::builder {
namespace {

using geometry::Triangle;
using geometry::TriangleMesh;

using Edge = std::array<std::uint32_t, 2>;

Edge edge_of(std::uint32_t a, std::uint32_t b) { return a < b ? Edge{a, b} : Edge{b, a}; }

std::vector<char> rim_of(const TriangleMesh& mesh) {
    std::map<Edge, int> uses;
    for (const Triangle& t : mesh.triangles) {
        for (std::size_t n = 0; n < 3; ++n) ++uses[edge_of(t[n], t[(n + 1) % 3])];
    }
    std::vector<char> rim(mesh.positions.size(), 0);
    for (const auto& [edge, count] : uses) {
        if (count == 1) rim[edge[0]] = rim[edge[1]] = 1;
    }
    return rim;
}

// Vertices that lie within a fifth of an edge from the level, moved onto it.
void snap_to_level(TriangleMesh& mesh, std::vector<double>& values) {
    constexpr double near = 0.25;
    const std::vector<char> rim = rim_of(mesh);
    std::vector<double> best(mesh.positions.size(), near);
    std::vector<glm::vec3> to = mesh.positions;
    const auto look = [&](std::uint32_t a, std::uint32_t b) {
        if (rim[a] || values[a] * values[b] >= 0.0) return;
        const double t = values[a] / (values[a] - values[b]);
        if (t >= best[a]) return;
        best[a] = t;
        to[a] = mesh.positions[a] + (mesh.positions[b] - mesh.positions[a]) * static_cast<float>(t);
    };
    for (const Triangle& t : mesh.triangles) {
        for (std::size_t n = 0; n < 3; ++n) {
            look(t[n], t[(n + 1) % 3]);
            look(t[(n + 1) % 3], t[n]);
        }
    }
    for (std::size_t n = 0; n < to.size(); ++n) {
        if (best[n] < near) values[n] = 0.0;
    }
    mesh.positions = std::move(to);
}

// A part that CGAL can hold: vertices where two of its fans meet are doubled.
TriangleMesh part_of(const RegionMesh& surface, Region region) {
    TriangleMesh part;
    part.positions = surface.mesh.positions;
    part.triangles = triangles_of(surface, region);
    std::vector<std::vector<std::uint32_t>> at(part.positions.size());
    for (std::uint32_t t = 0; t < part.triangles.size(); ++t) {
        for (const std::uint32_t corner : part.triangles[t]) at[corner].push_back(t);
    }
    for (std::uint32_t vertex = 0; vertex < at.size(); ++vertex) {
        std::vector<std::uint32_t> left = at[vertex];
        for (bool first = true; !left.empty(); first = false) {
            std::vector<std::uint32_t> fan = {left.back()};
            left.pop_back();
            for (std::size_t n = 0; n < fan.size(); ++n) {
                const Triangle& a = part.triangles[fan[n]];
                for (std::size_t m = 0; m < left.size();) {
                    int shared = 0;
                    for (const std::uint32_t corner : part.triangles[left[m]]) shared += std::count(a.begin(), a.end(), corner) > 0 ? 1 : 0;
                    if (shared < 2) {
                        ++m;
                        continue;
                    }
                    fan.push_back(left[m]);
                    left.erase(left.begin() + static_cast<std::ptrdiff_t>(m));
                }
            }
            if (first) continue;
            const auto copy = static_cast<std::uint32_t>(part.positions.size());
            part.positions.push_back(part.positions[vertex]);
            for (const std::uint32_t t : fan) std::replace(part.triangles[t].begin(), part.triangles[t].end(), vertex, copy);
        }
    }
    drop_unused(part);
    return part;
}

}  // namespace

void cut(RegionMesh& surface, const std::vector<double>& values_before, Region from, Region to) {
    TriangleMesh& mesh = surface.mesh;
    std::vector<double> values = values_before;
    snap_to_level(mesh, values);
    std::map<Edge, std::uint32_t> middles;
    const auto middle = [&](std::uint32_t a, std::uint32_t b) {
        const auto [it, is_new] = middles.insert({edge_of(a, b), static_cast<std::uint32_t>(mesh.positions.size())});
        if (is_new) {
            const auto [low, high] = it->first;
            const double t = values[low] / (values[low] - values[high]);
            mesh.positions.push_back(mesh.positions[low] + (mesh.positions[high] - mesh.positions[low]) * static_cast<float>(t));
        }
        return it->second;
    };
    const std::vector<Triangle> before = std::move(mesh.triangles);
    const std::vector<Region> regions_before = std::move(surface.regions);
    mesh.triangles.clear();
    surface.regions.clear();
    for (std::size_t n = 0; n < before.size(); ++n) {
        const auto add = [&](const Triangle& triangle, bool negative) {
            mesh.triangles.push_back(triangle);
            surface.regions.push_back(negative && regions_before[n] == from ? to : regions_before[n]);
        };
        Triangle t = before[n];
        const auto crosses = [&](std::size_t k) { return values[t[k]] * values[t[(k + 1) % 3]] < 0.0; };
        const int crossings = (crosses(0) ? 1 : 0) + (crosses(1) ? 1 : 0) + (crosses(2) ? 1 : 0);
        if (crossings == 0) {
            add(t, values[t[0]] + values[t[1]] + values[t[2]] < 0.0);
            continue;
        }
        // The first corner is the one opposite to the edge that is not cut, or the one on the level.
        while (crossings == 2 ? crosses(1) : !crosses(1)) t = {t[1], t[2], t[0]};
        if (crossings == 1) {
            const std::uint32_t m = middle(t[1], t[2]);
            add({t[0], t[1], m}, values[t[1]] < 0.0);
            add({t[0], m, t[2]}, values[t[2]] < 0.0);
            continue;
        }
        const std::uint32_t m = middle(t[0], t[1]);
        const std::uint32_t k = middle(t[2], t[0]);
        add({t[0], m, k}, values[t[0]] < 0.0);
        add({m, t[1], t[2]}, values[t[1]] < 0.0);
        add({m, t[2], k}, values[t[2]] < 0.0);
    }
}

RegionMesh simplified(const RegionMesh& surface, std::size_t triangles, unsigned threads) {
    const auto kept = std::count(surface.regions.begin(), surface.regions.end(), Region::opening);
    const double share = (static_cast<double>(triangles) - static_cast<double>(kept)) /
                         (static_cast<double>(surface.regions.size()) - static_cast<double>(kept));
    RegionMesh result;
    std::map<std::array<float, 3>, std::uint32_t> welded;
    constexpr std::array regions = {Region::thigh, Region::leg, Region::bare, Region::opening};
    std::array<TriangleMesh, regions.size()> parts;
    parallel_for(parts.size(), threads, [&](std::size_t n) {
        parts[n] = part_of(surface, regions[n]);
        const auto target = static_cast<std::size_t>(share * static_cast<double>(parts[n].triangles.size()));
        if (regions[n] != Region::opening && !parts[n].triangles.empty()) parts[n] = simplify(parts[n], target);
    });
    for (std::size_t r = 0; r < parts.size(); ++r) {
        const TriangleMesh& part = parts[r];
        for (const Triangle& t : part.triangles) {
            Triangle out{};
            for (std::size_t n = 0; n < 3; ++n) {
                const glm::vec3& p = part.positions[t[n]];
                const auto [it, is_new] = welded.insert({{p.x, p.y, p.z}, static_cast<std::uint32_t>(result.mesh.positions.size())});
                if (is_new) result.mesh.positions.push_back(p);
                out[n] = it->second;
            }
            result.mesh.triangles.push_back(out);
            result.regions.push_back(regions[r]);
        }
    }
    return result;
}

std::vector<Triangle> triangles_of(const RegionMesh& surface, Region region) {
    std::vector<Triangle> triangles;
    for (std::size_t n = 0; n < surface.regions.size(); ++n) {
        if (surface.regions[n] == region) triangles.push_back(surface.mesh.triangles[n]);
    }
    return triangles;
}

}  // namespace drypoint::builder
