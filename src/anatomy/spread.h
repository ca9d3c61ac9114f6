#pragma once
// How far hazards vary between people. data/anatomy/spread.toml holds the figures; what was not found stays unknown.

#include <optional>
#include <string>
#include <vector>

#include <glm/vec3.hpp>

#include "anatomy/atlas.h"
#include "anatomy/statement.h"

namespace drypoint::anatomy {

// One standard deviation of a place, as it was published.
struct Spread {
    std::optional<double> mm;  // nothing: no figure was found
    std::string what;          // what was measured; empty without a figure
    Status status = Status::not_found;
    std::vector<base::Id> sources;
    std::string note;  // may be empty
};

// Of a structure along the limb.
enum class CourseEnd { upper, lower };

struct HazardSpread {
    base::Id id;    // of the structure
    Spread across;  // how far its course wanders sideways: makes the hull round it
    Spread along;   // how far its branching point moves along the limb
    std::optional<CourseEnd> branches_at;  // the end at which that point lies; nothing: somewhere on its way
    base::Place place;
};

// The middle of what lies within 1 mm of that end; mm. The structure has at least one vertex.
glm::dvec3 end_of(const Structure& structure, CourseEnd end);

}  // namespace drypoint::anatomy
