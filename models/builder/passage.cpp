#include "passage.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <glm/geometric.hpp>

#include "curve.h"

namespace drypoint::builder {
namespace {

constexpr double grid = 1.0;         // between candidates
constexpr double move_cost = 0.03;   // per mm^2
constexpr double bend_cost = 1.0;    // per mm^2 from point to point
constexpr double most_change = 3.0;  // of the move from point to point

struct Candidate {
    glm::dvec3 move;
    double cost = 0.0;  // of the best way up to here
    std::size_t from = 0;
};

using Ring = std::vector<Candidate>;

struct Frame {
    glm::dvec3 side;
    glm::dvec3 up;
};

// Frames that turn no more than the line does.
std::vector<Frame> frames_along(const std::vector<glm::dvec3>& line) {
    std::vector<Frame> frames;
    glm::dvec3 side(1.0, 0.0, 0.0);
    for (std::size_t n = 0; n < line.size(); ++n) {
        const glm::dvec3 along = tangent(line, n);
        glm::dvec3 across = side - along * glm::dot(side, along);
        if (glm::length(across) < 0.1) across = glm::cross(along, glm::dvec3(0.0, 1.0, 0.0));
        side = glm::normalize(across);
        frames.push_back({side, glm::cross(along, side)});
    }
    return frames;
}

Ring ring_of(const Frame& frame, double reach) {
    Ring ring;
    const int most = static_cast<int>(std::floor(reach / grid));
    for (int i = -most; i <= most; ++i) {
        for (int j = -most; j <= most; ++j) {
            if (i * i + j * j > most * most) continue;
            ring.push_back({frame.side * (i * grid) + frame.up * (j * grid)});
        }
    }
    return ring;
}

// The best way to each candidate from those of the point before.
void follow(Ring& ring, const Ring& before) {
    for (Candidate& to : ring) {
        double best = std::numeric_limits<double>::max();
        for (std::size_t n = 0; n < before.size(); ++n) {
            const glm::dvec3 change = to.move - before[n].move;
            const double change2 = glm::dot(change, change);
            // A candidate that none reaches in one step is not forbidden, only dear.
            const double steep = std::max(0.0, change2 - most_change * most_change);
            const double cost = before[n].cost + bend_cost * (change2 + 10.0 * steep);
            if (cost >= best) continue;
            best = cost;
            to.from = n;
        }
        to.cost += best;
    }
}

}  // namespace

std::vector<glm::dvec3> cheapest_passage(const std::vector<glm::dvec3>& line, const std::vector<double>& reach, const PlaceCost& cost) {
    const std::vector<Frame> frames = frames_along(line);
    std::vector<Ring> rings;
    for (std::size_t n = 0; n < line.size(); ++n) {
        Ring ring = ring_of(frames[n], reach[n]);
        for (Candidate& one : ring) one.cost = cost(n, line[n] + one.move) + move_cost * glm::dot(one.move, one.move);
        if (n > 0) follow(ring, rings.back());
        rings.push_back(std::move(ring));
    }
    std::vector<glm::dvec3> passage(line.size());
    const auto cheaper = [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; };
    auto at = static_cast<std::size_t>(std::min_element(rings.back().begin(), rings.back().end(), cheaper) - rings.back().begin());
    for (std::size_t n = line.size(); n-- > 0;) {
        passage[n] = line[n] + rings[n][at].move;
        at = rings[n][at].from;
    }
    return passage;
}

}  // namespace drypoint::builder
