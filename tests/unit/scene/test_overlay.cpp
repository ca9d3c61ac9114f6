#include <doctest/doctest.h>

#include "scene/overlay.h"
#include "session/store.h"
#include "support/small_world.h"

using namespace drypoint;
using scene::Overlay;

namespace {

session::Store store() {
    base::Issues issues;
    session::Store result(test::small_world(issues));
    result.dispatch(session::SetViewport{712, 672});
    result.dispatch(session::ResetView{});
    return result;
}

scene::OverlayOptions options() {
    scene::OverlayOptions result;
    result.size_px = {712, 672};
    result.text_size = [](std::string_view text, scene::TextStyle style) {
        return glm::vec2(static_cast<float>(text.size()) * (style == scene::TextStyle::title ? 8.0f : 7.0f), 14.0f);
    };
    return result;
}

anatomy::PathReport probe(const session::Store& store) {
    const session::PlacedPoint& point = *store.world()->find_point("VM1");
    return anatomy::ProbeIndex(store.world()->atlas)
        .probe({point.way->entry_mm, point.way->direction, store.model().plan.needle->depth_mm});
}

Overlay overlay(const session::Store& store, const scene::OverlayOptions& with = options()) {
    if (!store.model().plan.needle) return scene::build_overlay(store.snapshot(), nullptr, {}, with);
    const anatomy::PathReport report = probe(store);
    return scene::build_overlay(store.snapshot(), &report, {}, with);
}

}  // namespace

TEST_CASE("nothing is drawn before something is chosen") {
    CHECK(overlay(store()) == scene::build_overlay(store().snapshot(), nullptr, {}, options()));
    CHECK(overlay(store()).rings.empty());
    CHECK(overlay(store()).labels.empty());
}

TEST_CASE("a condition shows its points, and a chosen one bears the needle") {
    session::Store s = store();
    s.dispatch(session::ChooseCondition{"knee-pain"});
    CHECK(overlay(s).rings.size() == 2);
    CHECK_FALSE(overlay(s).shaft);
    s.dispatch(session::ChoosePoint{"VM1"});
    const Overlay o = overlay(s);
    REQUIRE(o.rings.size() == 2);
    CHECK(o.rings.back().code == "VM1");  // the chosen one is drawn over the others
    CHECK(o.rings.back().chosen);
    CHECK(o.rings.back().mark == "1");
    CHECK(o.rings.back().muscle == "Vastus medialis");
    CHECK(o.rings.front().show_only);
    REQUIRE(o.shaft);
    CHECK(o.shaft->at_target);
    CHECK(o.shaft->tip == o.shaft->target);
    CHECK(!o.clearances.empty());
    CHECK(o.clearances.size() <= scene::nearest_hazards);
}

TEST_CASE("labels say what is named and keep off rings and one another") {
    session::Store s = store();
    s.dispatch(session::ChooseCondition{"knee-pain"});
    s.dispatch(session::ChoosePoint{"VM1"});
    s.dispatch(session::Select{"femur"});
    const Overlay o = overlay(s);
    REQUIRE(o.labels.size() >= 4);
    CHECK(o.labels[0].title == "Femur");
    CHECK(o.labels[1].title == "VM1");
    CHECK(o.labels[1].line == "Vastus medialis");
    CHECK(o.labels[3].kind == scene::LabelKind::clearance);
    CHECK(o.labels[3].line.find(" mm") != std::string::npos);
    for (std::size_t i = 0; i < o.labels.size(); ++i) {
        for (const scene::OverlayRing& ring : o.rings) {
            const glm::vec2 half(ring.radius);
            CHECK(!overlap(o.labels[i].plate, {ring.centre - half, ring.centre + half}));
        }
        for (std::size_t j = 0; j < i; ++j) CHECK(!overlap(o.labels[i].plate, o.labels[j].plate));
    }
    scene::OverlayOptions without = options();
    without.labels = false;
    CHECK(overlay(s, without).labels.empty());
    CHECK(overlay(s, without).rings == o.rings);
}

TEST_CASE("a needle drawn back leaves a ghost of the way, and stands outside when removed") {
    session::Store s = store();
    s.dispatch(session::ChoosePoint{"VM1"});
    s.dispatch(session::AdvanceNeedle{-3.0});
    const Overlay o = overlay(s);
    REQUIRE(o.shaft);
    CHECK(o.shaft->short_of_target);
    CHECK(!o.shaft->at_target);
    s.dispatch(session::RemoveNeedle{});
    CHECK(!overlay(s).shaft);
    CHECK(overlay(s).paths.size() == 1);  // that of the point that has one
}

TEST_CASE("a point is behind when the limb is seen from the other side") {
    session::Store s = store();
    s.dispatch(session::ChoosePoint{"VM1"});
    s.dispatch(session::LookFrom{session::View::anterior});
    CHECK(!overlay(s).rings.back().behind);
    s.dispatch(session::LookFrom{session::View::posterior});
    CHECK(overlay(s).rings.back().behind);
}

TEST_CASE("without a condition every placed point is shown") {
    session::Store s = store();
    s.dispatch(session::ChoosePoint{"VM1"});
    CHECK(scene::shown_points(s.snapshot()).size() == 2);
    CHECK(scene::millimetres(4.06) == "4.1 mm");
}
