#include "anatomy/entry_map.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "geometry/parallel.h"
#include "geometry/surface_samples.h"

namespace drypoint::anatomy {
namespace {

constexpr std::size_t chain_length = 256;
// A hazard that is not met is looked for a little farther, so that it need not be looked for again at the next entry.
constexpr double slack_mm = 6.0;

std::optional<std::size_t> first_obstacle(const Atlas& atlas, const PathReport& report) {
    for (const LayerPassed& layer : report.layers) {
        if (layer.enter_mm >= report.needle.depth_mm - touching_mm) break;
        if (!layer.structure) continue;
        const Structure& structure = atlas.structures[*layer.structure];
        if (structure.tissue == Tissue::bone || structure.hazard) return layer.structure;
    }
    return std::nullopt;
}

// What is known of the distance from the needle's axis to one hazard.
struct Known {
    double low = 0.0;
    double high = 1e9;
};

// Measures entries one after another. The tip stays, so from one entry to the next no distance changes by more than the
// step between them: what was found bounds what must be looked for.
class Chain {
  public:
    Chain(const ProbeIndex& index, const Safety& safety, const EntryMapRequest& request)
        : index_(index), safety_(safety), request_(request), bounds_(index.hazards().size()) {}

    // Nothing: the line leaves the skin and enters it again.
    std::optional<MapEntry> measure(const glm::dvec3& entry_mm) {
        move_to(entry_mm);
        MapEntry entry;
        entry.entry_mm = entry_mm;
        entry.depth_mm = glm::distance(entry_mm, request_.target_mm);
        if (!(entry.depth_mm > 0.0)) return std::nullopt;
        const Needle* needle =
            request_.needle != nullptr ? request_.needle : safety_.needle_for(entry.depth_mm, request_.path);
        NeedleLine line{entry_mm, (request_.target_mm - entry_mm) / entry.depth_mm, entry.depth_mm, 0.0};
        if (needle != nullptr) line.radius_mm = needle->diameter_mm / 2.0;
        PathReport report = index_.probe_to_tip(line, request_.hull_k);
        if (leaves_skin(report)) return std::nullopt;
        entry.first_obstacle = first_obstacle(index_.atlas(), report);
        find_margin(report, entry);
        Purpose purpose{request_.path, request_.muscle, needle, 0.0, false};
        if (needle != nullptr) purpose.outside_mm = needle->length_mm - entry.depth_mm;
        entry.verdict = safety_.judge(report, purpose).verdict;
        return entry;
    }

  private:
    void move_to(const glm::dvec3& entry_mm) {
        const double step = glm::distance(at_, entry_mm);
        at_ = entry_mm;
        for (Known& bound : bounds_) {
            bound.low = std::max(0.0, bound.low - step);
            bound.high += step;
        }
    }

    bool leaves_skin(const PathReport& report) const {
        const Atlas& atlas = index_.atlas();
        return std::count_if(report.layers.begin(), report.layers.end(), [&](const LayerPassed& layer) {
                   return layer.structure && atlas.structures[*layer.structure].tissue == Tissue::skin &&
                          layer.enter_mm < report.needle.depth_mm;
               }) > 1;
    }

    // The nearest hull, and every hazard that a rule asks about.
    void find_margin(PathReport& report, MapEntry& entry) {
        const double radius = report.needle.radius_mm;
        double at_most = clearance_reach_mm;  // no margin can be larger
        for (std::size_t i = 0; i < bounds_.size(); ++i)
            at_most = std::min(at_most, bounds_[i].high - radius - widened(i));
        double least = clearance_reach_mm;
        for (std::size_t i = 0; i < bounds_.size(); ++i) {
            const std::size_t hazard = index_.hazards()[i];
            const double for_margin = std::min(at_most, least) + widened(i);
            const double wanted = std::max({for_margin, safety_.reach_mm(hazard), widened(i)}) + radius;
            std::optional<Clearance> one = touched(report, hazard);
            if (one) {
                bounds_[i] = {0.0, 0.0};
            } else if (bounds_[i].low <= wanted) {
                one = measured(report, i, wanted);
            }
            if (!one) continue;
            if (index_.spread_mm(hazard)) one->hull_distance_mm = std::max(0.0, one->distance_mm - widened(i));
            report.clearances.push_back(*one);
            const double margin = one->distance_mm - widened(i);
            if (margin >= least) continue;
            least = margin;
            entry.nearest = hazard;
        }
        entry.margin_mm = std::max(0.0, least);
    }

    double widened(std::size_t i) const {
        return request_.hull_k * index_.spread_mm(index_.hazards()[i]).value_or(0.0);
    }

    static std::optional<Clearance> touched(const PathReport& report, std::size_t hazard) {
        for (const LayerPassed& layer : report.layers)
            if (layer.structure == hazard && layer.enter_mm <= report.needle.depth_mm)
                return Clearance{hazard, 0.0, std::nullopt, layer.enter_mm, report.needle.entry_mm};
        return std::nullopt;
    }

    std::optional<Clearance> measured(const PathReport& report, std::size_t i, double wanted) {
        const std::size_t hazard = index_.hazards()[i];
        const double reach = std::min(wanted + slack_mm, bounds_[i].high + 1e-6);
        const auto found = index_.nearest_to(hazard, {report.needle.entry_mm, report.tip_mm}, reach);
        if (!found) {
            bounds_[i].low = reach;
            return std::nullopt;
        }
        bounds_[i] = {found->distance_mm, found->distance_mm};
        if (found->distance_mm > wanted) return std::nullopt;
        return Clearance{hazard, std::max(0.0, found->distance_mm - report.needle.radius_mm), std::nullopt,
                         found->along * report.needle.depth_mm, found->at_mm};
    }

    const ProbeIndex& index_;
    const Safety& safety_;
    const EntryMapRequest& request_;
    std::vector<Known> bounds_;  // of the index' hazards
    glm::dvec3 at_{0.0};
};

double reach_of(const Content& content, const Safety& safety, const EntryMapRequest& request) {
    double longest = 0.0;
    for (const Needle& needle : content.needles) longest = std::max(longest, needle.length_mm);
    if (request.needle != nullptr) longest = request.needle->length_mm;
    return std::max(0.0, longest - safety.outside_at_least_mm());
}

// Entries from the best on: larger margin, then shallower, then earlier.
std::vector<std::size_t> by_margin(const EntryMap& map, double least_angle_deg) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < map.entries.size(); ++i) {
        const MapEntry& entry = map.entries[i];
        if (entry.verdict != Verdict::stop && entry.skin_angle_deg >= least_angle_deg) order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&map](std::size_t a, std::size_t b) {
        const MapEntry& one = map.entries[a];
        const MapEntry& other = map.entries[b];
        if (one.margin_mm != other.margin_mm) return one.margin_mm > other.margin_mm;
        return one.depth_mm != other.depth_mm ? one.depth_mm < other.depth_mm : a < b;
    });
    return order;
}

// The lattice's normals are a little coarse: the best one is measured as a path is.
void find_best(const Content& content, const Atlas& atlas, const glm::dvec3& target_mm, double least_angle_deg,
               EntryMap& map) {
    for (const std::size_t i : by_margin(map, least_angle_deg)) {
        MapEntry& entry = map.entries[i];
        entry.skin_angle_deg =
            skin_angle_deg(content, atlas, entry.entry_mm, (target_mm - entry.entry_mm) / entry.depth_mm);
        if (entry.skin_angle_deg < least_angle_deg) continue;
        map.best = i;
        return;
    }
}

}  // namespace

EntryMap entry_map(const ProbeIndex& index, const Content& content, const EntryMapRequest& request) {
    EntryMap map;
    const Atlas& atlas = index.atlas();
    const Structure* skin = skin_of(atlas);
    if (skin == nullptr) {
        map.issues.push_back(base::error(base::in_file(atlas.file), "this model has no skin: it has no map of entries",
                                         "choose a model with a skin", "no-skin"));
        return map;
    }
    const Safety safety(content, atlas);
    geometry::SampleRequest wanted;
    wanted.around_mm = request.target_mm;
    wanted.reach_mm = reach_of(content, safety, request);
    wanted.spacing_mm = request.spacing_mm;
    wanted.normal_over_mm = content.conventions.skin_normal_over_mm;
    const auto samples = geometry::samples_around(skin->surface, wanted);
    const double flattest = std::sin(glm::radians(content.conventions.oblique_at_least_deg));

    std::vector<std::optional<MapEntry>> found(samples.size());
    geometry::in_parallel((samples.size() + chain_length - 1) / chain_length, [&](std::size_t link) {
        Chain chain(index, safety, request);
        const std::size_t end = std::min(samples.size(), (link + 1) * chain_length);
        for (std::size_t i = link * chain_length; i < end; ++i) {
            const glm::dvec3 out = glm::normalize(samples[i].at_mm - request.target_mm);
            const double sine = std::clamp(glm::dot(out, samples[i].outward), -1.0, 1.0);
            if (sine < flattest) continue;
            found[i] = chain.measure(samples[i].at_mm);
            if (found[i]) found[i]->skin_angle_deg = glm::degrees(std::asin(sine));
        }
    });
    for (std::optional<MapEntry>& entry : found)
        if (entry) map.entries.push_back(*entry);
    const Technique technique = request.path != nullptr ? request.path->technique : Technique::oblique;
    find_best(content, atlas, request.target_mm, content.conventions.least_angle_deg(technique), map);
    return map;
}

MapEntry entry_of(const Atlas& atlas, const Assessment& assessment, double skin_angle_deg) {
    MapEntry entry;
    entry.entry_mm = assessment.report.needle.entry_mm;
    entry.depth_mm = assessment.report.needle.depth_mm;
    entry.skin_angle_deg = skin_angle_deg;
    entry.margin_mm = assessment.margin_mm;
    entry.nearest = assessment.nearest;
    entry.first_obstacle = first_obstacle(atlas, assessment.report);
    entry.verdict = assessment.judgement.verdict;
    return entry;
}

}  // namespace drypoint::anatomy
