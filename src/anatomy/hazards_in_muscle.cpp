#include "anatomy/hazards_in_muscle.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <queue>
#include <set>

#include <glm/geometric.hpp>

#include "geometry/parallel.h"
#include "geometry/surface_index.h"

namespace drypoint::anatomy {
namespace {

using geometry::Triangle;
using geometry::TriangleMesh;

constexpr double band_mm = 2.0;
constexpr double reach_mm = 2.0;
constexpr double farthest_mm = 60.0;  // no muscle reaches further on both sides of a wall that lies in it
constexpr double least_share = 300.0 / 360.0;
constexpr double most_length_mm = 10.0;
constexpr double sample_mm = 0.6;  // between places on the wall that are looked from

struct Edge {
    std::uint32_t to;
    double length;
};

using Graph = std::vector<std::vector<Edge>>;

Graph graph_of(const TriangleMesh& mesh) {
    Graph graph(mesh.positions.size());
    for (const Triangle& t : mesh.triangles) {
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t a = t[k];
            const std::uint32_t b = t[(k + 1) % 3];
            graph[a].push_back({b, glm::distance(glm::dvec3(mesh.positions[a]), glm::dvec3(mesh.positions[b]))});
        }
    }
    return graph;
}

// The shortest ways along edges (Dijkstra 1959).
std::vector<double> ways_from(const Graph& graph, std::size_t start) {
    using Item = std::pair<double, std::size_t>;
    std::vector<double> ways(graph.size(), std::numeric_limits<double>::infinity());
    std::priority_queue<Item, std::vector<Item>, std::greater<>> open;
    ways[start] = 0.0;
    open.push({0.0, start});
    while (!open.empty()) {
        const auto [way, at] = open.top();
        open.pop();
        if (way > ways[at]) continue;
        for (const Edge& edge : graph[at]) {
            if (way + edge.length >= ways[edge.to]) continue;
            ways[edge.to] = way + edge.length;
            open.push({ways[edge.to], edge.to});
        }
    }
    return ways;
}

// How far along the course each vertex of its wall lies: the way from the end farthest from anywhere.
std::vector<double> along_course(const TriangleMesh& mesh) {
    const Graph graph = graph_of(mesh);
    const auto farthest = [](const std::vector<double>& ways) {
        std::size_t best = 0;
        for (std::size_t n = 0; n < ways.size(); ++n)
            if (std::isfinite(ways[n]) && (!std::isfinite(ways[best]) || ways[n] > ways[best])) best = n;
        return best;
    };
    return ways_from(graph, farthest(ways_from(graph, 0)));
}

// How much of the wall of each stretch there is, and how much of it looks into which muscle.
struct TunnelStretch {
    double wall = 0.0;
    std::map<std::size_t, double> facing;  // by the muscle's number
};

class Looker {
  public:
    Looker(const Atlas& atlas, const geometry::SurfaceIndex& index, const std::vector<std::size_t>& structures, std::size_t own)
        : atlas_(atlas), index_(index), structures_(structures), own_(own) {}

    std::vector<TunnelStretch> run(const TriangleMesh& mesh) {
        const std::vector<double> along = along_course(mesh);
        for (const Triangle& t : mesh.triangles) look_from(mesh, t, along);
        return std::move(stretches_);
    }

  private:
    void look_from(const TriangleMesh& mesh, const Triangle& t, const std::vector<double>& along) {
        const glm::dvec3 a(mesh.positions[t[0]]);
        const glm::dvec3 b(mesh.positions[t[1]]);
        const glm::dvec3 c(mesh.positions[t[2]]);
        const glm::dvec3 normal = glm::cross(b - a, c - a);
        const double twice_area = glm::length(normal);
        if (twice_area <= 0.0 || !std::isfinite(along[t[0]])) return;
        const double longest = std::max({glm::distance(a, b), glm::distance(b, c), glm::distance(c, a)});
        const int parts = std::clamp(static_cast<int>(std::ceil(longest / sample_mm)), 1, 40);
        const double share = twice_area / 2.0 / (parts * (parts + 1) / 2.0);
        for (int i = 0; i < parts; ++i) {
            for (int k = 0; i + k < parts; ++k) {
                const double u = (i + 1.0 / 3.0) / parts;
                const double v = (k + 1.0 / 3.0) / parts;
                const double w = 1.0 - u - v;
                add(u * along[t[0]] + v * along[t[1]] + w * along[t[2]], share, a * u + b * v + c * w, normal / twice_area);
            }
        }
    }

    void add(double along, double area, const glm::dvec3& from, const glm::dvec3& out) {
        const auto number = static_cast<std::size_t>(std::max(0.0, along) / band_mm);
        if (number >= stretches_.size()) stretches_.resize(number + 1);
        stretches_[number].wall += area;
        const std::optional<std::size_t> met = first_met(from, out);
        if (met && atlas_.structures[*met].tissue == Tissue::muscle) stretches_[number].facing[*met] += area;
    }

    // What the wall looks into within reach; else what it lies in.
    std::optional<std::size_t> first_met(const glm::dvec3& from, const glm::dvec3& out) const {
        std::set<std::size_t> seen;
        for (const geometry::Crossing& crossing : index_.crossings({from, out}, -0.05, farthest_mm)) {
            const std::size_t met = structures_[crossing.surface];
            if (met == own_ || !seen.insert(met).second) continue;
            if (crossing.t_mm <= reach_mm || !crossing.entering) return met;
        }
        return std::nullopt;
    }

    const Atlas& atlas_;
    const geometry::SurfaceIndex& index_;
    const std::vector<std::size_t>& structures_;
    std::size_t own_;
    std::vector<TunnelStretch> stretches_;
};

bool is_course(const Structure& structure) {
    return structure.hazard && structure.closed &&
           (structure.tissue == Tissue::artery || structure.tissue == Tissue::vein || structure.tissue == Tissue::nerve);
}

}  // namespace

std::vector<InMuscle> hazards_in_muscle(const Atlas& atlas, const std::vector<Enters>& on_purpose) {
    std::vector<const TriangleMesh*> meshes;
    std::vector<std::size_t> structures;
    for (std::size_t n = 0; n < atlas.structures.size(); ++n) {
        if (atlas.structures[n].tissue == Tissue::skin) continue;
        meshes.push_back(&atlas.structures[n].surface);
        structures.push_back(n);
    }
    const geometry::SurfaceIndex index(meshes);
    std::vector<std::vector<InMuscle>> found(atlas.structures.size());
    geometry::in_parallel(atlas.structures.size(), [&](std::size_t n) {
        const Structure& hazard = atlas.structures[n];
        if (!is_course(hazard)) return;
        std::map<std::size_t, double> lengths;
        for (const TunnelStretch& stretch : Looker(atlas, index, structures, n).run(hazard.surface)) {
            for (const auto& [muscle, facing] : stretch.facing)
                if (facing >= least_share * stretch.wall) lengths[muscle] += band_mm;
        }
        for (const auto& [muscle, length] : lengths) {
            if (length <= most_length_mm) continue;
            const base::Id& id = atlas.structures[muscle].id;
            const bool wanted = std::any_of(on_purpose.begin(), on_purpose.end(), [&](const Enters& enters) {
                return enters.hazard == hazard.id && enters.muscle == id;
            });
            found[n].push_back({hazard.id, id, length, wanted});
        }
    });
    std::vector<InMuscle> all;
    for (const std::vector<InMuscle>& some : found) all.insert(all.end(), some.begin(), some.end());
    return all;
}

}  // namespace drypoint::anatomy
