#pragma once
// How tissues are told apart where they are cut: in the slices, on the section's faces, in the strip.

#include "anatomy/tissue.h"

namespace drypoint::scene {

// What encloses comes first, what must not be hit last.
int cut_order(anatomy::Tissue tissue);

// Vessels and nerves: without a pale edge a small one vanishes in muscle.
bool has_pale_edge(anatomy::Tissue tissue);

}  // namespace drypoint::scene
