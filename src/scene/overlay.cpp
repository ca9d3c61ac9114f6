#include "scene/overlay.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <tuple>
#include <utility>

#include <glm/geometric.hpp>

#include "anatomy/resolve.h"
#include "scene/nearest_hazards.h"
#include "scene/ring_layout.h"
#include "scene/wrap.h"
#include "session/needle.h"

namespace drypoint::scene {
namespace {

constexpr float ring_height = 12.0f, chosen_height = 15.0f, ring_sides = 7.0f, chosen_sides = 11.0f;  // halves
constexpr float bare_half = 6.0f;
constexpr float edge = 8.0f, dot = 4.0f, handle_half_width = 7.0f, shaft_half_width = 4.0f, path_half_width = 3.0f,
                bracket_half_width = 8.0f;
constexpr double outside_mm = 14.0, handle_mm = 22.0, default_length_mm = 50.0, depth_step_mm = 5.0;
constexpr double on_skin_mm = 0.05, out_of_tube_mm = 4.0;  // the end of the handle that is tapped
constexpr float smallest_depth_step = 20.0f;  // 4 px/mm
constexpr float largest_label = 190.0f;
constexpr float one_area = 40.0f;
constexpr float facing = 0.4f;  // cosine: an area seen more from aside is not named
constexpr std::size_t most_rows = 2;  // of a name on a label

struct Pending {
    OverlayLabel label;
    LabelRequest request;
};

class Builder {
  public:
    Builder(const session::Snapshot& snapshot, const anatomy::PathReport* probe, const OverlayOptions& options)
        : snapshot_(snapshot), probe_(probe), options_(options), axes_(geometry::axes(snapshot.model.camera)) {}

    Overlay run(const Palette& palette) {
        overlay_.point = palette.point;
        overlay_.needle = palette.needle;
        overlay_.target = palette.target;
        overlay_.risk = palette.risk;
        for (const session::PlacedPoint* point : shown_points(snapshot_)) add_point(*point);
        add_needle();
        add_bracket();
        place_rings();
        if (options_.labels) add_labels();
        return std::move(overlay_);
    }

  private:
    const session::World& world() const { return *snapshot_.world; }
    const session::Plan& plan() const { return snapshot_.model.plan; }

    std::optional<glm::vec2> on_picture(const glm::dvec3& at) const {
        const glm::vec3 px =
            geometry::project(snapshot_.model.camera, snapshot_.atlas->bounds, options_.size_px, glm::vec3(at));
        if (!(px.z <= 1.0f)) return std::nullopt;
        return glm::vec2(px);
    }

    bool inside(glm::vec2 px, float margin) const {
        const float m = margin * options_.scale;
        return px.x >= m && px.y >= m && px.x <= options_.size_px.x - m && px.y <= options_.size_px.y - m;
    }

    bool is_covered(glm::vec2 px) const {
        return std::any_of(options_.reserved.begin(), options_.reserved.end(),
                           [px](const Rect& panel) { return holds(panel, px); });
    }

    // It lies on the side of the limb that the eye does not see.
    bool is_behind(const session::PlacedPoint& point) const {
        return glm::dot(glm::vec3(point.place.outward), axes_.backward) < 0.0f;
    }

    // Of a structure that this model lacks nothing is known: it is taken as shown.
    bool is_hidden_here(const base::Id& structure) const {
        const auto index = snapshot_.atlas->index_of(structure);
        return index && is_hidden(snapshot_, *index);
    }

    void add_point(const session::PlacedPoint& point) {
        const anatomy::TriggerPoint* content = world().content.find_point(point.id);
        const std::optional<glm::vec2> place = on_picture(*point.place.at_mm);
        if (content == nullptr || !place || !inside(*place, edge)) return;
        OverlayRing ring;
        ring.dimmed = is_hidden_here(content->muscle);
        if (ring.dimmed && plan().isolation) return;
        ring.point = point.id;
        ring.code = content->code;
        ring.muscle = muscle_name(content->muscle);
        ring.place = ring.centre = *place;
        ring.chosen = point.id == plan().point;
        ring.half = half_of_ring(ring);
        ring.behind = is_behind(point);
        ring.show_only = content->show_only.has_value();
        if (point.way && !(ring.chosen && lies_on_taught())) add_path(*point.way, ring);
        overlay_.rings.push_back(std::move(ring));
    }

    // Then the needle itself shows the path.
    bool lies_on_taught() const {
        const auto laid = session::laid_needle(world(), snapshot_.model);
        return laid && laid->kind == session::WayKind::taught;
    }

    glm::vec2 half_of_ring(const OverlayRing& ring) const {
        const float width = options_.text_size(ring.code, TextStyle::code).x * 0.5f;
        const float height = (ring.chosen ? chosen_height : ring_height) * options_.scale;
        const float sides = (ring.chosen ? chosen_sides : ring_sides) * options_.scale;
        return {std::max(std::ceil(width + sides), height), height};
    }

    // The chosen one has the best place, and is drawn last, over the others.
    void place_rings() {
        std::vector<OverlayRing>& rings = overlay_.rings;
        std::stable_sort(rings.begin(), rings.end(),
                         [](const OverlayRing& a, const OverlayRing& b) { return a.chosen && !b.chosen; });
        RingField field;
        field.area = area();
        field.reserved = options_.reserved;
        field.strokes = needle_strokes();
        field.scale = options_.scale;
        std::vector<RingRequest> requests;
        for (const OverlayRing& ring : rings) requests.push_back({ring.place, ring.half});
        const std::vector<RingPlace> places = layout_rings(requests, field);
        for (std::size_t i = 0; i < rings.size(); ++i) {
            rings[i].centre = places[i].centre;
            rings[i].bare = places[i].bare;
            if (rings[i].bare) rings[i].half = glm::vec2(bare_half * options_.scale);
        }
        std::reverse(rings.begin(), rings.end());
    }

    Rect area() const {
        return {glm::vec2(edge * options_.scale), options_.size_px - glm::vec2(edge * options_.scale)};
    }

    std::vector<Stroke> needle_strokes() const {
        if (!overlay_.shaft) return {};
        const OverlayNeedle& shaft = *overlay_.shaft;
        return {{shaft.handle_end, shaft.handle_start, handle_half_width * options_.scale},
                {shaft.handle_start, shaft.entry, shaft_half_width * options_.scale},
                {shaft.entry, shaft.tip, shaft_half_width * options_.scale}};
    }

    std::string muscle_name(const base::Id& id) const {
        if (const anatomy::Muscle* muscle = world().content.find_muscle(id)) return options_.name_of(id, muscle->name);
        const anatomy::Structure* structure = snapshot_.atlas->find(id);
        return options_.name_of(id, structure != nullptr ? structure->name : id);
    }

    void add_path(const anatomy::PathGeometry& way, const OverlayRing& ring) {
        const auto outside = on_picture(way.entry_mm - outside_mm * way.direction);
        const auto entry = on_picture(way.entry_mm);
        const auto target = on_picture(way.target_mm);
        if (outside && entry && target) overlay_.paths.push_back({*outside, *entry, *target, ring.behind, ring.dimmed});
    }

    double needle_length(const session::PlacedPoint& point) const {
        const anatomy::NeedlePath* path = world().content.find_path(point.path);
        if (path == nullptr || path->needles.empty()) return default_length_mm;
        const anatomy::Needle* needle = world().content.find_needle(path->needles.front());
        return needle != nullptr && needle->length_mm > 0.0 ? needle->length_mm : default_length_mm;
    }

    void add_needle() {
        const session::PlacedPoint* point = plan().point.empty() ? nullptr : world().find_point(plan().point);
        const auto laid = session::laid_needle(world(), snapshot_.model);
        if (point == nullptr || !laid) return;
        const anatomy::PathGeometry& way = *laid->way;
        const double depth = laid->depth_mm;
        const auto along = [&](double at) { return on_picture(way.entry_mm + at * way.direction); };
        const double start = std::min(depth - needle_length(*point), -1.0);
        const auto handle_start = along(start), handle_end = along(start - handle_mm);
        const auto entry = along(0.0), tip = along(depth), target = along(way.depth_mm);
        if (!handle_start || !handle_end || !entry || !tip || !target) return;
        OverlayNeedle shaft{*handle_end, *handle_start, *entry, *tip, *target, false, false, false, {}, {}};
        const anatomy::TriggerPoint* content = world().content.find_point(point->id);
        shaft.dimmed = content != nullptr && is_hidden_here(content->muscle);
        shaft.at_target = std::abs(depth - way.depth_mm) < 0.05;
        shaft.short_of_target = depth < way.depth_mm && !shaft.at_target;
        if (depth < on_skin_mm) shaft.tube_end = along(start - handle_mm + out_of_tube_mm);
        const auto one = along(depth_step_mm);
        if (one && glm::distance(*one, *entry) >= smallest_depth_step) {
            for (double at = depth_step_mm; at < depth; at += depth_step_mm) {
                if (const auto px = along(at)) shaft.depths.push_back(*px);
            }
        }
        overlay_.shaft = std::move(shaft);
        add_clearances();
    }

    void add_clearances() {
        if (probe_ == nullptr) return;
        for (const std::size_t index : nearest_of_each_kind(probe_->clearances, *snapshot_.atlas)) {
            const anatomy::Clearance& one = probe_->clearances[index];
            const auto from = on_picture(probe_->needle.entry_mm + one.at_depth_mm * probe_->needle.direction);
            const auto to = on_picture(one.nearest_mm);
            if (!from || !to || !inside(*to, edge) || is_covered(*to)) continue;
            const bool hidden = is_hidden(snapshot_, one.structure);
            if (hidden && plan().isolation) continue;
            const anatomy::Structure& structure = snapshot_.atlas->structures[one.structure];
            const bool touched = one.distance_mm <= 0.0;
            overlay_.clearances.push_back({*from, *to, touched, hidden});
            OverlayLabel label;
            label.kind = LabelKind::clearance;
            label.id = structure.id;
            label.title = options_.name_of(structure.id, structure.name);
            label.line = millimetres(one.distance_mm);
            if (std::count(options_.hulls.begin(), options_.hulls.end(), one.structure) != 0)
                label.line += ". " + options_.hull_words;
            label.leader_to = *to;
            label.touched = touched;
            label.dimmed = hidden;
            risks_.push_back(std::move(label));
        }
    }

    // The published spread of the selected structure's level, where that is one of its ends.
    const anatomy::HazardSpread* level_of_selected() const {
        const anatomy::HazardSpread* spread = world().content.find_spread(snapshot_.model.selected);
        const bool known = spread != nullptr && spread->branches_at && spread->along.mm;
        return known && !is_hidden_here(spread->id) ? spread : nullptr;
    }

    void add_bracket() {
        const anatomy::HazardSpread* spread = level_of_selected();
        const anatomy::Structure* structure = spread != nullptr ? snapshot_.atlas->find(spread->id) : nullptr;
        if (structure == nullptr) return;
        const glm::dvec3 middle = anatomy::end_of(*structure, *spread->branches_at);
        const glm::dvec3 up(0.0, *spread->along.mm, 0.0);  // the limb's own way is the model's y
        const auto low = on_picture(middle - up), high = on_picture(middle + up), at = on_picture(middle);
        if (low && high && at && inside(*at, edge)) overlay_.bracket = OverlayBracket{*low, *high, *at};
    }

    void want_level() {
        if (!overlay_.bracket || !options_.level_words || is_covered(overlay_.bracket->at)) return;
        const anatomy::HazardSpread& spread = *level_of_selected();
        OverlayLabel label;
        label.kind = LabelKind::level;
        label.id = spread.id + "/level";
        std::tie(label.title, label.line) = options_.level_words(*spread.along.mm);
        want(std::move(label), overlay_.bracket->at);
    }

    // Breaks the words and measures the plate.
    void want(OverlayLabel label, glm::vec2 anchor) {
        const float scale = options_.scale;
        float width = 0.0f;
        const auto broken = [&](const std::string& text, TextStyle style) {
            const TextWidth width_of = [&](std::string_view part) { return options_.text_size(part, style).x; };
            std::vector<std::string> lines = wrap(text, largest_label * scale, most_rows, width_of);
            for (const std::string& line : lines) width = std::max(width, width_of(line));
            return lines;
        };
        label.title_lines = broken(label.title, TextStyle::title);
        label.line_lines = broken(label.line, TextStyle::line);
        const float height = label_title_row * static_cast<float>(label.title_lines.size()) +
                             label_line_row * static_cast<float>(label.line_lines.size()) + 2.0f * label_padding_y;
        const glm::vec2 size(std::ceil(width + 2.0f * label_padding_x * scale), std::round(height * scale));
        pending_.push_back({std::move(label), {anchor, size}});
    }

    void want_selected() {
        const anatomy::Structure* structure = snapshot_.atlas->find(snapshot_.model.selected);
        if (structure == nullptr || is_hidden_here(structure->id)) return;
        const auto at = on_picture(glm::dvec3(structure->bounds.centre()));
        if (!at || !inside(*at, 40.0f)) return;
        OverlayLabel label;
        label.id = structure->id;
        label.title = options_.name_of(structure->id, structure->name);
        label.strong = true;
        want(std::move(label), *at);
    }

    void want_points(bool chosen) {
        for (const OverlayRing& ring : overlay_.rings) {
            if (ring.chosen != chosen || ring.bare) continue;
            OverlayLabel label;
            label.kind = LabelKind::point;
            label.id = ring.point;
            label.title = ring.code;
            label.line = ring.muscle;
            label.strong = chosen;
            label.dimmed = ring.dimmed;
            want(std::move(label), ring.centre);
        }
    }

    // The nearest one that is seen, and all that are touched, come before the other points; the rest after them.
    void want_risks(bool first) {
        for (std::size_t i = 0; i < risks_.size(); ++i) {
            if ((i == 0 || risks_[i].touched) == first) want(risks_[i], risks_[i].leader_to);
        }
    }

    // The areas that the chosen point mainly refers to, while they are painted and face the eye. Those that lie on one
    // another share a label.
    void want_referral() {
        const anatomy::TriggerPoint* point = world().content.find_point(plan().point);
        const anatomy::Structure* skin = anatomy::skin_of(*snapshot_.atlas);  // what is painted
        const bool painted = plan().referral && skin != nullptr && !is_hidden_here(skin->id) && !session::shows_map(snapshot_);
        if (point == nullptr || !painted || !options_.area_words) return;
        const anatomy::Side side = anatomy::shown_side(*snapshot_.atlas);
        base::Issues issues;  // said when the model was opened
        std::vector<std::pair<OverlayLabel, glm::vec2>> labels;
        for (const base::Id& id : point->referral.essential_zones) {
            const anatomy::Zone* area = world().content.find_zone(id);
            const auto placed = area != nullptr
                                    ? anatomy::resolve_zone(world().content, *snapshot_.atlas, *area, side, issues)
                                    : std::nullopt;
            if (!placed || glm::dot(glm::vec3(placed->toward), axes_.backward) < facing) continue;
            const auto at = on_picture((placed->from_mm + placed->to_mm) * 0.5);
            if (!at || !inside(*at, edge) || is_covered(*at)) continue;
            const auto [title, line] = options_.area_words(*area);
            const glm::vec2 anchor = *at;
            const auto same = std::find_if(labels.begin(), labels.end(), [&](const auto& other) {
                return glm::distance(other.second, anchor) < one_area * options_.scale;
            });
            if (same != labels.end()) {
                same->first.line += ", " + line;
                continue;
            }
            OverlayLabel label;
            label.kind = LabelKind::referral;
            label.id = id;
            label.title = title;
            label.line = line;
            labels.emplace_back(std::move(label), anchor);
        }
        for (auto& [label, anchor] : labels) want(std::move(label), anchor);
    }

    LabelField field_of_labels() const {
        LabelField field;
        field.scale = options_.scale;
        field.area = area();
        field.reserved = options_.reserved;
        field.strokes = needle_strokes();
        const float width = path_half_width * options_.scale;
        for (const OverlayRing& ring : overlay_.rings) field.marks.push_back(ring.box());
        for (const OverlayPath& path : overlay_.paths) field.strokes.push_back({path.outside, path.target, width});
        if (const auto& bracket = overlay_.bracket)
            field.strokes.push_back({bracket->low, bracket->high, bracket_half_width * options_.scale});
        for (const OverlayClearance& one : overlay_.clearances) {
            field.marks.push_back(grown({one.to, one.to}, dot * options_.scale));
            field.strokes.push_back({one.from, one.to, width});
        }
        return field;
    }

    void add_labels() {
        want_selected();
        want_level();
        want_points(true);
        want_risks(true);
        want_referral();
        want_points(false);
        want_risks(false);
        const LabelField field = field_of_labels();
        std::vector<LabelRequest> requests;
        for (const Pending& one : pending_) requests.push_back(one.request);
        const LabelLayout layout = layout_labels(requests, field);
        for (const PlacedLabel& placed : layout.labels) {
            OverlayLabel label = pending_[placed.request].label;
            label.plate = placed.plate;
            label.leader_from = placed.leader_from;
            label.leader_to = placed.leader_to;
            overlay_.labels.push_back(std::move(label));
        }
        const auto bare = std::count_if(overlay_.rings.begin(), overlay_.rings.end(),
                                        [](const OverlayRing& ring) { return ring.bare; });
        overlay_.more_labels = layout.left_over + static_cast<std::size_t>(bare);
        if (overlay_.more_labels > 0) place_more(field);
    }

    // "+2" under the last label, where nothing else is.
    void place_more(const LabelField& field) {
        if (overlay_.labels.empty()) return;
        const Rect& last = overlay_.labels.back().plate;
        const glm::vec2 size(34.0f * options_.scale, 22.0f * options_.scale);
        for (float y = last.max.y + 6.0f; y + size.y < field.area.max.y; y += 6.0f) {
            const Rect plate{{last.min.x, y}, glm::vec2(last.min.x, y) + size};
            if (!is_free(plate, field)) continue;
            overlay_.more_plate = plate;
            return;
        }
    }

    bool is_free(const Rect& plate, const LabelField& field) const {
        const auto covers = [&plate](const Rect& rect) { return overlap(rect, plate); };
        return std::none_of(field.reserved.begin(), field.reserved.end(), covers) &&
               std::none_of(field.marks.begin(), field.marks.end(), covers) &&
               std::none_of(field.strokes.begin(), field.strokes.end(),
                            [&plate](const Stroke& stroke) { return meets(stroke, plate); }) &&
               std::none_of(overlay_.labels.begin(), overlay_.labels.end(), [&plate](const OverlayLabel& label) {
                   return overlap(label.plate, plate) || meets(label.leader_from, label.leader_to, plate);
               });
    }

    const session::Snapshot& snapshot_;
    const anatomy::PathReport* probe_;
    const OverlayOptions& options_;
    geometry::CameraAxes axes_;
    Overlay overlay_;
    std::vector<Pending> pending_;
    std::vector<OverlayLabel> risks_;
};

}  // namespace

std::string millimetres(double distance_mm) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, distance_mm, std::chars_format::fixed, 1).ptr;
    return std::string(text, end) + " mm";
}

std::vector<const session::PlacedPoint*> shown_points(const session::Snapshot& snapshot) {
    const session::World& world = *snapshot.world;
    const session::Plan& plan = snapshot.model.plan;
    std::vector<const session::PlacedPoint*> points;
    const auto add = [&points](const session::PlacedPoint* point) {
        const bool new_one = std::find(points.begin(), points.end(), point) == points.end();
        if (point != nullptr && point->place.at_mm && new_one) points.push_back(point);
    };
    if (plan.room == session::Room::session) {
        if (!plan.point.empty()) add(world.find_point(plan.point));
        return points;
    }
    if (plan.room == session::Room::needle) {  // it is about one point
        add(world.find_point(plan.point));
        return points;
    }
    const anatomy::Condition* chosen = plan.condition.empty() ? nullptr : world.content.find_condition(plan.condition);
    const anatomy::Condition* record = chosen != nullptr ? world.content.record_of(*chosen) : nullptr;
    if (record != nullptr) {
        for (const anatomy::TargetGroup& group : record->targets) {
            for (const base::Id& id : group.points) add(world.find_point(id));
        }
        if (!plan.point.empty()) add(world.find_point(plan.point));
    } else if (!plan.zone.empty()) {
        for (const anatomy::Referring& one : anatomy::referring_to(world.content, plan.zone)) {
            if (one.part != anatomy::ReferralPart::seen) add(world.find_point(one.point->id));
        }
    } else if (const anatomy::TriggerPoint* one = world.content.find_point(plan.point)) {
        for (const anatomy::TriggerPoint& point : world.content.points) {
            if (point.muscle == one->muscle) add(world.find_point(point.id));
        }
    }
    return points;
}

Overlay build_overlay(const session::Snapshot& snapshot, const anatomy::PathReport* probe, const Palette& palette,
                      const OverlayOptions& options) {
    return Builder(snapshot, probe, options).run(palette);
}

}  // namespace drypoint::scene
