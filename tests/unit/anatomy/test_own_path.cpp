// A person's own needle on the boxes of small_atlas.h: skin z up to 60, vastus medialis x -75..-20, y 120..300, z
// 0..40.
#include <doctest/doctest.h>

#include <cmath>

#include <glm/geometric.hpp>

#include "anatomy/own_path.h"
#include "support/small_atlas.h"
#include "support/small_content.h"
#include "support/solids.h"

using namespace drypoint;
using namespace drypoint::anatomy;

namespace {

Atlas atlas() {
    Atlas raw = *test::small_atlas();
    Landmark above, below;
    above.id = "above";
    above.at_mm = {-50, 380, 55};
    below.id = "below";
    below.at_mm = {-50, 20, 55};
    raw.landmarks = {above, below};
    base::Issues issues;
    return make_atlas(std::move(raw), issues);
}

OwnPath moved_by(const NeedleMove& move) {
    OwnPath own;
    own.title = "mine";
    own.point = "vastus-medialis-1";
    own.move = move;
    own.place = base::at("own.toml", 1, 1);
    return own;
}

PathGeometry resolved(const OwnPath& own) {
    base::Issues issues;
    const auto way = resolve_own_path(test::small_content(), atlas(), own, issues);
    REQUIRE(way);
    return *way;
}

}  // namespace

TEST_CASE("a path that is not moved is the taught one; slides and leans go where their names say") {
    const PathGeometry taught = resolved(moved_by({}));
    CHECK(taught.entry_mm.z == doctest::Approx(60));
    CHECK(taught.direction.z == doctest::Approx(-1));
    CHECK(taught.skin_angle_deg == doctest::Approx(90));

    const PathGeometry slid = resolved(moved_by({6, 10, 0, 0, 21.0}));
    // The right limb: medial is +x.
    CHECK(slid.entry_mm.x == doctest::Approx(taught.entry_mm.x + 6));
    CHECK(slid.entry_mm.y == doctest::Approx(taught.entry_mm.y + 10));
    CHECK(slid.entry_mm.z == doctest::Approx(60));
    CHECK(slid.depth_mm == 21.0);
    CHECK(glm::distance(slid.target_mm, slid.entry_mm + slid.direction * 21.0) < 1e-9);

    const PathGeometry leaning = resolved(moved_by({0, 0, 20, -30, {}}));
    CHECK(leaning.direction.x / -leaning.direction.z == doctest::Approx(std::tan(20 / 57.29577951308232)));
    CHECK(leaning.direction.y / -leaning.direction.z == doctest::Approx(-std::tan(30 / 57.29577951308232)));
    CHECK(glm::length(leaning.direction) == doctest::Approx(1.0));
    CHECK(leaning.depth_mm == taught.depth_mm);
    CHECK(leaning.skin_angle_deg < 60.0);
}

TEST_CASE("a fixed line stays where it is; one from another model says so") {
    OwnPath own;
    own.title = "line";
    own.line = FixedLine{{-50, 200, 60}, {-50, 200, 30}, std::string(64, '0')};
    base::Issues issues;
    const auto way = resolve_own_path(test::small_content(), atlas(), own, issues);
    REQUIRE(way);
    CHECK(issues.empty());
    CHECK(way->depth_mm == doctest::Approx(30));
    CHECK(way->skin_angle_deg == doctest::Approx(90));
    own.line->model = "another";
    CHECK(resolve_own_path(test::small_content(), atlas(), own, issues));
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].code == "other-model");
}

TEST_CASE("a line of no length, and a point that has no path or is for show only, are refused") {
    base::Issues issues;
    OwnPath none;
    none.line = FixedLine{{1, 2, 3}, {1, 2, 3}, {}};
    CHECK_FALSE(resolve_own_path(test::small_content(), atlas(), none, issues));
    CHECK(issues.back().code == "degenerate-needle");
    OwnPath unknown = moved_by({});
    unknown.point = "soleus-1";
    CHECK_FALSE(resolve_own_path(test::small_content(), atlas(), unknown, issues));
    CHECK(issues.back().code == "no-path");
    Content shown = test::small_content();
    shown.points[0].show_only = Statement{};
    CHECK_FALSE(resolve_own_path(shown, atlas(), moved_by({}), issues));
    CHECK(issues.back().code == "no-path");
}

TEST_CASE("a pinched path is a chord through the muscle, and counts from its face") {
    Content content = test::small_content();
    content.conventions.fibres_over_mm = 80.0;
    content.paths[0].technique = Technique::pincer;
    content.paths[0].side = {Direction::lateral};
    Atlas limb = atlas();
    limb.structures[*limb.index_of("vastus-medialis")].surface = test::gridded_box({-75, 120, 0}, {-20, 300, 40}, 12);
    base::Issues issues;
    const auto way = resolve_path(content, limb, content.paths[0], issues);
    REQUIRE(way);
    CHECK(way->fold);
    CHECK(way->issues.empty());
    CHECK(way->entry_mm.x == doctest::Approx(-75).epsilon(0.001));
    CHECK(way->target_mm.z == doctest::Approx(30));  // 40 - 40 / 4
    CHECK(way->direction.x > 0.99);
    CHECK(way->cover_mm > 0.0);
}

TEST_CASE("a line that was laid on the other limb is mirrored; one of another build begins at the skin that is shown") {
    OwnPath own;
    own.title = "line";
    own.body.side = Side::left;
    own.line = FixedLine{{45, 200, 60}, {48, 205, 20}, {}};
    CHECK(resolved(own).entry_mm.x == doctest::Approx(-45));
    CHECK(resolved(own).target_mm.x == doctest::Approx(-48));
    own.body = {Side::right, heavy_build};
    own.line = FixedLine{{-45, 200, 72}, {-45, 200, 20}, {}};
    const PathGeometry way = resolved(own);
    CHECK(way.entry_mm.z == doctest::Approx(60));
    CHECK(way.target_mm.z == doctest::Approx(20));
    CHECK(way.depth_mm == doctest::Approx(40));
}
