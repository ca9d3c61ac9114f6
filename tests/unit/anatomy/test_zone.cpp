// Areas of pain on the boxes of small_atlas.h, and the way back to points.
#include <doctest/doctest.h>

#include "anatomy/zone.h"
#include "support/small_atlas.h"
#include "support/small_content.h"

using namespace drypoint;

namespace {

anatomy::Atlas atlas_with(std::vector<anatomy::Landmark> landmarks) {
    anatomy::Atlas raw = *test::small_atlas();
    raw.landmarks = std::move(landmarks);
    base::Issues issues;
    return anatomy::make_atlas(std::move(raw), issues);
}

anatomy::Landmark landmark(const char* id, const glm::vec3& at) {
    anatomy::Landmark made;
    made.id = id;
    made.at_mm = at;
    return made;
}

anatomy::Zone front() {
    anatomy::Zone zone;
    zone.id = "front";
    zone.area = anatomy::ZoneArea{{"top", "bottom"}, {0.25, 0.75}, {anatomy::Direction::anterior}, 2.0};
    return zone;
}

}  // namespace

TEST_CASE("a zone is the skin beside its part of the line, on its side of the limb") {
    const auto atlas = atlas_with({landmark("top", {0, 400, 50}), landmark("bottom", {0, 0, 50})});
    const auto content = test::small_content();  // a fingerwidth is 17.5 mm
    base::Issues issues;
    const auto zone = anatomy::resolve_zone(content, atlas, front(), anatomy::Side::right, issues);
    REQUIRE(zone);
    CHECK(issues.empty());
    CHECK(zone->from_mm.y == doctest::Approx(300.0));
    CHECK(zone->to_mm.y == doctest::Approx(100.0));
    CHECK(zone->reach_mm == doctest::Approx(35.0));
    // However far the skin stands out, only the distance to the side counts.
    CHECK(*anatomy::distance_in_zone(*zone, {20, 200, 90}) == doctest::Approx(20.0));
    CHECK(*anatomy::distance_in_zone(*zone, {0, 330, 60}) == doctest::Approx(30.0));
    CHECK_FALSE(anatomy::distance_in_zone(*zone, {36, 200, 60}));
    CHECK_FALSE(anatomy::distance_in_zone(*zone, {0, 60, 60}));
    CHECK_FALSE(anatomy::distance_in_zone(*zone, {0, 200, -60}));  // the back of the limb
}

TEST_CASE("inside a zone the depth counts to its border; skin that is turned away is outside") {
    const auto atlas = atlas_with({landmark("top", {0, 400, 50}), landmark("bottom", {0, 0, 50})});
    base::Issues issues;
    const auto zone =
        anatomy::resolve_zone(test::small_content(), atlas, front(), anatomy::Side::right, issues);
    REQUIRE(zone);
    const glm::dvec3 forward{0, 0, 1};
    CHECK(anatomy::depth_in_zone(*zone, {20, 200, 90}, forward) == doctest::Approx(15.0));
    CHECK(anatomy::depth_in_zone(*zone, {40, 200, 90}, forward) == doctest::Approx(-5.0));
    CHECK(anatomy::depth_in_zone(*zone, {0, 350, 90}, forward) == doctest::Approx(-15.0));
    CHECK(anatomy::depth_in_zone(*zone, {20, 200, 90}, -forward) < 0.0);                      // an inner face
    CHECK(anatomy::depth_in_zone(*zone, {20, 200, 90}, {1, 0, 0}) == doctest::Approx(0.0));  // seen edge-on
    CHECK(anatomy::depth_in_zone(*zone, {0, 200, -60}, -forward) < 0.0);                      // the back of the limb
    CHECK(anatomy::depth_in_zone(*zone, {0, 200, 20}, forward) < 0.0);  // the back's inner face looks at the line
}

TEST_CASE("the zones of a place come nearest line first") {
    const auto atlas = atlas_with({landmark("top", {0, 400, 50}), landmark("bottom", {0, 0, 50}),
                                   landmark("beside", {30, 400, 50}), landmark("below", {30, 0, 50})});
    anatomy::Zone other = front();
    other.id = "other";
    other.area->line = {"beside", "below"};
    base::Issues issues;
    std::vector<anatomy::ZoneOnModel> zones;
    for (const auto& zone : {front(), other})
        zones.push_back(*anatomy::resolve_zone(test::small_content(), atlas, zone, anatomy::Side::right, issues));
    CHECK(anatomy::zones_at(zones, {5, 200, 60}) == std::vector<base::Id>{"front", "other"});
    CHECK(anatomy::zones_at(zones, {28, 200, 60}) == std::vector<base::Id>{"other", "front"});
    CHECK(anatomy::zones_at(zones, {50, 200, 60}) == std::vector<base::Id>{"other"});
    CHECK(anatomy::zones_at(zones, {200, 200, 60}).empty());
}

TEST_CASE("a landmark that the model lacks is named, and a zone that is not on the model is no fault") {
    const auto atlas = atlas_with({landmark("top", {0, 400, 50})});
    base::Issues issues;
    CHECK_FALSE(anatomy::resolve_zone(test::small_content(), atlas, front(), anatomy::Side::right, issues));
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].message.find("\"bottom\"") != std::string::npos);
    anatomy::Zone jaw;
    jaw.id = "jaw";
    CHECK_FALSE(anatomy::resolve_zone(test::small_content(), atlas, jaw, anatomy::Side::right, issues));
    CHECK(issues.size() == 1);
}

TEST_CASE("from pain back to points: essential before spill-over, each once with its strongest part") {
    anatomy::Content content;
    for (const char* id : {"a", "b", "c", "d"}) {
        anatomy::TriggerPoint point;
        point.id = id;
        content.points.push_back(point);
    }
    content.points[0].referral.spillover_zones = {"knee"};
    content.points[1].referral.essential_zones = {"knee"};
    content.points[1].referral.seen_zones = {"knee"};
    content.points[2].referral.seen_zones = {"knee"};
    const auto found = anatomy::referring_to(content, "knee");
    REQUIRE(found.size() == 3);
    CHECK(found[0].point->id == "b");
    CHECK(found[0].part == anatomy::ReferralPart::essential);
    CHECK(found[1].point->id == "a");
    CHECK(found[2].point->id == "c");
}
