#pragma once
// Muscles lie close together: what is left free between two whose figures touch.

#include <string>
#include <vector>

#include <glm/vec3.hpp>

#include "claims.h"

namespace drypoint::builder {

inline constexpr double widest_gap_mm = 1.5;

struct Gap {
    std::string a, b;
    double touching_cm3 = 0.0;  // of what lies within 0.3 mm of both figures or in both
    double wide_cm3 = 0.0;      // of that, what lies in gaps wider than `widest_gap_mm`
    double widest_mm = 0.0;
    glm::dvec3 where{0.0};  // of the widest
};

// Of every two muscles whose figures touch and that leave a gap wider than `widest_gap_mm` between them, most of it first. How wide a gap is at a place:
// the sum of the distances to the two nearest of all solids and courses.
std::vector<Gap> gaps_of(const std::vector<Solid>& figures, const std::vector<Claimed>& model, const std::vector<Course>& courses, unsigned threads);

}  // namespace drypoint::builder
