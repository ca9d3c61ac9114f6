#include "session/store.h"

#include <utility>

namespace drypoint::session {
namespace {

// What a drag changes: successive actions of one gesture are one undo step. Empty: not part of a drag.
std::string gesture_of(const Action& action) {
    if (const auto* set = std::get_if<SetOpacity>(&action)) return "opacity of " + set->structure;
    if (const auto* set = std::get_if<SetLayerOpacity>(&action))
        return "opacity of layer " + std::string(anatomy::name(set->layer));
    if (std::holds_alternative<MoveCut>(action)) return "section";
    if (std::holds_alternative<SetNeedleDepth>(action)) return "needle depth";
    if (std::holds_alternative<SetMapMargin>(action)) return "map margin";
    if (std::holds_alternative<SetBuild>(action)) return "build";
    return {};
}

}  // namespace

Store::Store(WorldPtr world) : worlds_(world), world_(std::move(world)), model_(initial_model(*world_->atlas)) {}

Store::Store(anatomy::AtlasPtr atlas) : Store(make_world(std::move(atlas))) {}

std::vector<Effect> Store::dispatch(const Action& action, Tick at) {
    if (!std::holds_alternative<Hover>(action)) log_.push_back({at, action});
    const Model before = model_;
    Update result = update(std::move(model_), action, worlds_);
    model_ = std::move(result.model);
    remember(before.plan, action);
    if (std::holds_alternative<Undo>(action)) step_history(undo_, redo_, "Nothing to undo");
    if (std::holds_alternative<Redo>(action)) step_history(redo_, undo_, "Nothing to redo");
    show_body_of(before);
    if (!(model_ == before)) ++revision_;
    return std::move(result.effects);
}

// Views go over to the other limb with it, unless the action chose one there.
void Store::show_body_of(const Model& before) {
    if (model_.plan.body == before.plan.body) return;
    const bool mirrored_before = world_->atlas->mirrored;
    world_ = worlds_.of(model_.plan.body);
    if (world_->atlas->mirrored == mirrored_before) return;
    if (model_.camera == before.camera) model_.camera = geometry::mirrored(model_.camera);
    for (std::vector<geometry::Camera>* views : {&model_.camera_back, &model_.camera_forward}) {
        for (geometry::Camera& view : *views) view = geometry::mirrored(view);
    }
}

void Store::remember(const Plan& before, const Action& action) {
    std::string gesture = gesture_of(action);
    const bool continues = !gesture.empty() && gesture == gesture_;
    if (gesture.empty()) gesture_.clear();
    if (model_.plan == before) return;
    gesture_ = std::move(gesture);
    redo_.clear();
    if (!continues) undo_.push_back(before);
}

void Store::step_history(std::vector<Plan>& from, std::vector<Plan>& to, const char* when_empty) {
    if (from.empty()) {
        model_.message = when_empty;
        return;
    }
    to.push_back(std::move(model_.plan));
    model_.plan = std::move(from.back());
    model_.trial.reset();
    from.pop_back();
}

Snapshot Store::snapshot() const {
    return {world_->atlas, world_, model_, can_undo(), can_redo(), nullptr};
}

Store replay(anatomy::AtlasPtr atlas, const std::vector<LogEntry>& log) {
    return replay(make_world(std::move(atlas)), log);
}

Store replay(WorldPtr world, const std::vector<LogEntry>& log) {
    Store store(std::move(world));
    for (const LogEntry& entry : log) store.dispatch(entry.action, entry.at);
    return store;
}

}  // namespace drypoint::session
