// A needle of one's own: moved, placed, tried; and the safe-entry map.
#include <algorithm>
#include <cmath>
#include <string>

#include <glm/geometric.hpp>

#include "session/needle.h"
#include "session/update_context.h"

namespace drypoint::session {
namespace {

// The way to start from, or a refusal: in the session only the taught path is used.
const anatomy::PathGeometry* path_of_ones_own(const UpdateContext& c) {
    if (c.plan().room == Room::session) {
        c.refuse("The session follows the taught path: open Needle to lay another one");
        return nullptr;
    }
    return path_for_needle(c);
}

bool refuse_move(const anatomy::NeedleMove& move, const UpdateContext& c) {
    const auto all = [](double limit, double a, double b) {
        return in_range(a, -limit, limit) && in_range(b, -limit, limit);
    };
    if (!all(most_slide_mm, move.slide_medial_mm, move.slide_proximal_mm)) {
        c.refuse("An entry slides at most " + std::to_string(std::lround(most_slide_mm)) + " mm from the taught one");
        return true;
    }
    if (!all(most_lean_deg, move.lean_medial_deg, move.lean_proximal_deg)) {
        c.refuse("A needle leans at most " + std::to_string(std::lround(most_lean_deg)) + " degrees from its path");
        return true;
    }
    return false;
}

void lay_moved(const anatomy::NeedleMove& move, double depth_mm, const UpdateContext& c) {
    const anatomy::PathGeometry& taught = *taught_way(c.world(), c.plan());
    const anatomy::Side side = side_of_point(c.world(), c.plan());
    c.plan().own = OwnWay{move, std::nullopt, anatomy::shifted(c.atlas(), taught, side, move)};
    c.plan().needle = NeedleState{depth_mm};
}

// The way's own depth is that of the target.
void lay_line(const anatomy::PathGeometry& way, double depth_mm, const UpdateContext& c) {
    const anatomy::FixedLine line{way.entry_mm, way.target_mm, c.atlas().content_hash};
    c.plan().own = OwnWay{{}, line, way};
    c.plan().needle = NeedleState{depth_mm};
}

double depth_now(const anatomy::PathGeometry& way, const UpdateContext& c) {
    return c.plan().needle ? c.plan().needle->depth_mm : way.depth_mm;
}

// From where it lies now.
void move_by(const anatomy::NeedleMove& by, double depth_mm, const UpdateContext& c) {
    if (c.plan().own && c.plan().own->line) {
        const anatomy::Side side = side_of_point(c.world(), c.plan());
        return lay_line(anatomy::shifted(c.atlas(), c.plan().own->way, side, by), depth_mm, c);
    }
    anatomy::NeedleMove move = c.plan().own ? c.plan().own->move : anatomy::NeedleMove{};
    move.slide_medial_mm += by.slide_medial_mm;
    move.slide_proximal_mm += by.slide_proximal_mm;
    move.lean_medial_deg += by.lean_medial_deg;
    move.lean_proximal_deg += by.lean_proximal_deg;
    if (!refuse_move(move, c)) lay_moved(move, depth_mm, c);
}

}  // namespace

void apply(const ChooseNeedle& action, const UpdateContext& c) {
    const anatomy::Content& content = c.world().content;
    if (!action.needle.empty() && content.find_needle(action.needle) == nullptr) {
        return c.refuse("There is no needle \"" + action.needle + "\"" +
                        nearest_name(action.needle, ids_of(content.needles)));
    }
    c.plan().needle_choice = action.needle;
}

void apply(const MoveNeedle& action, const UpdateContext& c) {
    const anatomy::PathGeometry* way = path_of_ones_own(c);
    if (way == nullptr) return;
    const anatomy::NeedleMove by{action.slide_medial_mm, action.slide_proximal_mm, action.lean_medial_deg,
                                 action.lean_proximal_deg, std::nullopt};
    if (!refuse_move(by, c)) move_by(by, depth_now(*way, c), c);
}

void apply(const LayOwn& action, const UpdateContext& c) {
    if (path_of_ones_own(c) == nullptr) return;
    const anatomy::NeedleMove move{action.slide_medial_mm, action.slide_proximal_mm, action.lean_medial_deg,
                                   action.lean_proximal_deg, std::nullopt};
    if (refuse_move(move, c)) return;
    const double most = taught_way(c.world(), c.plan())->depth_mm + beyond_target_mm;
    if (!in_range(action.depth_mm, 0.0, most)) {
        return c.refuse("The needle goes from the skin to " + std::to_string(std::lround(beyond_target_mm)) +
                        " mm beyond the target");
    }
    lay_moved(move, action.depth_mm, c);
}

void apply(const LayLine& action, const UpdateContext& c) {
    if (path_of_ones_own(c) == nullptr) return;
    const glm::dvec3 entry(action.entry_x, action.entry_y, action.entry_z);
    const glm::dvec3 target(action.target_x, action.target_y, action.target_z);
    constexpr double longest_mm = 300.0;
    if (!in_range(glm::distance(entry, target), 1.0, longest_mm))
        return c.refuse("From entry to target it is 1 to 300 mm");
    const anatomy::PathGeometry way = anatomy::straight_way(entry, target);
    lay_line(way, way.depth_mm, c);
}

void apply(const TryNeedle& action, const UpdateContext& c) {
    const anatomy::PathGeometry* way = path_of_ones_own(c);
    if (way == nullptr) return;
    if (!c.plan().needle) return c.refuse("No needle is laid");
    const anatomy::NeedleMove lean{0.0, 0.0, action.lean_medial_deg, action.lean_proximal_deg, std::nullopt};
    if (refuse_move(lean, c)) return;
    if (!std::isfinite(action.depth_mm)) return c.refuse("Distances are finite numbers");
    Trial trial{action.lean_medial_deg,
                action.lean_proximal_deg,
                std::clamp(action.depth_mm, 0.0, way->depth_mm + beyond_target_mm),
                true,
                {}};
    trial.way = anatomy::shifted(c.atlas(), *way, side_of_point(c.world(), c.plan()), lean);
    c.model().trial = trial;
}

void apply(const KeepTried&, const UpdateContext& c) {
    if (path_of_ones_own(c) == nullptr) return;
    if (!c.model().trial) return c.refuse("Nothing was tried");
    const Trial trial = *c.model().trial;
    c.model().trial.reset();
    move_by({0.0, 0.0, trial.lean_medial_deg, trial.lean_proximal_deg, std::nullopt}, trial.depth_mm, c);
}

void apply(const ShowMap& action, const UpdateContext& c) {
    const anatomy::PathGeometry* way = action.on ? path_for_needle(c) : nullptr;
    if (action.on && way == nullptr) return;
    if (action.on && taught_way(c.world(), c.plan())->fold)
        return c.refuse("This path goes through a lifted fold: the map knows the limb at rest only");
    c.plan().entry_map = action.on;
}

void apply(const SetMapMargin& action, const UpdateContext& c) {
    if (!in_range(action.mm, least_map_margin_mm, most_map_margin_mm))
        return c.refuse("The margin of the map goes from 1 to 30 mm");
    c.plan().map_margin_mm = action.mm;
}

void apply(const SavePath& action, const UpdateContext& c) {
    if (!laid_needle(c.world(), c.model())) return c.refuse("No needle is laid");
    c.result.effects.emplace_back(action);
}

void apply(const OpenPath& action, const UpdateContext& c) {
    c.result.effects.emplace_back(action);
}

}  // namespace drypoint::session
