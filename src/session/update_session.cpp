// The treatment session: its room, its steps, and what counts as done.
#include <algorithm>
#include <cstddef>
#include <utility>

#include "session/needle.h"
#include "session/stage.h"
#include "session/treatment.h"
#include "session/update_context.h"

namespace drypoint::session {
namespace {

Picture picture_of(const Model& model) {
    return {model.plan.appearance, model.plan.isolation, model.plan.needle,
            model.plan.own,        model.plan.referral,  model.camera};
}

void show(const Picture& picture, Model& model) {
    model.plan.appearance = picture.appearance;
    model.plan.isolation = picture.isolation;
    model.plan.needle = picture.needle;
    model.plan.own = picture.own;
    model.plan.referral = picture.referral;
    jump_to(model, picture.camera);
}

// The session finds the limb as it left it, and so do the other rooms, which share their picture.
void change_room(Room room, const UpdateContext& c) {
    const bool in_or_out = (c.plan().room == Room::session) != (room == Room::session);
    c.plan().room = room;
    if (!in_or_out || !c.plan().session) return;
    const Picture aside = std::exchange(c.plan().session->aside, picture_of(c.model()));
    show(aside, c.model());
}

void enter_step(std::size_t index, const UpdateContext& c) {
    const anatomy::SessionStep& step = c.world().content.session[index];
    Treatment& session = *c.plan().session;
    session.step = step.id;
    session.reached = std::max(session.reached, index);
    set_stage(step.stage, chosen_point(c), c.atlas(), c.model());
}

void begin_session(const UpdateContext& c) {
    Treatment session;
    session.aside = picture_of(c.model());
    c.plan().own.reset();       // a session treats on the taught path
    c.plan().referral = false;  // nothing stands before the place of the needle
    c.plan().session = std::move(session);
    c.plan().room = Room::session;
    enter_step(0, c);
}

// Going on to the next step reads one that asks nothing of the needle; a leap over steps does not. What the needle
// shows counts whenever it is so; all else is done only if somebody says so.
void leave_step(std::size_t from, std::size_t to, const UpdateContext& c) {
    const anatomy::SessionStep& step = c.world().content.session[from];
    if (to <= from || step.optional) return;
    if (step.act == anatomy::StepAct::none && to == from + 1) c.plan().session->read.insert(step.id);
    if (!is_marked_by_hand(step) && act_is_done(c.world(), c.plan(), step)) c.plan().session->done.insert(step.id);
}

// The open step, or a refusal.
std::optional<std::size_t> open_step(const UpdateContext& c) {
    const std::optional<std::size_t> at = current_step(c.world(), c.plan());
    if (c.plan().room == Room::session && at) return at;
    c.refuse("No session is under way");
    return std::nullopt;
}

}  // namespace

void step_session(int by, const UpdateContext& c) {
    const std::optional<std::size_t> at = open_step(c);
    if (!at) return;
    const auto next = static_cast<std::ptrdiff_t>(*at) + by;
    if (next < 0) return c.refuse("This is the first step");
    if (next >= static_cast<std::ptrdiff_t>(c.world().content.session.size()))
        return c.refuse("This is the last step: finish the session");
    leave_step(*at, static_cast<std::size_t>(next), c);
    enter_step(static_cast<std::size_t>(next), c);
}

void apply(const OpenRoom& action, const UpdateContext& c) {
    if (action.room == Room::explore) return change_room(action.room, c);
    if (action.room == Room::needle) {
        if (path_for_needle(c) == nullptr) return;
        if (c.plan().room == Room::needle) return;
        change_room(action.room, c);
        jump_to(c.model(), camera_beside_needle(*chosen_point(c), c.model(), needle_room_frame_mm));
        if (!c.plan().needle) c.plan().needle = NeedleState{way_of(c.world(), c.plan())->depth_mm};
        return;
    }
    if (c.plan().session) return change_room(action.room, c);
    if (c.world().content.session.empty()) return c.refuse("There is no session in the content");
    if (chosen_point(c) == nullptr) return c.refuse("Choose a trigger point first: the session is about one point");
    if (!chosen_point(c)->way) return c.refuse(why_no_needle(*chosen_point(c), c.world()));
    begin_session(c);
}

void apply(const NextStep&, const UpdateContext& c) {
    c.model().tour ? step_tour(1, c) : step_session(1, c);
}
void apply(const PreviousStep&, const UpdateContext& c) {
    c.model().tour ? step_tour(-1, c) : step_session(-1, c);
}

void apply(const GoToStep& action, const UpdateContext& c) {
    const std::optional<std::size_t> at = open_step(c);
    if (!at) return;
    const auto& steps = c.world().content.session;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].id != action.step) continue;
        if (i == *at) return;
        leave_step(*at, i, c);
        return enter_step(i, c);
    }
    c.refuse("The session has no step \"" + action.step + "\"" + nearest_name(action.step, ids_of(steps)));
}

void apply(const MarkStep& action, const UpdateContext& c) {
    const std::optional<std::size_t> at = open_step(c);
    if (!at) return;
    const anatomy::SessionStep& step = c.world().content.session[*at];
    if (!is_marked_by_hand(step))
        return c.refuse("The needle shows whether this step is done: it is not marked by hand");
    if (!action.done) {
        c.plan().session->done.erase(step.id);
        return;
    }
    if (!act_is_done(c.world(), c.plan(), step)) return c.refuse("The needle is not in the muscle");
    c.plan().session->done.insert(step.id);
}

void apply(const FinishSession&, const UpdateContext& c) {
    if (!c.plan().session) return c.refuse("No session is under way");
    if (c.plan().room == Room::session && needle_is_in(c.plan()))
        return c.refuse("The needle is still in: take it out before you finish");
    if (c.plan().room == Room::session) change_room(Room::explore, c);
    c.plan().session.reset();
    c.plan().needle.reset();  // nobody goes home with a needle in
    c.model().message = "The session is finished";
}

}  // namespace drypoint::session
