#include "surface.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace drypoint::builder {
namespace {

// Corner c of a cell lies at (c & 1, c >> 1 & 1, c >> 2). Edge 4 * axis + n joins two corners along an axis.
using Loop = std::vector<int>;  // edges of a cell, in the order of the surface polygon that crosses them

struct Edge {
    int from;
    int to;
};

constexpr int edge_count = 12;

Edge edge_corners(int edge) {
    constexpr std::array<std::array<int, 2>, 3> other_axes = {{{1, 2}, {0, 2}, {0, 1}}};
    const int axis = edge / 4;
    const auto& [first, second] = other_axes[static_cast<std::size_t>(axis)];
    const int from = (edge & 1) << first | (edge >> 1 & 1) << second;
    return {from, from | 1 << axis};
}

int edge_between(int c, int d) {
    for (int edge = 0; edge < edge_count; ++edge) {
        const Edge corners = edge_corners(edge);
        if ((corners.from == c && corners.to == d) || (corners.from == d && corners.to == c)) return edge;
    }
    return -1;
}

// Corners of the six faces, each counter-clockwise seen from outside the cell.
constexpr std::array<std::array<int, 4>, 6> faces = {
    {{0, 4, 6, 2}, {1, 3, 7, 5}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 2, 3, 1}, {4, 5, 7, 6}}};

bool share_a_face(int edge_a, int edge_b) {
    const Edge a = edge_corners(edge_a);
    const Edge b = edge_corners(edge_b);
    for (const auto& face : faces) {
        const auto on = [&](int corner) { return std::find(face.begin(), face.end(), corner) != face.end(); };
        if (on(a.from) && on(a.to) && on(b.from) && on(b.to)) return true;
    }
    return false;
}

// For each edge the next edge of its polygon. On each face every run of inside corners is cut off by one segment, the same
// one seen from both cells, so that no hole can open between them.
std::array<int, edge_count> next_edges(int inside) {
    std::array<int, edge_count> next{};
    next.fill(-1);
    for (const auto& face : faces) {
        for (std::size_t n = 0; n < 4; ++n) {
            const auto is_in = [&](std::size_t corner) { return (inside >> face[corner % 4] & 1) != 0; };
            if (is_in(n) || !is_in(n + 1)) continue;  // a run starts after corner n ...
            std::size_t last = n + 1;
            while (is_in(last + 1)) ++last;  // ... and ends with corner `last`
            const int entry = edge_between(face[n % 4], face[(n + 1) % 4]);
            const int exit = edge_between(face[last % 4], face[(last + 1) % 4]);
            next[static_cast<std::size_t>(entry)] = exit;
        }
    }
    return next;
}

std::vector<Loop> loops_of(int inside) {
    const std::array<int, edge_count> next = next_edges(inside);
    std::array<bool, edge_count> used{};
    std::vector<Loop> loops;
    for (std::size_t start = 0; start < next.size(); ++start) {
        if (next[start] < 0 || used[start]) continue;
        Loop loop;
        for (auto edge = start; !used[edge]; edge = static_cast<std::size_t>(next[edge])) {
            used[edge] = true;
            loop.push_back(static_cast<int>(edge));
        }
        loops.push_back(std::move(loop));
    }
    return loops;
}

// Turns the loop so that its fan has no diagonal within a face, where the neighbouring cell could have the same one. If there
// is no such turn the loop is filled round its middle instead: empty result.
Loop turned_for_fan(const Loop& loop) {
    for (std::size_t turn = 0; turn < loop.size(); ++turn) {
        Loop turned = loop;
        std::rotate(turned.begin(), turned.begin() + static_cast<std::ptrdiff_t>(turn), turned.end());
        bool clean = true;
        for (std::size_t n = 2; n + 1 < turned.size(); ++n) clean = clean && !share_a_face(turned[0], turned[n]);
        if (clean) return turned;
    }
    return {};
}

struct Polygon3 {
    Loop edges;
    bool fan;
};

std::array<std::vector<Polygon3>, 256> make_table() {
    std::array<std::vector<Polygon3>, 256> table;
    for (int inside = 1; inside < 255; ++inside) {
        for (const Loop& loop : loops_of(inside)) {
            const Loop turned = turned_for_fan(loop);
            const bool fan = !turned.empty();
            table[static_cast<std::size_t>(inside)].push_back({fan ? turned : loop, fan});
        }
    }
    return table;
}

class Marcher {
  public:
    explicit Marcher(const Field& field) : field_(field), row_(field.box.size.x), plane_(row_ * field.box.size.z) {
        for (auto& layer : layers_) layer.assign(static_cast<std::size_t>(plane_) * 3, none);
    }

    geometry::TriangleMesh run() {
        const glm::ivec3 size = field_.box.size;
        for (int j = 0; j + 1 < size.y; ++j) {
            for (int k = 0; k + 1 < size.z; ++k) {
                for (int i = 0; i + 1 < size.x; ++i) cell({i, j, k});
            }
            std::swap(layers_[0], layers_[1]);
            std::fill(layers_[1].begin(), layers_[1].end(), none);
        }
        return std::move(mesh_);
    }

  private:
    static constexpr std::uint32_t none = ~0u;

    std::ptrdiff_t offset(const glm::ivec3& at) const { return at.y * plane_ + at.z * row_ + at.x; }

    void cell(const glm::ivec3& at) {
        int inside = 0;
        const float* p = field_.values.data() + offset(at);
        for (int c = 0; c < 8; ++c) {
            if (p[(c & 1) + (c >> 1 & 1) * plane_ + (c >> 2) * row_] < 0.0f) inside |= 1 << c;
        }
        if (inside == 0 || inside == 255) return;
        static const std::array<std::vector<Polygon3>, 256> table = make_table();
        for (const Polygon3& polygon : table[static_cast<std::size_t>(inside)]) fill(at, polygon);
    }

    void fill(const glm::ivec3& at, const Polygon3& polygon) {
        std::vector<std::uint32_t> corners;
        for (const int edge : polygon.edges) corners.push_back(vertex(at, edge));
        if (polygon.fan) {
            for (std::size_t n = 1; n + 1 < corners.size(); ++n) {
                mesh_.triangles.push_back({corners[0], corners[n], corners[n + 1]});
            }
            return;
        }
        glm::vec3 middle(0.0f);
        for (const std::uint32_t corner : corners) middle += mesh_.positions[corner];
        const auto centre = static_cast<std::uint32_t>(mesh_.positions.size());
        mesh_.positions.push_back(middle / static_cast<float>(corners.size()));
        for (std::size_t n = 0; n < corners.size(); ++n) {
            mesh_.triangles.push_back({centre, corners[n], corners[(n + 1) % corners.size()]});
        }
    }

    std::uint32_t vertex(const glm::ivec3& cell, int edge) {
        const Edge corners = edge_corners(edge);
        const glm::ivec3 from = cell + glm::ivec3(corners.from & 1, corners.from >> 1 & 1, corners.from >> 2);
        const glm::ivec3 to = cell + glm::ivec3(corners.to & 1, corners.to >> 1 & 1, corners.to >> 2);
        const int axis = edge / 4;
        const auto slot = static_cast<std::size_t>((from.z * row_ + from.x) * 3 + axis);
        std::uint32_t& known = layers_[static_cast<std::size_t>(from.y - cell.y)][slot];
        if (known != none) return known;
        const float a = field_.values[static_cast<std::size_t>(offset(from))];
        const float b = field_.values[static_cast<std::size_t>(offset(to))];
        // Kept off the corners, so that no two vertices coincide.
        const double t = std::clamp(static_cast<double>(a) / (static_cast<double>(a) - b), 0.01, 0.99);
        const glm::dvec3 start = glm::dvec3(from + field_.box.low);
        const glm::dvec3 end = glm::dvec3(to + field_.box.low);
        known = static_cast<std::uint32_t>(mesh_.positions.size());
        mesh_.positions.push_back(glm::vec3((start + (end - start) * t) * field_.step));
        return known;
    }

    const Field& field_;
    std::ptrdiff_t row_;
    std::ptrdiff_t plane_;
    std::array<std::vector<std::uint32_t>, 2> layers_;  // vertices on the edges that start in the lower and the upper plane
    geometry::TriangleMesh mesh_;
};

}  // namespace

geometry::TriangleMesh extract(const Field& field) { return Marcher(field).run(); }

}  // namespace drypoint::builder
