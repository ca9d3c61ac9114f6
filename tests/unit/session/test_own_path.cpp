// A needle of one's own: moved, placed, tried, kept and undone; in the session only the taught path counts.
#include <doctest/doctest.h>

#include <glm/geometric.hpp>

#include "session/action_table.h"
#include "session/needle.h"
#include "session/store.h"
#include "support/small_world.h"

using namespace drypoint;
using namespace drypoint::session;

namespace {

Store with_point() {
    base::Issues issues;
    Store store(test::small_world(issues));
    store.dispatch(ChoosePoint{"VM1"});
    REQUIRE(store.model().plan.needle);
    return store;
}

const anatomy::PathGeometry& taught(const Store& store) {
    return *store.world()->find_point("VM1")->way;
}

LaidNeedle laid(const Store& store) {
    const auto needle = laid_needle(*store.world(), store.model());
    REQUIRE(needle);
    return *needle;
}

double degrees_between(const glm::dvec3& a, const glm::dvec3& b) {
    return std::acos(std::min(1.0, glm::dot(a, b))) * 57.29577951308232;
}

}  // namespace

TEST_CASE("a needle that is moved lies on a way of its own; the taught path gives it back, and both are undone") {
    Store store = with_point();
    CHECK(laid(store).kind == WayKind::taught);
    store.dispatch(MoveNeedle{0, 0, 5, 0});
    store.dispatch(MoveNeedle{0, 0, 5, -3});
    CHECK(laid(store).kind == WayKind::own);
    CHECK(laid(store).depth_mm == taught(store).depth_mm);
    CHECK(laid(store).way->entry_mm == taught(store).entry_mm);
    CHECK(store.model().plan.own->move.lean_medial_deg == 10.0);
    CHECK(degrees_between(laid(store).way->direction, taught(store).direction) == doctest::Approx(10.4).epsilon(0.02));
    store.dispatch(LayNeedle{});
    CHECK(laid(store).kind == WayKind::taught);
    store.dispatch(Undo{});
    CHECK(laid(store).kind == WayKind::own);
    store.dispatch(Undo{});
    CHECK(store.model().plan.own->move.lean_medial_deg == 5.0);
    store.dispatch(Undo{});
    CHECK(laid(store).kind == WayKind::taught);
}

TEST_CASE("an entry slides along the skin") {
    Store store = with_point();
    store.dispatch(MoveNeedle{4, 0, 0, 0});
    const double slid = glm::distance(laid(store).way->entry_mm, taught(store).entry_mm);
    CHECK(slid == doctest::Approx(4.0).epsilon(0.05));
    CHECK(laid(store).way->direction == taught(store).direction);
}

TEST_CASE("a line is laid from place to place, moves on from there, and is saved as a line") {
    Store store = with_point();
    const glm::dvec3 entry = taught(store).entry_mm + glm::dvec3(3, 0, 0), target = taught(store).target_mm;
    store.dispatch(LayLine{entry.x, entry.y, entry.z, target.x, target.y, target.z});
    CHECK(glm::distance(laid(store).way->entry_mm, entry) < 1e-9);
    CHECK(laid(store).depth_mm == doctest::Approx(glm::distance(entry, target)));
    CHECK(own_path(*store.world(), store.model()).line);
    store.dispatch(MoveNeedle{0, 0, 5, 0});
    CHECK(degrees_between(laid(store).way->direction, glm::normalize(target - entry)) == doctest::Approx(5.0));
    CHECK(own_path(*store.world(), store.model()).line->model == store.atlas()->content_hash);
    store.dispatch(LayLine{entry.x, entry.y, entry.z, entry.x, entry.y, entry.z});
    CHECK(store.model().message == "From entry to target it is 1 to 300 mm");
}

TEST_CASE("what is saved, laid again, is the same needle") {
    Store store = with_point();
    store.dispatch(MoveNeedle{2, -3, 7, 1});
    store.dispatch(SetNeedleDepth{9.5});
    const anatomy::OwnPath saved = own_path(*store.world(), store.model());
    CHECK(saved.point == "vastus-medialis-1");
    Store other = with_point();
    other.dispatch(LayOwn{saved.move.slide_medial_mm, saved.move.slide_proximal_mm, saved.move.lean_medial_deg,
                          saved.move.lean_proximal_deg, *saved.move.depth_mm});
    CHECK(other.model().plan.own == store.model().plan.own);
    CHECK(laid(other).depth_mm == 9.5);
    CHECK(glm::distance(laid(other).way->entry_mm, laid(store).way->entry_mm) < 1e-12);
}

TEST_CASE("what is tried springs back when the gesture ends, changes nothing that undo knows, and can be kept") {
    Store store = with_point();
    const Plan before = store.model().plan;
    const bool could_undo = store.can_undo();
    store.dispatch(TryNeedle{15, 0, 8});
    CHECK(laid(store).kind == WayKind::tried);
    CHECK(laid(store).depth_mm == 8.0);
    CHECK(degrees_between(laid(store).way->direction, taught(store).direction) == doctest::Approx(15.0));
    store.dispatch(EndGesture{});
    CHECK(laid(store).kind == WayKind::taught);
    CHECK(store.model().plan == before);
    CHECK(store.can_undo() == could_undo);
    store.dispatch(KeepTried{});
    CHECK(laid(store).kind == WayKind::own);
    CHECK(laid(store).depth_mm == 8.0);
    CHECK_FALSE(store.model().trial);
    store.dispatch(KeepTried{});
    CHECK(store.model().message == "Nothing was tried");
    store.dispatch(Undo{});
    CHECK(store.model().plan == before);
}

TEST_CASE("what was tried is forgotten when the needle gets another way") {
    Store store = with_point();
    store.dispatch(TryNeedle{15, 0, 8});
    store.dispatch(MoveNeedle{0, 0, 5, 0});
    CHECK_FALSE(store.model().trial);
    store.dispatch(TryNeedle{15, 0, 8});
    store.dispatch(Undo{});
    CHECK_FALSE(store.model().trial);
}

TEST_CASE("the session treats on the taught path; outside of it one's own is found as it was") {
    Store store = with_point();
    store.dispatch(OpenRoom{Room::needle});
    CHECK(store.model().plan.room == Room::needle);
    store.dispatch(MoveNeedle{0, 0, 5, 0});
    store.dispatch(OpenRoom{Room::session});
    CHECK(store.model().plan.room == Room::session);
    CHECK_FALSE(store.model().plan.own);
    for (const Action& action : {Action(MoveNeedle{0, 0, 5, 0}), Action(TryNeedle{5, 0, 5}),
                                 Action(LayOwn{0, 0, 5, 0, 5}), Action(LayLine{0, 0, 0, 9, 9, 9})}) {
        store.dispatch(action);
        CHECK(store.model().message == "The session follows the taught path: open Needle to lay another one");
        CHECK_FALSE(store.model().plan.own);
    }
    store.dispatch(OpenRoom{Room::needle});
    REQUIRE(store.model().plan.own);
    CHECK(store.model().plan.own->move.lean_medial_deg == 5.0);
    store.dispatch(OpenRoom{Room::explore});
    CHECK(store.model().plan.own);  // Explore and Needle share it
    store.dispatch(OpenRoom{Room::session});
    store.dispatch(FinishSession{});
    CHECK(store.model().plan.own);
}

TEST_CASE("without a point that has a path the needle's room stays closed, and closes when it is let go of") {
    base::Issues issues;
    Store store(test::small_world(issues));
    store.dispatch(OpenRoom{Room::needle});
    CHECK(store.model().plan.room == Room::explore);
    CHECK(store.model().message.find("Choose a trigger point first") == 0);
    store.dispatch(ChoosePoint{"VM1"});
    store.dispatch(OpenRoom{Room::needle});
    store.dispatch(ChoosePoint{"VL1"});
    CHECK(store.model().plan.room == Room::explore);
}

TEST_CASE("another point brings its taught path; moves beyond reason are refused") {
    Store store = with_point();
    store.dispatch(MoveNeedle{0, 0, 5, 0});
    store.dispatch(ChoosePoint{"VM1"});
    CHECK_FALSE(store.model().plan.own);
    store.dispatch(MoveNeedle{0, 0, 80, 0});
    CHECK(store.model().message == "A needle leans at most 75 degrees from its path");
    store.dispatch(MoveNeedle{0, 300, 0, 0});
    CHECK(store.model().message == "An entry slides at most 200 mm from the taught one");
    CHECK_FALSE(store.model().plan.own);
    store.dispatch(ChooseNeedle{"9x9"});
    CHECK(store.model().message.find("There is no needle \"9x9\"") == 0);
    store.dispatch(SetMapMargin{31});
    CHECK(store.model().message == "The margin of the map goes from 1 to 30 mm");
}

TEST_CASE("a drag of the map's margin is one step of undo") {
    Store store = with_point();
    store.dispatch(ShowMap{true});
    CHECK(store.model().plan.entry_map);
    for (const double mm : {11.0, 12.0, 13.0}) store.dispatch(SetMapMargin{mm});
    store.dispatch(EndGesture{});
    CHECK(store.model().plan.map_margin_mm == 13.0);
    store.dispatch(Undo{});
    CHECK(store.model().plan.map_margin_mm == 10.0);
    CHECK(store.model().plan.entry_map);
}

TEST_CASE("a log with needles of one's own, tried and kept, replays to the same state") {
    Store store = with_point();
    for (const char* line :
         {"open-room needle", "choose-needle", "move-needle 1 2 -5 3", "try-needle 10 -5 7", "end-gesture",
          "keep-tried", "lay-own 0 0 5 5 6", "show-map on", "set-map-margin 12", "try-needle 1 1 5"}) {
        const auto action = parse_action(line);
        REQUIRE(action);
        store.dispatch(*action);
        CHECK(store.model().message == "");
    }
    CHECK(replay(store.world(), store.log()).model() == store.model());
}

TEST_CASE("saving and opening are asked of the program") {
    Store store = with_point();
    const std::vector<Effect> save = store.dispatch(SavePath{"mine.toml"});
    REQUIRE(save.size() == 1);
    CHECK(std::get<SavePath>(save[0]).path == "mine.toml");
    CHECK(store.dispatch(OpenPath{"mine.toml"}).size() == 1);
    store.dispatch(RemoveNeedle{});
    CHECK(store.dispatch(SavePath{"mine.toml"}).empty());
}
