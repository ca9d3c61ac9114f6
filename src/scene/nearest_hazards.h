#pragma once
// Which of the hazards near a needle are named where there is room for a few.

#include <cstddef>
#include <vector>

#include "anatomy/probe.h"

namespace drypoint::scene {

inline constexpr std::size_t nearest_hazards = 3;

// Positions in `clearances` (nearest first), at most three, nearest first: the nearest of all, and among them the
// nearest nerve and the nearest vessel where there are such.
std::vector<std::size_t> nearest_of_each_kind(const std::vector<anatomy::Clearance>& clearances,
                                              const anatomy::Atlas& atlas);

}  // namespace drypoint::scene
