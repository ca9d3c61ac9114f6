#pragma once
// Is there a better way in? The entry with the largest margin, beside the taught path.

#include <optional>

#include "anatomy/assess.h"
#include "anatomy/entry_map.h"

namespace drypoint::anatomy {

enum class SuggestOutcome { better, taught_is_best, no_entry, fold, no_skin };

struct Suggestion {
    Assessment taught;
    std::optional<Assessment> suggested;  // only if better
    double suggested_angle_deg = 0.0;     // between needle and skin
    SuggestOutcome outcome = SuggestOutcome::taught_is_best;
};

// A suggestion's margin is larger by at least this; less is within what the model can tell.
inline constexpr double better_by_mm = 1.0;

// The same from a map that is already there: of all entries to the taught path's target, with the same needle and k.
Suggestion suggest(const ProbeIndex& index, const Content& content, const NeedlePath& path, const PathGeometry& way,
                   const EntryMap& map, const Needle* needle = nullptr, double hull_k = 1.0);

// Looks through the map of entries to the taught path's target, every `spacing_mm`.
Suggestion suggest(const ProbeIndex& index, const Content& content, const NeedlePath& path, const PathGeometry& way,
                   const Needle* needle = nullptr, double hull_k = 1.0, double spacing_mm = 2.0);

}  // namespace drypoint::anatomy
