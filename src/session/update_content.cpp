#include "session/update_context.h"

#include <algorithm>
#include <cstddef>

#include "session/action_table.h"
#include "session/stage.h"

namespace drypoint::session {
namespace {

template <typename Item>
std::vector<std::string> ids_of(const std::vector<Item>& items) {
    std::vector<std::string> ids;
    for (const Item& item : items) ids.push_back(item.id);
    return ids;
}

const PlacedPoint* chosen_point(const UpdateContext& c) {
    return c.plan().point.empty() ? nullptr : c.world.find_point(c.plan().point);
}

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

void take_point(const PlacedPoint& point, const UpdateContext& c) {
    c.plan().point = point.id;
    c.plan().needle.reset();
    if (point.way) c.plan().needle = NeedleState{point.way->depth_mm};
    c.model().selected.clear();
}

std::string why_no_needle(const PlacedPoint& point, const World& world) {
    const std::string never = anatomy::why_never_needled(*world.content.find_point(point.id));
    return never.empty() ? "There is no needle path to this point on this model" : never;
}

// The needle's path, or a refusal.
const anatomy::PathGeometry* path_for_needle(const UpdateContext& c) {
    const PlacedPoint* point = chosen_point(c);
    if (point == nullptr) {
        c.refuse("Choose a trigger point first: the needle follows its path");
        return nullptr;
    }
    if (!point->way) {
        c.refuse(why_no_needle(*point, c.world));
        return nullptr;
    }
    return &*point->way;
}

std::optional<std::size_t> step_index(const UpdateContext& c) {
    const auto& steps = c.world.content.session;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].id == c.plan().step) return i;
    }
    return std::nullopt;
}

void enter_step(std::size_t index, const UpdateContext& c) {
    const anatomy::SessionStep& step = c.world.content.session[index];
    c.plan().step = step.id;
    set_stage(step.stage, chosen_point(c), c.atlas, c.model());
}

void step_session(int by, const UpdateContext& c) {
    const std::optional<std::size_t> at = step_index(c);
    if (c.model().room != Room::session || !at) return c.refuse("No session is under way");
    const auto next = static_cast<std::ptrdiff_t>(*at) + by;
    if (next < 0) return c.refuse("This is the first step");
    if (next >= static_cast<std::ptrdiff_t>(c.world.content.session.size())) return c.refuse("This is the last step");
    enter_step(static_cast<std::size_t>(next), c);
}

// A walkthrough does not steer itself: that would never end.
bool allowed_in_walkthrough(const Action& action) {
    return !std::holds_alternative<StartWalkthrough>(action) && !std::holds_alternative<LeaveWalkthrough>(action) &&
           !std::holds_alternative<NextStep>(action) && !std::holds_alternative<PreviousStep>(action);
}

// The actions of one step of a walkthrough; what it refuses is said and the rest goes on.
void play_step(const Walkthrough& walkthrough, int index, const UpdateContext& c) {
    std::string refused;
    for (const std::string& text : walkthrough.steps[static_cast<std::size_t>(index)].actions) {
        const base::Result<Action> action = parse_action(text);
        if (!action || !allowed_in_walkthrough(*action)) continue;  // the reader has said so
        Update inner = update(std::move(c.model()), *action, c.world);
        if (inner.refused) refused = inner.model.message;
        c.model() = std::move(inner.model);
    }
    c.model().message = refused;
    if (!refused.empty()) c.result.refused = true;
}

void step_tour(int by, const UpdateContext& c) {
    const Walkthrough* walkthrough = c.world.find_walkthrough(c.model().tour->walkthrough);
    const int next = c.model().tour->step + by;
    if (next < 0) return c.refuse("This is the first step");
    if (walkthrough == nullptr || next >= static_cast<int>(walkthrough->steps.size()))
        return c.refuse("This is the last step");
    c.model().tour->step = next;
    // A step builds on those before it: going back plays them again from the start.
    const int first = by > 0 ? next : 0;
    if (by < 0) c.plan() = initial_model(c.atlas).plan;
    for (int i = first; i <= next; ++i) play_step(*walkthrough, i, c);
}

}  // namespace

void apply(const ChooseCondition& action, const UpdateContext& c) {
    if (action.condition.empty()) {
        c.plan().condition.clear();
        return;
    }
    const anatomy::Condition* condition = c.world.content.find_condition(action.condition);
    if (condition == nullptr) {
        return c.refuse("There is no condition \"" + action.condition + "\"" +
                        nearest_name(action.condition, ids_of(c.world.content.conditions)));
    }
    c.plan().condition = condition->id;
    const std::vector<const PlacedPoint*> points = points_of(*condition, c.world);
    if (!points.empty()) take_point(*points.front(), c);
    if (const auto camera = camera_for_points(points, c.model())) jump_to(c.model(), *camera);
}

void apply(const ChoosePoint& action, const UpdateContext& c) {
    if (action.point.empty()) {
        c.plan().point.clear();
        c.plan().needle.reset();
        return;
    }
    const PlacedPoint* point = c.world.find_point(action.point);
    if (point == nullptr) {
        return c.refuse("There is no trigger point \"" + action.point + "\"" +
                        nearest_name(action.point, ids_of(c.world.content.points)));
    }
    take_point(*point, c);
}

void apply(const SetNeedleDepth& action, const UpdateContext& c) {
    const anatomy::PathGeometry* way = path_for_needle(c);
    if (way == nullptr) return;
    if (!in_range(action.depth_mm, 0.0, way->depth_mm + beyond_target_mm)) {
        return c.refuse("The needle goes from the skin to " + std::to_string(std::lround(beyond_target_mm)) +
                        " mm beyond the target");
    }
    c.plan().needle = NeedleState{action.depth_mm};
}

void apply(const AdvanceNeedle& action, const UpdateContext& c) {
    const anatomy::PathGeometry* way = path_for_needle(c);
    if (way == nullptr) return;
    if (!std::isfinite(action.by_mm)) return c.refuse("Distances are finite numbers");
    const double from = c.plan().needle ? c.plan().needle->depth_mm : 0.0;
    c.plan().needle = NeedleState{std::clamp(from + action.by_mm, 0.0, way->depth_mm + beyond_target_mm)};
}

void apply(const RemoveNeedle&, const UpdateContext& c) {
    c.plan().needle.reset();
}

void apply(const OpenRoom& action, const UpdateContext& c) {
    if (action.room == Room::session) {
        if (c.world.content.session.empty()) return c.refuse("There is no session in the content");
        const PlacedPoint* point = chosen_point(c);
        if (point == nullptr) return c.refuse("Choose a trigger point first: the session is about one point");
        if (!point->way) return c.refuse(why_no_needle(*point, c.world));
    }
    c.model().room = action.room;
    if (action.room == Room::session && !step_index(c)) enter_step(0, c);
}

void apply(const NextStep&, const UpdateContext& c) {
    c.model().tour ? step_tour(1, c) : step_session(1, c);
}
void apply(const PreviousStep&, const UpdateContext& c) {
    c.model().tour ? step_tour(-1, c) : step_session(-1, c);
}

void apply(const GoToStep& action, const UpdateContext& c) {
    if (c.model().room != Room::session) return c.refuse("No session is under way");
    const auto& steps = c.world.content.session;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].id == action.step) return enter_step(i, c);
    }
    c.refuse("The session has no step \"" + action.step + "\"" + nearest_name(action.step, ids_of(steps)));
}

void apply(const StartWalkthrough& action, const UpdateContext& c) {
    const Walkthrough* walkthrough = c.world.find_walkthrough(action.walkthrough);
    if (walkthrough == nullptr) {
        return c.refuse("There is no walkthrough \"" + action.walkthrough + "\"" +
                        nearest_name(action.walkthrough, ids_of(c.world.walkthroughs)));
    }
    if (c.model().tour) apply(LeaveWalkthrough{}, c);
    c.model().tour = Tour{walkthrough->id, 0, c.plan(), c.model().camera, c.model().room};
    c.model().room = Room::explore;
    c.plan() = initial_model(c.atlas).plan;
    if (!walkthrough->steps.empty()) play_step(*walkthrough, 0, c);
}

void apply(const LeaveWalkthrough&, const UpdateContext& c) {
    if (!c.model().tour) return c.refuse("No walkthrough is under way");
    const Tour tour = *c.model().tour;
    c.model().tour.reset();
    c.plan() = tour.plan_before;
    c.model().room = tour.room_before;
    jump_to(c.model(), tour.camera_before);
}

}  // namespace drypoint::session
