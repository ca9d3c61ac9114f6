#pragma once
// From where else a needle could come: entries all over the skin within reach of one place, each with its depth, its
// margin, what stands in the way, and a verdict. Distances in this model; none is a safe depth.

#include <cstddef>
#include <optional>
#include <vector>

#include <glm/vec3.hpp>

#include "anatomy/assess.h"
#include "anatomy/content.h"
#include "anatomy/probe.h"
#include "anatomy/resolve.h"
#include "anatomy/safety.h"

namespace drypoint::anatomy {

struct EntryMapRequest {
    glm::dvec3 target_mm{0.0};          // where the tip is to come
    const NeedlePath* path = nullptr;   // the taught one, for its needles, its stop and its technique; null: any
    std::optional<std::size_t> muscle;  // where the tip ought to be
    const Needle* needle = nullptr;     // null: for each entry the shortest that reaches
    double hull_k = 1.0;
    double spacing_mm = 2.0;  // between entries on the skin
};

struct MapEntry {
    glm::dvec3 entry_mm{0.0};
    double depth_mm = 0.0;
    double skin_angle_deg = 0.0;  // between needle and skin
    // Of the whole shaft to the nearest hull, or to the surface of what has none; 0 = inside, at most
    // clearance_reach_mm.
    double margin_mm = clearance_reach_mm;
    std::optional<std::size_t> nearest;         // whose hull that is; nothing within reach
    std::optional<std::size_t> first_obstacle;  // the first bone or hazard on the way
    Verdict verdict = Verdict::ok;
};

struct EntryMap {
    std::vector<MapEntry> entries;
    std::optional<std::size_t> best;  // largest margin that a needle reaches and the technique allows, and no stop; of
                                      // equal ones the shallowest
    base::Issues issues;              // the model has no skin
};

// The same entry and depth as a needle gives the same verdict in probe() and judge(). The outcome does not depend on
// the number of cores. 20,000 entries take about half a second on two cores.
EntryMap entry_map(const ProbeIndex& index, const Content& content, const EntryMapRequest& request);

// A needle that was assessed, as an entry of a map: for comparing.
MapEntry entry_of(const Atlas& atlas, const Assessment& assessment, double skin_angle_deg);

}  // namespace drypoint::anatomy
