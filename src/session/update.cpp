#include "session/update.h"

#include <utility>

#include "session/needle.h"
#include "session/treatment.h"
#include "session/update_context.h"

namespace drypoint::session {

std::string nearest_name(const std::string& wanted, const std::vector<std::string>& names) {
    const std::string near = base::nearest(wanted, names);
    return near.empty() ? "" : "; the nearest name is " + near;
}

std::optional<std::size_t> UpdateContext::structure(const base::Id& id) const {
    const std::optional<std::size_t> index = atlas().index_of(id);
    if (index) return index;
    std::vector<std::string> ids;
    for (const anatomy::Structure& structure : atlas().structures) ids.push_back(structure.id);
    refuse("This model has no structure \"" + id + "\"" + nearest_name(id, ids));
    return std::nullopt;
}

void apply(const Select& action, const UpdateContext& c) {
    if (action.structure.empty() || c.structure(action.structure)) c.model().selected = action.structure;
}

void apply(const Hover& action, const UpdateContext& c) {
    if (action.structure.empty() || c.structure(action.structure)) c.model().hovered = action.structure;
}

void apply(const EndGesture&, const UpdateContext& c) {
    if (c.model().trial) c.model().trial->held = false;
}
void apply(const Undo&, const UpdateContext&) {}
void apply(const Redo&, const UpdateContext&) {}

void apply(const Search& action, const UpdateContext& c) {
    c.model().search = action.text;
}

void apply(const SetTextScale& action, const UpdateContext& c) {
    if (!in_range(action.scale, 1.0, 3.0)) return c.refuse("Text goes from 100 to 300 %");
    c.model().text_scale = action.scale;
}

void apply(const SetWords& action, const UpdateContext& c) {
    c.model().words = action.words;
}

void apply(const SetColours& action, const UpdateContext& c) {
    c.model().colours = action.colours;
}

void apply(const SavePicture& action, const UpdateContext& c) {
    c.result.effects.emplace_back(action);
}
void apply(const SaveBarePicture& action, const UpdateContext& c) {
    c.result.effects.emplace_back(action);
}
void apply(const Quit& action, const UpdateContext& c) {
    c.result.effects.emplace_back(action);
}

namespace {

// What was tried was tried from the way that the needle had.
void forget_trial(const Plan& before, Model& model) {
    const Plan& plan = model.plan;
    const bool same = plan.point == before.point && plan.own == before.own && plan.room == before.room &&
                      plan.body == before.body && plan.needle.has_value() == before.needle.has_value();
    if (!same) model.trial.reset();
}

// The needle's room needs a path.
void leave_needle_room(const World& world, Plan& plan) {
    if (plan.room == Room::needle && way_of(world, plan) == nullptr) plan.room = Room::explore;
}

}  // namespace

Update update(Model model, const Action& action, const Worlds& worlds) {
    Update result;
    result.model = std::move(model);
    result.model.message.clear();
    const UpdateContext context{result, worlds};
    Plan& plan = result.model.plan;
    const Plan before = plan;
    std::visit([&context](const auto& one) { apply(one, context); }, action);
    leave_needle_room(context.world(), plan);
    forget_trial(before, result.model);
    if (plan.session && plan.room == Room::session && needle_is_in(plan)) plan.session->needled = true;
    return result;
}

}  // namespace drypoint::session
