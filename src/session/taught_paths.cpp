#include "session/taught_paths.h"

namespace drypoint::session {

std::vector<anatomy::TaughtResult> try_taught_paths(const World& world, const anatomy::ProbeIndex& index,
                                                    const anatomy::Safety& safety) {
    std::vector<anatomy::TaughtResult> results;
    for (const PlacedPoint& placed : world.points) {
        if (!placed.way) continue;
        const anatomy::TaughtPath taught{world.content.find_point(placed.id), world.content.find_path(placed.path),
                                         *placed.way};
        results.push_back(anatomy::try_taught(index, safety, world.content, taught));
    }
    return results;
}

}  // namespace drypoint::session
