#include "session/treatment.h"

#include <algorithm>
#include <cmath>

namespace drypoint::session {
namespace {

bool at_target(const PlacedPoint* point, const Plan& plan, double within_mm) {
    return point != nullptr && point->way && plan.needle &&
           std::abs(plan.needle->depth_mm - point->way->depth_mm) <= within_mm;
}

bool in_muscle(const PlacedPoint* point, const Plan& plan) {
    if (point == nullptr || !needle_is_in(plan)) return false;  // a model without skin has its muscle at depth 0
    const double depth = plan.needle->depth_mm;
    return std::any_of(point->in_muscle.begin(), point->in_muscle.end(), [depth](const anatomy::LayerPassed& layer) {
        return layer.enter_mm <= depth && (!layer.exit_mm || depth < *layer.exit_mm);
    });
}

}  // namespace

bool is_marked_by_hand(const anatomy::SessionStep& step) {
    return step.optional || step.act == anatomy::StepAct::none || step.act == anatomy::StepAct::needle_in_muscle;
}

bool needle_is_in(const Plan& plan) {
    return plan.needle && plan.needle->depth_mm > 0.0;
}

bool act_is_done(const World& world, const Plan& plan, const anatomy::SessionStep& step) {
    const PlacedPoint* point = plan.point.empty() ? nullptr : world.find_point(plan.point);
    switch (step.act) {
        case anatomy::StepAct::none:
            return true;
        case anatomy::StepAct::needle_at_target:
            return at_target(point, plan, step.within_mm);
        case anatomy::StepAct::needle_in_muscle:
            return in_muscle(point, plan);
        case anatomy::StepAct::needle_out:
            return !needle_is_in(plan) && plan.session && plan.session->needled;
    }
    return false;
}

std::optional<std::size_t> current_step(const World& world, const Plan& plan) {
    if (!plan.session) return std::nullopt;
    const auto& steps = world.content.session;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].id == plan.session->step) return i;
    }
    return std::nullopt;
}

StepState state_of(const World& world, const Plan& plan, std::size_t step) {
    if (!plan.session) return StepState::ahead;
    const anatomy::SessionStep& one = world.content.session[step];
    if (one.id == plan.session->step) return StepState::current;
    if (plan.session->done.count(one.id) != 0) return StepState::done;
    if (step >= plan.session->reached) return StepState::ahead;
    if (plan.session->read.count(one.id) != 0) return StepState::read;
    return one.optional ? StepState::left_out : StepState::skipped;
}

std::vector<std::size_t> skipped_steps(const World& world, const Plan& plan) {
    std::vector<std::size_t> skipped;
    for (std::size_t i = 0; i < world.content.session.size(); ++i) {
        if (state_of(world, plan, i) == StepState::skipped) skipped.push_back(i);
    }
    return skipped;
}

}  // namespace drypoint::session
