// Walkthroughs: their steps are actions; leaving gives back what was there before.
#include <algorithm>

#include "session/action_table.h"
#include "session/update_context.h"

namespace drypoint::session {
namespace {

// A walkthrough does not steer itself: that would never end.
bool allowed_in_walkthrough(const Action& action) {
    return !std::holds_alternative<StartWalkthrough>(action) && !std::holds_alternative<LeaveWalkthrough>(action) &&
           !std::holds_alternative<NextStep>(action) && !std::holds_alternative<PreviousStep>(action);
}

bool shows_region(const WalkthroughStep& step) {
    return std::any_of(step.actions.begin(), step.actions.end(),
                       [](const std::string& text) { return text.rfind("show-region", 0) == 0; });
}

}  // namespace

void play_step(const WalkthroughStep& step, const UpdateContext& c) {
    std::string refused;
    for (const std::string& text : step.actions) {
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
    for (int i = first; i <= next; ++i) play_step(walkthrough->steps[static_cast<std::size_t>(i)], c);
}

void apply(const StartWalkthrough& action, const UpdateContext& c) {
    const Walkthrough* walkthrough = c.world.find_walkthrough(action.walkthrough);
    if (walkthrough == nullptr) {
        return c.refuse("There is no walkthrough \"" + action.walkthrough + "\"" +
                        nearest_name(action.walkthrough, ids_of(c.world.walkthroughs)));
    }
    if (c.model().tour) apply(LeaveWalkthrough{}, c);
    c.model().tour = Tour{walkthrough->id, 0, c.plan(), c.model().camera};
    c.plan() = initial_model(c.atlas).plan;
    if (!walkthrough->steps.empty()) play_step(walkthrough->steps.front(), c);
}

void apply(const LeaveWalkthrough&, const UpdateContext& c) {
    if (!c.model().tour) return c.refuse("No walkthrough is under way");
    const Tour tour = *c.model().tour;
    c.model().tour.reset();
    c.plan() = tour.plan_before;
    jump_to(c.model(), tour.camera_before);
}

void apply(const ShowRegion& action, const UpdateContext& c) {
    const Walkthrough* region = c.world.find_region(action.region);
    if (region == nullptr) {
        return c.refuse("There is no region \"" + action.region + "\"" +
                        nearest_name(action.region, ids_of(c.world.regions)));
    }
    for (const WalkthroughStep& step : region->steps) {
        if (shows_region(step)) return c.refuse("A region cannot show another one");
        play_step(step, c);
    }
}

}  // namespace drypoint::session
