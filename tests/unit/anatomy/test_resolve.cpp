// Words to places on the boxes of small_atlas.h: skin z up to 60, vastus medialis x -75..-20, y 120..300, z 0..40.
#include <doctest/doctest.h>

#include <algorithm>

#include <glm/geometric.hpp>

#include "anatomy/resolve.h"
#include "support/small_atlas.h"
#include "support/small_content.h"

using namespace drypoint;

namespace {

anatomy::Landmark landmark(const std::string& id, const glm::vec3& at) {
    anatomy::Landmark made;
    made.id = id;
    made.at_mm = at;
    return made;
}

// A line in front of the muscle, from above to below.
anatomy::Atlas atlas_with_landmarks() {
    anatomy::Atlas raw = *test::small_atlas();
    raw.landmarks = {landmark("above", {-50, 380, 55}), landmark("below", {-50, 20, 55})};
    base::Issues issues;
    return anatomy::make_atlas(std::move(raw), issues);
}

bool near_to(const glm::dvec3& a, const glm::dvec3& b) {
    return glm::distance(a, b) < 1e-3;
}

}  // namespace

TEST_CASE("a point without a spot lies in the middle of its band, moved into the muscle") {
    const auto atlas = atlas_with_landmarks();
    const auto content = test::small_content();
    const auto resolved = anatomy::resolve(content, atlas, content.points[0]);
    REQUIRE(resolved.at_mm);
    CHECK(near_to(resolved.line_point_mm, {-50, 110, 55}));
    // The nearest place of the muscle is its lower edge; the dot slides no further than it must.
    CHECK(resolved.at_mm->y >= 120.0 - 1e-6);
    CHECK(resolved.thickness_mm == doctest::Approx(40.0));
    CHECK(resolved.at_mm->z == doctest::Approx(20.0));
    CHECK(resolved.moved_mm == doctest::Approx(glm::distance(*resolved.at_mm, resolved.line_point_mm)));
    CHECK(resolved.aside_mm == doctest::Approx(resolved.at_mm->y - 110.0).epsilon(0.01));
    CHECK(resolved.issues.empty());
}

TEST_CASE("share, offsets and layer place the dot to the millimetre") {
    const auto atlas = atlas_with_landmarks();
    auto content = test::small_content();
    anatomy::Anchor& anchor = content.points[0].anchor;
    anchor.line = anatomy::LandmarkLine{"above", "below"};
    anchor.at = 0.5;
    anchor.layer = {0.0, 0.5};
    using Unit = anatomy::Offset::Unit;
    anchor.offsets = {{anatomy::Direction::medial, 4.0, Unit::mm},
                      {anatomy::Direction::proximal, 2.0, Unit::fingerwidths},
                      {anatomy::Direction::distal, 10.0, Unit::percent_of_line}};
    const auto resolved = anatomy::resolve(content, atlas, content.points[0]);
    REQUIRE(resolved.at_mm);
    CHECK(near_to(resolved.line_point_mm, {-46, 199, 55}));
    CHECK(near_to(*resolved.at_mm, {-46, 199, 30}));
    CHECK(resolved.aside_mm == doctest::Approx(0.0).epsilon(1e-6));
    REQUIRE_FALSE(resolved.band_mm.empty());
    CHECK(resolved.band_mm.front().y > resolved.band_mm.back().y);
    for (const glm::dvec3& place : resolved.band_mm) CHECK(place.z == doctest::Approx(40.0));
}

TEST_CASE("the finger's side decides from where the layers count") {
    const auto atlas = atlas_with_landmarks();
    auto content = test::small_content();
    anatomy::Anchor& anchor = content.points[0].anchor;
    anchor.line = anatomy::LandmarkLine{"above", "below"};
    anchor.at = 0.5;
    anchor.side = {anatomy::Direction::medial};
    anchor.layer = {0.0, 0.2};
    const auto resolved = anatomy::resolve(content, atlas, content.points[0]);
    REQUIRE(resolved.at_mm);
    CHECK(resolved.thickness_mm == doctest::Approx(55.0));
    CHECK(resolved.at_mm->x == doctest::Approx(-25.5));
}

TEST_CASE("medial is the other way on the left") {
    CHECK(anatomy::towards(anatomy::Direction::medial, anatomy::Side::right).x == 1.0);
    CHECK(anatomy::towards(anatomy::Direction::medial, anatomy::Side::left).x == -1.0);
    CHECK(glm::length(anatomy::towards({anatomy::Direction::medial, anatomy::Direction::lateral},
                                       anatomy::Side::right)) == 0.0);
}

TEST_CASE("a perpendicular path enters at the nearest skin and ends in the middle of the layer") {
    const auto atlas = atlas_with_landmarks();
    auto content = test::small_content();
    content.points[0].anchor.line = anatomy::LandmarkLine{"above", "below"};
    content.points[0].anchor.at = 0.5;
    base::Issues issues;
    const auto path = anatomy::resolve_path(content, atlas, content.paths[0], issues);
    REQUIRE(path);
    CHECK(issues.empty());
    CHECK(near_to(path->entry_mm, {-50, 200, 60}));
    CHECK(near_to(path->direction, {0, 0, -1}));
    CHECK(path->depth_mm == doctest::Approx(40.0));
    CHECK(near_to(path->target_mm, {-50, 200, 20}));
    CHECK(path->skin_angle_deg == doctest::Approx(90.0));
    CHECK_FALSE(path->angle_by_convention);
    CHECK(path->beside_mm == doctest::Approx(0.0).epsilon(1e-6));
    CHECK_FALSE(path->stop_mm);  // the femur lies beside this line
}

TEST_CASE("towards a bone is the straight line to its place nearest to the point") {
    const auto atlas = atlas_with_landmarks();
    auto content = test::small_content();
    content.points[0].anchor.line = anatomy::LandmarkLine{"above", "below"};
    content.points[0].anchor.at = 0.5;
    content.paths[0].towards = "femur";
    content.paths[0].angle_deg.reset();
    content.paths[0].depth_to_stop = true;
    base::Issues issues;
    const auto path = anatomy::resolve_path(content, atlas, content.paths[0], issues);
    REQUIRE(path);
    // Nearest to (-50, 200, 20) on the femur is (-70, 200, -2).
    CHECK(near_to(path->direction, glm::normalize(glm::dvec3(-20, 0, -62))));
    CHECK(path->angle_by_convention);
    REQUIRE(path->stop_mm);
    CHECK(*path->stop_mm == doctest::Approx(glm::length(glm::dvec3(-20, 0, -62))).epsilon(1e-4));
    CHECK(path->depth_mm == doctest::Approx(*path->stop_mm));
}

TEST_CASE("what the model lacks is named with the place in the content") {
    auto atlas = atlas_with_landmarks();
    auto content = test::small_content();
    content.points[0].anchor.line = anatomy::LandmarkLine{"above", "nowhere"};
    content.points[0].anchor.at = 0.5;
    auto resolved = anatomy::resolve(content, atlas, content.points[0]);
    CHECK_FALSE(resolved.at_mm);
    REQUIRE(resolved.issues.size() >= 1);
    CHECK(base::to_string(resolved.issues[0]).rfind("vm1.toml:9:1: ", 0) == 0);
    CHECK(resolved.issues[0].message.find("\"nowhere\"") != std::string::npos);

    content = test::small_content();
    content.points[0].muscle = "sartorius";
    resolved = anatomy::resolve(content, atlas, content.points[0]);
    CHECK_FALSE(resolved.at_mm);
    CHECK(resolved.issues.at(0).message.find("\"sartorius\"") != std::string::npos);

    content = test::small_content();
    content.paths[0].towards = "fibula";
    const auto missing = anatomy::missing_in_model(content, atlas);
    CHECK(missing.size() == 1);
    CHECK(missing.at(0).message.find("\"fibula\"") != std::string::npos);

    content = test::small_content();
    content.conventions.condition_landmarks = {"above", "patela"};
    content.conventions.condition_view_place = base::at("conventions.toml", 7, 1);
    const auto unseen = anatomy::missing_in_model(content, atlas);
    CHECK(unseen.size() == 1);
    CHECK(base::to_string(unseen.at(0)).rfind("conventions.toml:7:1: ", 0) == 0);
    CHECK(unseen.at(0).message.find("\"patela\"") != std::string::npos);
}

TEST_CASE("a model without a skin is entered at the muscle, and says so") {
    auto atlas = atlas_with_landmarks();
    const auto is_skin = [](const anatomy::Structure& s) { return s.tissue == anatomy::Tissue::skin; };
    atlas.structures.erase(std::remove_if(atlas.structures.begin(), atlas.structures.end(), is_skin),
                           atlas.structures.end());
    auto content = test::small_content();
    content.points[0].anchor.line = anatomy::LandmarkLine{"above", "below"};
    content.points[0].anchor.at = 0.5;
    content.points[0].anchor.layer = {0.0, 0.5};
    base::Issues issues;
    const auto path = anatomy::resolve_path(content, atlas, content.paths[0], issues);
    REQUIRE(path);
    CHECK_FALSE(path->entry_on_skin);
    CHECK(path->entry_mm.z == doctest::Approx(40.0));
    REQUIRE(path->issues.size() == 1);
    CHECK(path->issues[0].code == "no-skin");
}
