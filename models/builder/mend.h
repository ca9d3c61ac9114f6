#pragma once
// What competition, beds of courses and the opening would cut off from a muscle or membrane stays part of it.

#include <string>
#include <vector>

#include "catalog.h"
#include "claims.h"
#include "figures.h"

namespace drypoint::builder {

// A cord by which a solid hangs together or reaches its figure's end, with its middle line.
struct Cord {
    std::string id;
    Curve line;
};

// Opens all solids (see `open_all`), then joins every piece of at least 20 mm3 to its solid's largest, and leads the solid to its figure's
// lowest and highest plane where it ends more than 4 mm away from it: along the cheapest way, by a cord of 1.3 mm radius that wins over
// equals. Round a way between two pieces the solid gets back what the opening took. Muscles and membranes only: their ends are
// tendons, which are thinner than the lattice can hold. Bones, ligaments, tendons and courses keep what they have.
std::vector<Cord> open_and_mend(std::vector<Claimed>& claimed, const Figures& figures, const Catalog& catalog,
                                const std::vector<Course>& courses, unsigned threads);

}  // namespace drypoint::builder
