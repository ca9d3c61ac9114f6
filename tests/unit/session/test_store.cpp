// What the user does changes the model as promised, can be taken back, and replays to the same state.
#include <doctest/doctest.h>

#include "session/store.h"
#include "support/small_atlas.h"

using namespace drypoint;
using namespace drypoint::session;

namespace {

bool visible(const Store& store, const char* id) {
    return store.model().plan.appearance[*store.atlas()->index_of(id)].visible;
}

float opacity(const Store& store, const char* id) {
    return store.model().plan.appearance[*store.atlas()->index_of(id)].opacity;
}

}  // namespace

TEST_CASE("at the start the skin is nearly clear, the fat peeled off, all else shown, and nothing can be undone") {
    const Store store(test::small_atlas());
    CHECK(opacity(store, "skin") == initial_skin_opacity);
    CHECK_FALSE(visible(store, "subcutaneous-fat"));
    CHECK(visible(store, "vastus-medialis"));
    CHECK_FALSE(store.can_undo());
}

TEST_CASE("leaving isolation gives back exactly what was there") {
    Store store(test::small_atlas());
    store.dispatch(Hide{"femur"});
    store.dispatch(SetOpacity{"vastus-medialis", 0.4f});
    const Plan before = store.model().plan;

    store.dispatch(Isolate{"vastus-medialis"});
    CHECK(opacity(store, "vastus-medialis") == 1.0f);
    CHECK_FALSE(visible(store, "skin"));
    store.dispatch(Isolate{"femur"});
    CHECK(visible(store, "femur"));
    CHECK_FALSE(visible(store, "vastus-medialis"));

    SUBCASE("by leaving") {
        store.dispatch(LeaveIsolation{});
    }
    SUBCASE("by isolating the same again") {
        store.dispatch(Isolate{"femur"});
    }
    SUBCASE("by undoing twice") {
        store.dispatch(Undo{});
        store.dispatch(Undo{});
    }
    CHECK(store.model().plan == before);
}

TEST_CASE("undo goes back step by step and redo forward, until something new is done") {
    Store store(test::small_atlas());
    store.dispatch(Hide{"femur"});
    store.dispatch(Hide{"skin"});
    store.dispatch(Undo{});
    CHECK(visible(store, "skin"));
    CHECK_FALSE(visible(store, "femur"));
    store.dispatch(Undo{});
    CHECK(visible(store, "femur"));
    store.dispatch(Redo{});
    store.dispatch(Redo{});
    CHECK_FALSE(visible(store, "skin"));
    store.dispatch(Undo{});
    store.dispatch(Hide{"vastus-medialis"});
    CHECK_FALSE(store.can_redo());
    store.dispatch(Redo{});
    CHECK(store.model().message == "Nothing to redo");
}

TEST_CASE("a drag is one step of undo, and two drags are two") {
    Store store(test::small_atlas());
    const float start = opacity(store, "femur");
    for (const float value : {0.9f, 0.8f, 0.7f}) store.dispatch(SetOpacity{"femur", value});
    store.dispatch(EndGesture{});
    for (const float value : {0.6f, 0.5f}) store.dispatch(SetOpacity{"femur", value});
    store.dispatch(EndGesture{});
    store.dispatch(Undo{});
    CHECK(opacity(store, "femur") == 0.7f);
    store.dispatch(Undo{});
    CHECK(opacity(store, "femur") == start);
    CHECK_FALSE(store.can_undo());
}

TEST_CASE("what changes nothing is no step of undo") {
    Store store(test::small_atlas());
    store.dispatch(Show{"femur"});
    store.dispatch(LookFrom{View::posterior});
    store.dispatch(Select{"femur"});
    store.dispatch(LeaveIsolation{});
    CHECK_FALSE(store.can_undo());
}

TEST_CASE("an impossible request leaves the state and says why") {
    Store store(test::small_atlas());
    struct Case {
        Action action;
        const char* says;
    };
    const Case cases[]{
        {Hide{"femurr"}, "the nearest name is femur"},
        {SetOpacity{"femur", 1.5f}, "0 to 1"},
        {SetOpacity{"femur", std::numeric_limits<float>::quiet_NaN()}, "0 to 1"},
        {HideLayer{anatomy::Layer::fascia}, "nothing in the layer fascia"},
        {CameraBack{}, "No earlier view"},
        {SetViewport{0, 100}, "1 to 16384"},
        {SetTextScale{9.0f}, "100 to 300"},
        {Zoom{0.0f, 0.5f, 0.5f}, "0.01 to 100"},
        {SetCamera{0, 0, 0, 0, 100, 0, 500}, "-90 to 90"},
        {Undo{}, "Nothing to undo"},
    };
    for (const Case& c : cases) {
        Model before = store.model();
        store.dispatch(c.action);
        CHECK(store.model().message.find(c.says) != std::string::npos);
        before.message = store.model().message;
        CHECK(store.model() == before);
    }
}

TEST_CASE("views go back and forward on their own, without touching undo") {
    Store store(test::small_atlas());
    const geometry::Camera start = store.model().camera;
    store.dispatch(LookFrom{View::lateral});
    store.dispatch(CentreOn{"femur"});
    store.dispatch(CameraBack{});
    store.dispatch(CameraBack{});
    CHECK(store.model().camera == start);
    store.dispatch(CameraForward{});
    CHECK(store.model().camera.azimuth_deg == -90.0f);
}

TEST_CASE("the lateral view of a right leg looks from the subject's right, the medial one from the left") {
    const geometry::Bounds box{{-1, -1, -1}, {1, 1, 1}};
    CHECK(geometry::eye(camera_for(View::lateral, anatomy::Side::right, box, 1)).x < -1);
    CHECK(geometry::eye(camera_for(View::medial, anatomy::Side::right, box, 1)).x > 1);
    CHECK(geometry::eye(camera_for(View::anterior, anatomy::Side::right, box, 1)).z > 1);
    CHECK(geometry::eye(camera_for(View::posterior, anatomy::Side::right, box, 1)).z < -1);
    CHECK(geometry::eye(camera_for(View::proximal, anatomy::Side::right, box, 1)).y > 1);
}

TEST_CASE("replaying the log gives the same state, however long and mixed the use was") {
    Store store(test::small_atlas());
    const Action use[]{Select{"femur"},
                       Hide{"skin"},
                       Isolate{"femur"},
                       Orbit{30, 10},
                       SetOpacity{"femur", 0.5f},
                       SetOpacity{"femur", 0.25f},
                       EndGesture{},
                       LeaveIsolation{},
                       Undo{},
                       Undo{},
                       Redo{},
                       Zoom{2, 0.2f, 0.3f},
                       LookFrom{View::medial},
                       CameraBack{},
                       Search{"vastus"},
                       Hide{"no-such"},
                       ShowAll{},
                       SetViewport{800, 600}};
    std::int64_t ms = 0;
    for (const Action& action : use) store.dispatch(action, Tick{ms += 100});
    const Store again = replay(store.atlas(), store.log());
    CHECK(again.model() == store.model());
    CHECK(again.can_undo() == store.can_undo());
    CHECK(again.log().back().at.ms == ms);
}

TEST_CASE("effects are asked for, not done") {
    Store store(test::small_atlas());
    const std::vector<Effect> effects = store.dispatch(SavePicture{"a.png"});
    REQUIRE(effects.size() == 1);
    CHECK(std::get<SavePicture>(effects.front()).path == "a.png");
}

TEST_CASE("showing all never hides the muscles behind the fat: it comes back as clear as the skin is") {
    Store store(test::small_atlas());
    store.dispatch(Hide{"vastus-medialis"});
    store.dispatch(ShowAll{});
    CHECK(visible(store, "vastus-medialis"));
    CHECK(visible(store, "subcutaneous-fat"));
    CHECK(opacity(store, "subcutaneous-fat") == initial_skin_opacity);
    // Fat that somebody put back on purpose stays as it is.
    store.dispatch(SetOpacity{"subcutaneous-fat", 1.0f});
    store.dispatch(ShowAll{});
    CHECK(opacity(store, "subcutaneous-fat") == 1.0f);
}
