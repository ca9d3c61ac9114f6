// What is painted on the limb for a point and for an area of pain, on the boxes of small_atlas.h.
#include <doctest/doctest.h>

#include <algorithm>

#include "scene/map_paint.h"
#include "scene/painter.h"
#include "session/store.h"
#include "support/small_world.h"

using namespace drypoint;

namespace {

anatomy::Zone zone(const char* id, double from, double to) {
    anatomy::Zone made;
    made.id = id;
    made.area = anatomy::ZoneArea{{"hip", "knee"}, {from, to}, {anatomy::Direction::anterior}, 1.0};
    return made;
}

session::WorldPtr world_with_zones() {
    anatomy::Content content = test::small_content();
    anatomy::TriggerPoint& point = content.points[1];  // VM1
    point.anchor.band = anatomy::Band{{"hip", "knee"}, {0.5, 0.75}, {}};
    point.classic_spot = point.anchor;
    point.classic_spot->at = 0.4;
    point.referral.essential_zones = {"knee-front"};
    point.referral.spillover_zones = {"thigh-front", "jaw"};
    anatomy::Zone jaw;
    jaw.id = "jaw";
    content.zones = {zone("knee-front", 0.7, 0.9), zone("thigh-front", 0.6, 0.8), jaw};
    anatomy::Atlas raw = *test::small_atlas();
    raw.landmarks = {test::landmark("hip", {-50, 390, 30}), test::landmark("knee", {-50, 110, 30})};
    base::Issues none;
    auto atlas = std::make_shared<const anatomy::Atlas>(anatomy::make_atlas(std::move(raw), none));
    return session::make_world(std::move(atlas), std::move(content), {}, none);
}

struct PainterFixture {
    session::Store store{world_with_zones()};
    scene::Painter painter;

    std::vector<scene::Paint> paints() { return painter.paints(store.snapshot(), scene::Palette{}); }
    std::size_t index(const char* id) const { return *store.atlas()->index_of(id); }
    // Null: nothing is painted there.
    const geometry::Patch* on(const char* id) {
        const auto all = paints();
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const scene::Paint& paint) { return paint.index == index(id); });
        return found == all.end() ? nullptr : found->patch.get();
    }
};

}  // namespace

TEST_CASE_FIXTURE(PainterFixture, "nothing is painted until a point is chosen") {
    CHECK(paints().empty());
    store.dispatch(session::ChoosePoint{"VL1"});
    CHECK(paints().empty());  // it has no band and refers to nothing that has a shape
}

TEST_CASE_FIXTURE(PainterFixture, "a chosen point's band lies on its muscle, between the ends of its stretch") {
    store.dispatch(session::ChoosePoint{"VM1"});
    const geometry::Patch* band = on("vastus-medialis");
    REQUIRE(band != nullptr);
    // Half of the line from 390 to 110 is at 250, three quarters at 180.
    for (std::size_t i = 0; i < band->values.size(); ++i) {
        const float y = band->mesh.positions[i].y;
        CHECK(band->values[i].w == doctest::Approx(std::min(250.0f - y, y - 180.0f)).epsilon(0.02));
    }
    CHECK(band->bounds.max.y >= 250.0f);
    CHECK(band->bounds.min.y <= 180.0f);
}

TEST_CASE_FIXTURE(PainterFixture, "its classic spot is a circle of half a fingerwidth round the muscle's face") {
    store.dispatch(session::ChoosePoint{"VM1"});
    const auto all = paints();
    REQUIRE(all.size() == 3);
    CHECK(all[1].index == index("vastus-medialis"));
    CHECK(all[1].tones.front().pattern == scene::Pattern::hatch);
    const glm::vec3 centre(-50, 278, 40);  // 40 % of the line, on the front of the muscle
    float widest = 0.0f;
    for (std::size_t i = 0; i < all[1].patch->values.size(); ++i)
        if (all[1].patch->values[i].w >= 0.0f)
            widest = std::max(widest, glm::distance(all[1].patch->mesh.positions[i], centre));
    CHECK(widest > 8.0f);
    CHECK(widest < 9.1f);
}

TEST_CASE_FIXTURE(PainterFixture, "pain is painted on the front of the skin only, essential apart from spill-over") {
    store.dispatch(session::ChoosePoint{"VM1"});
    const geometry::Patch* skin = on("skin");
    REQUIRE(skin != nullptr);
    bool both = false, only_spillover = false;
    for (std::size_t i = 0; i < skin->values.size(); ++i) {
        const glm::vec4 v = skin->values[i];
        if (v.w >= 0.0f) CHECK(skin->mesh.positions[i].z > 59.0f);
        CHECK(v.w == std::max(v.x, v.y));
        both = both || (v.x > 1.0f && v.y > 1.0f);
        only_spillover = only_spillover || (v.x < -1.0f && v.y > 1.0f);
    }
    CHECK(both);
    CHECK(only_spillover);
}

TEST_CASE_FIXTURE(PainterFixture, "the referral is switched off and on, and undone") {
    store.dispatch(session::ChoosePoint{"VM1"});
    store.dispatch(session::ShowReferral{false});
    CHECK(on("skin") == nullptr);
    CHECK(on("vastus-medialis") != nullptr);  // the band is always there
    store.dispatch(session::Undo{});
    CHECK(on("skin") != nullptr);
}

TEST_CASE_FIXTURE(PainterFixture, "in the session no pain is painted at first; Explore finds it as it was") {
    store.dispatch(session::ChoosePoint{"VM1"});
    store.dispatch(session::OpenRoom{session::Room::session});
    CHECK(on("skin") == nullptr);
    store.dispatch(session::OpenRoom{session::Room::explore});
    CHECK(on("skin") != nullptr);
}

TEST_CASE_FIXTURE(PainterFixture, "nothing is painted on what is hidden") {
    store.dispatch(session::ChoosePoint{"VM1"});
    store.dispatch(session::Hide{"skin"});
    CHECK(on("skin") == nullptr);
    store.dispatch(session::Isolate{"femur"});
    CHECK(paints().empty());
}

TEST_CASE_FIXTURE(PainterFixture, "patches are cut out once, when their point is chosen") {
    store.dispatch(session::ChoosePoint{"VM1"});
    const geometry::Patch* band = on("vastus-medialis");
    const geometry::Patch* skin = on("skin");
    store.dispatch(session::Orbit{20, 5});
    store.dispatch(session::ShowReferral{false});
    paints();
    store.dispatch(session::ShowReferral{true});
    CHECK(on("vastus-medialis") == band);
    CHECK(on("skin") == skin);
}

TEST_CASE_FIXTURE(PainterFixture, "a chosen area of pain is painted by itself, and a point chosen then takes its place") {
    store.dispatch(session::ChooseZone{"thigh-front"});
    CHECK(store.model().message.empty());
    REQUIRE(on("skin") != nullptr);
    CHECK(paints().size() == 1);
    store.dispatch(session::ChoosePoint{"VM1"});
    CHECK(store.model().plan.zone.empty());
    store.dispatch(session::ChooseZone{"nowhere"});
    CHECK(store.model().message.find("no area of pain") != std::string::npos);
    store.dispatch(session::ChooseZone{"jaw"});  // no part of the model: chosen, not painted
    CHECK(store.model().plan.zone == "jaw");
    CHECK(paints().empty());
}

TEST_CASE_FIXTURE(PainterFixture, "a map's tones follow margin, bone and the needle's reach") {
    const auto femur = *store.atlas()->index_of("femur");
    anatomy::EntryMap map;
    const glm::dvec3 target(-50, 200, 20);
    // On the front of the skin: 3 mm to the left, 20 to the right, bone at the top.
    for (double x = -90; x <= -10; x += 2)
        for (double y = 160; y <= 240; y += 2) {
            anatomy::MapEntry entry;
            entry.entry_mm = {x, y, 60};
            entry.depth_mm = glm::distance(entry.entry_mm, target);
            entry.margin_mm = x < -50 ? 3.0 : 20.0;
            if (y > 220) entry.first_obstacle = femur;
            map.entries.push_back(entry);
        }
    const auto patch = scene::map_patch(*store.atlas(), map, {target, 52.0, 30.0, 2.0});
    REQUIRE(patch);
    const auto tones = scene::map_tones(10.0, scene::Palette{});
    REQUIRE(tones.size() == scene::most_tones);
    const auto tone_at = [&](float x, float y) {
        std::size_t nearest = 0;
        const auto away = [&](std::size_t i) {
            return glm::distance(patch->mesh.positions[i], glm::vec3(x, y, 60.3f));
        };
        for (std::size_t i = 1; i < patch->values.size(); ++i)
            if (away(i) < away(nearest)) nearest = i;
        const glm::vec4& v = patch->values[nearest];
        if (v.w < 0.0f) return -1;
        for (std::size_t t = 0; t < tones.size(); ++t)
            if (v[static_cast<int>(tones[t].channel)] >= tones[t].at_least) return static_cast<int>(t);
        return -1;
    };
    CHECK(tone_at(-30, 200) == 2);  // safe
    CHECK(tone_at(-70, 200) == 1);  // under half of the margin
    CHECK(tone_at(-40, 225) == 1);  // bone in the way
    CHECK(tone_at(-50, 145) == 0);  // 63 mm: the needle is too short
    CHECK(scene::map_tones(30.0, scene::Palette{})[3].at_least == 15.0f);
    const auto paint = scene::map_paint(*store.atlas(), patch, 10.0, scene::Palette{});
    REQUIRE(paint);
    CHECK(paint->index == index("skin"));
    CHECK_FALSE(scene::map_paint(*store.atlas(), nullptr, 10.0, scene::Palette{}));
}
