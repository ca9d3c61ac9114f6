#pragma once
// data/anatomy/builds.toml: how thick deep fascia, fat and skin are, all round the limb and for each body build.

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include <glm/vec3.hpp>

#include "base/result.h"

namespace drypoint::builder {

inline constexpr std::size_t build_count = 3;
inline constexpr std::size_t average_build = 1;
inline constexpr std::array<const char*, build_count> build_names = {"lean", "average", "heavy"};

using ByBuild = std::array<double, build_count>;

// Skin and fat together at one place. Directions are seen from the limb's axis: 0 is the front, 90 the outside (lateral), 180 the back.
struct BuildSite {
    std::string id;
    double y = 0.0;
    double direction_deg = 0.0;
    ByBuild target{};        // mm, from the deep fascia's outer surface to the air
    bool assumed = false;    // no published row stands behind the targets
    double row_mean = 0.0;   // of the published row, where there is one
    double row_sd = 0.0;
};

struct Thickness {
    ByBuild mm{};
    double assumed = 0.0;  // share of assumed sites in it, 0 to 1
};

struct Builds {
    double skin = 0.0;           // thickness of the skin alone, mm
    double fascia_lata = 0.0;    // of the deep fascia of the thigh
    double crural_fascia = 0.0;  // of the leg
    double knee_y = 0.0;         // where the one becomes the other
    std::vector<glm::dvec3> axis;  // the limb's, lowest first
    std::vector<BuildSite> sites;  // lowest first

    glm::dvec3 axis_at(double y) const;
    glm::dvec3 way_out(const BuildSite& site) const;  // horizontal unit vector from the axis

    // At the height and in the direction of the point: evenly between heights, smoothly between directions.
    Thickness thickness_at(const glm::dvec3& p) const;

    // Of the deep fascia: one value in the thigh, one in the leg, evenly over 40 mm round the knee.
    double fascia_at(double y) const;
};

// Faults come with their line. Every target must leave 1 mm of fat beneath the skin, and lie within one SD of the row it follows.
base::Result<Builds> read_builds(const std::filesystem::path& file);

}  // namespace drypoint::builder
