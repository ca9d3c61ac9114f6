#include "session/needle.h"

namespace drypoint::session {
namespace {

const PlacedPoint* point_of(const World& world, const Plan& plan) {
    return plan.point.empty() ? nullptr : world.find_point(plan.point);
}

}  // namespace

const anatomy::PathGeometry* taught_way(const World& world, const Plan& plan) {
    const PlacedPoint* point = point_of(world, plan);
    return point != nullptr && point->way ? &*point->way : nullptr;
}

const anatomy::PathGeometry* way_of(const World& world, const Plan& plan) {
    return plan.own ? &plan.own->way : taught_way(world, plan);
}

std::optional<LaidNeedle> laid_needle(const World& world, const Model& model) {
    const anatomy::PathGeometry* way = way_of(world, model.plan);
    if (way == nullptr || !model.plan.needle) return std::nullopt;
    if (model.trial && model.trial->held) return LaidNeedle{&model.trial->way, model.trial->depth_mm, WayKind::tried};
    return LaidNeedle{way, model.plan.needle->depth_mm, model.plan.own ? WayKind::own : WayKind::taught};
}

anatomy::Side side_of_point(const World& world, const Plan& plan) {
    const anatomy::TriggerPoint* point = world.content.find_point(plan.point);
    const anatomy::Structure* muscle = point != nullptr ? world.atlas->find(point->muscle) : nullptr;
    return muscle != nullptr ? muscle->side : anatomy::Side::none;
}

anatomy::OwnPath own_path(const World& world, const Model& model) {
    const Plan& plan = model.plan;
    anatomy::OwnPath own;
    const anatomy::TriggerPoint* point = world.content.find_point(plan.point);
    own.title = point != nullptr ? point->code : plan.point;
    own.point = plan.point;
    own.needle = plan.needle_choice;
    own.body = {anatomy::shown_side(*world.atlas), world.atlas->build};
    if (plan.own && plan.own->line) {
        const anatomy::PathGeometry& way = plan.own->way;
        own.line = anatomy::FixedLine{way.entry_mm, way.entry_mm + way.direction * plan.needle->depth_mm,
                                      world.atlas->content_hash};
        return own;
    }
    if (plan.own) own.move = plan.own->move;
    own.move.depth_mm = plan.needle->depth_mm;
    return own;
}

}  // namespace drypoint::session
