#pragma once

#include <vector>

#include "anatomy/atlas.h"

namespace drypoint::anatomy {

// An artery, vein or nerve that runs inside of one muscle.
struct InMuscle {
    base::Id hazard, muscle;
    double length_mm = 0.0;   // of the course, altogether
    bool on_purpose = false;  // the muscle is among those that the course enters
};

// A muscle that a course enters on purpose.
struct Enters {
    base::Id hazard, muscle;
};

// Which courses run inside of a muscle for more than 10 mm of their length. Inside: of a stretch of the wall 2 mm long at least
// 300 of 360 degrees look, within 2 mm, into that muscle before anything else. A tunnel carved for the course counts as inside.
// The course's length is measured along its own wall, from its farthest end. Looked at: closed arteries, veins and nerves.
// Sorted by hazard, then by muscle.
std::vector<InMuscle> hazards_in_muscle(const Atlas& atlas, const std::vector<Enters>& on_purpose);

}  // namespace drypoint::anatomy
