// The second half of resolve.h: from a placed point to a line into the body.
#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "anatomy/fold.h"
#include "anatomy/resolve.h"
#include "geometry/nearest_point.h"

namespace drypoint::anatomy {
namespace {

using geometry::Line;
using geometry::Span;
using geometry::TriangleMesh;


// What a path is drawn from.
struct Subject {
    const Content& content;
    const Atlas& atlas;
    const NeedlePath& path;
    const TriggerPoint& point;
    const Structure& muscle;
    glm::dvec3 at_mm;           // the resolved point
    const TriangleMesh& outer;  // the skin, or without one the muscle
};

base::Issue lacks(const Subject& subject, const base::Id& id, const std::string& so) {
    return base::error(subject.path.place, "the model " + subject.atlas.file + " has no \"" + id + "\": " + so,
                       "choose a model that has it", "not-in-model");
}

void aim(const Subject& subject, const glm::dvec3& normal, PathGeometry& geometry) {
    geometry.direction = -normal;
    geometry.angle_by_convention = !subject.path.angle_deg;
    if (subject.path.towards.empty()) return;
    const Structure* target = subject.atlas.find(subject.path.towards);
    const auto nearest = target != nullptr ? geometry::nearest_point(target->surface, subject.at_mm) : std::nullopt;
    if (!nearest || glm::distance(nearest->at_mm, geometry.entry_mm) < 1e-6) {
        geometry.issues.push_back(lacks(subject, subject.path.towards, "the path is drawn perpendicular to the skin"));
        return;
    }
    geometry.direction = glm::normalize(nearest->at_mm - geometry.entry_mm);
}

std::optional<double> stop_of(const Subject& subject, const Line& line, base::Issues& issues) {
    if (subject.path.stop_bone.empty()) return std::nullopt;
    const Structure* bone = subject.atlas.find(subject.path.stop_bone);
    if (bone == nullptr) {
        issues.push_back(lacks(subject, subject.path.stop_bone, "where the path stops is not known"));
        return std::nullopt;
    }
    const auto hit = geometry::first_way_in(bone->surface, line);
    if (!hit) return std::nullopt;
    return hit->distance_mm;
}

// The middle of the point's layer along the needle; beside the muscle, the foot of the point on the line.
double layer_depth(const Subject& subject, const Line& line, base::Issues& issues) {
    const double foot = glm::dot(subject.at_mm - line.origin, line.direction);
    std::optional<Span> best;
    for (const Span& span : geometry::spans_inside(subject.muscle.surface, line)) {
        if (span.to_mm <= 0.0) continue;
        const double distance = std::max({0.0, span.from_mm - foot, foot - span.to_mm});
        if (!best || distance < std::max({0.0, best->from_mm - foot, foot - best->to_mm})) best = span;
    }
    if (best) {
        const double enter = std::max(0.0, best->from_mm);
        return enter + subject.point.anchor.layer.middle() * (best->to_mm - enter);
    }
    issues.push_back(base::warning(subject.path.place, subject.path.id + " passes beside " + subject.muscle.name,
                                   "look at its entry and direction", "misses-muscle"));
    return std::max(0.0, foot);
}

void find_depth(const Subject& subject, PathGeometry& geometry) {
    const Line line{geometry.entry_mm, geometry.direction};
    geometry.stop_mm = stop_of(subject, line, geometry.issues);
    geometry.depth_mm = layer_depth(subject, line, geometry.issues);
    if (subject.path.depth_to_stop && geometry.stop_mm) geometry.depth_mm = *geometry.stop_mm;
    if (geometry.stop_mm && geometry.depth_mm > *geometry.stop_mm) {
        geometry.issues.push_back(base::warning(subject.path.place,
                                                subject.path.id + " meets bone before its target, and ends there",
                                                "look at its entry and direction", "bone-first"));
        geometry.depth_mm = *geometry.stop_mm;
    }
    geometry.target_mm = geometry.entry_mm + geometry.direction * geometry.depth_mm;
    const glm::dvec3 aside = glm::cross(geometry.direction, subject.at_mm - geometry.entry_mm);
    geometry.beside_mm = glm::length(aside);
}

// From which side its needle comes: where the path does not say, from the medial one, and from the front where that
// does not tell.
glm::dvec3 side_of_fold(const NeedlePath& path, Side side) {
    if (!path.side.empty()) return towards(path.side, side);
    return towards(Direction::medial, side) + 0.1 * towards(Direction::anterior, side);
}

}  // namespace

std::optional<PathGeometry> resolve_path(const Content& content, const Atlas& atlas, const NeedlePath& path,
                                         base::Issues& issues) {
    const TriggerPoint* point = content.find_point(path.point);
    if (point == nullptr) return std::nullopt;
    const Resolved resolved = resolve(content, atlas, *point);
    issues.insert(issues.end(), resolved.issues.begin(), resolved.issues.end());
    if (!resolved.at_mm) return std::nullopt;
    const Structure& muscle = *atlas.find(point->muscle);
    const Structure* skin = skin_of(atlas);
    const TriangleMesh& outer = skin != nullptr ? skin->surface : muscle.surface;
    const Subject subject{content, atlas, path, *point, muscle, *resolved.at_mm, outer};

    // A fold is lifted over the point; the path's side is where its needle comes from.
    const bool over_point = path.side.empty() || path.technique == Technique::pincer;
    const std::vector<Direction>& side = over_point ? point->anchor.side : path.side;
    const auto entry = outer_place(outer, subject.at_mm, towards(side, muscle.side));
    if (!entry) return std::nullopt;
    PathGeometry geometry;
    geometry.technique = path.technique;
    geometry.entry_mm = entry->at_mm;
    geometry.entry_on_skin = skin != nullptr;
    if (skin == nullptr)
        geometry.issues.push_back(
            base::warning(base::in_file(atlas.file),
                          "this model has no skin: the needle enters at the muscle, and depth counts from there",
                          "choose a model with a skin", "no-skin"));
    const glm::dvec3 normal = geometry::mean_normal(outer, *entry, content.conventions.skin_normal_over_mm);
    if (path.technique == Technique::pincer) {
        const FoldSite site{muscle.surface, outer, subject.at_mm, normal, side_of_fold(path, muscle.side)};
        if (lay_fold(site, content.conventions.fibres_over_mm, geometry)) return geometry;
        geometry.issues.push_back(
            base::warning(path.place, path.id + " cannot be drawn as a fold: it is drawn perpendicular to the skin",
                          "look at its point and its muscle's surface", "no-fold"));
    }
    aim(subject, normal, geometry);
    geometry.skin_angle_deg = angle_to_skin_deg(geometry.direction, normal);
    find_depth(subject, geometry);
    return geometry;
}

double angle_to_skin_deg(const glm::dvec3& direction, const glm::dvec3& outward) {
    return glm::degrees(std::asin(std::clamp(-glm::dot(direction, outward), -1.0, 1.0)));
}

double skin_angle_deg(const Content& content, const Atlas& atlas, const glm::dvec3& entry_mm,
                      const glm::dvec3& direction) {
    const Structure* skin = skin_of(atlas);
    const auto place = skin != nullptr ? geometry::nearest_point(skin->surface, entry_mm) : std::nullopt;
    if (!place) return 0.0;
    const glm::dvec3 normal = geometry::mean_normal(skin->surface, *place, content.conventions.skin_normal_over_mm);
    return angle_to_skin_deg(direction, normal);
}

}  // namespace drypoint::anatomy
