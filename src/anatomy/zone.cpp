#include "anatomy/zone.h"

#include <algorithm>
#include <utility>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "anatomy/content.h"
#include "anatomy/resolve.h"

namespace drypoint::anatomy {
namespace {

std::optional<ReferralPart> part_in(const Referral& referral, const base::Id& zone) {
    const auto holds = [&zone](const std::vector<base::Id>& zones) {
        return std::find(zones.begin(), zones.end(), zone) != zones.end();
    };
    if (holds(referral.essential_zones)) return ReferralPart::essential;
    if (holds(referral.spillover_zones)) return ReferralPart::spillover;
    if (holds(referral.seen_zones)) return ReferralPart::seen;
    return std::nullopt;
}

// A place beside a zone's line, seen along `toward`.
struct Seen {
    glm::dvec3 way;   // from the line to the place
    double aside_mm;  // across the view
    double above_mm;  // towards the eye. Landmarks lie on bone: skin of the same side is never further inward than the
                      // zone is wide.
};

Seen seen_from(const ZoneOnModel& zone, const glm::dvec3& place_mm) {
    const auto flat = [&zone](const glm::dvec3& way) { return way - zone.toward * glm::dot(way, zone.toward); };
    const glm::dvec3 line = flat(zone.to_mm - zone.from_mm);
    const glm::dvec3 way = flat(place_mm - zone.from_mm);
    const double length2 = glm::dot(line, line);
    const double share = length2 < 1e-9 ? 0.0 : std::clamp(glm::dot(way, line) / length2, 0.0, 1.0);
    const glm::dvec3 from_line = place_mm - glm::mix(zone.from_mm, zone.to_mm, share);
    return {from_line, glm::length(way - line * share), glm::dot(from_line, zone.toward)};
}

}  // namespace

std::optional<ZoneOnModel> resolve_zone(const Content& content, const Atlas& atlas, const Zone& zone, Side side,
                                        base::Issues& issues) {
    if (!zone.area) return std::nullopt;
    const ZoneArea& area = *zone.area;
    const auto from = landmark_mm(content, atlas, area.line.from);
    const auto to = landmark_mm(content, atlas, area.line.to);
    for (const auto& [found, id] : {std::pair(from, area.line.from), std::pair(to, area.line.to)}) {
        if (found) continue;
        issues.push_back(base::error(zone.place,
                                     "the model " + atlas.file + " has no landmark \"" + id + "\": the zone \"" +
                                         zone.id + "\" cannot be placed",
                                     "choose a model that has it", "not-in-model"));
    }
    if (!from || !to) return std::nullopt;
    ZoneOnModel placed;
    placed.zone = zone.id;
    placed.from_mm = glm::mix(*from, *to, area.stretch.from);
    placed.to_mm = glm::mix(*from, *to, area.stretch.to);
    placed.toward = towards(area.toward, side);
    placed.reach_mm = area.reach_fingerwidths * content.conventions.fingerwidth_mm;
    return placed;
}

double depth_in_zone(const ZoneOnModel& zone, const glm::dvec3& place_mm, const glm::dvec3& outward) {
    const Seen seen = seen_from(zone, place_mm);
    // The skin's inner face, and what is turned away, look back at the line or past the eye.
    const double length = std::max(glm::length(seen.way), 1e-9);
    const double turned = std::min(glm::dot(outward, zone.toward), glm::dot(outward, seen.way) / length);
    return std::min({zone.reach_mm - seen.aside_mm, seen.above_mm + zone.reach_mm, turned * zone.reach_mm});
}

std::optional<double> distance_in_zone(const ZoneOnModel& zone, const glm::dvec3& place_mm) {
    const Seen seen = seen_from(zone, place_mm);
    if (seen.above_mm <= -zone.reach_mm || seen.aside_mm > zone.reach_mm) return std::nullopt;
    return seen.aside_mm;
}

std::vector<base::Id> zones_at(const std::vector<ZoneOnModel>& zones, const glm::dvec3& place_mm) {
    std::vector<std::pair<double, base::Id>> found;
    for (const ZoneOnModel& zone : zones)
        if (const auto distance = distance_in_zone(zone, place_mm)) found.emplace_back(*distance, zone.zone);
    std::sort(found.begin(), found.end());
    std::vector<base::Id> ids;
    for (auto& entry : found) ids.push_back(std::move(entry.second));
    return ids;
}

std::vector<Referring> referring_to(const Content& content, const base::Id& zone) {
    std::vector<Referring> found;
    for (const TriggerPoint& point : content.points)
        if (const auto part = part_in(point.referral, zone)) found.push_back({&point, *part});
    std::stable_sort(found.begin(), found.end(),
                     [](const Referring& a, const Referring& b) { return a.part < b.part; });
    return found;
}

}  // namespace drypoint::anatomy
