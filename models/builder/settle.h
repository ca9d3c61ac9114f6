#pragma once
// Where vessels and nerves run after they have left bone, muscle and one another.

#include <string>
#include <vector>

#include "catalog.h"
#include "courses.h"
#include "distance.h"
#include "field.h"

namespace drypoint::builder {

// What courses make room for.
struct Surroundings {
    struct Muscle {
        std::string id;
        const Field* field;
    };
    Distance bone;                // to the nearest bone
    Distance deep;                // to the nearest bone, muscle, tendon or ligament
    std::vector<Muscle> muscles;  // after they shared out their space
    Distance skin;                // to the measured skin; may be left out
    Distance fascia;              // to the outer surface of the deep fascia; may be left out
};

// Moves courses out of bone, then towards the nearest surface of a muscle that they run in, unless the catalog says that they
// enter it; superficial ones to the outside of everything; what the catalog says to run outside of the deep fascia to there; nerves, which were not measured, to beneath the measured skin;
// different courses apart. Moves are smoothed along each course and no longer than what was missing there and 1.5 mm, so that
// what was free stays where it was. Bone and other courses come last and have the last word. Joined ends follow each other.
// What is missing in the end counts the others' figures and where they came to lie, and the way of joined ends to their parents.
void settle(std::vector<Course>& courses, const Surroundings& around, const Catalog& catalog);

}  // namespace drypoint::builder
