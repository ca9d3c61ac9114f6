#include "anatomy/probe.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <glm/geometric.hpp>

#include "base/number.h"
#include "geometry/surface_index.h"

namespace drypoint::anatomy {
namespace {

using geometry::Crossing;

// The entry was computed from the same surface: what lies this close to it is at depth 0.
constexpr double entry_tolerance_mm = 0.01;

struct Interval {
    double enter, exit;
};

// Where a line is inside one surface; `from`: where it is at the end of the line.
struct Inside {
    std::vector<Interval> intervals;
    std::optional<double> from;
};

// From the crossings of a closed surface in order. A line starts outside. Counts how often it went in, so that a
// surface that overlaps itself is one inside. Nothing if it came out where it was not in.
std::optional<Inside> inside_by_winding(const std::vector<Crossing>& crossings) {
    Inside inside;
    int winding = 0;
    double enter = 0.0;
    for (const Crossing& crossing : crossings) {
        if (crossing.entering && winding++ == 0) enter = crossing.t_mm;
        if (crossing.entering) continue;
        if (--winding < 0) return std::nullopt;
        if (winding == 0) inside.intervals.push_back({enter, crossing.t_mm});
    }
    if (winding != 0) inside.from = enter;
    return inside;
}

// The same for a surface that is turned inside out as a whole.
std::optional<Inside> inside_when_turned(std::vector<Crossing> crossings) {
    for (Crossing& crossing : crossings) crossing.entering = !crossing.entering;
    return inside_by_winding(crossings);
}

// A guess for open surfaces. An even number of crossings: in and out in turn. An odd one: pairs of a way in and the way
// out after it; a way in without a way out goes on if it is the last, and nothing is made of any other.
Inside inside_by_guess(const std::vector<Crossing>& crossings) {
    if (crossings.empty()) return {};
    const bool even = crossings.size() % 2 == 0;
    Inside inside;
    for (std::size_t i = 0; i + 1 < crossings.size(); ++i) {
        if (!even && !(crossings[i].entering && !crossings[i + 1].entering)) continue;
        inside.intervals.push_back({crossings[i].t_mm, crossings[i + 1].t_mm});
        ++i;
    }
    if (!even && crossings.back().entering) inside.from = crossings.back().t_mm;
    return inside;
}

// Of a closed surface, facing out or in as a whole; nothing for an open one.
std::optional<Inside> whole_inside(const std::vector<Crossing>& crossings) {
    auto inside = inside_by_winding(crossings);
    if (!inside || inside->from) inside = inside_when_turned(crossings);
    return inside && !inside->from ? inside : std::nullopt;
}

// From well outside the model, so that the line starts outside every surface, to its far side.
double reach_of(const Atlas& atlas, const NeedleLine& needle) {
    return 2.0 * atlas.bounds.radius() + glm::distance(needle.entry_mm, glm::dvec3(atlas.bounds.centre()));
}

std::string depths_of(const std::vector<Crossing>& crossings) {
    std::string text;
    for (const Crossing& crossing : crossings) text += (text.empty() ? "" : ", ") + base::one_decimal(crossing.t_mm);
    return text;
}

void add_layers(std::size_t structure, const Inside& inside, std::vector<LayerPassed>& layers) {
    const auto depth = [](double enter) { return enter < entry_tolerance_mm ? 0.0 : enter; };
    for (const Interval& interval : inside.intervals) {
        if (interval.exit > entry_tolerance_mm) layers.push_back({structure, depth(interval.enter), interval.exit});
    }
    if (inside.from) layers.push_back({structure, depth(*inside.from), std::nullopt});
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

// The layers are sorted by where they begin; of two that begin together the one that ends first is the inner one.
std::vector<std::size_t> holding(const std::vector<LayerPassed>& layers, double depth_mm) {
    std::vector<const LayerPassed*> found;
    const LayerPassed* left = nullptr;
    for (const LayerPassed& layer : layers) {
        if (holds(layer, depth_mm)) found.push_back(&layer);
        const bool seam =
            layer.structure && layer.exit_mm && *layer.exit_mm <= depth_mm && depth_mm - *layer.exit_mm <= touching_mm;
        if (seam && (left == nullptr || *layer.exit_mm > *left->exit_mm)) left = &layer;
    }
    std::stable_sort(found.begin(), found.end(), [](const LayerPassed* a, const LayerPassed* b) {
        if (a->enter_mm != b->enter_mm) return a->enter_mm < b->enter_mm;
        return a->exit_mm && b->exit_mm ? *a->exit_mm > *b->exit_mm : !a->exit_mm && b->exit_mm;
    });
    const bool in_tissue = std::any_of(layers.begin(), layers.end(), [&](const LayerPassed& layer) {
        return !layer.structure && layer.enter_mm <= depth_mm && depth_mm < *layer.exit_mm;
    });
    if (found.empty() && left != nullptr && !in_tissue) found.push_back(left);
    std::vector<std::size_t> structures;
    for (const LayerPassed* layer : found) structures.push_back(*layer->structure);
    return structures;
}

bool usable(const NeedleLine& needle) {
    const double length = glm::length(needle.direction);
    return std::isfinite(glm::dot(needle.entry_mm, needle.entry_mm)) && std::abs(length - 1.0) < 1e-6 &&
           std::isfinite(needle.depth_mm) && needle.depth_mm >= 0.0 && std::isfinite(needle.radius_mm) &&
           needle.radius_mm >= 0.0;
}

}  // namespace

struct ProbeIndex::State {
    AtlasPtr atlas;
    geometry::SurfaceIndex index;
    std::vector<std::size_t> hazards;
    std::vector<std::optional<double>> spread_mm;  // of every structure
    bool all_closed = true;

    State(AtlasPtr loaded, const std::vector<HazardSpread>& spreads)
        : atlas(std::move(loaded)), index(surfaces(*atlas)), spread_mm(atlas->structures.size()) {
        for (std::size_t i = 0; i < atlas->structures.size(); ++i)
            if (atlas->structures[i].hazard) hazards.push_back(i);
        for (const Structure& structure : atlas->structures) all_closed = all_closed && structure.closed;
        for (const HazardSpread& spread : spreads)
            if (const auto i = atlas->index_of(spread.id)) spread_mm[*i] = spread.across.mm;
    }

    // A report without findings; an issue says if the needle is none.
    PathReport begin(const NeedleLine& needle, double hull_k) const {
        PathReport report;
        report.needle = needle;
        report.tip_mm = needle.entry_mm + needle.direction * needle.depth_mm;
        report.hull_k = hull_k;
        if (!usable(needle)) {
            report.issues.push_back(base::error(
                {}, "a needle needs an entry, a direction of unit length, and a depth and a radius of at least 0",
                "give finite numbers in millimetres", "degenerate-needle"));
        }
        return report;
    }

    static std::vector<const geometry::TriangleMesh*> surfaces(const Atlas& atlas) {
        std::vector<const geometry::TriangleMesh*> all;
        for (const Structure& structure : atlas.structures) all.push_back(&structure.surface);
        return all;
    }

    // To the far side of the limb, or to just beyond the tip: there an open surface cannot be told from one that goes
    // on.
    void find_layers(PathReport& report, bool to_tip) const {
        const NeedleLine& needle = report.needle;
        const double reach = reach_of(*atlas, needle);
        to_tip = to_tip && all_closed;
        std::vector<Crossing> crossings = index.crossings({needle.entry_mm, needle.direction}, -reach,
                                                          to_tip ? needle.depth_mm + touching_mm : reach);
        std::stable_sort(crossings.begin(), crossings.end(),
                         [](const Crossing& a, const Crossing& b) { return a.surface < b.surface; });
        for (auto first = crossings.begin(); first != crossings.end();) {
            const auto last = std::find_if(first, crossings.end(), [first](const Crossing& crossing) {
                return crossing.surface != first->surface;
            });
            add_structure(first->surface, {first, last}, to_tip, report);
            first = last;
        }
        sort_layers(report.layers);
        add_connective(report.layers);
        report.tip_in = holding(report.layers, needle.depth_mm);
        find_bone(report);
    }

    void find_bone(PathReport& report) const {
        for (const LayerPassed& layer : report.layers) {
            if (layer.enter_mm > report.needle.depth_mm + touching_mm) return;
            if (!layer.structure || atlas->structures[*layer.structure].tissue != Tissue::bone) continue;
            report.bone = BoneContact{*layer.structure, layer.enter_mm};
            return;
        }
    }

    void add_structure(std::size_t i, const std::vector<Crossing>& crossings, bool to_tip, PathReport& report) const {
        auto inside = inside_by_winding(crossings);
        if (inside && (to_tip || !inside->from)) return add_layers(i, *inside, report.layers);
        inside = inside_when_turned(crossings);
        if (inside && !inside->from) {
            guessed(i, "its triangles face inwards: in and out were exchanged", crossings, report);
            return add_layers(i, *inside, report.layers);
        }
        guessed(i, "its surface is open along this line: where it is inside was guessed", crossings, report);
        add_layers(i, inside_by_guess(crossings), report.layers);
    }

    void guessed(std::size_t i, const std::string& what, const std::vector<Crossing>& crossings,
                 PathReport& report) const {
        report.issues.push_back(base::warning(base::at_node(atlas->file, atlas->structures[i].node),
                                              what + ", from its crossings at " + depths_of(crossings) + " mm",
                                              "close it, with its triangles facing outwards", "open-surface"));
    }

    void find_clearances(PathReport& report) const {
        const geometry::Segment shaft{report.needle.entry_mm, report.tip_mm};
        for (const std::size_t i : hazards) {
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
        std::optional<double> hull;
        if (spread_mm[i]) hull = 0.0;
        for (const LayerPassed& layer : report.layers) {
            if (layer.structure != i || layer.enter_mm > report.needle.depth_mm) continue;
            return Clearance{i, 0.0, hull, layer.enter_mm,
                             report.needle.entry_mm + report.needle.direction * layer.enter_mm};
        }
        const double widened = report.hull_k * spread_mm[i].value_or(0.0);
        const double reach = clearance_reach_mm + report.needle.radius_mm + widened;
        const auto nearest = nearest_to(i, shaft, reach);
        if (!nearest) return std::nullopt;
        const double distance = std::max(0.0, nearest->distance_mm - report.needle.radius_mm);
        if (hull) hull = std::max(0.0, distance - widened);
        return Clearance{i, distance, hull, nearest->along * report.needle.depth_mm, nearest->at_mm};
    }

    std::optional<geometry::Nearest> nearest_to(std::size_t i, const geometry::Segment& shaft, double reach_mm) const {
        if (out_of_reach(atlas->structures[i].bounds, shaft, reach_mm)) return std::nullopt;
        return index.nearest(i, shaft, reach_mm);
    }

    // A cheap test first: the box of the structure and that of the shaft.
    static bool out_of_reach(const geometry::Bounds& box, const geometry::Segment& shaft, double reach_mm) {
        for (int axis = 0; axis < 3; ++axis) {
            if (std::min(shaft.from[axis], shaft.to[axis]) - reach_mm > box.max[axis]) return true;
            if (std::max(shaft.from[axis], shaft.to[axis]) + reach_mm < box.min[axis]) return true;
        }
        return false;
    }
};

ProbeIndex::ProbeIndex(AtlasPtr atlas, const std::vector<HazardSpread>& spreads)
    : state_(std::make_unique<State>(std::move(atlas), spreads)) {}
ProbeIndex::~ProbeIndex() = default;
ProbeIndex::ProbeIndex(ProbeIndex&&) noexcept = default;
ProbeIndex& ProbeIndex::operator=(ProbeIndex&&) noexcept = default;

const Atlas& ProbeIndex::atlas() const {
    return *state_->atlas;
}

const std::vector<std::size_t>& ProbeIndex::hazards() const {
    return state_->hazards;
}

std::optional<double> ProbeIndex::spread_mm(std::size_t structure) const {
    return state_->spread_mm[structure];
}

std::optional<geometry::Nearest> ProbeIndex::nearest_to(std::size_t structure, const geometry::Segment& shaft,
                                                        double reach_mm) const {
    return state_->nearest_to(structure, shaft, reach_mm);
}

PathReport ProbeIndex::probe(const NeedleLine& needle, double hull_k) const {
    PathReport report = state_->begin(needle, hull_k);
    if (!report.issues.empty()) return report;
    state_->find_layers(report, false);
    state_->find_clearances(report);
    return report;
}

PathReport ProbeIndex::probe_to_tip(const NeedleLine& needle, double hull_k) const {
    PathReport report = state_->begin(needle, hull_k);
    if (report.issues.empty()) state_->find_layers(report, true);
    return report;
}

std::vector<LayerPassed> stretches_in(const Atlas& atlas, std::size_t structure, const NeedleLine& needle) {
    std::vector<LayerPassed> layers;
    if (!usable(needle)) return layers;
    const double reach = reach_of(atlas, needle);
    const geometry::TriangleMesh& surface = atlas.structures[structure].surface;
    const auto crossings = geometry::crossings_of_all({&surface}, {needle.entry_mm, needle.direction}, -reach, reach);
    add_layers(structure, whole_inside(crossings).value_or(inside_by_guess(crossings)), layers);
    sort_layers(layers);
    return layers;
}

}  // namespace drypoint::anatomy
