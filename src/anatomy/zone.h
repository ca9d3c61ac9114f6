#pragma once
// Where pain is felt: areas of the skin with a name, anchored to landmarks, and the way back from an area to muscles.

#include <optional>
#include <string>
#include <vector>

#include <glm/vec3.hpp>

#include "anatomy/atlas.h"
#include "anatomy/trigger_point.h"

namespace drypoint::anatomy {

struct Content;

// The skin around part of a line between two landmarks, on one side of the limb.
struct ZoneArea {
    LandmarkLine line;
    Stretch stretch;                // part of the line
    std::vector<Direction> toward;  // the side of the limb that it lies on (their mean)
    double reach_fingerwidths = 0.0;
};

struct Zone {
    base::Id id;  // "back-of-knee"
    std::string name, plain_name;
    std::vector<std::string> words;    // what people also call it
    std::optional<ZoneArea> area;      // nothing: no part of the model; `words_why` says why
    std::vector<base::Id> structures;  // it lies over
    Statement words_why;               // why it is drawn there, or not
    base::Place place;
};

// A zone on a loaded model.
struct ZoneOnModel {
    base::Id zone;
    glm::dvec3 from_mm{0.0}, to_mm{0.0};  // the ends of its line
    glm::dvec3 toward{0.0};               // unit length, away from the limb
    double reach_mm = 0.0;                // from the line, seen along `toward`
};

// Nothing if the zone is not on the model, or the model lacks a landmark: then `issues` says which.
std::optional<ZoneOnModel> resolve_zone(const Content& content, const Atlas& atlas, const Zone& zone, Side side,
                                        base::Issues& issues);

// How far inside the zone a place of the skin lies, mm along the skin or less; negative: outside, or the skin there is
// turned to another side of the limb. `outward`: the skin's unit normal.
double depth_in_zone(const ZoneOnModel& zone, const glm::dvec3& place_mm, const glm::dvec3& outward);

// How far a place of the skin is from the line, seen along `toward`; nothing: it is outside the zone, or on another
// side of the limb.
std::optional<double> distance_in_zone(const ZoneOnModel& zone, const glm::dvec3& place_mm);

// The zones that hold a place of the skin, nearest line first.
std::vector<base::Id> zones_at(const std::vector<ZoneOnModel>& zones, const glm::dvec3& place_mm);

enum class ReferralPart { essential, spillover, seen };

struct Referring {
    const TriggerPoint* point = nullptr;
    ReferralPart part = ReferralPart::essential;
};

// From pain back to muscles: the points that refer to a zone, each once with its strongest part, essential first.
std::vector<Referring> referring_to(const Content& content, const base::Id& zone);

}  // namespace drypoint::anatomy
