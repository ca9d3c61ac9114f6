#pragma once
// data/anatomy/corrections.toml: parts of measured centre lines that cannot be right, and what this project put in their place.

#include <filesystem>
#include <string>
#include <vector>

#include <glm/vec3.hpp>

#include "base/result.h"
#include "figures.h"

namespace drypoint::builder {

// What of the course's line lies between the two heights gives way to the new line, which goes the same way.
struct Correction {
    std::string course;
    double from_y = 0.0;  // the upper height
    double to_y = 0.0;
    std::vector<glm::dvec3> line;
};

// How far the new line lies from the measured one.
struct CorrectedPart {
    Correction correction;
    double mean_mm = 0.0;
    double most_mm = 0.0;
    glm::dvec3 where{0.0};  // of the furthest place, on the new line
};

// Unknown keys, missing keys and numbers out of range are errors with their line.
base::Result<std::vector<Correction>> read_corrections(const std::filesystem::path& file);

// The radius of each new point is the measured one's that lies nearest.
CorrectedPart correct(CourseFigure& figure, const Correction& correction);

}  // namespace drypoint::builder
