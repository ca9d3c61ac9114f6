#include "geometry/slice.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <unordered_map>

#include <glm/geometric.hpp>

namespace drypoint::geometry {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

// The crossings of edges with the plane, each with one number, and the pieces between them.
class Chains {
  public:
    Chains(const TriangleMesh& mesh, const CutPlane& plane) : mesh_(mesh), plane_(plane) {
        const glm::dvec3 normal = glm::cross(plane.u, plane.v);
        const double offset = glm::dot(normal, plane.origin_mm);
        height_.reserve(mesh.positions.size());
        for (const glm::vec3& position : mesh.positions)
            height_.push_back(glm::dot(normal, glm::dvec3(position)) - offset);
        for (const Triangle& triangle : mesh.triangles) add(triangle);
    }

    std::vector<CutLoop> loops() {
        std::vector<CutLoop> result;
        for (std::uint32_t node = 0; node < points_.size(); ++node) {
            while (surplus_[node] > 0) collect(node, result);  // chains begin where nothing leads to
        }
        for (std::uint32_t node = 0; node < points_.size(); ++node) {
            while (first_[node] != none) collect(node, result);
        }
        return result;
    }

  private:
    bool is_above(std::uint32_t vertex) const { return height_[vertex] >= 0.0; }

    // From the edge on which the triangle's border goes below the plane to the one on which it comes back.
    void add(const Triangle& t) {
        const bool a = is_above(t[0]), b = is_above(t[1]), c = is_above(t[2]);
        if (a == b && b == c) return;
        std::uint32_t down = none, up = none;
        for (std::size_t i = 0; i < 3; ++i) {
            const std::uint32_t from = t[i], to = t[(i + 1) % 3];
            if (is_above(from) == is_above(to)) continue;
            (is_above(from) ? down : up) = node_on(from, to);
        }
        pieces_.push_back({up, first_[down]});
        first_[down] = static_cast<std::uint32_t>(pieces_.size() - 1);
        ++surplus_[down];
        --surplus_[up];
    }

    // Both triangles at an edge ask with the same order of its ends, and so get the same point.
    std::uint32_t node_on(std::uint32_t from, std::uint32_t to) {
        const std::uint32_t low = std::min(from, to), high = std::max(from, to);
        const std::uint64_t key = (static_cast<std::uint64_t>(low) << 32) | high;
        const auto entry = nodes_.try_emplace(key, static_cast<std::uint32_t>(points_.size()));
        if (entry.second) {
            const double share = height_[low] / (height_[low] - height_[high]);
            const glm::dvec3 start(mesh_.positions[low]), end(mesh_.positions[high]);
            points_.push_back(plane_.in_plane(start + (end - start) * share));
            first_.push_back(none);
            surplus_.push_back(0);
        }
        return entry.first->second;
    }

    // Takes the pieces from this node on, until it comes back to it or ends.
    void collect(std::uint32_t start, std::vector<CutLoop>& result) {
        CutLoop loop;
        std::uint32_t at = start;
        --surplus_[start];
        while (first_[at] != none) {
            if (loop.points.empty() || loop.points.back() != points_[at]) loop.points.push_back(points_[at]);
            const Piece piece = pieces_[first_[at]];
            first_[at] = piece.next;
            at = piece.to;
            if (at == start) break;
        }
        ++surplus_[at];
        loop.closed = at == start;
        if (!loop.closed && loop.points.back() != points_[at]) loop.points.push_back(points_[at]);
        if (loop.closed && loop.points.size() > 1 && loop.points.front() == loop.points.back()) loop.points.pop_back();
        if (loop.points.size() >= (loop.closed ? 3u : 2u)) result.push_back(std::move(loop));
    }

    struct Piece {
        std::uint32_t to;
        std::uint32_t next;  // another piece that begins at the same node
    };

    const TriangleMesh& mesh_;
    const CutPlane& plane_;
    std::vector<double> height_;
    std::unordered_map<std::uint64_t, std::uint32_t> nodes_;
    std::vector<glm::dvec2> points_;
    std::vector<std::uint32_t> first_;  // piece that begins at the node
    std::vector<int> surplus_;          // pieces that begin there, less those that end
    std::vector<Piece> pieces_;
};

// A side of a loop that is not level, from below to above.
struct Side {
    glm::dvec2 low, high;
    int turn;  // +1: it was walked upwards

    double at(double v) const { return low.x + (high.x - low.x) * (v - low.y) / (high.y - low.y); }
};

std::vector<Side> sides_of(const std::vector<CutLoop>& loops, double v_from, double v_to) {
    std::vector<Side> sides;
    for (const CutLoop& loop : loops) {
        if (!loop.closed) continue;
        for (std::size_t i = 0; i < loop.points.size(); ++i) {
            const glm::dvec2 &a = loop.points[i], &b = loop.points[(i + 1) % loop.points.size()];
            if (a.y == b.y || std::max(a.y, b.y) <= v_from || std::min(a.y, b.y) >= v_to) continue;
            sides.push_back(a.y < b.y ? Side{a, b, 1} : Side{b, a, -1});
        }
    }
    std::sort(sides.begin(), sides.end(), [](const Side& a, const Side& b) { return a.low.y < b.low.y; });
    return sides;
}

// A piece that goes on as long as the same two sides bound it.
struct Growing {
    const Side* left;
    const Side* right;
    double v0, v1;
};

void finish(const Growing& one, std::vector<Trapezoid>& pieces) {
    pieces.push_back(
        {one.v0, one.v1, one.left->at(one.v0), one.right->at(one.v0), one.left->at(one.v1), one.right->at(one.v1)});
}

void grow(std::vector<Growing>& open, const Side* left, const Side* right, double v0, double v1,
          std::vector<Growing>& next) {
    for (Growing& one : open) {
        if (one.left != left || one.right != right) continue;
        next.push_back({left, right, one.v0, v1});
        one.left = nullptr;
        return;
    }
    next.push_back({left, right, v0, v1});
}

std::vector<double> levels_of(const std::vector<Side>& sides, double v_from, double v_to) {
    std::vector<double> levels{v_from, v_to};
    for (const Side& side : sides) {
        for (const double v : {side.low.y, side.high.y}) {
            if (v > v_from && v < v_to) levels.push_back(v);
        }
    }
    std::sort(levels.begin(), levels.end());
    levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
    return levels;
}

}  // namespace

glm::dvec2 CutPlane::in_plane(const glm::dvec3& at_mm) const {
    return {glm::dot(at_mm - origin_mm, u), glm::dot(at_mm - origin_mm, v)};
}

glm::dvec3 CutPlane::in_space(const glm::dvec2& at_mm) const {
    return origin_mm + u * at_mm.x + v * at_mm.y;
}

bool crosses(const Bounds& box, const CutPlane& plane) {
    if (box.empty()) return false;
    const glm::dvec3 normal = glm::cross(plane.u, plane.v), centre(box.centre());
    const glm::dvec3 half = (glm::dvec3(box.max) - glm::dvec3(box.min)) * 0.5;
    return std::abs(glm::dot(normal, centre - plane.origin_mm)) <= glm::dot(glm::abs(normal), half) + 1e-6;
}

std::vector<CutLoop> cut(const TriangleMesh& mesh, const CutPlane& plane) {
    return Chains(mesh, plane).loops();
}

std::vector<CutLoop> with_ends_joined(std::vector<CutLoop> loops) {
    std::vector<CutLoop> result, chains;
    for (CutLoop& loop : loops) (loop.closed ? result : chains).push_back(std::move(loop));
    while (!chains.empty()) {
        CutLoop whole = std::move(chains.back());
        chains.pop_back();
        for (;;) {
            const glm::dvec2 end = whole.points.back();
            std::size_t nearest = chains.size();
            double least = glm::distance(end, whole.points.front());
            for (std::size_t i = 0; i < chains.size(); ++i) {
                const double distance = glm::distance(end, chains[i].points.front());
                if (distance < least) least = distance, nearest = i;
            }
            if (nearest == chains.size()) break;
            const std::vector<glm::dvec2>& more = chains[nearest].points;
            whole.points.insert(whole.points.end(), more.begin(), more.end());
            chains.erase(chains.begin() + static_cast<std::ptrdiff_t>(nearest));
        }
        whole.closed = true;
        result.push_back(std::move(whole));
    }
    return result;
}

double signed_area_mm2(const CutLoop& loop) {
    double twice = 0.0;
    for (std::size_t i = 0; i < loop.points.size(); ++i) {
        const glm::dvec2 &a = loop.points[i], &b = loop.points[(i + 1) % loop.points.size()];
        twice += a.x * b.y - a.y * b.x;
    }
    return twice / 2.0;
}

std::vector<Trapezoid> fill(const std::vector<CutLoop>& loops, double v_from, double v_to) {
    std::vector<Trapezoid> pieces;
    const std::vector<Side> sides = sides_of(loops, v_from, v_to);
    const std::vector<double> levels = levels_of(sides, v_from, v_to);
    std::vector<const Side*> active;
    std::vector<Growing> open, next;
    std::size_t coming = 0;
    for (std::size_t i = 0; i + 1 < levels.size(); ++i) {
        const double v0 = levels[i], v1 = levels[i + 1], middle = (v0 + v1) / 2.0;
        while (coming < sides.size() && sides[coming].low.y <= v0) active.push_back(&sides[coming++]);
        active.erase(std::remove_if(active.begin(), active.end(), [v0](const Side* one) { return one->high.y <= v0; }),
                     active.end());
        std::sort(active.begin(), active.end(),
                  [middle](const Side* a, const Side* b) { return a->at(middle) < b->at(middle); });
        next.clear();
        int winds = 0;
        const Side* left = nullptr;
        for (const Side* side : active) {
            if (winds == 0) left = side;
            winds += side->turn;
            if (winds == 0) grow(open, left, side, v0, v1, next);
        }
        for (const Growing& one : open) {
            if (one.left != nullptr) finish(one, pieces);
        }
        open.swap(next);
    }
    for (const Growing& one : open) finish(one, pieces);
    return pieces;
}

std::vector<LevelSpan> level_spans(const std::vector<CutLoop>& loops, double v) {
    std::vector<std::pair<double, int>> crossings;
    for (const CutLoop& loop : loops) {
        if (!loop.closed) continue;
        for (std::size_t i = 0; i < loop.points.size(); ++i) {
            const glm::dvec2 &a = loop.points[i], &b = loop.points[(i + 1) % loop.points.size()];
            if ((a.y >= v) == (b.y >= v)) continue;
            const Side side = a.y < b.y ? Side{a, b, 1} : Side{b, a, -1};
            crossings.emplace_back(side.at(v), side.turn);
        }
    }
    std::sort(crossings.begin(), crossings.end());
    std::vector<LevelSpan> spans;
    int winds = 0;
    double from = 0.0;
    for (const auto& [u, turn] : crossings) {
        if (winds == 0) from = u;
        winds += turn;
        if (winds == 0) spans.push_back({from, u});
    }
    return spans;
}

bool is_inside(const std::vector<CutLoop>& loops, const glm::dvec2& at_mm) {
    int winds = 0;
    for (const CutLoop& loop : loops) {
        if (!loop.closed) continue;
        for (std::size_t i = 0; i < loop.points.size(); ++i) {
            const glm::dvec2 &a = loop.points[i], &b = loop.points[(i + 1) % loop.points.size()];
            if ((a.y >= at_mm.y) == (b.y >= at_mm.y)) continue;
            const Side side = a.y < b.y ? Side{a, b, 1} : Side{b, a, -1};
            if (side.at(at_mm.y) < at_mm.x) winds += side.turn;
        }
    }
    return winds != 0;
}

}  // namespace drypoint::geometry
