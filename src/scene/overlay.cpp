#include "scene/overlay.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <glm/geometric.hpp>

namespace drypoint::scene {
namespace {

constexpr float ring_radius = 12.0f, chosen_radius = 15.0f, edge = 8.0f;
constexpr double outside_mm = 14.0, handle_mm = 22.0, default_length_mm = 50.0, depth_step_mm = 5.0;
constexpr float smallest_depth_step = 20.0f;  // 4 px/mm
constexpr float label_padding_x = 7.0f, label_title = 19.0f, label_line = 16.0f, label_padding_y = 4.0f;
constexpr float largest_label = 190.0f;

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
        // What is chosen is drawn last, over the others.
        std::stable_sort(overlay_.rings.begin(), overlay_.rings.end(),
                         [](const OverlayRing& a, const OverlayRing& b) { return !a.chosen && b.chosen; });
        add_needle();
        if (options_.labels) add_labels();
        return std::move(overlay_);
    }

  private:
    const session::World& world() const { return *snapshot_.world; }
    const session::Plan& plan() const { return snapshot_.model.plan; }

    std::optional<glm::vec2> on_picture(const glm::dvec3& at) const {
        const glm::vec3 px = geometry::project(snapshot_.model.camera, snapshot_.atlas->bounds, options_.size_px,
                                               glm::vec3(at));
        if (!(px.z <= 1.0f)) return std::nullopt;
        return glm::vec2(px);
    }

    bool inside(glm::vec2 px, float margin) const {
        const float m = margin * options_.scale;
        return px.x >= m && px.y >= m && px.x <= options_.size_px.x - m && px.y <= options_.size_px.y - m;
    }

    // It lies on the side of the limb that the eye does not see.
    bool is_behind(const session::PlacedPoint& point) const {
        const glm::vec3 outward = point.way ? -glm::vec3(point.way->direction)
                                            : glm::vec3(*point.place.at_mm) - snapshot_.atlas->bounds.centre();
        return glm::dot(outward, axes_.backward) < 0.0f;
    }

    void add_point(const session::PlacedPoint& point) {
        const anatomy::TriggerPoint* content = world().content.find_point(point.id);
        const std::optional<glm::vec2> centre = on_picture(*point.place.at_mm);
        if (content == nullptr || !centre || !inside(*centre, edge)) return;
        OverlayRing ring;
        ring.point = point.id;
        ring.code = content->code;
        ring.mark = content->mark;
        ring.muscle = muscle_name(content->muscle);
        ring.centre = *centre;
        ring.chosen = point.id == plan().point;
        ring.radius = (ring.chosen ? chosen_radius : ring_radius) * options_.scale;
        ring.behind = is_behind(point);
        ring.show_only = content->show_only.has_value();
        if (point.way && !(ring.chosen && plan().needle)) add_path(*point.way, ring.behind);
        overlay_.rings.push_back(std::move(ring));
    }

    std::string muscle_name(const base::Id& id) const {
        if (const anatomy::Muscle* muscle = world().content.find_muscle(id)) return muscle->name;
        const anatomy::Structure* structure = snapshot_.atlas->find(id);
        return structure != nullptr ? structure->name : id;
    }

    void add_path(const anatomy::PathGeometry& way, bool behind) {
        const auto outside = on_picture(way.entry_mm - outside_mm * way.direction);
        const auto entry = on_picture(way.entry_mm);
        const auto target = on_picture(way.target_mm);
        if (outside && entry && target) overlay_.paths.push_back({*outside, *entry, *target, behind});
    }

    double needle_length(const session::PlacedPoint& point) const {
        const anatomy::NeedlePath* path = world().content.find_path(point.path);
        if (path == nullptr || path->needles.empty()) return default_length_mm;
        const anatomy::Needle* needle = world().content.find_needle(path->needles.front());
        return needle != nullptr && needle->length_mm > 0.0 ? needle->length_mm : default_length_mm;
    }

    void add_needle() {
        const session::PlacedPoint* point = plan().point.empty() ? nullptr : world().find_point(plan().point);
        if (point == nullptr || !point->way || !plan().needle) return;
        const anatomy::PathGeometry& way = *point->way;
        const double depth = plan().needle->depth_mm;
        const auto along = [&](double at) { return on_picture(way.entry_mm + at * way.direction); };
        const double start = std::min(depth - needle_length(*point), -1.0);
        const auto handle_start = along(start), handle_end = along(start - handle_mm);
        const auto entry = along(0.0), tip = along(depth), target = along(way.depth_mm);
        if (!handle_start || !handle_end || !entry || !tip || !target) return;
        OverlayNeedle shaft{*handle_end, *handle_start, *entry, *tip, *target, false, false, {}};
        shaft.at_target = std::abs(depth - way.depth_mm) < 0.05;
        shaft.short_of_target = depth < way.depth_mm && !shaft.at_target;
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
        const std::size_t count = std::min(nearest_hazards, probe_->clearances.size());
        for (std::size_t i = 0; i < count; ++i) {
            const anatomy::Clearance& one = probe_->clearances[i];
            const auto from = on_picture(probe_->needle.entry_mm + one.at_depth_mm * probe_->needle.direction);
            const auto to = on_picture(one.nearest_mm);
            if (!from || !to || !inside(*to, edge)) continue;
            const anatomy::Structure& structure = snapshot_.atlas->structures[one.structure];
            const bool touched = one.distance_mm <= 0.0;
            overlay_.clearances.push_back({*from, *to, touched});
            risks_.push_back({LabelKind::clearance, structure.id, structure.name, millimetres(one.distance_mm), {},
                              *to, *to, false, touched});
        }
    }

    void want(OverlayLabel label, glm::vec2 anchor) {
        const glm::vec2 title = options_.text_size(label.title, TextStyle::title);
        const glm::vec2 line = label.line.empty() ? glm::vec2(0.0f) : options_.text_size(label.line, TextStyle::line);
        const float scale = options_.scale;
        const float width = std::min(std::max(title.x, line.x), largest_label * scale) + 2.0f * label_padding_x * scale;
        const float height = label_title + (label.line.empty() ? 0.0f : label_line) + 2.0f * label_padding_y;
        pending_.push_back({std::move(label), {anchor, {std::ceil(width), std::round(height * scale)}}});
    }

    void want_selected() {
        const anatomy::Structure* structure = snapshot_.atlas->find(snapshot_.model.selected);
        if (structure == nullptr) return;
        const auto index = snapshot_.atlas->index_of(structure->id);
        if (!plan().appearance[*index].visible) return;
        const auto at = on_picture(glm::dvec3(structure->bounds.centre()));
        if (!at || !inside(*at, 40.0f)) return;
        want({LabelKind::structure, structure->id, structure->name, "", {}, {}, {}, true, false}, *at);
    }

    void want_points(bool chosen) {
        for (const OverlayRing& ring : overlay_.rings) {
            if (ring.chosen != chosen) continue;
            want({LabelKind::point, ring.point, ring.code, ring.muscle, {}, {}, {}, chosen, false}, ring.centre);
        }
    }

    void add_labels() {
        want_selected();
        want_points(true);
        want_points(false);
        for (const OverlayLabel& risk : risks_) want(risk, risk.leader_to);
        LabelField field;
        field.scale = options_.scale;
        field.area = {glm::vec2(edge * options_.scale), options_.size_px - glm::vec2(edge * options_.scale)};
        field.reserved = options_.reserved;
        for (const OverlayRing& ring : overlay_.rings) {
            field.reserved.push_back({ring.centre - glm::vec2(ring.radius), ring.centre + glm::vec2(ring.radius)});
        }
        if (overlay_.shaft) reserve_handle(field);
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
        overlay_.more_labels = layout.left_over;
        if (layout.left_over > 0) place_more(field);
    }

    void reserve_handle(LabelField& field) const {
        const OverlayNeedle& shaft = *overlay_.shaft;
        const Rect handle{glm::min(shaft.handle_end, shaft.handle_start), glm::max(shaft.handle_end, shaft.handle_start)};
        field.reserved.push_back(grown(handle, 4.0f * options_.scale));
    }

    // "+2" under or over the labels, where nothing else is.
    void place_more(LabelField field) {
        field.most = 1;
        for (const OverlayLabel& label : overlay_.labels) field.reserved.push_back(label.plate);
        if (overlay_.labels.empty()) return;
        const OverlayLabel& last = overlay_.labels.back();
        const glm::vec2 size(34.0f * options_.scale, 22.0f * options_.scale);
        for (float y = last.plate.max.y + 6.0f; y + size.y < field.area.max.y; y += 6.0f) {
            const Rect plate{{last.plate.min.x, y}, glm::vec2(last.plate.min.x, y) + size};
            if (std::any_of(field.reserved.begin(), field.reserved.end(),
                            [&plate](const Rect& rect) { return overlap(rect, plate); }))
                continue;
            overlay_.more_plate = plate;
            return;
        }
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
    const anatomy::Condition* chosen = plan.condition.empty() ? nullptr : world.content.find_condition(plan.condition);
    const anatomy::Condition* record = chosen != nullptr ? world.content.record_of(*chosen) : nullptr;
    if (record != nullptr) {
        for (const anatomy::TargetGroup& group : record->targets) {
            for (const base::Id& id : group.points) add(world.find_point(id));
        }
        if (!plan.point.empty()) add(world.find_point(plan.point));
    } else if (!plan.point.empty()) {
        for (const session::PlacedPoint& point : world.points) add(&point);
    }
    return points;
}

Overlay build_overlay(const session::Snapshot& snapshot, const anatomy::PathReport* probe, const Palette& palette,
                      const OverlayOptions& options) {
    return Builder(snapshot, probe, options).run(palette);
}

}  // namespace drypoint::scene
