#pragma once
// Every taught path of a world, tried on its model.

#include <vector>

#include "anatomy/taught.h"
#include "session/world.h"

namespace drypoint::session {

// In the order of the points; points without a path, or with one that cannot be placed, are left out. Index and safety
// are those of the world; the results refer to its content.
std::vector<anatomy::TaughtResult> try_taught_paths(const World& world, const anatomy::ProbeIndex& index,
                                                    const anatomy::Safety& safety);

}  // namespace drypoint::session
