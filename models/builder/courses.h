#pragma once
// Vessels and nerves: where they run after leaving bone and muscle, and how they join.

#include <string>
#include <vector>

#include "catalog.h"
#include "curve.h"
#include "field.h"
#include "figures.h"
#include "sheet.h"
#include "tube.h"

namespace drypoint::builder {

struct Course {
    std::string id;
    bool superficial = false;
    Curve curve;     // as it runs in the model
    Curve measured;  // the same points before they moved
};

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
};

// Points every 4 mm; starts and ends led to the courses that the catalog says they join.
std::vector<Course> courses_of(const std::vector<CourseFigure>& figures, const Catalog& catalog);

// Moves courses out of bone, then towards the nearest surface of a muscle that they run in, unless the catalog says that they
// enter it; superficial ones to the outside of everything; nerves, which were not measured, to beneath the measured skin;
// different courses apart. Moves are smoothed along each course, so that what was free stays where it was. Joined ends follow each other.
void settle(std::vector<Course>& courses, const Surroundings& around, const Catalog& catalog);

// How each course starts and ends as a tube. Pointers lead into `courses`.
std::vector<TubeEnds> ends_of(std::vector<Course>& courses, const Catalog& catalog);

}  // namespace drypoint::builder
