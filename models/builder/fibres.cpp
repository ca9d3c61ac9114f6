#include "fibres.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <queue>

#include <glm/geometric.hpp>

#include "curve.h"
#include "mesh_tools.h"

namespace drypoint::builder {
namespace {

using geometry::Triangle;
using geometry::TriangleMesh;

constexpr double end_share = 0.03;     // of the length: there the harmonic function is fixed
constexpr std::size_t bins = 48;       // along the length, for the girth
constexpr double tendon_reach = 0.35;  // of the length, from an end
constexpr double flesh_girth = 0.40;   // of the largest: thicker than that is no tendon
constexpr double tendon_girth = 0.25;  // thinner than that is nothing else

using Neighbours = std::vector<std::vector<std::uint32_t>>;

class Muscle {
  public:
    explicit Muscle(const TriangleMesh& mesh) : mesh_(mesh), neighbours_(neighbours_of(mesh)) {
        const std::size_t one = furthest(ways_from(0));
        const std::size_t other = furthest(ways_from(one));
        const bool first_is_upper = mesh.positions[one].y > mesh.positions[other].y;
        from_upper_ = ways_from(first_is_upper ? one : other);
        from_lower_ = ways_from(first_is_upper ? other : one);
        length_ = from_upper_[first_is_upper ? other : one];
    }

    std::vector<glm::vec3> directions() const {
        const std::vector<double> u = harmonic();
        std::vector<glm::dvec3> sums(u.size(), glm::dvec3(0.0));
        for (const Triangle& t : mesh_.triangles) {
            const glm::dvec3 slope = slope_times_area(t, u);
            for (const std::uint32_t corner : t) sums[corner] -= slope;
        }
        return filled(sums);
    }

    std::vector<float> tendon(bool upper_end_is_cut) const {
        const std::vector<double> girths = girths_along();
        const double largest = *std::max_element(girths.begin(), girths.end());
        std::vector<double> shares(bins, 0.0);
        const auto reach = static_cast<std::size_t>(tendon_reach * bins);
        const auto thin = [&](std::size_t bin) {
            return std::clamp((flesh_girth - girths[bin] / largest) / (flesh_girth - tendon_girth), 0.0, 1.0);
        };
        double upper = upper_end_is_cut ? 0.0 : 1.0;
        double lower = 1.0;
        for (std::size_t n = 0; n < reach; ++n) {
            upper = std::min(upper, thin(n));
            lower = std::min(lower, thin(bins - 1 - n));
            shares[n] = std::max(shares[n], upper);
            shares[bins - 1 - n] = std::max(shares[bins - 1 - n], lower);
        }
        std::vector<float> result;
        for (std::size_t v = 0; v < mesh_.positions.size(); ++v) {
            const double at = std::clamp(place(v) * bins - 0.5, 0.0, static_cast<double>(bins - 1));
            const auto bin = std::min(static_cast<std::size_t>(at), bins - 2);
            const double t = at - static_cast<double>(bin);
            result.push_back(static_cast<float>(shares[bin] * (1.0 - t) + shares[bin + 1] * t));
        }
        return result;
    }

  private:
    glm::dvec3 at(std::size_t n) const { return glm::dvec3(mesh_.positions[n]); }

    // 0 at the upper end, 1 at the lower.
    double place(std::size_t n) const {
        const double both = from_upper_[n] + from_lower_[n];
        return both > 0.0 && std::isfinite(both) ? from_upper_[n] / both : 0.5;  // of another piece: no end is near
    }

    // The shortest ways along edges (Dijkstra 1959).
    std::vector<double> ways_from(std::size_t start) const {
        using Item = std::pair<double, std::size_t>;
        std::vector<double> ways(mesh_.positions.size(), std::numeric_limits<double>::infinity());
        std::priority_queue<Item, std::vector<Item>, std::greater<>> queue;
        ways[start] = 0.0;
        queue.push({0.0, start});
        while (!queue.empty()) {
            const Item item = queue.top();
            queue.pop();
            if (item.first > ways[item.second]) continue;
            for (const std::uint32_t m : neighbours_[item.second]) {
                const double way = item.first + glm::distance(at(item.second), at(m));
                if (way >= ways[m]) continue;
                ways[m] = way;
                queue.push({way, m});
            }
        }
        return ways;
    }

    static std::size_t furthest(const std::vector<double>& ways) {
        std::size_t best = 0;
        for (std::size_t n = 0; n < ways.size(); ++n) {
            if (std::isfinite(ways[n]) && ways[n] > ways[best]) best = n;
        }
        return best;
    }

    // 1 at the upper end, 0 at the lower; everywhere else the mean of the neighbours, nearer ones counting more. Conjugate gradients with
    // the diagonal as preconditioner (Hestenes and Stiefel 1952).
    std::vector<double> harmonic() const {
        const std::size_t count = mesh_.positions.size();
        std::vector<double> u(count, 0.0);
        std::vector<char> fixed(count, 0);
        for (std::size_t n = 0; n < count; ++n) {
            fixed[n] = std::min(from_upper_[n], from_lower_[n]) <= end_share * length_ ? 1 : 0;
            u[n] = fixed[n] ? (from_upper_[n] < from_lower_[n] ? 1.0 : 0.0) : 1.0 - place(n);
        }
        std::vector<double> diagonal(count, 1.0);
        for (std::size_t n = 0; n < count; ++n) {
            if (fixed[n]) continue;
            diagonal[n] = 0.0;
            for (const std::uint32_t m : neighbours_[n]) diagonal[n] += weight(n, m);
        }
        const auto applied = [&](const std::vector<double>& x, std::size_t n) {
            double sum = diagonal[n] * x[n];
            for (const std::uint32_t m : neighbours_[n]) sum -= weight(n, m) * x[m];
            return sum;
        };
        std::vector<double> residual(count, 0.0);
        std::vector<double> way(count, 0.0);
        double product = 0.0;
        for (std::size_t n = 0; n < count; ++n) {
            if (fixed[n]) continue;
            residual[n] = -applied(u, n);
            way[n] = residual[n] / diagonal[n];
            product += residual[n] * way[n];
        }
        constexpr int most_rounds = 400;
        for (int round = 0; round < most_rounds && product > 1e-12; ++round) {
            std::vector<double> image(count, 0.0);
            double along = 0.0;
            for (std::size_t n = 0; n < count; ++n) {
                if (fixed[n]) continue;
                image[n] = applied(way, n);
                along += image[n] * way[n];
            }
            const double step = product / along;
            double next = 0.0;
            for (std::size_t n = 0; n < count; ++n) {
                if (fixed[n]) continue;
                u[n] += step * way[n];
                residual[n] -= step * image[n];
                next += residual[n] * residual[n] / diagonal[n];
            }
            for (std::size_t n = 0; n < count; ++n) {
                if (!fixed[n]) way[n] = residual[n] / diagonal[n] + next / product * way[n];
            }
            product = next;
        }
        return u;
    }

    double weight(std::size_t n, std::size_t m) const { return 1.0 / std::max(0.05, glm::distance(at(n), at(m))); }

    // Of a function that goes evenly over the triangle.
    glm::dvec3 slope_times_area(const Triangle& t, const std::vector<double>& u) const {
        const glm::dvec3 a = at(t[0]);
        const glm::dvec3 b = at(t[1]);
        const glm::dvec3 c = at(t[2]);
        const glm::dvec3 normal = glm::cross(b - a, c - a);
        const double twice_area = glm::length(normal);
        if (twice_area < 1e-9) return glm::dvec3(0.0);
        return glm::cross(normal, (c - b) * u[t[0]] + (a - c) * u[t[1]] + (b - a) * u[t[2]]) / (2.0 * twice_area);
    }

    // Of unit length; where the function is flat, at the ends, as the neighbours.
    std::vector<glm::vec3> filled(const std::vector<glm::dvec3>& sums) const {
        std::vector<glm::dvec3> units(sums.size(), glm::dvec3(0.0));
        for (std::size_t n = 0; n < sums.size(); ++n) {
            if (glm::length(sums[n]) > 1e-9) units[n] = glm::normalize(sums[n]);
        }
        constexpr int rounds = 60;
        for (int round = 0; round < rounds; ++round) {
            std::vector<glm::dvec3> next = units;
            for (std::size_t n = 0; n < units.size(); ++n) {
                if (units[n] != glm::dvec3(0.0)) continue;
                glm::dvec3 sum(0.0);
                for (const std::uint32_t m : neighbours_[n]) sum += units[m];
                if (glm::length(sum) > 1e-9) next[n] = glm::normalize(sum);
            }
            units = std::move(next);
        }
        std::vector<glm::vec3> result;
        for (const glm::dvec3& unit : units) result.push_back(unit == glm::dvec3(0.0) ? glm::vec3(0.0f, -1.0f, 0.0f) : glm::vec3(unit));
        return result;
    }

    // Surface per length: how thick the muscle is round about at each place along it.
    std::vector<double> girths_along() const {
        std::vector<double> girths(bins, 0.0);
        for (const Triangle& t : mesh_.triangles) {
            const double middle = (place(t[0]) + place(t[1]) + place(t[2])) / 3.0;
            const auto bin = std::min(static_cast<std::size_t>(middle * bins), bins - 1);
            girths[bin] += glm::length(glm::cross(at(t[1]) - at(t[0]), at(t[2]) - at(t[0]))) / 2.0;
        }
        std::vector<double> smooth = girths;
        for (std::size_t n = 0; n < bins; ++n) {
            smooth[n] = 0.25 * girths[n > 0 ? n - 1 : n] + 0.5 * girths[n] + 0.25 * girths[std::min(n + 1, bins - 1)];
        }
        return smooth;
    }

    const TriangleMesh& mesh_;
    Neighbours neighbours_;
    std::vector<double> from_upper_;
    std::vector<double> from_lower_;
    double length_ = 0.0;
};

}  // namespace

std::vector<glm::vec3> directions_along(const TriangleMesh& surface, const std::vector<glm::dvec3>& line) {
    constexpr double flat = 0.7;  // less than that of the direction lies in the surface: an end
    const Curve curve = resampled({line, std::vector<double>(line.size(), 0.0)}, 1.0);
    std::vector<glm::dvec3> normals(surface.positions.size(), glm::dvec3(0.0));
    for (const Triangle& t : surface.triangles) {
        const glm::dvec3 a(surface.positions[t[0]]);
        const glm::dvec3 area = glm::cross(glm::dvec3(surface.positions[t[1]]) - a, glm::dvec3(surface.positions[t[2]]) - a);
        for (const std::uint32_t corner : t) normals[corner] += area;
    }
    std::vector<glm::vec3> result;
    for (std::size_t n = 0; n < normals.size(); ++n) {
        const glm::dvec3 along = tangent(curve.points, nearest(curve, glm::dvec3(surface.positions[n])).segment);
        const double length = glm::length(normals[n]);
        const glm::dvec3 normal = length > 0.0 ? normals[n] / length : glm::dvec3(0.0);
        const glm::dvec3 within = along - normal * glm::dot(along, normal);
        result.push_back(glm::vec3(glm::length(within) > flat ? glm::normalize(within) : along));
    }
    return result;
}

Fibres fibres_of(const TriangleMesh& surface, bool upper_end_is_cut) {
    const Muscle muscle(surface);
    return {muscle.directions(), muscle.tendon(upper_end_is_cut)};
}

}  // namespace drypoint::builder
