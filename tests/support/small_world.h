#pragma once
// The small atlas with landmarks and a little content: two points, one of them for show only, a condition, a session, a
// walk.

#include "session/world.h"
#include "support/small_atlas.h"

namespace drypoint::test {

inline anatomy::Landmark landmark(const char* id, const glm::vec3& at) {
    anatomy::Landmark result;
    result.id = id;
    result.at_mm = at;
    return result;
}

inline anatomy::TriggerPoint point(const char* id, const char* code, const char* muscle, double at) {
    anatomy::TriggerPoint result;
    result.id = id;
    result.code = code;
    result.muscle = muscle;
    result.anchor.line = anatomy::LandmarkLine{"hip", "knee"};
    result.anchor.at = at;
    result.anchor.side = {anatomy::Direction::anterior};
    return result;
}

inline anatomy::SessionStep step(const char* id, anatomy::Stage stage, anatomy::StepAct act = anatomy::StepAct::none) {
    anatomy::SessionStep result;
    result.id = id;
    result.title = id;
    result.stage = stage;
    result.act = act;
    result.within_mm = 3;
    return result;
}

inline anatomy::Content small_content() {
    using anatomy::StageNeedle;
    using anatomy::StageView;
    using anatomy::StepAct;
    anatomy::Content content;
    content.conventions.fingerwidth_mm = 18;
    content.conventions.belly_thickness_mm = 5;
    content.conventions.belly_slide_mm = 20;
    content.conventions.skin_normal_over_mm = 20;
    content.points = {point("vastus-lateralis-1", "VL1", "vastus-lateralis", 0.4),
                      point("vastus-medialis-1", "VM1", "vastus-medialis", 0.6)};
    content.points[0].show_only = anatomy::Statement{"A large nerve is near", {}, anatomy::Status::unverified, {}};
    anatomy::NeedlePath path;
    path.id = "vastus-medialis-1-taught";
    path.point = "vastus-medialis-1";
    content.paths = {path};
    anatomy::Condition condition;
    condition.id = "knee-pain";
    anatomy::TargetGroup group;
    group.points = {"vastus-medialis-1", "vastus-lateralis-1"};
    condition.targets = {group};
    condition.name = "Knee pain";
    condition.plain_name = "Sore knee";
    anatomy::Condition alias;
    alias.id = "runners-pain";
    alias.name = "Runner's pain";
    alias.plain_name = "Sore knee";
    alias.alias_of = "knee-pain";
    content.conditions = {condition, alias};
    const anatomy::Stage as_it_is;
    content.session = {step("consent", {StageView::limb, StageNeedle::none, 1.0}),
                       step("insertion", {StageView::entry, StageNeedle::on_skin, 0.25}, StepAct::needle_at_target),
                       step("e-stim", as_it_is, StepAct::needle_in_muscle),
                       step("dwell", as_it_is, StepAct::needle_in_muscle),
                       step("removal", as_it_is, StepAct::needle_out),
                       step("count", as_it_is, StepAct::needle_out),
                       step("after-care", {StageView::limb, StageNeedle::keep, 1.0})};
    content.session[2].optional = true;
    return content;
}

inline session::WorldPtr small_world(base::Issues& issues) {
    anatomy::Atlas raw = *small_atlas();
    raw.landmarks = {landmark("hip", {-50, 390, 30}), landmark("knee", {-50, 110, 30})};
    base::Issues none;
    auto atlas = std::make_shared<const anatomy::Atlas>(anatomy::make_atlas(std::move(raw), none));
    session::Walkthrough walk;
    walk.id = "first-walk";
    walk.steps.resize(3);
    walk.steps[0].actions = {"hide skin"};
    walk.steps[1].actions = {"choose-point VM1", "look-from medial"};
    walk.steps[2].actions = {"isolate femur", "next-step", "start-walkthrough first-walk"};
    return session::make_world(std::move(atlas), small_content(), {walk}, issues);
}

}  // namespace drypoint::test
