#pragma once
// The measured figures of data/anatomy/*.json as plain values. Millimetres, glTF's frame (x left, y up, z forward).

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include "base/result.h"

namespace drypoint::builder {

// A closed curve in a horizontal plane as an elliptic Fourier series (Kuhl and Giardina 1982):
// x(t) = centre.x + sum a cos kt + b sin kt, z(t) = centre.y + sum c cos kt + d sin kt, harmonics[k - 1] = {a, b, c, d}.
struct FourierOutline {
    glm::dvec2 centre;
    std::vector<std::array<double, 4>> harmonics;
};

struct Level {
    double y = 0.0;
    std::vector<FourierOutline> outlines;
};

// A solid as outlines in equally spaced horizontal planes, lowest first.
struct SectionFigure {
    std::string id;
    double spacing = 0.0;
    double volume_cm3 = 0.0;  // of the source, for comparison
    std::vector<Level> levels;
};

// A centre line, proximal end first, with one radius for each point.
struct CourseFigure {
    std::string id;
    bool superficial = false;
    std::vector<glm::dvec3> points;
    std::vector<double> radii;
};

// A thin layer: rows of points from back to front, lowest row first.
struct SheetFigure {
    std::string id;
    double thickness = 0.0;
    std::vector<std::vector<glm::dvec3>> rows;
};

// A band along a path; width and thickness go evenly from the first value to the second.
struct StrapFigure {
    std::string id;
    std::vector<glm::dvec3> path;
    std::array<double, 2> width{};
    std::array<double, 2> thickness{};
};

struct MeniscusFigure {
    std::string id;
    glm::dvec3 centre;
    double half_left_right = 0.0;
    double half_front_back = 0.0;
    double inner_fraction = 0.0;  // of the outer half axes
    double rim_height = 0.0;
    bool open_to_left = false;  // the gap of the C looks to the subject's left (+x)
    double arc_deg = 0.0;
};

struct CartilageFigure {
    std::string id;
    std::string on;
    double thickness = 0.0;
    double limit_y = 0.0;  // femur: below it; tibia: above it; patella: not used
};

struct JointFigure {
    std::vector<StrapFigure> straps;
    std::vector<MeniscusFigure> menisci;
    std::vector<CartilageFigure> cartilages;
    glm::dvec3 fat_pad_centre;
    glm::dvec3 fat_pad_half_axes;
    double recess_above_patella = 0.0;
    double recess_width = 0.0;
    double recess_thickness = 0.0;
    double cavity_thickness = 0.0;
    double cavity_from_y = 0.0;
    double cavity_to_y = 0.0;
};

struct LandmarkFigure {
    std::string id;
    glm::dvec3 at;
    std::string on;    // empty for derived ones
    std::string kind;  // surface, centre, derived
};

struct Figures {
    std::vector<SectionFigure> sections;
    std::vector<CourseFigure> courses;
    std::vector<SheetFigure> sheets;
    JointFigure joint;
    std::vector<LandmarkFigure> landmarks;
};

// Reads the five files of `folder`. Every number is checked to be finite and within 2 m of the origin; the first fault ends the
// reading with one issue "file: key: what".
base::Result<Figures> read_figures(const std::filesystem::path& folder);

}  // namespace drypoint::builder
