#include "anatomy/suggest.h"

#include <glm/geometric.hpp>

namespace drypoint::anatomy {

Suggestion suggest(const ProbeIndex& index, const Content& content, const NeedlePath& path, const PathGeometry& way,
                   const Needle* needle, double hull_k, double spacing_mm) {
    if (way.fold) return suggest(index, content, path, way, EntryMap{}, needle, hull_k);  // no map is looked at
    const std::optional<std::size_t> muscle = use_of(content, index.atlas(), path, way).muscle;
    const EntryMap map = entry_map(index, content, {way.target_mm, &path, muscle, needle, hull_k, spacing_mm});
    return suggest(index, content, path, way, map, needle, hull_k);
}

Suggestion suggest(const ProbeIndex& index, const Content& content, const NeedlePath& path, const PathGeometry& way,
                   const EntryMap& map, const Needle* needle, double hull_k) {
    const Atlas& atlas = index.atlas();
    const Safety safety(content, atlas);
    Suggestion result;
    NeedleUse use = use_of(content, atlas, path, way);
    use.needle = needle;
    result.taught = assess(index, safety, use, hull_k);
    if (way.fold) {
        result.outcome = SuggestOutcome::fold;
        return result;
    }
    if (!map.issues.empty()) {
        result.outcome = SuggestOutcome::no_skin;
        return result;
    }
    const bool stopped = result.taught.judgement.verdict == Verdict::stop;
    if (!map.best) {
        result.outcome = stopped ? SuggestOutcome::no_entry : SuggestOutcome::taught_is_best;
        return result;
    }
    const MapEntry& best = map.entries[*map.best];
    if (!stopped && best.margin_mm < result.taught.margin_mm + better_by_mm) return result;
    use.line = {best.entry_mm, glm::normalize(way.target_mm - best.entry_mm), best.depth_mm, 0.0};
    result.suggested = assess(index, safety, use, hull_k);
    result.suggested_angle_deg = skin_angle_deg(content, atlas, best.entry_mm, use.line.direction);
    result.outcome = SuggestOutcome::better;
    return result;
}

}  // namespace drypoint::anatomy
