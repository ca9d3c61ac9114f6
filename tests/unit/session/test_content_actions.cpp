// Conditions, points, the needle, the session and walkthroughs: what each action leads to, and how it is taken back.
#include <doctest/doctest.h>

#include "session/action_table.h"
#include "session/store.h"
#include "support/small_world.h"

using namespace drypoint;
using namespace drypoint::session;

namespace {

Store small_store() {
    base::Issues issues;
    Store store(test::small_world(issues));
    REQUIRE(store.world()->find_point("VM1") != nullptr);
    REQUIRE(store.world()->find_point("VM1")->way);
    return store;
}

double taught_depth(const Store& store) {
    return store.world()->find_point("vm1")->way->depth_mm;
}

base::Id step_of(const Store& store) {
    REQUIRE(store.model().plan.session);
    return store.model().plan.session->step;
}

float skin_opacity(const Store& store) {
    return store.model().plan.appearance[*store.atlas()->index_of("skin")].opacity;
}

}  // namespace

TEST_CASE("choosing a condition faces its points and chooses none of them; a point chosen before is let go") {
    Store store = small_store();
    store.dispatch(LookFrom{View::posterior});
    store.dispatch(ChoosePoint{"VM1"});
    CHECK(store.model().plan.needle->depth_mm == taught_depth(store));
    store.dispatch(ChooseCondition{"knee-pain"});
    CHECK(store.model().message == "");
    CHECK(store.model().plan.condition == "knee-pain");
    CHECK(store.model().plan.point == "");
    CHECK_FALSE(store.model().plan.needle);
    CHECK(geometry::eye(store.model().camera).z > 0);
    store.dispatch(Undo{});
    CHECK(store.model().plan.condition == "");
    CHECK(store.model().plan.point == "vastus-medialis-1");
}

TEST_CASE("a point is chosen by id or code, and a point for show only gets no needle") {
    Store store = small_store();
    store.dispatch(ChoosePoint{"vm1"});
    CHECK(store.model().plan.point == "vastus-medialis-1");
    store.dispatch(ChoosePoint{"VL1"});
    CHECK(store.model().plan.point == "vastus-lateralis-1");
    CHECK_FALSE(store.model().plan.needle);
    const std::string never = "VL1 is shown and explained, never needled: a large nerve is near";
    for (const Action& action :
         {Action(AdvanceNeedle{1}), Action(SetNeedleDepth{3}), Action(OpenRoom{Room::session})}) {
        store.dispatch(action);
        CHECK(store.model().message == never);
        CHECK_FALSE(store.model().plan.needle);
        CHECK(store.model().plan.room == Room::explore);
    }
}

TEST_CASE("the needle moves between the skin and a little beyond the target, and each move is undone") {
    Store store = small_store();
    store.dispatch(AdvanceNeedle{1});
    CHECK(store.model().message.find("Choose a trigger point first") == 0);
    store.dispatch(ChoosePoint{"VM1"});
    const double depth = taught_depth(store);
    store.dispatch(AdvanceNeedle{-2});
    CHECK(store.model().plan.needle->depth_mm == doctest::Approx(depth - 2));
    store.dispatch(AdvanceNeedle{-1000});
    CHECK(store.model().plan.needle->depth_mm == 0.0);
    store.dispatch(AdvanceNeedle{1000});
    CHECK(store.model().plan.needle->depth_mm == doctest::Approx(depth + beyond_target_mm));
    store.dispatch(SetNeedleDepth{-1});
    CHECK(store.model().message.find("from the skin") != std::string::npos);
    store.dispatch(Undo{});
    store.dispatch(Undo{});
    CHECK(store.model().plan.needle->depth_mm == doctest::Approx(depth - 2));
    for (const double d : {1.0, 2.0, 3.0}) store.dispatch(SetNeedleDepth{d});
    store.dispatch(EndGesture{});
    store.dispatch(Undo{});
    CHECK(store.model().plan.needle->depth_mm == doctest::Approx(depth - 2));
}

TEST_CASE("the session goes forward and back, each step setting skin and needle as the content says") {
    Store store = small_store();
    store.dispatch(OpenRoom{Room::session});
    CHECK(store.model().plan.room == Room::explore);
    store.dispatch(ChoosePoint{"VM1"});
    store.dispatch(OpenRoom{Room::session});
    CHECK(step_of(store) == "consent");
    CHECK(skin_opacity(store) == 1.0f);
    CHECK_FALSE(store.model().plan.needle);
    store.dispatch(PreviousStep{});
    CHECK(store.model().message == "This is the first step");
    store.dispatch(NextStep{});
    CHECK(step_of(store) == "insertion");
    CHECK(store.model().plan.needle->depth_mm == 0.0);
    CHECK(skin_opacity(store) == 0.25f);
    store.dispatch(AdvanceNeedle{5});
    store.dispatch(NextStep{});
    CHECK(store.model().plan.needle->depth_mm == 5.0);
    store.dispatch(GoToStep{"after-care"});
    CHECK(store.model().plan.needle->depth_mm == 5.0);
    store.dispatch(NextStep{});
    CHECK(store.model().message == "This is the last step: finish the session");
    store.dispatch(GoToStep{"insertion"});
    CHECK(store.model().plan.needle->depth_mm == 0.0);
    store.dispatch(GoToStep{"insertoin"});
    CHECK(store.model().message.find("the nearest name is insertion") != std::string::npos);
    store.dispatch(Undo{});
    CHECK(step_of(store) == "after-care");
}

TEST_CASE("a walkthrough gives back the user's own state, and a step cannot steer the walkthrough") {
    Store store = small_store();
    store.dispatch(Hide{"femur"});
    store.dispatch(LookFrom{View::lateral});
    const Plan plan = store.model().plan;
    const geometry::Camera camera = store.model().camera;
    store.dispatch(StartWalkthrough{"first-walk"});
    REQUIRE(store.model().tour);
    CHECK(store.model().plan.appearance[*store.atlas()->index_of("femur")].visible);
    store.dispatch(NextStep{});
    CHECK(store.model().plan.point == "vastus-medialis-1");
    CHECK_FALSE(store.model().plan.appearance[*store.atlas()->index_of("skin")].visible);
    store.dispatch(NextStep{});
    CHECK(store.model().tour->step == 2);
    CHECK(store.model().plan.isolation->id == "femur");
    store.dispatch(NextStep{});
    CHECK(store.model().message == "This is the last step");
    store.dispatch(PreviousStep{});
    CHECK_FALSE(store.model().plan.isolation);
    CHECK(store.model().plan.point == "vastus-medialis-1");
    store.dispatch(LeaveWalkthrough{});
    CHECK_FALSE(store.model().tour);
    CHECK(store.model().plan == plan);
    CHECK(store.model().camera == camera);
}

TEST_CASE("unknown names are refused with the nearest one") {
    Store store = small_store();
    store.dispatch(ChooseCondition{"knee-pian"});
    CHECK(store.model().message.find("the nearest name is knee-pain") != std::string::npos);
    store.dispatch(ChoosePoint{"vastus-medialis-2"});
    CHECK(store.model().message.find("the nearest name is vastus-medialis-1") != std::string::npos);
    store.dispatch(StartWalkthrough{"first-wlak"});
    CHECK(store.model().message.find("the nearest name is first-walk") != std::string::npos);
}

TEST_CASE("a whole session replays to the same state") {
    Store store = small_store();
    for (const char* line :
         {"choose-condition knee-pain", "choose-point VM1", "open-room session", "next-step", "advance-needle 3",
          "advance-needle 2.5", "undo", "set-words plain", "next-step", "next-step", "open-room explore"}) {
        const auto action = parse_action(line);
        REQUIRE(action);
        store.dispatch(*action);
    }
    const Store again = replay(store.world(), store.log());
    CHECK(again.model() == store.model());
}

TEST_CASE("the needle is laid on its taught place again, from any depth and after it was taken away") {
    Store s = small_store();
    s.dispatch(LayNeedle{});
    CHECK(!s.model().message.empty());  // no point is chosen
    s.dispatch(ChoosePoint{"VM1"});
    const double taught = s.model().plan.needle->depth_mm;
    s.dispatch(AdvanceNeedle{-4.0});
    s.dispatch(LayNeedle{});
    CHECK(s.model().plan.needle->depth_mm == taught);
    s.dispatch(Undo{});
    CHECK(s.model().plan.needle->depth_mm == doctest::Approx(taught - 4.0));
    s.dispatch(RemoveNeedle{});
    s.dispatch(LayNeedle{});
    REQUIRE(s.model().plan.needle);
    CHECK(s.model().plan.needle->depth_mm == taught);
}
