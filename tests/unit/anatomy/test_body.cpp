// One model as other bodies, on the boxes of small_atlas.h.
#include <doctest/doctest.h>

#include <cmath>

#include <glm/geometric.hpp>

#include "anatomy/body.h"
#include "anatomy/probe.h"
#include "geometry/closed.h"
#include "geometry/mesh_check.h"
#include "support/small_atlas.h"

using namespace drypoint;
using namespace drypoint::anatomy;

namespace {

// The skin grows by 8 mm to the front where it lies in front; lean, it shrinks by 4.
Atlas atlas_with_builds() {
    Atlas atlas = *test::small_atlas();
    for (Structure& structure : atlas.structures) {
        if (structure.tissue != Tissue::skin) continue;
        geometry::ShadedMesh& mesh = structure.shading;
        geometry::MorphTarget heavy{heavy_target, {}, {}}, lean{lean_target, {}, {}};
        for (const glm::vec3& position : mesh.positions) {
            const float front = position.z > 0.0f ? 1.0f : 0.0f;
            heavy.positions.emplace_back(0.0f, 0.0f, 8.0f * front);
            lean.positions.emplace_back(0.0f, 0.0f, -4.0f * front);
            mesh.assumed.push_back(position.y > 200.0f ? 1.0f : 0.0f);
        }
        mesh.targets = {heavy, lean};
    }
    atlas.has_builds = true;
    Landmark landmark;
    landmark.id = "knee";
    landmark.at_mm = {-50, 110, 30};
    atlas.landmarks = {landmark};
    return atlas;
}

float front_of_skin(const Atlas& atlas) {
    return atlas.find("skin")->bounds.max.z;
}

}  // namespace

TEST_CASE("the other limb is the mirrored model: names stay, sides change, outside stays outside") {
    const Atlas right = atlas_with_builds();
    const Atlas left = shaped(right, {Side::left, average_build});
    CHECK(left.mirrored);
    CHECK(shown_side(left) == Side::left);
    REQUIRE(left.structures.size() == right.structures.size());
    for (std::size_t i = 0; i < right.structures.size(); ++i) {
        const Structure &before = right.structures[i], &after = left.structures[i];
        CHECK(after.id == before.id);
        CHECK(after.name == before.name);
        CHECK(after.closed);
        CHECK(geometry::check_mesh(after.surface).volume_mm3 ==
              doctest::Approx(geometry::check_mesh(before.surface).volume_mm3));
        CHECK(after.bounds.min.x == -before.bounds.max.x);
        for (const geometry::Triangle& t : after.shading.triangles) {
            const auto& p = after.shading.positions;
            const glm::vec3 outward = glm::cross(p[t[1]] - p[t[0]], p[t[2]] - p[t[0]]);
            CHECK(glm::dot(outward, after.shading.normals[t[0]]) > 0.0f);
        }
    }
    CHECK(left.find_landmark("knee")->at_mm == glm::vec3(50, 110, 30));
    CHECK(left.content_hash == right.content_hash);
}

TEST_CASE("a mirrored needle meets the same layers at the same depths and stays as far from the same hazards") {
    const auto right = std::make_shared<const Atlas>(atlas_with_builds());
    const auto left = std::make_shared<const Atlas>(shaped(*right, {Side::left, average_build}));
    const ProbeIndex on_right(right), on_left(left);
    for (const double lean : {-0.3, 0.0, 0.2}) {
        const NeedleLine line{{-52, 200, 60}, glm::normalize(glm::dvec3(lean, 0.1, -1)), 30.0, 0.15};
        NeedleLine other = line;
        other.entry_mm.x = -line.entry_mm.x;
        other.direction.x = -line.direction.x;
        const PathReport a = on_right.probe(line), b = on_left.probe(other);
        REQUIRE(a.layers.size() == b.layers.size());
        for (std::size_t i = 0; i < a.layers.size(); ++i) {
            CHECK(a.layers[i].structure == b.layers[i].structure);
            CHECK(a.layers[i].enter_mm == doctest::Approx(b.layers[i].enter_mm));
        }
        REQUIRE(a.clearances.size() == b.clearances.size());
        for (std::size_t i = 0; i < a.clearances.size(); ++i) {
            CHECK(a.clearances[i].structure == b.clearances[i].structure);
            CHECK(a.clearances[i].distance_mm == doctest::Approx(b.clearances[i].distance_mm));
        }
    }
}

TEST_CASE("what is drawn while it moves is the same body: lighter triangles are turned over with the others") {
    Atlas right = atlas_with_builds();
    for (Structure& structure : right.structures) structure.shading.light = structure.shading.triangles;
    for (const double build : {average_build, heavy_build}) {
        const Atlas left = shaped(right, {Side::left, build});
        for (std::size_t i = 0; i < left.structures.size(); ++i) {
            const geometry::ShadedMesh& mesh = left.structures[i].shading;
            CHECK(mesh.light == mesh.triangles);
            CHECK(geometry::enclosed_mm3(mesh.positions, mesh.light) > 0.0);
        }
    }
}

TEST_CASE("asking for the side that the model has changes nothing") {
    const Atlas atlas = atlas_with_builds();
    const Atlas same = shaped(atlas, {Side::right, average_build});
    CHECK_FALSE(same.mirrored);
    CHECK(same.find("skin")->surface.positions == atlas.find("skin")->surface.positions);
}

TEST_CASE("a build moves the skin as its morph target says, in between by its share, and nothing beneath") {
    const Atlas average = atlas_with_builds();
    const float at_rest = front_of_skin(average);
    CHECK(front_of_skin(shaped(average, {Side::none, heavy_build})) == doctest::Approx(at_rest + 8));
    CHECK(front_of_skin(shaped(average, {Side::none, 0.5})) == doctest::Approx(at_rest + 4));
    CHECK(front_of_skin(shaped(average, {Side::none, lean_build})) == doctest::Approx(at_rest - 4));
    const Atlas heavy_left = shaped(average, {Side::left, heavy_build});
    CHECK(front_of_skin(heavy_left) == doctest::Approx(at_rest + 8));
    CHECK(heavy_left.find("skin")->surface.positions.size() == average.find("skin")->surface.positions.size());
    CHECK(heavy_left.bounds.max.z == front_of_skin(heavy_left));
    CHECK(heavy_left.find("femur")->bounds.max.z == average.find("femur")->bounds.max.z);
    CHECK(heavy_left.build == heavy_build);
}

TEST_CASE("what cannot be shown is refused with the reason") {
    Atlas plain = *test::small_atlas();
    CHECK(why_not_shaped(plain, {Side::left, average_build}).empty());
    CHECK(why_not_shaped(plain, {Side::none, heavy_build}) == "This model has one body build only");
    CHECK(why_not_shaped(atlas_with_builds(), {Side::none, 1.5}).find("from -1") != std::string::npos);
    CHECK(why_not_shaped(atlas_with_builds(), {Side::none, std::nan("")}).find("from -1") != std::string::npos);
    plain.structures.front().side = Side::left;  // both sides in one file
    CHECK(why_not_shaped(plain, {Side::left, average_build}).find("both") != std::string::npos);
}

TEST_CASE("builds have names, and numbers between them") {
    CHECK(build_named("lean") == lean_build);
    CHECK(build_named("heavy") == heavy_build);
    CHECK(build_named("0.25") == 0.25);
    CHECK_FALSE(build_named("1.01"));
    CHECK_FALSE(build_named("fat"));
    CHECK_FALSE(build_named("nan"));
    CHECK_FALSE(build_named(""));
    CHECK(name_of_build(0.0) == "average");
    CHECK(name_of_build(0.25).empty());
}

TEST_CASE("whether a thickness was assumed is read where the needle passes; a model may not say") {
    const Atlas atlas = atlas_with_builds();
    const Structure& skin = *atlas.find("skin");
    const float top = skin.bounds.max.y, bottom = skin.bounds.min.y;
    CHECK(thickness_is_assumed(skin, {skin.bounds.max.x, top, skin.bounds.max.z}) == true);
    CHECK(thickness_is_assumed(skin, {skin.bounds.max.x, bottom, skin.bounds.max.z}) == false);
    CHECK_FALSE(thickness_is_assumed(*atlas.find("femur"), {0, 0, 0}).has_value());
}
