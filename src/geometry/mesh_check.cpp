#include "geometry/mesh_check.h"

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>

#include "geometry/winding.h"

namespace drypoint::geometry {
namespace {

// One side of a triangle; `low` and `high` are its ends in the order of their numbers.
struct Side {
    std::uint32_t low = 0, high = 0;
    std::uint32_t triangle = 0;
    std::uint8_t corner = 0;  // the side runs from this corner to the next
    bool forward = false;     // from low to high
};

bool same_edge(const Side& a, const Side& b) {
    return a.low == b.low && a.high == b.high;
}

class UnionFind {
  public:
    explicit UnionFind(std::size_t size) {
        parent_.reserve(size);
        for (std::size_t i = 0; i < size; ++i) parent_.push_back(static_cast<std::uint32_t>(i));
    }

    std::uint32_t root(std::size_t item) {
        auto at = static_cast<std::uint32_t>(item);
        while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
        return at;
    }
    // The lower root wins, so that a set is named by its first item.
    void join(std::size_t a, std::size_t b) {
        const std::uint32_t ra = root(a);
        const std::uint32_t rb = root(b);
        parent_[std::max(ra, rb)] = std::min(ra, rb);
    }

  private:
    std::vector<std::uint32_t> parent_;
};

class Checker {
  public:
    explicit Checker(const TriangleMesh& mesh)
        : mesh_(mesh),
          shells_(mesh.triangles.size()),
          fans_(mesh.triangles.size() * 3),
          crowded_(mesh.positions.size()) {}

    MeshReport run() {
        report_.triangles = mesh_.triangles.size();
        report_.vertices = mesh_.positions.size();
        collect_sides();
        for_each_edge([this](std::size_t begin, std::size_t end) { join(begin, end); });
        number_shells();
        for_each_edge([this](std::size_t begin, std::size_t end) { count(begin, end); });
        add_triangles();
        count_vertices();
        nest();
        sum_up();
        return std::move(report_);
    }

  private:
    void collect_sides() {
        sides_.reserve(mesh_.triangles.size() * 3);
        for (std::uint32_t t = 0; t < mesh_.triangles.size(); ++t) {
            for (std::uint8_t c = 0; c < 3; ++c) {
                const std::uint32_t from = mesh_.triangles[t][c];
                const std::uint32_t to = mesh_.triangles[t][(c + 1u) % 3u];
                sides_.push_back({std::min(from, to), std::max(from, to), t, c, from < to});
            }
        }
        std::sort(sides_.begin(), sides_.end(), [](const Side& a, const Side& b) {
            if (a.low != b.low) return a.low < b.low;
            if (a.high != b.high) return a.high < b.high;
            return a.triangle != b.triangle ? a.triangle < b.triangle : a.corner < b.corner;
        });
    }

    template <typename Work>
    void for_each_edge(Work work) {
        for (std::size_t begin = 0; begin < sides_.size();) {
            std::size_t end = begin + 1;
            while (end < sides_.size() && same_edge(sides_[begin], sides_[end])) ++end;
            work(begin, end);
            begin = end;
        }
    }

    // The corner of a side's triangle at the edge's lower or higher end, as a number of its own.
    static std::size_t corner_at(const Side& side, bool low) {
        const bool own = side.forward == low;
        return std::size_t{side.triangle} * 3 + (own ? side.corner : (side.corner + 1u) % 3u);
    }

    void join(std::size_t begin, std::size_t end) {
        const Side& a = sides_[begin];
        if (end - begin > 2) crowded_[a.low] = crowded_[a.high] = 1;
        if (end - begin != 2) return;
        const Side& b = sides_[begin + 1];
        shells_.join(a.triangle, b.triangle);
        fans_.join(corner_at(a, true), corner_at(b, true));
        fans_.join(corner_at(a, false), corner_at(b, false));
    }

    void number_shells() {
        number_.resize(mesh_.triangles.size());
        for (std::size_t t = 0; t < number_.size(); ++t) {
            const std::uint32_t root = shells_.root(t);
            if (root == t) {
                number_[t] = report_.shells.size();
                report_.shells.emplace_back();
                first_.push_back(t);
            } else {
                number_[t] = number_[root];
            }
        }
    }

    Shell& shell_of(std::size_t triangle) { return report_.shells[number_[triangle]]; }

    void count(std::size_t begin, std::size_t end) {
        const Side& a = sides_[begin];
        if (end - begin == 1) {
            ++report_.open_edges;
            ++shell_of(a.triangle).open_edges;
        } else if (end - begin == 2) {
            if (a.forward != sides_[begin + 1].forward) return;
            ++report_.turned_edges;
            ++shell_of(a.triangle).turned_edges;
        } else {
            ++report_.crowded_edges;
            for (std::size_t i = begin; i < end; ++i) ++shell_of(sides_[i].triangle).crowded_edges;
        }
    }

    void add_triangles() {
        for (std::size_t t = 0; t < mesh_.triangles.size(); ++t) {
            Shell& shell = shell_of(t);
            ++shell.triangles;
            const Triangle& corners = mesh_.triangles[t];
            for (const std::uint32_t v : corners) shell.bounds.add(mesh_.positions[v]);
            // From a point of the shell itself: far from the origin little would be left of a small volume.
            const glm::dvec3 origin(mesh_.positions[mesh_.triangles[first_[number_[t]]][0]]);
            const glm::dvec3 a = glm::dvec3(mesh_.positions[corners[0]]) - origin;
            const glm::dvec3 b = glm::dvec3(mesh_.positions[corners[1]]) - origin;
            const glm::dvec3 c = glm::dvec3(mesh_.positions[corners[2]]) - origin;
            shell.volume_mm3 += glm::dot(a, glm::cross(b, c)) / 6.0;
            if (glm::cross(b - a, c - a) == glm::dvec3(0.0)) ++report_.degenerate;
        }
    }

    // A vertex is cut into one for each fan of triangles round it; so many has the shell it lies on.
    void count_vertices() {
        std::vector<std::size_t> fans_at(mesh_.positions.size(), 0);
        std::vector<std::size_t> vertices(report_.shells.size(), 0);
        for (std::size_t corner = 0; corner < mesh_.triangles.size() * 3; ++corner) {
            if (fans_.root(corner) != corner) continue;
            ++fans_at[mesh_.triangles[corner / 3][corner % 3]];
            ++vertices[number_[corner / 3]];
        }
        for (std::size_t v = 0; v < fans_at.size(); ++v)
            if (fans_at[v] > 1 && crowded_[v] == 0) ++report_.pinched_vertices;
        for (std::size_t s = 0; s < report_.shells.size(); ++s) {
            Shell& shell = report_.shells[s];
            if (!shell.closed()) continue;
            // Euler: vertices - edges + faces = 2 - 2 handles, and a closed surface has 3 edges for 2 faces.
            shell.handles = (2 + shell.triangles / 2 - vertices[s]) / 2;
        }
    }

    glm::dvec3 point_on(std::size_t shell) const {
        const Triangle& t = mesh_.triangles[first_[shell]];
        return (glm::dvec3(mesh_.positions[t[0]]) + glm::dvec3(mesh_.positions[t[1]]) +
                glm::dvec3(mesh_.positions[t[2]])) /
               3.0;
    }

    void nest() {
        if (report_.shells.size() < 2) return;
        std::vector<std::vector<Triangle>> triangles(report_.shells.size());
        for (std::size_t t = 0; t < mesh_.triangles.size(); ++t) triangles[number_[t]].push_back(mesh_.triangles[t]);
        for (std::size_t inner = 0; inner < report_.shells.size(); ++inner) {
            Shell& shell = report_.shells[inner];
            const glm::dvec3 point = point_on(inner);
            for (std::size_t outer = 0; outer < report_.shells.size(); ++outer) {
                const Shell& round = report_.shells[outer];
                const bool may = outer != inner && round.closed() &&
                                 glm::all(glm::lessThan(round.bounds.min, shell.bounds.min)) &&
                                 glm::all(glm::lessThan(shell.bounds.max, round.bounds.max));
                if (may && std::abs(winding_number(mesh_.positions, triangles[outer], point)) > 0.5) ++shell.depth;
            }
        }
    }

    void sum_up() {
        for (const Shell& shell : report_.shells) {
            ++(shell.depth % 2 == 0 ? report_.pieces : report_.cavities);
            report_.handles += shell.handles;
            report_.volume_mm3 += shell.volume_mm3;
        }
    }

    const TriangleMesh& mesh_;
    MeshReport report_;
    std::vector<Side> sides_;
    UnionFind shells_;                 // of triangles
    UnionFind fans_;                   // of corners, numbered 3 * triangle + corner
    std::vector<char> crowded_;        // vertices on crowded edges
    std::vector<std::size_t> number_;  // of each triangle's shell
    std::vector<std::size_t> first_;   // triangle of each shell
};

}  // namespace

bool MeshReport::outward() const {
    if (!closed() || turned_edges > 0) return false;
    return std::all_of(shells.begin(), shells.end(), [](const Shell& shell) {
        return shell.depth % 2 == 0 ? shell.volume_mm3 > 0.0 : shell.volume_mm3 < 0.0;
    });
}

MeshReport check_mesh(const TriangleMesh& mesh) {
    return Checker(mesh).run();
}

}  // namespace drypoint::geometry
