// The other limb and other builds as states: what goes along, and what comes back.
#include <doctest/doctest.h>

#include <glm/geometric.hpp>

#include "session/action_table.h"
#include "session/needle.h"
#include "session/store.h"
#include "support/small_world.h"

using namespace drypoint;
using namespace drypoint::session;

namespace {

// The small world whose skin grows by 6 mm to the front in the heavy build and shrinks by 3 in the lean one.
WorldPtr world_with_builds() {
    base::Issues issues;
    const WorldPtr plain = test::small_world(issues);
    anatomy::Atlas atlas = *plain->atlas;
    for (anatomy::Structure& structure : atlas.structures) {
        if (structure.tissue != anatomy::Tissue::skin) continue;
        geometry::MorphTarget heavy{anatomy::heavy_target, {}, {}}, lean{anatomy::lean_target, {}, {}};
        for (const glm::vec3& position : structure.shading.positions) {
            const float front = position.z > 0.0f ? 1.0f : 0.0f;
            heavy.positions.emplace_back(0.0f, 0.0f, 6.0f * front);
            lean.positions.emplace_back(0.0f, 0.0f, -3.0f * front);
        }
        structure.shading.targets = {heavy, lean};
    }
    atlas.has_builds = true;
    std::vector<Walkthrough> walks = plain->walkthroughs;
    walks[0].steps[1].actions = {"set-side left", "choose-point VM1", "set-camera -50 200 0 30 0 0 400"};
    return make_world(std::make_shared<const anatomy::Atlas>(std::move(atlas)), plain->content, walks, issues);
}

const PlacedPoint& vm1(const Store& store) {
    return *store.world()->find_point("VM1");
}

}  // namespace

TEST_CASE("on the other limb every point lies mirrored, at the same depth, and undo brings the first one back") {
    Store store(world_with_builds());
    store.dispatch(ChoosePoint{"VM1"});
    const Model before = store.model();
    const PlacedPoint on_right = vm1(store);
    store.dispatch(SetSide{anatomy::Side::left});
    CHECK(anatomy::shown_side(*store.atlas()) == anatomy::Side::left);
    CHECK(vm1(store).place.at_mm->x == doctest::Approx(-on_right.place.at_mm->x));
    CHECK(vm1(store).way->entry_mm.z == doctest::Approx(on_right.way->entry_mm.z));
    CHECK(vm1(store).way->depth_mm == doctest::Approx(on_right.way->depth_mm));
    CHECK(store.model().plan.needle->depth_mm == doctest::Approx(on_right.way->depth_mm));
    CHECK(store.model().camera == geometry::mirrored(before.camera));
    store.dispatch(Undo{});
    CHECK(store.model() == before);
    CHECK(anatomy::shown_side(*store.atlas()) == anatomy::Side::right);
    store.dispatch(Redo{});
    CHECK(anatomy::shown_side(*store.atlas()) == anatomy::Side::left);
    CHECK(store.model().camera == geometry::mirrored(before.camera));
}

TEST_CASE("the side that is shown is no change, and no side is none to show") {
    Store store(world_with_builds());
    store.dispatch(SetSide{anatomy::Side::right});
    CHECK_FALSE(store.can_undo());
    store.dispatch(SetSide{anatomy::Side::none});
    CHECK(store.model().message == "A side is right or left");
    CHECK_FALSE(parse_action("set-side both"));
    CHECK(parse_action("set-side left"));
}

TEST_CASE("lateral is lateral on both limbs") {
    Store store(world_with_builds());
    store.dispatch(LookFrom{View::lateral});
    CHECK(geometry::eye(store.model().camera).x < store.model().camera.pivot.x);
    store.dispatch(SetSide{anatomy::Side::left});
    CHECK(geometry::eye(store.model().camera).x > store.model().camera.pivot.x);
    store.dispatch(LookFrom{View::medial});
    CHECK(geometry::eye(store.model().camera).x < store.model().camera.pivot.x);
}

TEST_CASE("a section plane and a needle of one's own go over to the other limb") {
    Store store(world_with_builds());
    store.dispatch(ChoosePoint{"VM1"});
    store.dispatch(Cut{1, 0, 0, -30});
    store.dispatch(OpenRoom{Room::needle});
    store.dispatch(LayLine{-45, 210, 60, -48, 205, 20});
    store.dispatch(SetSide{anatomy::Side::left});
    CHECK(store.model().plan.section->normal.x == -1.0f);
    CHECK(store.model().plan.section->at_mm == -30.0f);
    const auto laid = laid_needle(*store.world(), store.model());
    REQUIRE(laid);
    CHECK(laid->way->entry_mm.x == doctest::Approx(45));
    CHECK(laid->way->entry_mm.z == doctest::Approx(60));
    CHECK(laid->way->target_mm.x == doctest::Approx(48));
    // A moved one is moved from the taught path as before: medially means to the other side.
    store.dispatch(LayOwn{5, 0, 0, 0, 20});
    const double entry = store.model().plan.own->way.entry_mm.x;
    store.dispatch(SetSide{anatomy::Side::right});
    CHECK(store.model().plan.own->way.entry_mm.x == doctest::Approx(-entry));
}

TEST_CASE("in another build the skin moves and the tip stays where it was in the muscle") {
    Store store(world_with_builds());
    store.dispatch(ChoosePoint{"VM1"});
    store.dispatch(AdvanceNeedle{-2});
    const PlacedPoint average = vm1(store);
    const double depth = store.model().plan.needle->depth_mm;
    store.dispatch(SetBuild{1});
    CHECK(vm1(store).place.at_mm->z == doctest::Approx(average.place.at_mm->z));
    CHECK(vm1(store).way->depth_mm == doctest::Approx(average.way->depth_mm + 6));
    CHECK(store.model().plan.needle->depth_mm == doctest::Approx(depth + 6));
    store.dispatch(SetBuild{-1});
    CHECK(store.model().plan.needle->depth_mm == doctest::Approx(depth - 3));
    // One drag of the slider is one step.
    store.dispatch(Undo{});
    CHECK(store.model().plan.body.build == 0.0);
    CHECK(store.model().plan.needle->depth_mm == doctest::Approx(depth));
}

TEST_CASE("a needle on the skin stays on the skin; one placed by hand keeps its line and its target") {
    Store store(world_with_builds());
    store.dispatch(ChoosePoint{"VM1"});
    store.dispatch(SetNeedleDepth{0});
    store.dispatch(SetBuild{0.5});
    CHECK(store.model().plan.needle->depth_mm == 0.0);
    store.dispatch(SetBuild{0});
    store.dispatch(OpenRoom{Room::needle});
    store.dispatch(LayLine{-45, 210, 60, -45, 210, 20});
    store.dispatch(SetBuild{1});
    const anatomy::PathGeometry& way = store.model().plan.own->way;
    CHECK(way.entry_mm.z == doctest::Approx(66));
    CHECK(way.target_mm.z == doctest::Approx(20));
    CHECK(way.depth_mm == doctest::Approx(46));
    CHECK(store.model().plan.needle->depth_mm == doctest::Approx(46));
}

TEST_CASE("builds out of range, or on a model without any, are refused and change nothing") {
    Store store(world_with_builds());
    store.dispatch(SetBuild{1.5});
    CHECK(store.model().message.find("from -1") != std::string::npos);
    base::Issues issues;
    Store plain(test::small_world(issues));
    plain.dispatch(SetBuild{1});
    CHECK(plain.model().message == "This model has one body build only");
    CHECK_FALSE(plain.can_undo());
}

TEST_CASE("a walkthrough begins with the user's body, may change it, speaks of the right limb, and gives it back") {
    Store store(world_with_builds());
    store.dispatch(SetBuild{0.5});
    store.dispatch(StartWalkthrough{"first-walk"});
    CHECK(store.model().plan.body.build == 0.5);
    const geometry::Camera before = store.model().tour->camera_before;
    store.dispatch(NextStep{});
    CHECK(anatomy::shown_side(*store.atlas()) == anatomy::Side::left);
    CHECK(store.model().plan.needle.has_value());
    CHECK(store.model().camera.pivot.x == 50.0f);
    CHECK(store.model().camera.azimuth_deg == -30.0f);
    store.dispatch(LeaveWalkthrough{});
    CHECK(anatomy::shown_side(*store.atlas()) == anatomy::Side::right);
    CHECK(store.model().plan.body.build == 0.5);
    CHECK(store.model().camera == before);
}

TEST_CASE("the log of bodies leads to the same state again") {
    Store store(world_with_builds());
    for (const char* line : {"choose-point VM1", "set-side left", "set-build 0.5", "advance-needle -3", "undo", "set-build -1",
                             "open-room session", "next-step", "set-side right", "undo", "undo"}) {
        store.dispatch(*parse_action(line));
    }
    CHECK(replay(world_with_builds(), store.log()).model() == store.model());
}

TEST_CASE("the session goes on on the other limb") {
    Store store(world_with_builds());
    store.dispatch(ChoosePoint{"VM1"});
    store.dispatch(OpenRoom{Room::session});
    store.dispatch(GoToStep{"insertion"});
    store.dispatch(SetNeedleDepth{vm1(store).way->depth_mm});
    store.dispatch(SetSide{anatomy::Side::left});
    CHECK(store.model().plan.session->step == "insertion");
    CHECK(store.model().plan.needle->depth_mm == doctest::Approx(vm1(store).way->depth_mm));
    store.dispatch(NextStep{});
    CHECK(store.model().plan.session->done.count("insertion") == 1);
}
