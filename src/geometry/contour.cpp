#include "geometry/contour.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <unordered_map>

namespace drypoint::geometry {
namespace {

constexpr double root_two = 1.4142135623730951;

class Field {
  public:
    Field(const Distance& distance, const glm::dvec2& low, const glm::dvec2& high, double step)
        : distance_(distance),
          low_(low),
          step_(step),
          columns_(static_cast<std::int64_t>(std::ceil((high.x - low.x) / step))),
          rows_(static_cast<std::int64_t>(std::ceil((high.y - low.y) / step))) {}

    std::vector<CutLoop> run() {
        std::int64_t size = 1;
        while (size < std::max(columns_, rows_)) size *= 2;
        visit(0, 0, size);
        return chains();
    }

  private:
    glm::dvec2 place(double column, double row) const { return low_ + glm::dvec2(column, row) * step_; }

    // A block that is farther from the outline than its own middle is from its corners holds nothing of it.
    void visit(std::int64_t column, std::int64_t row, std::int64_t size) {
        if (column >= columns_ || row >= rows_) return;
        if (size == 1) return march(column, row);
        const double half = static_cast<double>(size) / 2.0;
        const double at = distance_(place(static_cast<double>(column) + half, static_cast<double>(row) + half));
        if (std::abs(at) > half * step_ * root_two) return;
        const std::int64_t part = size / 2;
        for (const std::int64_t i : {std::int64_t{0}, part}) {
            for (const std::int64_t j : {std::int64_t{0}, part}) visit(column + i, row + j, part);
        }
    }

    std::int64_t number(std::int64_t column, std::int64_t row) const { return row * (columns_ + 1) + column; }

    double corner(std::int64_t column, std::int64_t row) {
        const auto entry = corners_.try_emplace(number(column, row), 0.0);
        if (entry.second) entry.first->second = distance_(place(static_cast<double>(column), static_cast<double>(row)));
        return entry.first->second;
    }

    // The point on the side between two corners, once for both cells that share it.
    std::int64_t node(std::int64_t column, std::int64_t row, bool upright) {
        const std::int64_t key = number(column, row) * 2 + (upright ? 1 : 0);
        const double here = corner(column, row), there = upright ? corner(column, row + 1) : corner(column + 1, row);
        const double share = here / (here - there), x = static_cast<double>(column), y = static_cast<double>(row);
        points_.try_emplace(key, upright ? place(x, y + share) : place(x + share, y));
        return key;
    }

    // Sides are walked counter-clockwise: the outline enters where what is below 0 begins, and leaves where it ends.
    void march(std::int64_t c, std::int64_t r) {
        const bool below[4] = {corner(c, r) < 0, corner(c + 1, r) < 0, corner(c + 1, r + 1) < 0, corner(c, r + 1) < 0};
        std::int64_t starts[2], ends[2];
        int begun = 0, ended = 0;
        for (int side = 0; side < 4; ++side) {
            const bool from = below[side], to = below[(side + 1) % 4];
            if (from == to) continue;
            const std::int64_t at = side == 0   ? node(c, r, false)
                                    : side == 1 ? node(c + 1, r, true)
                                    : side == 2 ? node(c, r + 1, false)
                                                : node(c, r, true);
            (from ? starts[begun++] : ends[ended++]) = at;
        }
        // Two corners aslant: each start leads to the end before it, so that they stay apart.
        if (begun == 2 && below[0]) std::swap(ends[0], ends[1]);
        for (int i = 0; i < begun; ++i) next_[starts[i]] = ends[i];
    }

    std::vector<CutLoop> chains() {
        std::unordered_map<std::int64_t, int> coming;
        for (const auto& one : next_) ++coming[one.second];
        std::vector<std::int64_t> firsts, all;
        for (const auto& one : next_) {
            all.push_back(one.first);
            if (coming[one.first] == 0) firsts.push_back(one.first);
        }
        std::sort(firsts.begin(), firsts.end());  // the same order every time
        std::sort(all.begin(), all.end());
        firsts.insert(firsts.end(), all.begin(), all.end());
        std::vector<CutLoop> loops;
        for (const std::int64_t first : firsts) {
            CutLoop loop;
            std::int64_t at = first;
            for (auto on = next_.find(at); on != next_.end(); on = next_.find(at)) {
                loop.points.push_back(points_.at(at));
                at = on->second;
                next_.erase(on);
            }
            loop.closed = at == first;
            if (!loop.closed && !loop.points.empty()) loop.points.push_back(points_.at(at));
            if (loop.points.size() > 1) loops.push_back(std::move(loop));
        }
        return loops;
    }

    const Distance& distance_;
    glm::dvec2 low_;
    double step_;
    std::int64_t columns_, rows_;
    std::unordered_map<std::int64_t, double> corners_;
    std::unordered_map<std::int64_t, glm::dvec2> points_;
    std::unordered_map<std::int64_t, std::int64_t> next_;
};

}  // namespace

std::vector<CutLoop> contour(const Distance& distance, const glm::dvec2& low, const glm::dvec2& high, double step_mm) {
    return Field(distance, low, high, step_mm).run();
}

}  // namespace drypoint::geometry
