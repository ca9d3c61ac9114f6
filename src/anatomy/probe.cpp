#include "anatomy/probe.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <glm/geometric.hpp>

#include "geometry/surface_index.h"

namespace drypoint::anatomy {
namespace {

using geometry::Crossing;

// The entry was computed from the same surface: what lies this close to it is at depth 0.
constexpr double entry_tolerance_mm = 0.01;

struct Interval {
    double enter, exit;
};

// Where a line is inside one closed surface, from its crossings in order. A line starts outside. Counts how often it
// went in, so that a surface that overlaps itself is one inside.
std::optional<std::vector<Interval>> inside_by_winding(const std::vector<Crossing>& crossings) {
    std::vector<Interval> intervals;
    int winding = 0;
    double enter = 0.0;
    for (const Crossing& crossing : crossings) {
        if (crossing.entering && winding++ == 0) enter = crossing.t_mm;
        if (crossing.entering) continue;
        if (--winding < 0) return std::nullopt;
        if (winding == 0) intervals.push_back({enter, crossing.t_mm});
    }
    if (winding != 0) return std::nullopt;
    return intervals;
}

// For open surfaces: in and out in turn; a last single crossing has no end.
std::vector<Interval> inside_by_turns(const std::vector<Crossing>& crossings) {
    std::vector<Interval> intervals;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
        intervals.push_back({crossings[i].t_mm, crossings[i + 1].t_mm});
    return intervals;
}

void add_layers(std::size_t structure, const std::vector<Interval>& intervals, std::vector<LayerPassed>& layers) {
    for (const Interval& interval : intervals) {
        if (interval.exit <= entry_tolerance_mm) continue;
        const double enter = interval.enter < entry_tolerance_mm ? 0.0 : interval.enter;
        layers.push_back({structure, enter, interval.exit});
    }
}

void sort_layers(std::vector<LayerPassed>& layers) {
    std::stable_sort(layers.begin(), layers.end(),
                     [](const LayerPassed& a, const LayerPassed& b) { return a.enter_mm < b.enter_mm; });
}

// What lies between named structures and belongs to none.
void add_connective(std::vector<LayerPassed>& layers) {
    std::vector<LayerPassed> between;
    double covered_to = 0.0;
    for (const LayerPassed& layer : layers) {
        if (layer.enter_mm - covered_to > touching_mm) between.push_back({std::nullopt, covered_to, layer.enter_mm});
        if (!layer.exit_mm) break;
        covered_to = std::max(covered_to, *layer.exit_mm);
    }
    layers.insert(layers.end(), between.begin(), between.end());
    sort_layers(layers);
}

bool holds(const LayerPassed& layer, double depth_mm) {
    return layer.structure && layer.enter_mm <= depth_mm && (!layer.exit_mm || depth_mm < *layer.exit_mm);
}

// From well outside the model, so that the line starts outside every surface, to its far side.
double reach_of(const Atlas& atlas, const NeedleLine& needle) {
    return 2.0 * atlas.bounds.radius() + glm::distance(needle.entry_mm, glm::dvec3(atlas.bounds.centre()));
}

// False: the surface is open or turned over along the line, so that in and out were taken in turn.
bool add_structure(std::size_t i, const std::vector<Crossing>& crossings, std::vector<LayerPassed>& layers) {
    if (const auto intervals = inside_by_winding(crossings)) {
        add_layers(i, *intervals, layers);
        return true;
    }
    add_layers(i, inside_by_turns(crossings), layers);
    const bool goes_on = crossings.size() % 2 == 1 && crossings.back().t_mm >= 0.0;
    if (goes_on) layers.push_back({i, crossings.back().t_mm, std::nullopt});
    return false;
}

bool usable(const NeedleLine& needle) {
    const double length = glm::length(needle.direction);
    return std::isfinite(glm::dot(needle.entry_mm, needle.entry_mm)) && std::abs(length - 1.0) < 1e-6 &&
           std::isfinite(needle.depth_mm) && needle.depth_mm >= 0.0;
}

}  // namespace

struct ProbeIndex::State {
    AtlasPtr atlas;
    geometry::SurfaceIndex index;

    explicit State(AtlasPtr loaded) : atlas(std::move(loaded)), index(surfaces(*atlas)) {}

    static std::vector<const geometry::TriangleMesh*> surfaces(const Atlas& atlas) {
        std::vector<const geometry::TriangleMesh*> all;
        for (const Structure& structure : atlas.structures) all.push_back(&structure.surface);
        return all;
    }

    void find_layers(PathReport& report) const {
        const NeedleLine& needle = report.needle;
        const double reach = reach_of(*atlas, needle);
        const auto crossings = index.crossings({needle.entry_mm, needle.direction}, -reach, reach);
        std::vector<std::vector<Crossing>> by_structure(atlas->structures.size());
        for (const Crossing& crossing : crossings) by_structure[crossing.surface].push_back(crossing);
        for (std::size_t i = 0; i < by_structure.size(); ++i) {
            if (by_structure[i].empty() || add_structure(i, by_structure[i], report.layers)) continue;
            report.issues.push_back(
                base::warning(base::at_node(atlas->file, atlas->structures[i].node),
                              "its surface is open or turned over along this line: in and out were taken in turn",
                              "close it, with its triangles facing outwards", "open-surface"));
        }
        sort_layers(report.layers);
        add_connective(report.layers);
        for (const LayerPassed& layer : report.layers) {
            if (holds(layer, needle.depth_mm)) report.tip_in.push_back(*layer.structure);
        }
    }

    void find_clearances(PathReport& report) const {
        const geometry::Segment shaft{report.needle.entry_mm, report.tip_mm};
        for (std::size_t i = 0; i < atlas->structures.size(); ++i) {
            if (!atlas->structures[i].hazard) continue;
            if (const auto clearance = clearance_of(i, shaft, report)) {
                report.clearances.push_back(*clearance);
            } else {
                report.farther.push_back(i);
            }
        }
        std::stable_sort(report.clearances.begin(), report.clearances.end(),
                         [](const Clearance& a, const Clearance& b) { return a.distance_mm < b.distance_mm; });
    }

    std::optional<Clearance> clearance_of(std::size_t i, const geometry::Segment& shaft,
                                          const PathReport& report) const {
        for (const LayerPassed& layer : report.layers) {
            if (layer.structure != i || layer.enter_mm > report.needle.depth_mm) continue;
            return Clearance{i, 0.0, layer.enter_mm, report.needle.entry_mm + report.needle.direction * layer.enter_mm};
        }
        if (out_of_reach(atlas->structures[i].bounds, shaft)) return std::nullopt;
        const auto nearest = index.nearest(i, shaft, clearance_reach_mm);
        if (!nearest) return std::nullopt;
        return Clearance{i, nearest->distance_mm, nearest->along * report.needle.depth_mm, nearest->at_mm};
    }

    // A cheap test first: the box of the structure and that of the shaft.
    static bool out_of_reach(const geometry::Bounds& box, const geometry::Segment& shaft) {
        for (int axis = 0; axis < 3; ++axis) {
            if (std::min(shaft.from[axis], shaft.to[axis]) - clearance_reach_mm > box.max[axis]) return true;
            if (std::max(shaft.from[axis], shaft.to[axis]) + clearance_reach_mm < box.min[axis]) return true;
        }
        return false;
    }
};

ProbeIndex::ProbeIndex(AtlasPtr atlas) : state_(std::make_unique<State>(std::move(atlas))) {}
ProbeIndex::~ProbeIndex() = default;
ProbeIndex::ProbeIndex(ProbeIndex&&) noexcept = default;
ProbeIndex& ProbeIndex::operator=(ProbeIndex&&) noexcept = default;

const Atlas& ProbeIndex::atlas() const {
    return *state_->atlas;
}

PathReport ProbeIndex::probe(const NeedleLine& needle) const {
    PathReport report;
    report.needle = needle;
    report.tip_mm = needle.entry_mm + needle.direction * needle.depth_mm;
    if (!usable(needle)) {
        report.issues.push_back(
            base::error({}, "a needle needs an entry, a direction of unit length and a depth of at least 0",
                        "give finite numbers in millimetres", "degenerate-needle"));
        return report;
    }
    state_->find_layers(report);
    state_->find_clearances(report);
    return report;
}

std::vector<LayerPassed> stretches_in(const Atlas& atlas, std::size_t structure, const NeedleLine& needle) {
    std::vector<LayerPassed> layers;
    if (!usable(needle)) return layers;
    const double reach = reach_of(atlas, needle);
    const geometry::TriangleMesh& surface = atlas.structures[structure].surface;
    add_structure(structure, geometry::crossings_of_all({&surface}, {needle.entry_mm, needle.direction}, -reach, reach),
                  layers);
    sort_layers(layers);
    return layers;
}

}  // namespace drypoint::anatomy
