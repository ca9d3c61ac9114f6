#include "session/update_context.h"

#include <algorithm>
#include <cstddef>

#include "anatomy/resolve.h"
#include "session/needle.h"
#include "session/stage.h"
#include "session/treatment.h"

namespace drypoint::session {
namespace {

// The points of a condition in the order in which they are tried.
std::vector<const PlacedPoint*> points_of(const anatomy::Condition& condition, const World& world) {
    std::vector<const PlacedPoint*> points;
    const anatomy::Condition* record = world.content.record_of(condition);
    if (record == nullptr) return points;
    for (const anatomy::TargetGroup& group : record->targets) {
        for (const base::Id& id : group.points) {
            if (const PlacedPoint* point = world.find_point(id)) points.push_back(point);
        }
    }
    return points;
}

// A session is about one point: in its room the point stays, elsewhere another point ends it.
bool may_change_point(const base::Id& to, const UpdateContext& c) {
    if (c.plan().room != Room::session || c.plan().point == to) return true;
    c.refuse("The session is about one point: finish it, or open Explore, to choose something else");
    return false;
}

void let_go_of_point(const UpdateContext& c) {
    c.plan().point.clear();
    c.plan().needle.reset();
    c.plan().own.reset();
    c.plan().session.reset();
}

void take_point(const PlacedPoint& point, const UpdateContext& c) {
    if (c.plan().room == Room::session) return;
    if (c.plan().point != point.id) let_go_of_point(c);
    c.plan().point = point.id;
    c.plan().zone.clear();
    c.plan().needle.reset();
    c.plan().own.reset();
    if (point.way) c.plan().needle = NeedleState{point.way->depth_mm};
    c.model().selected.clear();
    if (point.place.at_mm) jump_to(c.model(), camera_beside_needle(point, c.model(), choice_frame_mm));
}

// Where a condition is felt: in the picture with its points, however high those lie.
std::vector<glm::dvec3> condition_places(const World& world) {
    std::vector<glm::dvec3> places;
    for (const base::Id& id : world.content.conventions.condition_landmarks) {
        if (const auto place = anatomy::landmark_mm(world.content, *world.atlas, id)) places.push_back(*place);
    }
    return places;
}

// All points of the chosen condition, as choosing it shows them.
void face_condition(const UpdateContext& c) {
    const anatomy::Condition* condition = c.world().content.find_condition(c.plan().condition);
    if (condition == nullptr) return;
    const auto camera = camera_for_points(points_of(*condition, c.world()), condition_places(c.world()), c.model());
    if (camera) jump_to(c.model(), *camera);
}

// In a step that takes the needle out it goes no deeper. True: refused.
bool refuse_deeper(double to_mm, const UpdateContext& c) {
    const std::optional<std::size_t> step = current_step(c.world(), c.plan());
    if (c.plan().room != Room::session || !step) return false;
    const double from_mm = c.plan().needle ? c.plan().needle->depth_mm : 0.0;
    if (c.world().content.session[*step].act != anatomy::StepAct::needle_out || to_mm <= from_mm) return false;
    c.refuse("In this step the needle comes out: it goes no deeper");
    return true;
}

}  // namespace

const anatomy::PathGeometry* path_for_needle(const UpdateContext& c) {
    const PlacedPoint* point = chosen_point(c);
    if (point == nullptr) {
        c.refuse("Choose a trigger point first: the needle follows its path");
        return nullptr;
    }
    if (!point->way) {
        c.refuse(why_no_needle(*point, c.world()));
        return nullptr;
    }
    return way_of(c.world(), c.plan());
}

std::string why_no_needle(const PlacedPoint& point, const World& world) {
    const std::string never = anatomy::why_never_needled(*world.content.find_point(point.id));
    return never.empty() ? "There is no needle path to this point on this model" : never;
}

void apply(const ChooseCondition& action, const UpdateContext& c) {
    if (!may_change_point({}, c)) return;
    if (action.condition.empty()) {
        c.plan().condition.clear();
        return;
    }
    const anatomy::Condition* condition = c.world().content.find_condition(action.condition);
    if (condition == nullptr) {
        return c.refuse("There is no condition \"" + action.condition + "\"" +
                        nearest_name(action.condition, ids_of(c.world().content.conditions)));
    }
    c.plan().condition = condition->id;
    c.plan().zone.clear();
    let_go_of_point(c);
    c.model().selected.clear();
    face_condition(c);
}

void apply(const OpenTopic& action, const UpdateContext& c) {
    if (!action.topic.empty() && c.world().content.find_topic(action.topic) == nullptr) {
        return c.refuse("There is no topic \"" + action.topic + "\"" +
                        nearest_name(action.topic, ids_of(c.world().content.topics)));
    }
    c.model().topic = action.topic;
}

void apply(const ChoosePoint& action, const UpdateContext& c) {
    if (action.point.empty()) {
        if (!may_change_point({}, c)) return;
        const bool chosen = !c.plan().point.empty();
        let_go_of_point(c);
        if (chosen) face_condition(c);
        return;
    }
    const PlacedPoint* point = c.world().find_point(action.point);
    if (point == nullptr) {
        return c.refuse("There is no trigger point \"" + action.point + "\"" +
                        nearest_name(action.point, ids_of(c.world().content.points)));
    }
    if (may_change_point(point->id, c)) take_point(*point, c);
}

void apply(const ChooseZone& action, const UpdateContext& c) {
    if (action.zone.empty()) return c.plan().zone.clear();
    if (!may_change_point({}, c)) return;
    const anatomy::Zone* zone = c.world().content.find_zone(action.zone);
    if (zone == nullptr) {
        return c.refuse("There is no area of pain \"" + action.zone + "\"" +
                        nearest_name(action.zone, ids_of(c.world().content.zones)));
    }
    let_go_of_point(c);
    c.plan().condition.clear();
    c.plan().zone = zone->id;
    c.model().selected.clear();
    base::Issues said_elsewhere;
    const auto placed =
        anatomy::resolve_zone(c.world().content, c.atlas(), *zone, anatomy::shown_side(c.atlas()), said_elsewhere);
    if (placed) jump_to(c.model(), camera_for_zone(*placed, c.model()));
}

void apply(const SetNeedleDepth& action, const UpdateContext& c) {
    const anatomy::PathGeometry* way = path_for_needle(c);
    if (way == nullptr) return;
    if (!in_range(action.depth_mm, 0.0, way->depth_mm + beyond_target_mm)) {
        return c.refuse("The needle goes from the skin to " + std::to_string(std::lround(beyond_target_mm)) +
                        " mm beyond the target");
    }
    if (refuse_deeper(action.depth_mm, c)) return;
    c.plan().needle = NeedleState{action.depth_mm};
}

void apply(const AdvanceNeedle& action, const UpdateContext& c) {
    const anatomy::PathGeometry* way = path_for_needle(c);
    if (way == nullptr) return;
    if (!std::isfinite(action.by_mm)) return c.refuse("Distances are finite numbers");
    const double from = c.plan().needle ? c.plan().needle->depth_mm : 0.0;
    if (refuse_deeper(from + action.by_mm, c)) return;
    c.plan().needle = NeedleState{std::clamp(from + action.by_mm, 0.0, way->depth_mm + beyond_target_mm)};
}

void apply(const ShowReferral& action, const UpdateContext& c) {
    c.plan().referral = action.on;
}

void apply(const LayNeedle&, const UpdateContext& c) {
    if (path_for_needle(c) == nullptr) return;
    c.plan().own.reset();
    c.plan().needle = NeedleState{way_of(c.world(), c.plan())->depth_mm};
}

void apply(const RemoveNeedle&, const UpdateContext& c) {
    c.plan().needle.reset();
}

}  // namespace drypoint::session
