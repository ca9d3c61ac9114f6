#include <doctest/doctest.h>

#include "scene/strip.h"
#include "session/store.h"
#include "support/small_world.h"

using namespace drypoint;

namespace {

session::Store strip_store() {
    base::Issues issues;
    session::Store result(test::small_world(issues));
    result.dispatch(session::ChoosePoint{"VM1"});
    return result;
}

std::optional<scene::Strip> strip(const session::Store& s) {
    if (!s.model().plan.needle) return scene::build_strip(s.snapshot(), nullptr);
    const session::PlacedPoint& point = *s.world()->find_point("VM1");
    const anatomy::PathReport report =
        anatomy::ProbeIndex(s.world()->atlas)
            .probe({point.way->entry_mm, point.way->direction, s.model().plan.needle->depth_mm});
    return scene::build_strip(s.snapshot(), &report);
}

}  // namespace

TEST_CASE("the strip names the layers by depth") {
    const auto s = strip(strip_store());
    REQUIRE(s);
    REQUIRE(s->layers.size() >= 3);
    CHECK(s->layers[0].name == "Skin");
    CHECK(s->layers[0].enter_mm == doctest::Approx(0.0));
    for (std::size_t i = 1; i < s->layers.size(); ++i) CHECK(s->layers[i].enter_mm >= s->layers[i - 1].enter_mm);
    CHECK(s->layers.back().enter_mm < s->shown_mm);
    CHECK(s->at_target());
    CHECK(s->shown_mm > s->target_mm);
}

TEST_CASE("it ends a little beyond the target, and follows a tip that goes farther") {
    session::Store one = strip_store();
    const double at_target = strip(one)->shown_mm;
    one.dispatch(session::AdvanceNeedle{-2.0});
    CHECK(strip(one)->shown_mm == at_target);  // the ruler stands still under the hand
    CHECK(!strip(one)->at_target());
    one.dispatch(session::AdvanceNeedle{27.0});
    CHECK(strip(one)->shown_mm >= strip(one)->tip_mm);
}

TEST_CASE("what is nearest comes first, and only what is touched is called so") {
    const auto s = strip(strip_store());
    REQUIRE(s);
    REQUIRE(!s->nearest.empty());
    CHECK(s->nearest.size() <= 3);
    for (std::size_t i = 1; i < s->nearest.size(); ++i)
        CHECK(s->nearest[i].distance_mm >= s->nearest[i - 1].distance_mm);
    for (const scene::StripHazard& one : s->nearest) CHECK(one.touched() == (one.distance_mm == 0.0));
}

TEST_CASE("without a needle there is no strip") {
    session::Store one = strip_store();
    one.dispatch(session::RemoveNeedle{});
    CHECK(!strip(one));
}

TEST_CASE("a layer that is cut at the bottom goes on; one that ends there does not") {
    auto s = strip(strip_store());
    REQUIRE(s);
    REQUIRE(!s->layers.empty());
    s->layers.back().exit_mm = s->shown_mm + 5.0;
    CHECK(s->goes_on());
    s->layers.back().exit_mm.reset();  // open in this model
    CHECK(s->goes_on());
    s->layers.back().exit_mm = s->shown_mm;
    CHECK(!s->goes_on());
    s->layers.clear();
    CHECK(!s->goes_on());
}

TEST_CASE("it measures hidden parts too, and says which they are") {
    session::Store one = strip_store();
    CHECK(!strip(one)->has_hidden());  // fat is peeled off at the start, and nobody wonders
    const auto before = strip(one);
    one.dispatch(session::Isolate{"vastus-lateralis"});
    const auto after = strip(one);
    REQUIRE(after->layers.size() == before->layers.size());
    CHECK(after->has_hidden());
    for (const scene::StripLayer& layer : after->layers) CHECK(layer.hidden == !layer.structure.empty());
    for (const scene::StripHazard& hazard : after->nearest) CHECK(hazard.hidden);
}

TEST_CASE("it speaks in the register that the interface gives") {
    const session::Store one = strip_store();
    const session::PlacedPoint& point = *one.world()->find_point("VM1");
    const anatomy::PathReport report =
        anatomy::ProbeIndex(one.world()->atlas).probe({point.way->entry_mm, point.way->direction, point.way->depth_mm});
    const auto plain = scene::build_strip(one.snapshot(), &report,
                                          [](const base::Id& id, const std::string&) { return "plain " + id; });
    REQUIRE(plain);
    REQUIRE(!plain->nearest.empty());
    CHECK(plain->layers.front().name == "plain skin");
    CHECK(plain->nearest.front().name.rfind("plain ", 0) == 0);
}
