#include "anatomy/resolve.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "geometry/nearest_point.h"

namespace drypoint::anatomy {
namespace {

using geometry::Line;
using geometry::NearestPoint;
using geometry::Span;
using geometry::TriangleMesh;

// How finely a band is drawn.
constexpr int band_pieces = 12;

double distance_to(const Span& span, double t) {
    if (t < span.from_mm) return span.from_mm - t;
    return t > span.to_mm ? t - span.to_mm : 0.0;
}

// The span that holds t, or the one nearest to it.
std::optional<Span> span_at(const std::vector<Span>& spans, double t) {
    const auto nearer = [t](const Span& a, const Span& b) { return distance_to(a, t) < distance_to(b, t); };
    const auto best = std::min_element(spans.begin(), spans.end(), nearer);
    if (best == spans.end()) return std::nullopt;
    return *best;
}

base::Issue lacks(const Atlas& atlas, const base::Place& place, const std::string& what, const base::Id& id,
                  const std::string& so) {
    return base::error(place, "the model " + atlas.file + " has no " + what + " \"" + id + "\": " + so,
                       "choose a model that has it", "not-in-model");
}

// Where a line from the skin inward meets the muscle near a place.
struct Section {
    Line inward;
    Span span;
    glm::dvec3 at(double share) const {
        return inward.origin + inward.direction * (span.from_mm + share * span.length());
    }
};

// One anchor on one model.
class Placing {
  public:
    Placing(const Content& content, const Atlas& atlas, const Anchor& anchor, const std::string& code,
            const Structure& muscle)
        : content_(content),
          atlas_(atlas),
          anchor_(anchor),
          code_(code),
          muscle_(muscle),
          skin_(skin_of(atlas)),
          way_(towards(anchor.side, muscle.side)) {}

    Resolved run() {
        const LandmarkLine& line = anchor_.line ? *anchor_.line : anchor_.band->line;
        const double share = anchor_.at ? *anchor_.at : anchor_.band->stretch.middle();
        const auto start = on_line(line, share);
        if (!start) return std::move(result_);
        result_.line_point_mm = *start;
        for (const Offset& offset : anchor_.offsets) result_.line_point_mm += step(offset, line);
        place_dot();
        if (anchor_.band) draw_band(*anchor_.band);
        return std::move(result_);
    }

  private:
    std::optional<glm::dvec3> landmark(const base::Id& id) {
        const auto found = landmark_mm(content_, atlas_, id);
        if (!found) result_.issues.push_back(lacks(atlas_, anchor_.place, "landmark", id, code_ + " cannot be placed"));
        return found;
    }

    std::optional<glm::dvec3> on_line(const LandmarkLine& line, double share) {
        const auto from = landmark(line.from);
        const auto to = landmark(line.to);
        if (!from || !to) return std::nullopt;
        return *from + (*to - *from) * share;
    }

    glm::dvec3 step(const Offset& offset, const LandmarkLine& line) {
        double mm = offset.amount;
        if (offset.unit == Offset::Unit::fingerwidths) mm *= content_.conventions.fingerwidth_mm;
        if (offset.unit == Offset::Unit::percent_of_line)
            mm *= glm::distance(on_line(line, 0.0).value_or(glm::dvec3(0.0)),
                                on_line(line, 1.0).value_or(glm::dvec3(0.0))) /
                  100.0;
        return towards(offset.toward, muscle_.side) * mm;
    }

    // Nearest point of the muscle: the place itself if it is inside.
    glm::dvec3 onto_muscle(const glm::dvec3& place) const {
        if (geometry::is_inside(muscle_.surface, place)) return place;
        const auto nearest = geometry::nearest_point(muscle_.surface, place);
        return nearest ? nearest->at_mm : place;
    }

    // Inward: from the nearest skin, or without a skin against the muscle's own surface.
    std::optional<Section> section_at(const glm::dvec3& place) const {
        const TriangleMesh& outer = skin_ != nullptr ? skin_->surface : muscle_.surface;
        const auto nearest = outer_place(outer, place, way_);
        if (!nearest) return std::nullopt;
        glm::dvec3 inward = -geometry::normal_of(outer, nearest->triangle);
        if (nearest->distance_mm > 1e-3) inward = (place - nearest->at_mm) / nearest->distance_mm;
        const Line line{nearest->at_mm, inward};
        const auto span = span_at(geometry::spans_inside(muscle_.surface, line), glm::dot(place - line.origin, inward));
        if (!span) return std::nullopt;
        return Section{line, *span};
    }

    // At a thin rim the place slides on, the way it was moved, until the muscle is thick enough.
    std::optional<Section> belly_at(const glm::dvec3& place) const {
        constexpr double slide_step_mm = 2.0;
        std::optional<Section> thickest = section_at(place);
        const glm::dvec3 moved = place - result_.line_point_mm;
        const double length = glm::length(moved);
        if (length < 1e-3) return thickest;
        const Conventions& conventions = content_.conventions;
        for (double slide = slide_step_mm; slide <= conventions.belly_slide_mm; slide += slide_step_mm) {
            if (thickest && thickest->span.length() >= conventions.belly_thickness_mm) break;
            const glm::dvec3 further = place + moved / length * slide;
            if (!geometry::is_inside(muscle_.surface, further)) break;
            const auto section = section_at(further);
            if (section && (!thickest || section->span.length() > thickest->span.length())) thickest = section;
        }
        return thickest;
    }

    void place_dot() {
        const auto section = belly_at(onto_muscle(result_.line_point_mm));
        if (!section) {
            result_.issues.push_back(base::error(
                base::at_node(atlas_.file, muscle_.node),
                code_ + " cannot be placed: the surface of the muscle is open or empty", "close it", "open-surface"));
            return;
        }
        result_.at_mm = section->at(anchor_.layer.middle());
        result_.outward = -section->inward.direction;
        result_.thickness_mm = section->span.length();
        const glm::dvec3 move = *result_.at_mm - result_.line_point_mm;
        result_.moved_mm = glm::length(move);
        const double along = glm::dot(move, section->inward.direction);
        result_.aside_mm = std::sqrt(std::max(0.0, glm::dot(move, move) - along * along));
    }

    void draw_band(const Band& band) {
        for (int i = 0; i <= band_pieces; ++i) {
            const Stretch& stretch = band.stretch;
            const auto place = on_line(band.line, stretch.from + (stretch.to - stretch.from) * i / band_pieces);
            if (!place) return;
            if (const auto section = section_at(onto_muscle(*place))) result_.band_mm.push_back(section->at(0.0));
        }
    }

    const Content& content_;
    const Atlas& atlas_;
    const Anchor& anchor_;
    const std::string& code_;
    const Structure& muscle_;
    const Structure* skin_;  // null: the model has none
    glm::dvec3 way_;         // to the finger; zero: to the nearest skin
    Resolved result_;
};

}  // namespace

glm::dvec3 towards(Direction direction, Side side) {
    const double medial = side == Side::left ? -1.0 : 1.0;
    switch (direction) {
        case Direction::proximal:
            return {0, 1, 0};
        case Direction::distal:
            return {0, -1, 0};
        case Direction::medial:
            return {medial, 0, 0};
        case Direction::lateral:
            return {-medial, 0, 0};
        case Direction::anterior:
            return {0, 0, 1};
        case Direction::posterior:
            return {0, 0, -1};
    }
    return glm::dvec3(0.0);
}

glm::dvec3 towards(const std::vector<Direction>& directions, Side side) {
    glm::dvec3 sum{0.0};
    for (const Direction direction : directions) sum += towards(direction, side);
    const double length = glm::length(sum);
    return length > 1e-6 ? sum / length : glm::dvec3(0.0);
}

const Structure* skin_of(const Atlas& atlas) {
    for (const Structure& structure : atlas.structures)
        if (structure.tissue == Tissue::skin) return &structure;
    return nullptr;
}

std::optional<NearestPoint> outer_place(const TriangleMesh& outer, const glm::dvec3& place_mm, const glm::dvec3& way) {
    if (glm::dot(way, way) > 0.5) {
        if (const auto hit = geometry::first_way_out(outer, {place_mm, way})) return hit;
    }
    return geometry::nearest_outer_point(outer, place_mm);
}

std::optional<glm::dvec3> landmark_mm(const Content& content, const Atlas& atlas, std::string_view id) {
    if (const Landmark* found = atlas.find_landmark(id)) return glm::dvec3(found->at_mm);
    const Midpoint* midpoint = content.find_midpoint(id);
    if (midpoint == nullptr) return std::nullopt;
    const Landmark* from = atlas.find_landmark(midpoint->from);
    const Landmark* to = atlas.find_landmark(midpoint->to);
    if (from == nullptr || to == nullptr) return std::nullopt;
    return glm::mix(glm::dvec3(from->at_mm), glm::dvec3(to->at_mm), midpoint->at);
}

Resolved resolve(const Content& content, const Atlas& atlas, const TriggerPoint& point) {
    Resolved result;
    if (const Structure* muscle = atlas.find(point.muscle)) {
        result = Placing(content, atlas, point.anchor, point.code, *muscle).run();
        if (!point.classic_spot) return result;
        Resolved classic = Placing(content, atlas, *point.classic_spot, point.code, *muscle).run();
        result.classic_spot_mm = classic.at_mm;
        std::move(classic.issues.begin(), classic.issues.end(), std::back_inserter(result.issues));
        return result;
    }
    result.issues.push_back(lacks(atlas, point.place, "muscle", point.muscle, point.code + " cannot be placed"));
    return result;
}

}  // namespace drypoint::anatomy
