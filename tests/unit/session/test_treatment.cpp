// The treatment session: what counts as done, what as skipped, and how it ends.
#include <doctest/doctest.h>

#include "session/action_table.h"
#include "session/store.h"
#include "session/treatment.h"
#include "support/small_world.h"

using namespace drypoint;
using namespace drypoint::session;

namespace {

// On VM1, in the first step of: consent, insertion, e-stim (optional), dwell, removal, count, after-care.
Store in_session() {
    base::Issues issues;
    Store store(test::small_world(issues));
    store.dispatch(ChooseCondition{"knee-pain"});
    store.dispatch(ChoosePoint{"VM1"});
    store.dispatch(OpenRoom{Room::session});
    REQUIRE(store.model().plan.session);
    return store;
}

StepState state(const Store& store, const char* id) {
    const auto& steps = store.world()->content.session;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].id == id) return state_of(*store.world(), store.model().plan, i);
    }
    FAIL("no step " << id);
    return StepState::ahead;
}

double target(const Store& store) {
    return store.world()->find_point("VM1")->way->depth_mm;
}

void next(Store& store, int times = 1) {
    for (int i = 0; i < times; ++i) store.dispatch(NextStep{});
}

}  // namespace

TEST_CASE("paging to the end with the needle never in skips what the needle had to do, and ticks nothing of it") {
    Store store = in_session();
    next(store, 6);
    CHECK(store.model().plan.session->step == "after-care");
    CHECK(state(store, "consent") == StepState::read);
    CHECK(state(store, "insertion") == StepState::skipped);
    CHECK(state(store, "e-stim") == StepState::left_out);
    CHECK(state(store, "dwell") == StepState::skipped);
    CHECK(state(store, "removal") == StepState::skipped);  // what was never in cannot be taken out
    CHECK(state(store, "after-care") == StepState::current);
    const std::vector<std::size_t> skipped = skipped_steps(*store.world(), store.model().plan);
    CHECK(skipped == std::vector<std::size_t>{1, 3, 4, 5});
}

TEST_CASE("insertion is done with the tip within the step's distance of the target, to both sides of it") {
    for (const double off : {-3.1, -2.9, 0.0, 2.9, 3.1}) {
        Store store = in_session();
        next(store);
        CHECK(state(store, "insertion") == StepState::current);
        store.dispatch(SetNeedleDepth{target(store) + off});
        next(store);
        INFO(off << " mm from the target");
        CHECK(state(store, "insertion") == (std::abs(off) < 3 ? StepState::done : StepState::skipped));
    }
}

TEST_CASE("the needle is in the muscle where the model's muscle is, and nowhere else") {
    Store store = in_session();
    const PlacedPoint& point = *store.world()->find_point("VM1");
    REQUIRE(point.in_muscle.size() == 1);
    // The box of vastus medialis is 40 mm thick, its near face 20 mm under the skin.
    CHECK(point.in_muscle[0].enter_mm == doctest::Approx(20));
    CHECK(*point.in_muscle[0].exit_mm == doctest::Approx(60));
    const anatomy::SessionStep& dwell = *store.world()->content.find_step("dwell");
    next(store);
    for (const double depth : {0.0, 19.9, 20.1, 45.0}) {
        store.dispatch(SetNeedleDepth{depth});
        INFO(depth);
        CHECK(act_is_done(*store.world(), store.model().plan, dwell) == (depth > 20));
    }
    store.dispatch(RemoveNeedle{});
    CHECK_FALSE(act_is_done(*store.world(), store.model().plan, dwell));
}

TEST_CASE("removal and count need the needle out, and going on does not take it out") {
    Store store = in_session();
    next(store);
    store.dispatch(SetNeedleDepth{target(store)});
    next(store, 5);
    CHECK(store.model().plan.session->step == "after-care");
    REQUIRE(store.model().plan.needle);
    CHECK(state(store, "removal") == StepState::skipped);
    CHECK(state(store, "count") == StepState::skipped);
    store.dispatch(GoToStep{"removal"});
    for (const Action& deeper : {Action{AdvanceNeedle{1}}, Action{SetNeedleDepth{target(store) + 1}}}) {
        store.dispatch(deeper);
        CHECK(store.model().message == "In this step the needle comes out: it goes no deeper");
        CHECK(store.model().plan.needle->depth_mm == doctest::Approx(target(store)));
    }
    store.dispatch(AdvanceNeedle{-1});
    CHECK(store.model().message == "");
    store.dispatch(FinishSession{});
    CHECK(store.model().message == "The needle is still in: take it out before you finish");
    CHECK(store.model().plan.session);
    store.dispatch(RemoveNeedle{});
    next(store, 2);
    CHECK(state(store, "removal") == StepState::done);
    CHECK(state(store, "count") == StepState::done);
}

TEST_CASE("an optional step is done only if somebody says so, and only with the needle as it asks") {
    Store store = in_session();
    store.dispatch(GoToStep{"insertion"});
    store.dispatch(MarkStep{true});
    CHECK(store.model().message == "The needle shows whether this step is done: it is not marked by hand");
    store.dispatch(GoToStep{"e-stim"});
    store.dispatch(MarkStep{true});
    CHECK(store.model().message == "The needle is not in the muscle");
    CHECK(store.model().plan.session->done.empty());
    store.dispatch(SetNeedleDepth{target(store)});
    next(store);
    CHECK(state(store, "e-stim") == StepState::left_out);
    store.dispatch(PreviousStep{});
    store.dispatch(MarkStep{true});
    next(store);
    CHECK(state(store, "e-stim") == StepState::done);
    store.dispatch(PreviousStep{});
    store.dispatch(MarkStep{false});
    next(store);
    CHECK(state(store, "e-stim") == StepState::left_out);
}

TEST_CASE("a leap over steps skips them, and the one it starts from is not done by it") {
    Store store = in_session();
    store.dispatch(GoToStep{"removal"});
    CHECK(state(store, "consent") == StepState::skipped);
    CHECK(state(store, "insertion") == StepState::skipped);
    CHECK(state(store, "count") == StepState::ahead);
    store.dispatch(GoToStep{"consent"});
    CHECK(state(store, "insertion") == StepState::skipped);
    CHECK(state(store, "removal") == StepState::ahead);  // it was left backwards
    next(store);
    CHECK(state(store, "consent") == StepState::read);
}

TEST_CASE("screening and dwell are done only if somebody says so: going on reads the one and skips the other") {
    Store store = in_session();
    store.dispatch(MarkStep{true});
    next(store);
    CHECK(state(store, "consent") == StepState::done);
    store.dispatch(SetNeedleDepth{target(store)});
    store.dispatch(GoToStep{"dwell"});
    next(store);
    CHECK(state(store, "dwell") == StepState::skipped);
    store.dispatch(PreviousStep{});
    store.dispatch(MarkStep{true});
    next(store);
    CHECK(state(store, "dwell") == StepState::done);
}

TEST_CASE("finishing leaves the session without a needle and gives back all else; undo leads back in") {
    base::Issues issues;
    Store store(test::small_world(issues));
    store.dispatch(ChooseCondition{"knee-pain"});
    store.dispatch(ChoosePoint{"VM1"});
    store.dispatch(Hide{"femur"});
    store.dispatch(LookFrom{View::lateral});
    Plan before = store.model().plan;
    before.needle.reset();
    const geometry::Camera camera = store.model().camera;
    store.dispatch(OpenRoom{Room::session});
    next(store, 6);
    store.dispatch(NextStep{});
    CHECK(store.model().message == "This is the last step: finish the session");
    const Plan end = store.model().plan;
    store.dispatch(FinishSession{});
    CHECK(store.model().plan == before);
    CHECK(store.model().camera == camera);
    CHECK(store.model().message == "The session is finished");
    store.dispatch(Undo{});
    CHECK(store.model().plan == end);
    store.dispatch(Redo{});
    CHECK(store.model().plan == before);
    store.dispatch(FinishSession{});
    CHECK(store.model().message == "No session is under way");
}

TEST_CASE("opening Explore sets the session aside: each room finds the limb as it left it") {
    Store store = in_session();
    next(store);
    store.dispatch(AdvanceNeedle{7});
    const Plan session = store.model().plan;
    store.dispatch(OpenRoom{Room::explore});
    CHECK(store.model().plan.needle->depth_mm == doctest::Approx(target(store)));
    CHECK(store.model().plan.appearance == initial_model(*store.atlas()).plan.appearance);
    store.dispatch(NextStep{});
    CHECK(store.model().message == "No session is under way");
    store.dispatch(OpenRoom{Room::session});
    CHECK(store.model().plan == session);
}

TEST_CASE("taking back the opening of the session closes its room") {
    Store store = in_session();
    store.dispatch(Undo{});
    CHECK(store.model().plan.room == Room::explore);
    CHECK_FALSE(store.model().plan.session);
}

TEST_CASE("the session keeps its point; another point in Explore ends it") {
    Store store = in_session();
    next(store);
    store.dispatch(ChoosePoint{"VL1"});
    CHECK(store.model().message.find("The session is about one point") == 0);
    CHECK(store.model().plan.point == "vastus-medialis-1");
    store.dispatch(ChoosePoint{"VM1"});  // the same again lays no needle on its target
    CHECK(store.model().plan.needle->depth_mm == 0.0);
    store.dispatch(ChooseCondition{"knee-pain"});
    CHECK(store.model().message.find("The session is about one point") == 0);
    store.dispatch(OpenRoom{Room::explore});
    store.dispatch(ChoosePoint{"VL1"});
    CHECK(store.model().plan.point == "vastus-lateralis-1");
    CHECK_FALSE(store.model().plan.session);
}

TEST_CASE("done and skipped steps replay to the same state") {
    Store store = in_session();
    for (const char* line : {"next-step", "set-needle-depth 20", "next-step", "mark-step on", "go-to-step removal",
                             "remove-needle", "next-step", "undo", "next-step", "finish-session", "undo"}) {
        const auto action = parse_action(line);
        REQUIRE(action);
        store.dispatch(*action);
    }
    CHECK(replay(store.world(), store.log()).model() == store.model());
}
