#pragma once
// Vessels and nerves: where they run after leaving bone and muscle, and how they join.

#include <string>
#include <vector>

#include "catalog.h"
#include "curve.h"
#include "figures.h"
#include "tube.h"

namespace drypoint::builder {

struct Course {
    std::string id;
    bool superficial = false;
    double outside_fascia_below = -1e9;  // height from which on downwards it runs outside of the deep fascia
    Curve curve;     // as it runs in the model
    Curve measured;  // the same points before they moved
    std::vector<double> missing;  // what stood in the way at each of those, or how far it had to go to its parent (settle.h)
    Curve figure = {};            // before its ends were led to the courses that it joins
};

// Points every 3 mm; starts and ends led to the courses that the catalog says they join.
std::vector<Course> courses_of(const std::vector<CourseFigure>& figures, const Catalog& catalog);

// What of the course runs beneath the deep fascia, less the last `short_of` mm of height above the place where it pierces it; and what
// runs outside, from `from_above` mm of height above that place on. Fewer than two points if nothing does.
Curve beneath_fascia(const Course& course, double short_of);
Curve outside_fascia(const Course& course, double from_above);

// Leads the ends of courses to those that they join: after a move of either.
void join(std::vector<Course>& courses, const Catalog& catalog);

// How each course starts and ends as a tube. Pointers lead into `courses`.
std::vector<TubeEnds> ends_of(std::vector<Course>& courses, const Catalog& catalog);

}  // namespace drypoint::builder
