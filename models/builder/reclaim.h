#pragma once
// What the opening took from one muscle goes to the neighbour whose figure it was too.

#include <vector>

#include "catalog.h"
#include "claims.h"

namespace drypoint::builder {

// The largest muscle first: each takes back what of its figure is free now, with a gap to all others; no feather edges. `figures` are the
// solids before they competed.
void reclaim(std::vector<Claimed>& claimed, const std::vector<Solid>& figures, const std::vector<Course>& courses, unsigned threads);

}  // namespace drypoint::builder
