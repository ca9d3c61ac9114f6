#include "anatomy/own_path.h"

#include <cmath>

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "anatomy/probe.h"

namespace drypoint::anatomy {

NeedleFrame frame_of(const glm::dvec3& direction, Side side) {
    const auto flat = [&direction](const glm::dvec3& v) { return v - direction * glm::dot(v, direction); };
    glm::dvec3 proximal = flat(towards(Direction::proximal, side));
    // A needle along the limb: up the limb is then forwards.
    if (glm::length(proximal) < 1e-3) proximal = flat(towards(Direction::anterior, side));
    proximal = glm::normalize(proximal);
    glm::dvec3 medial = glm::cross(proximal, direction);
    // From behind, medial turns over; from the side it is the way round the limb that comes to the front.
    const glm::dvec3 wanted = towards(Direction::medial, side) + 1e-3 * towards(Direction::anterior, side);
    if (glm::dot(medial, wanted) < 0.0) medial = -medial;
    return {medial, proximal};
}

Direction direction_of(const glm::dvec3& way, Side side) {
    constexpr Direction all[] = {Direction::proximal, Direction::distal,   Direction::medial,
                                 Direction::lateral,  Direction::anterior, Direction::posterior};
    Direction best = Direction::proximal;
    for (const Direction one : all) {
        if (glm::dot(way, towards(one, side)) > glm::dot(way, towards(best, side))) best = one;
    }
    return best;
}

PathGeometry shifted(const Atlas& atlas, const PathGeometry& taught, Side side, const NeedleMove& move) {
    PathGeometry way = taught;
    const NeedleFrame along = frame_of(taught.direction, side);
    const bool slides = move.slide_medial_mm != 0.0 || move.slide_proximal_mm != 0.0;
    if (slides) {
        way.entry_mm += along.medial * move.slide_medial_mm + along.proximal * move.slide_proximal_mm;
        const Structure* skin = taught.entry_on_skin ? skin_of(atlas) : nullptr;
        const auto place = skin != nullptr ? geometry::nearest_point(skin->surface, way.entry_mm) : std::nullopt;
        if (place) way.entry_mm = place->at_mm;
    }
    way.direction = glm::normalize(taught.direction + along.medial * std::tan(glm::radians(move.lean_medial_deg)) +
                                   along.proximal * std::tan(glm::radians(move.lean_proximal_deg)));
    way.depth_mm = move.depth_mm.value_or(taught.depth_mm);
    way.target_mm = way.entry_mm + way.direction * way.depth_mm;
    return way;
}

PathGeometry brought_to_skin(const Atlas& atlas, const PathGeometry& way) {
    const Structure* skin = skin_of(atlas);
    if (skin == nullptr) return way;
    const double back_mm = glm::distance(atlas.bounds.min, atlas.bounds.max);
    const NeedleLine line{way.entry_mm - way.direction * back_mm, way.direction, 0.0, 0.0};
    std::optional<double> nearest;
    for (const LayerPassed& layer : stretches_in(atlas, *atlas.index_of(skin->id), line)) {
        const double by_mm = layer.enter_mm - back_mm;
        if (way.depth_mm - by_mm > 0.0 && (!nearest || std::abs(by_mm) < std::abs(*nearest))) nearest = by_mm;
    }
    if (!nearest) return way;
    PathGeometry brought = way;
    brought.entry_mm += way.direction * *nearest;
    brought.depth_mm -= *nearest;
    return brought;
}

PathGeometry straight_way(const glm::dvec3& entry_mm, const glm::dvec3& target_mm) {
    PathGeometry way;
    way.entry_mm = entry_mm;
    way.target_mm = target_mm;
    way.depth_mm = glm::distance(entry_mm, target_mm);
    way.direction = (target_mm - entry_mm) / way.depth_mm;
    return way;
}

PathGeometry moved(const Content& content, const Atlas& atlas, const PathGeometry& taught, Side side,
                   const NeedleMove& move) {
    PathGeometry way = shifted(atlas, taught, side, move);
    if (way.entry_on_skin) way.skin_angle_deg = skin_angle_deg(content, atlas, way.entry_mm, way.direction);
    return way;
}

namespace {

// Mirrored for the other limb; on another build from where the line meets its skin.
PathGeometry line_on(const Atlas& atlas, const OwnPath& own) {
    FixedLine line = *own.line;
    const Side shown = shown_side(atlas);
    if (own.body.side != Side::none && shown != Side::none && own.body.side != shown) {
        line.entry_mm.x = -line.entry_mm.x;
        line.target_mm.x = -line.target_mm.x;
    }
    const PathGeometry way = straight_way(line.entry_mm, line.target_mm);
    return own.body.build == atlas.build ? way : brought_to_skin(atlas, way);
}

}  // namespace

std::optional<PathGeometry> resolve_own_path(const Content& content, const Atlas& atlas, const OwnPath& own,
                                             base::Issues& issues) {
    if (own.line) {
        if (!(glm::distance(own.line->target_mm, own.line->entry_mm) > 1e-6)) {
            issues.push_back(base::error(own.place, "entry and target are the same place", "a needle needs a direction",
                                         "degenerate-needle"));
            return std::nullopt;
        }
        if (!own.line->model.empty() && own.line->model != atlas.content_hash) {
            issues.push_back(base::warning(own.place, "this line was drawn on another model than " + atlas.file,
                                           "look whether it still lies where it was meant to", "other-model"));
        }
        PathGeometry geometry = line_on(atlas, own);
        geometry.skin_angle_deg = skin_angle_deg(content, atlas, geometry.entry_mm, geometry.direction);
        return geometry;
    }
    const TriggerPoint* point = content.find_point(own.point);
    const NeedlePath* path = point != nullptr ? content.path_of(point->id) : nullptr;
    if (path == nullptr || point->show_only) {
        issues.push_back(base::error(own.place, "\"" + own.point + "\" has no taught path to start from",
                                     "drypoint list paths names those that have", "no-path"));
        return std::nullopt;
    }
    const auto taught = resolve_path(content, atlas, *path, issues);
    if (!taught) return std::nullopt;
    const Structure* muscle = atlas.find(point->muscle);
    return moved(content, atlas, *taught, muscle != nullptr ? muscle->side : Side::none, own.move);
}

}  // namespace drypoint::anatomy
