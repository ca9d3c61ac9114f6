#include <doctest/doctest.h>

#include "scene/nearest_hazards.h"
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
    CHECK(o.rings.back().place != o.rings.back().centre);  // it keeps off its needle
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
    CHECK(o.labels[2].kind == scene::LabelKind::clearance);  // the nearest hazard comes before the other points
    CHECK(o.labels[2].line.find(" mm") != std::string::npos);
    CHECK(o.labels[3].title == "VL1");
    for (std::size_t i = 0; i < o.labels.size(); ++i) {
        for (const scene::OverlayRing& ring : o.rings) CHECK(!overlap(o.labels[i].plate, ring.box()));
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

TEST_CASE("a condition shows its points; without one the chosen point's muscle shows its own") {
    session::Store s = store();
    s.dispatch(session::ChoosePoint{"VM1"});
    CHECK(scene::shown_points(s.snapshot()).size() == 1);
    s.dispatch(session::ChooseCondition{"knee-pain"});
    CHECK(scene::shown_points(s.snapshot()).size() == 2);
    s.dispatch(session::ChoosePoint{"VM1"});
    s.dispatch(session::OpenRoom{session::Room::session});
    CHECK(scene::shown_points(s.snapshot()).size() == 1);
    CHECK(scene::millimetres(4.06) == "4.1 mm");
}

TEST_CASE("a ring is as long as its code, so that points are told apart without labels") {
    session::Store s = store();
    s.dispatch(session::ChoosePoint{"VM1"});
    for (const scene::OverlayRing& ring : overlay(s).rings) {
        CAPTURE(ring.code);
        CHECK(ring.half.x * 2.0f > options().text_size(ring.code, scene::TextStyle::code).x + 8.0f);
    }
}

TEST_CASE("a point whose muscle is hidden is dimmed, and gone while something else is isolated") {
    session::Store s = store();
    s.dispatch(session::ChooseCondition{"knee-pain"});
    s.dispatch(session::RemoveNeedle{});
    s.dispatch(session::Hide{"vastus-medialis"});
    Overlay o = overlay(s);
    REQUIRE(o.rings.size() == 2);
    CHECK(o.rings.back().dimmed);
    CHECK(!o.rings.front().dimmed);
    REQUIRE(o.paths.size() == 1);
    CHECK(o.paths.front().dimmed);
    for (const scene::OverlayLabel& label : o.labels) CHECK(label.dimmed == (label.title == "VM1"));

    s.dispatch(session::Isolate{"vastus-lateralis"});
    o = overlay(s);
    REQUIRE(o.rings.size() == 1);
    CHECK(o.rings.front().code == "VL1");
    CHECK(o.paths.empty());
    REQUIRE(o.labels.size() == 1);
    CHECK(o.labels.front().title == "VL1");
    s.dispatch(session::LeaveIsolation{});
    CHECK(overlay(s).rings.size() == 2);
}

TEST_CASE("what is isolated shines alone: no hazard that is hidden is named, the needle is dimmed") {
    session::Store s = store();
    s.dispatch(session::ChoosePoint{"VM1"});
    CHECK(!overlay(s).shaft->dimmed);
    s.dispatch(session::Isolate{"femoral-artery"});
    const Overlay o = overlay(s);
    REQUIRE(o.shaft);
    CHECK(o.shaft->dimmed);
    CHECK(o.rings.empty());
    REQUIRE(o.clearances.size() == 1);
    CHECK(!o.clearances.front().dimmed);
    REQUIRE(o.labels.size() == 1);
    CHECK(o.labels.front().title == "Femoral artery");
}

TEST_CASE("no label lies on the needle, from its handle to its tip") {
    session::Store s = store();
    s.dispatch(session::ChooseCondition{"knee-pain"});
    s.dispatch(session::ChoosePoint{"VM1"});
    for (int turn = 0; turn < 36; ++turn) {
        s.dispatch(session::Orbit{10.0f, turn % 2 == 0 ? 7.0f : -7.0f});
        const Overlay o = overlay(s);
        CAPTURE(turn);
        REQUIRE(o.shaft);
        for (const scene::OverlayLabel& label : o.labels) {
            CHECK(!meets(o.shaft->handle_end, o.shaft->handle_start, label.plate));
            CHECK(!meets(o.shaft->handle_start, o.shaft->tip, label.plate));
        }
    }
}

TEST_CASE("names are those of the register that the interface gives") {
    session::Store s = store();
    s.dispatch(session::ChoosePoint{"VM1"});
    scene::OverlayOptions plain = options();
    plain.name_of = [](const base::Id& id, const std::string&) { return "plain " + id; };
    const Overlay o = overlay(s, plain);
    CHECK(o.rings.back().muscle == "plain vastus-medialis");
    for (const scene::OverlayLabel& label : o.labels) {
        const std::string& name = label.kind == scene::LabelKind::point ? label.line : label.title;
        CHECK(name.rfind("plain ", 0) == 0);
    }
}

TEST_CASE("a long name is broken on its label and keeps its last word") {
    session::Store s = store();
    s.dispatch(session::ChoosePoint{"VM1"});
    scene::OverlayOptions with = options();
    with.name_of = [](const base::Id&, const std::string&) {
        return std::string("Descending branch of lateral circumflex femoral artery");
    };
    for (const scene::OverlayLabel& label : overlay(s, with).labels) {
        if (label.kind != scene::LabelKind::clearance) continue;
        REQUIRE(label.title_lines.size() == 2);
        CHECK(label.title_lines.back().find("femoral artery") != std::string::npos);
        for (const std::string& line : label.title_lines)
            CHECK(with.text_size(line, scene::TextStyle::title).x < label.plate.max.x - label.plate.min.x);
    }
}

TEST_CASE("a ring under a panel comes out of it, with a line to its place") {
    session::Store s = store();
    s.dispatch(session::ChoosePoint{"VM1"});
    const glm::vec2 place = overlay(s).rings.back().place;
    scene::OverlayOptions with = options();
    with.reserved = {{place - glm::vec2(200, 10), place + glm::vec2(200, 30)}};
    const scene::OverlayRing ring = overlay(s, with).rings.back();
    CHECK(ring.place == place);
    CHECK(ring.centre != place);
    CHECK(!overlap(ring.box(), with.reserved.front()));
}

TEST_CASE("a needle of one's own is drawn where it lies, and the taught path stays beside it") {
    session::Store s = store();
    s.dispatch(session::ChoosePoint{"VM1"});
    s.dispatch(session::CentreOn{"vastus-medialis-1"});
    s.dispatch(session::Orbit{70, 0});
    const Overlay taught = overlay(s);
    const auto paths = taught.paths.size();
    s.dispatch(session::MoveNeedle{0, 0, 20, 0});
    const Overlay own = overlay(s);
    CHECK(own.paths.size() == paths + 1);
    REQUIRE(own.shaft);
    CHECK(own.shaft->entry == taught.shaft->entry);
    CHECK(own.shaft->tip != taught.shaft->tip);
}

TEST_CASE("the area that a chosen point refers to is named while it is painted and faces the eye") {
    base::Issues issues;
    const session::WorldPtr plain = test::small_world(issues);
    anatomy::Content content = plain->content;
    anatomy::Zone front;
    front.id = "thigh-front";
    front.name = "Front of thigh";
    front.area = anatomy::ZoneArea{{"hip", "knee"}, {0.2, 0.8}, {anatomy::Direction::anterior}, 1.0};
    content.zones = {front};
    for (anatomy::TriggerPoint& point : content.points) point.referral.essential_zones = {"thigh-front"};
    session::Store s(session::make_world(plain->atlas, content, {}, issues));
    s.dispatch(session::SetViewport{712, 672});
    s.dispatch(session::ResetView{});
    s.dispatch(session::ChoosePoint{"VM1"});
    scene::OverlayOptions with = options();
    with.area_words = [](const anatomy::Zone& area) { return std::pair(std::string("Refers here"), area.name); };
    const auto named = [&] {
        const Overlay o = overlay(s, with);
        return std::count_if(o.labels.begin(), o.labels.end(), [](const scene::OverlayLabel& label) {
            return label.kind == scene::LabelKind::referral && label.line == "Front of thigh";
        });
    };
    s.dispatch(session::LookFrom{session::View::anterior});
    CHECK(named() == 1);
    s.dispatch(session::ShowReferral{false});
    CHECK(named() == 0);
    s.dispatch(session::ShowReferral{true});
    s.dispatch(session::LookFrom{session::View::posterior});
    CHECK(named() == 0);
    s.dispatch(session::LookFrom{session::View::anterior});
    s.dispatch(session::HideLayer{anatomy::Layer::skin});  // then nothing is painted
    CHECK(named() == 0);
    s.dispatch(session::Undo{});
    CHECK(named() == 1);
    with.area_words = {};
    CHECK(named() == 0);
}

TEST_CASE("the selected nerve's level has a bracket as far as it was found to vary, at the end where it branches") {
    base::Issues issues;
    anatomy::Content content = test::small_content();
    anatomy::HazardSpread spread;
    spread.id = "sciatic-nerve";
    spread.along.mm = 27.0;
    spread.branches_at = anatomy::CourseEnd::lower;
    content.spreads = {spread};
    const auto world = [&] { return session::make_world(test::small_world(issues)->atlas, content, {}, issues); };
    scene::OverlayOptions with = options();
    with.level_words = [](double mm) { return std::pair(std::to_string(static_cast<int>(mm)), std::string("SD")); };
    const auto overlay_of = [&](const session::WorldPtr& of, bool shown) {
        session::Store s(of);
        s.dispatch(session::SetViewport{712, 672});
        s.dispatch(session::ResetView{});
        s.dispatch(session::Select{"sciatic-nerve"});
        if (!shown) s.dispatch(session::Hide{"sciatic-nerve"});
        return overlay(s, with);
    };
    const Overlay o = overlay_of(world(), true);
    REQUIRE(o.bracket);
    const session::WorldPtr same = world();
    const anatomy::Structure& nerve = *same->atlas->find("sciatic-nerve");
    session::Store s(same);
    s.dispatch(session::SetViewport{712, 672});
    s.dispatch(session::ResetView{});
    const glm::vec3 end(nerve.bounds.centre().x, nerve.bounds.min.y, nerve.bounds.centre().z);
    const auto px = [&](const glm::vec3& at) {
        return glm::vec2(geometry::project(s.model().camera, same->atlas->bounds, {712, 672}, at));
    };
    CHECK(glm::distance(o.bracket->at, px(end)) < 1.0f);
    CHECK(glm::distance(o.bracket->low, px(end - glm::vec3(0, 27, 0))) < 1.0f);
    CHECK(glm::distance(o.bracket->high, px(end + glm::vec3(0, 27, 0))) < 1.0f);
    const auto is_level = [](const scene::OverlayLabel& label) { return label.kind == scene::LabelKind::level; };
    const auto label = std::find_if(o.labels.begin(), o.labels.end(), is_level);
    REQUIRE(label != o.labels.end());
    CHECK(label->title == "27");
    CHECK_FALSE(overlay_of(world(), false).bracket);
    content.spreads[0].branches_at.reset();  // somewhere on its way: the model does not say where
    CHECK_FALSE(overlay_of(world(), true).bracket);
    content.spreads[0] = spread;
    content.spreads[0].along.mm.reset();
    CHECK_FALSE(overlay_of(world(), true).bracket);
}

TEST_CASE("the needle stands in its tube before it goes in, and no longer") {
    session::Store s = store();
    s.dispatch(session::ChoosePoint{"VM1"});
    CHECK_FALSE(overlay(s).shaft->tube_end);
    s.dispatch(session::SetNeedleDepth{0.0});
    const Overlay o = overlay(s);
    REQUIRE(o.shaft->tube_end);
    // Shaft and most of the handle stand in it.
    const float all = glm::distance(o.shaft->entry, o.shaft->handle_end);
    const float shaft = glm::distance(o.shaft->entry, o.shaft->handle_start);
    CHECK(glm::distance(o.shaft->entry, *o.shaft->tube_end) < all);
    CHECK(glm::distance(o.shaft->entry, *o.shaft->tube_end) > shaft);
}

TEST_CASE("the label of a hazard with a hull says what the hatching is") {
    session::Store s = store();
    s.dispatch(session::ChoosePoint{"VM1"});
    scene::OverlayOptions with = options();
    with.hull_words = "hatched";
    const auto says_so = [&] {
        const Overlay o = overlay(s, with);
        return std::any_of(o.labels.begin(), o.labels.end(), [](const scene::OverlayLabel& label) {
            return label.kind == scene::LabelKind::clearance && label.line.find("hatched") != std::string::npos;
        });
    };
    CHECK_FALSE(says_so());
    for (std::size_t i = 0; i < s.world()->atlas->structures.size(); ++i) with.hulls.push_back(i);
    CHECK(says_so());
}
