#pragma once
// From words to places: the one way in which a point and its path become millimetres on a loaded model.
// docs/content.md says the rules in words.

#include <optional>
#include <string>
#include <vector>

#include <glm/vec3.hpp>

#include "anatomy/atlas.h"
#include "anatomy/content.h"
#include "geometry/nearest_point.h"

namespace drypoint::anatomy {

// Where a trigger point lies on this model.
struct Resolved {
    std::optional<glm::dvec3> at_mm;  // inside the muscle; nothing: the issues say why
    glm::dvec3 line_point_mm{0.0};    // where the landmarks and offsets lead, before it is moved to the muscle
    double moved_mm = 0.0;            // from there to at_mm
    double aside_mm = 0.0;            // the part of it across the way to the skin: what a finger would notice
    glm::dvec3 outward{0.0, 0.0, 1.0};  // unit length, from at_mm to the nearest skin, or out of the muscle without one
    double thickness_mm = 0.0;        // of the muscle there, on the way from the skin
    std::optional<glm::dvec3> classic_spot_mm;  // where books draw it, never needled; nothing: that is at_mm
    std::vector<glm::dvec3> band_mm;            // the band on the muscle's outer face, from 0 towards 1; empty: no band
    base::Issues issues;
};

// A path as a line into the body.
struct PathGeometry {
    glm::dvec3 entry_mm{0.0};
    glm::dvec3 direction{0.0};         // unit length, inward
    double depth_mm = 0.0;             // of the target
    glm::dvec3 target_mm{0.0};         // entry_mm + depth_mm * direction
    double skin_angle_deg = 0.0;       // between needle and skin, 90 = perpendicular
    std::optional<double> stop_mm;     // depth at which the named bone is met
    double beside_mm = 0.0;            // from the resolved point to the needle's line
    bool entry_on_skin = true;         // false: the model has no skin, the depth counts from the muscle
    bool angle_by_convention = false;  // no angle was found for it
    Technique technique = Technique::perpendicular;
    bool fold = false;      // a chord through the lifted muscle: entry and depth count from the muscle's face, at rest
    double cover_mm = 0.0;  // of a fold: skin and fat over the muscle where the needle enters it, not on the line
    base::Issues issues;
};

// A landmark of the model, or a midpoint of the content; nothing: the model lacks it.
std::optional<glm::dvec3> landmark_mm(const Content& content, const Atlas& atlas, std::string_view id);

Resolved resolve(const Content& content, const Atlas& atlas, const TriggerPoint& point);

// Nothing if it cannot be placed: then `issues` says why, naming what the model lacks.
std::optional<PathGeometry> resolve_path(const Content& content, const Atlas& atlas, const NeedlePath& path,
                                         base::Issues& issues);

// Unit vector of a direction of the body on this side of it; of several their mean, zero if there is none.
glm::dvec3 towards(Direction direction, Side side);
glm::dvec3 towards(const std::vector<Direction>& directions, Side side);

// The skin; nothing if the model has none.
const Structure* skin_of(const Atlas& atlas);
// The place on the outer face that belongs to a place in the body: the first one hit that way, else the nearest.
std::optional<geometry::NearestPoint> outer_place(const geometry::TriangleMesh& outer, const glm::dvec3& place_mm,
                                                  const glm::dvec3& way);

// Between a needle and the skin with this outward normal, both of unit length: 90 = perpendicular.
double angle_to_skin_deg(const glm::dvec3& direction, const glm::dvec3& outward);

// Between a needle and the skin, 90 = perpendicular, by the skin's normal averaged round the entry. 0 without a skin.
double skin_angle_deg(const Content& content, const Atlas& atlas, const glm::dvec3& entry_mm,
                      const glm::dvec3& direction);

// What the content names and this model lacks, each with the place where it is named.
base::Issues missing_in_model(const Content& content, const Atlas& atlas);

// Names of what belongs to hazards and is not in this model.
std::vector<std::string> hazards_not_in_model(const Content& content, const Atlas& atlas);

}  // namespace drypoint::anatomy
