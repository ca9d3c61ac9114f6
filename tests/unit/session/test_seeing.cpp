// X-ray, regions, the section plane, the free ball, the view down the needle, palettes: what each action leads to.
#include <doctest/doctest.h>

#include <glm/geometric.hpp>

#include "session/action_table.h"
#include "session/store.h"
#include "support/small_world.h"

using namespace drypoint;
using namespace drypoint::session;

namespace {

Store store_with_region(std::vector<std::string> actions) {
    base::Issues issues;
    World world = *test::small_world(issues);
    Walkthrough region;
    region.id = "front";
    region.steps.resize(1);
    region.steps[0].actions = std::move(actions);
    world.regions = {region};
    return Store(std::make_shared<const World>(std::move(world)));
}

const Appearance& look(const Store& store, const char* id) {
    return store.model().plan.appearance[*store.atlas()->index_of(id)];
}

}  // namespace

TEST_CASE("x-ray keeps one structure as it is; the same again, or none, gives the rest back; undo too") {
    Store store = store_with_region({});
    store.dispatch(XrayRest{"femur"});
    CHECK(store.model().plan.xray == "femur");
    CHECK(look(store, "skin").opacity == initial_skin_opacity);  // what it looked like is not lost
    store.dispatch(XrayRest{"vastus-medialis"});
    CHECK(store.model().plan.xray == "vastus-medialis");
    store.dispatch(Undo{});
    CHECK(store.model().plan.xray == "femur");
    store.dispatch(XrayRest{"femur"});
    CHECK(store.model().plan.xray.empty());
    store.dispatch(XrayRest{"femur"});
    store.dispatch(XrayRest{});
    CHECK(store.model().plan.xray.empty());
    store.dispatch(XrayRest{"femur"});
    store.dispatch(ShowAll{});
    CHECK(store.model().plan.xray.empty());
    store.dispatch(XrayRest{"fibulla"});
    CHECK(store.model().plan.xray.empty());
    CHECK(store.model().message.find("no structure") != std::string::npos);
}

TEST_CASE("a region is one step of undo, and what it refuses is said") {
    Store store = store_with_region({"hide skin", "hide femur", "set-camera -50 200 0 90 0 0 400"});
    store.dispatch(ShowRegion{"front"});
    CHECK_FALSE(look(store, "skin").visible);
    CHECK_FALSE(look(store, "femur").visible);
    CHECK(store.model().camera.azimuth_deg == 90.0f);
    store.dispatch(Undo{});
    CHECK(look(store, "skin").visible);
    CHECK(look(store, "femur").visible);
    store.dispatch(ShowRegion{"frontt"});
    CHECK(store.model().message.find("nearest name is front") != std::string::npos);
    Store circle = store_with_region({"show-region front"});
    circle.dispatch(ShowRegion{"front"});
    CHECK(circle.model().message == "A region cannot show another one");
}

TEST_CASE("a section plane has a direction of unit length, moves along it and is undone") {
    Store store = store_with_region({});
    store.dispatch(MoveCut{2});
    CHECK(store.model().message.find("no section plane") != std::string::npos);
    store.dispatch(Cut{0, 3, 4, 10});
    REQUIRE(store.model().plan.section);
    CHECK(glm::length(store.model().plan.section->normal) == doctest::Approx(1.0f));
    CHECK(store.model().plan.section->at_mm == 10.0f);
    store.dispatch(MoveCut{-2.5f});
    CHECK(store.model().plan.section->at_mm == 7.5f);
    store.dispatch(Cut{0, 0, 0, 10});
    CHECK_FALSE(store.model().message.empty());
    store.dispatch(Undo{});
    CHECK(store.model().plan.section->at_mm == 10.0f);
    store.dispatch(LeaveCut{});
    CHECK_FALSE(store.model().plan.section);
}

TEST_CASE("a free ball tilts the limb; upright again it stands") {
    Store store = store_with_region({});
    store.dispatch(SetFreeBall{true});
    store.dispatch(Orbit{30, 0});
    store.dispatch(Orbit{0, 120});  // over the top
    CHECK(std::abs(store.model().camera.roll_deg) > 90.0f);
    store.dispatch(SetFreeBall{false});
    CHECK(store.model().camera.roll_deg == 0.0f);
    store.dispatch(Orbit{0, 400});
    CHECK(store.model().camera.elevation_deg == 90.0f);
}

TEST_CASE("down the needle the eye lies on its line, outside") {
    Store store = store_with_region({});
    store.dispatch(LookDownNeedle{});
    CHECK(store.model().message.find("Choose a trigger point") != std::string::npos);
    store.dispatch(ChoosePoint{"VM1"});
    store.dispatch(LookDownNeedle{});
    const auto& way = *store.world()->find_point("VM1")->way;
    CHECK(glm::distance(geometry::axes(store.model().camera).backward, -glm::vec3(way.direction)) < 1e-4f);
    CHECK(glm::distance(store.model().camera.pivot, glm::vec3(way.target_mm)) < 1e-3f);
    store.dispatch(CameraBack{});
    CHECK(store.model().camera.pivot != glm::vec3(way.target_mm));
}

TEST_CASE("palettes are chosen by name") {
    Store store = store_with_region({});
    const auto action = parse_action("set-colours colour-safe");
    REQUIRE(action);
    store.dispatch(*action);
    CHECK(store.model().colours == Colours::colour_safe);
    CHECK_FALSE(parse_action("set-colours red"));
}
