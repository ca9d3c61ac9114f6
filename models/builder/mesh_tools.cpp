#include "mesh_tools.h"

#include <algorithm>
#include <numeric>

#include <glm/geometric.hpp>

#include "geometry/closed.h"
#include "geometry/self_intersections.h"

namespace drypoint::builder {
namespace {

using geometry::Triangle;
using geometry::TriangleMesh;

std::uint32_t root(std::vector<std::uint32_t>& parent, std::uint32_t n) {
    while (parent[n] != n) n = parent[n] = parent[parent[n]];
    return n;
}

struct HalfEdge {
    std::uint32_t low;
    std::uint32_t high;
    bool forward;
    bool operator<(const HalfEdge& other) const { return low != other.low ? low < other.low : high < other.high; }
};

std::vector<HalfEdge> half_edges(const TriangleMesh& mesh) {
    std::vector<HalfEdge> edges;
    edges.reserve(mesh.triangles.size() * 3);
    for (const Triangle& triangle : mesh.triangles) {
        for (std::size_t n = 0; n < 3; ++n) {
            const std::uint32_t a = triangle[n];
            const std::uint32_t b = triangle[(n + 1) % 3];
            edges.push_back({std::min(a, b), std::max(a, b), a < b});
        }
    }
    std::stable_sort(edges.begin(), edges.end());
    return edges;
}

// Each corner of a triangle joins two edges at a vertex; the corners of a sound vertex form one chain.
std::size_t count_bad_vertices(const TriangleMesh& mesh) {
    struct Corner {
        std::uint32_t vertex, next, before;
    };
    std::vector<Corner> corners;
    for (const Triangle& triangle : mesh.triangles) {
        for (std::size_t n = 0; n < 3; ++n) corners.push_back({triangle[n], triangle[(n + 1) % 3], triangle[(n + 2) % 3]});
    }
    std::stable_sort(corners.begin(), corners.end(), [](const Corner& a, const Corner& b) { return a.vertex < b.vertex; });
    std::size_t bad = 0;
    for (std::size_t first = 0; first < corners.size();) {
        std::size_t last = first;
        while (last < corners.size() && corners[last].vertex == corners[first].vertex) ++last;
        std::vector<char> seen(last - first, 0);
        std::size_t reached = 1;
        std::size_t at = first;
        seen[0] = 1;
        for (std::size_t step = 0; step < last - first; ++step) {
            std::size_t following = last;
            for (std::size_t n = first; n < last; ++n) {
                if (!seen[n - first] && corners[n].next == corners[at].before) following = n;
            }
            if (following == last) break;
            seen[following - first] = 1;
            at = following;
            ++reached;
        }
        if (reached != last - first) ++bad;
        first = last;
    }
    return bad;
}

}  // namespace

double signed_volume(const TriangleMesh& mesh) { return geometry::enclosed_mm3(mesh.positions, mesh.triangles); }

TriangleMesh as_one(TriangleMesh a, const TriangleMesh& b) {
    const auto count = static_cast<std::uint32_t>(a.positions.size());
    a.positions.insert(a.positions.end(), b.positions.begin(), b.positions.end());
    for (const Triangle& t : b.triangles) a.triangles.push_back({t[0] + count, t[1] + count, t[2] + count});
    return a;
}

std::vector<std::uint32_t> pieces_of(const TriangleMesh& mesh) {
    std::vector<std::uint32_t> parent(mesh.positions.size());
    std::iota(parent.begin(), parent.end(), 0u);
    for (const Triangle& t : mesh.triangles) {
        parent[root(parent, t[1])] = root(parent, t[0]);
        parent[root(parent, t[2])] = root(parent, t[0]);
    }
    std::vector<std::uint32_t> number(mesh.positions.size(), ~0u);
    std::vector<std::uint32_t> pieces;
    std::uint32_t next = 0;
    for (const Triangle& t : mesh.triangles) {
        std::uint32_t& piece = number[root(parent, t[0])];
        if (piece == ~0u) piece = next++;
        pieces.push_back(piece);
    }
    return pieces;
}

MeshFaults faults_of(const TriangleMesh& mesh) {
    MeshFaults faults;
    for (const Triangle& t : mesh.triangles) {
        if (t[0] == t[1] || t[1] == t[2] || t[0] == t[2]) ++faults.degenerate;
    }
    const std::vector<HalfEdge> edges = half_edges(mesh);
    for (std::size_t first = 0; first < edges.size();) {
        std::size_t last = first;
        std::size_t forward = 0;
        while (last < edges.size() && edges[last].low == edges[first].low && edges[last].high == edges[first].high) {
            forward += edges[last++].forward ? 1 : 0;
        }
        if (last - first == 1) ++faults.open_edges;
        if (last - first > 2 || (last - first == 2 && forward != 1)) ++faults.bad_edges;
        first = last;
    }
    faults.bad_vertices = count_bad_vertices(mesh);
    return faults;
}

void drop_unused(TriangleMesh& mesh) {
    std::vector<std::uint32_t> moved(mesh.positions.size(), ~0u);
    std::vector<glm::vec3> kept;
    for (Triangle& triangle : mesh.triangles) {
        for (std::uint32_t& vertex : triangle) {
            if (moved[vertex] == ~0u) {
                moved[vertex] = static_cast<std::uint32_t>(kept.size());
                kept.push_back(mesh.positions[vertex]);
            }
            vertex = moved[vertex];
        }
    }
    mesh.positions = std::move(kept);
}

TriangleMesh keep_pieces(const TriangleMesh& mesh, int most, double least_mm3) {
    const std::vector<std::uint32_t> pieces = pieces_of(mesh);
    const std::uint32_t count = pieces.empty() ? 0 : *std::max_element(pieces.begin(), pieces.end()) + 1;
    if (count <= 1) return mesh;
    std::vector<double> volumes(count, 0.0);
    for (std::size_t n = 0; n < mesh.triangles.size(); ++n) {
        const Triangle& t = mesh.triangles[n];
        const glm::dvec3 a = mesh.positions[t[0]];
        volumes[pieces[n]] += glm::dot(a, glm::cross(glm::dvec3(mesh.positions[t[1]]), glm::dvec3(mesh.positions[t[2]]))) / 6.0;
    }
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return volumes[a] > volumes[b]; });
    std::vector<char> keep(count, 0);
    for (std::size_t n = 0; n < order.size() && n < static_cast<std::size_t>(most); ++n) {
        keep[order[n]] = n == 0 || volumes[order[n]] >= least_mm3 ? 1 : 0;
    }
    TriangleMesh result;
    result.positions = mesh.positions;
    for (std::size_t n = 0; n < mesh.triangles.size(); ++n) {
        if (keep[pieces[n]]) result.triangles.push_back(mesh.triangles[n]);
    }
    drop_unused(result);
    return result;
}

std::ptrdiff_t euler_characteristic(const TriangleMesh& mesh) {
    const std::vector<HalfEdge> edges = half_edges(mesh);
    std::size_t distinct = 0;
    for (std::size_t n = 0; n < edges.size(); ++n) {
        if (n == 0 || edges[n - 1] < edges[n]) ++distinct;
    }
    return static_cast<std::ptrdiff_t>(mesh.positions.size()) - static_cast<std::ptrdiff_t>(distinct) +
           static_cast<std::ptrdiff_t>(mesh.triangles.size());
}

int handles_of(const TriangleMesh& mesh) {
    const std::vector<std::uint32_t> pieces = pieces_of(mesh);
    const std::ptrdiff_t count = pieces.empty() ? 0 : 1 + *std::max_element(pieces.begin(), pieces.end());
    return static_cast<int>(count - euler_characteristic(mesh) / 2);
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

bool uncross(TriangleMesh& mesh, int rounds) {
    const std::vector<std::vector<std::uint32_t>> neighbours = neighbours_of(mesh);
    for (int round = 0; round <= rounds; ++round) {
        const auto pairs = geometry::find_self_intersections(mesh);
        if (pairs.empty()) return true;
        if (round == rounds) break;
        std::vector<char> marked(mesh.positions.size(), 0);
        for (const auto& pair : pairs) {
            for (const std::uint32_t triangle : pair) {
                for (const std::uint32_t corner : mesh.triangles[triangle]) marked[corner] = 1;
            }
        }
        const std::vector<glm::vec3> before = mesh.positions;
        for (std::size_t n = 0; n < marked.size(); ++n) {
            if (!marked[n]) continue;
            glm::vec3 mean(0.0f);
            for (const std::uint32_t other : neighbours[n]) mean += before[other];
            mesh.positions[n] = 0.5f * (before[n] + mean / static_cast<float>(neighbours[n].size()));
        }
    }
    return false;
}

}  // namespace drypoint::builder
