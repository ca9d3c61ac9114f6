#include "scene/strip.h"

#include <algorithm>
#include <cmath>

#include "anatomy/body.h"
#include "scene/nearest_hazards.h"

namespace drypoint::scene {
namespace {

constexpr double margin_mm = 4.0, bone_shown_mm = 3.0;

// To a little beyond the target, and to the bone if the needle can reach it; farther while the tip is there.
double shown_depth(const anatomy::PathReport& probe, const anatomy::Atlas& atlas, double target) {
    double shown = target * 1.1 + margin_mm;
    for (const anatomy::LayerPassed& layer : probe.layers) {
        const bool bone = layer.structure && atlas.structures[*layer.structure].tissue == anatomy::Tissue::bone;
        if (!bone) continue;
        if (layer.enter_mm <= target + session::beyond_target_mm)
            shown = std::max(shown, layer.enter_mm + bone_shown_mm);
        break;
    }
    return std::max(shown, probe.needle.depth_mm + 2.0);
}

}  // namespace

std::optional<double> StripLayer::thickness_mm() const {
    if (!exit_mm) return std::nullopt;
    return *exit_mm - enter_mm;
}

bool Strip::at_target() const {
    return std::abs(tip_mm - target_mm) < 0.05;
}

bool Strip::goes_on() const {
    return !layers.empty() && layers.back().exit_mm.value_or(shown_mm + 1.0) > shown_mm;
}

bool Strip::has_hidden() const {
    return std::any_of(layers.begin(), layers.end(),
                       [](const StripLayer& layer) { return layer.hidden && !anatomy::is_cover(layer.tissue); }) ||
           std::any_of(nearest.begin(), nearest.end(), [](const StripHazard& hazard) { return hazard.hidden; });
}

std::optional<Strip> build_strip(const session::Snapshot& snapshot, const anatomy::PathReport* probe,
                                 const NameOf& name_of, double least_shown_mm) {
    const auto laid = session::laid_needle(*snapshot.world, snapshot.model);
    if (probe == nullptr || !laid) return std::nullopt;
    const anatomy::Atlas& atlas = *snapshot.atlas;
    Strip strip;
    strip.tip_mm = probe->needle.depth_mm;
    strip.target_mm = laid->way->depth_mm;
    strip.kind = laid->kind;
    strip.fold = laid->way->fold;
    strip.shown_mm = std::max(shown_depth(*probe, atlas, strip.target_mm), least_shown_mm);
    for (const anatomy::LayerPassed& passed : probe->layers) {
        if (passed.enter_mm >= strip.shown_mm) continue;
        StripLayer layer;
        layer.enter_mm = passed.enter_mm;
        layer.exit_mm = passed.exit_mm;
        if (passed.structure) {
            const anatomy::Structure& structure = atlas.structures[*passed.structure];
            layer.structure = structure.id;
            layer.name = name_of(structure.id, structure.name);
            layer.tissue = structure.tissue;
            layer.hidden = is_hidden(snapshot, *passed.structure);
            layer.assumed = anatomy::thickness_is_assumed(structure, probe->needle.at(passed.enter_mm)).value_or(false);
        }
        strip.layers.push_back(std::move(layer));
    }
    for (const std::size_t index : nearest_of_each_kind(probe->clearances, atlas)) {
        const anatomy::Clearance& one = probe->clearances[index];
        const anatomy::Structure& structure = atlas.structures[one.structure];
        strip.nearest.push_back({structure.id, name_of(structure.id, structure.name), one.distance_mm, one.at_depth_mm,
                                 structure.uncertain, is_hidden(snapshot, one.structure),
                                 one.hull_distance_mm.value_or(1.0) <= 0.0});
    }
    return strip;
}

}  // namespace drypoint::scene
