#pragma once
// Who gets the space that several solids claim.

#include <string>
#include <vector>

#include "field.h"

namespace drypoint::builder {

// The space left free between two solids, so that they stay apart after simplification.
inline constexpr double gap_mm = 0.1;

struct Solid {
    std::string id;
    int rank = 0;  // the lower rank wins; equal ranks share half and half
    Field field;
};

// For each solid its field after the others took their share, with `gap` between any two:
// max(a, (a - b + gap) / 2) between equals, max(a, gap - b) where b wins. Each pair is judged on the fields as they come in, so
// that the order does not matter.
std::vector<Field> share_out(const std::vector<Solid>& solids, double gap, unsigned threads);

}  // namespace drypoint::builder
