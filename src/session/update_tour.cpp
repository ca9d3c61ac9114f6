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

// Content is written for the limb as the model's file holds it.
Action as_shown(const Action& action, const UpdateContext& c) {
    return c.atlas().mirrored ? mirrored(action) : action;
}

// With the body that the user chose before.
void begin_anew(const UpdateContext& c) {
    const anatomy::Body body = c.model().tour->plan_before.body;
    c.plan() = initial_model(c.atlas()).plan;
    c.plan().body = body;
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
        Update inner = update(std::move(c.model()), as_shown(*action, c), c.worlds);
        if (inner.refused) refused = inner.model.message;
        c.model() = std::move(inner.model);
    }
    c.model().message = refused;
    if (!refused.empty()) c.result.refused = true;
}

void step_tour(int by, const UpdateContext& c) {
    const Walkthrough* walkthrough = c.worlds.as_loaded()->find_walkthrough(c.model().tour->walkthrough);
    const int next = c.model().tour->step + by;
    if (next < 0) return c.refuse("This is the first step");
    if (walkthrough == nullptr || next >= static_cast<int>(walkthrough->steps.size()))
        return c.refuse("This is the last step");
    c.model().tour->step = next;
    // A step builds on those before it: going back plays them again from the start.
    const int first = by > 0 ? next : 0;
    if (by < 0) begin_anew(c);
    for (int i = first; i <= next; ++i) play_step(walkthrough->steps[static_cast<std::size_t>(i)], c);
}

void apply(const StartWalkthrough& action, const UpdateContext& c) {
    const Walkthrough* walkthrough = c.worlds.as_loaded()->find_walkthrough(action.walkthrough);
    if (walkthrough == nullptr) {
        return c.refuse("There is no walkthrough \"" + action.walkthrough + "\"" +
                        nearest_name(action.walkthrough, ids_of(c.world().walkthroughs)));
    }
    if (c.model().tour) apply(LeaveWalkthrough{}, c);
    c.model().tour = Tour{walkthrough->id, 0, c.plan(), c.model().camera};
    begin_anew(c);
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
    const Walkthrough* region = c.worlds.as_loaded()->find_region(action.region);
    if (region == nullptr) {
        return c.refuse("There is no region \"" + action.region + "\"" +
                        nearest_name(action.region, ids_of(c.world().regions)));
    }
    for (const WalkthroughStep& step : region->steps) {
        if (shows_region(step)) return c.refuse("A region cannot show another one");
        play_step(step, c);
    }
}

}  // namespace drypoint::session
