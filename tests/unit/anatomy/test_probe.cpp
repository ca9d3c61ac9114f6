// What a needle meets, against solids whose depths and distances are known.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>

#include "anatomy/probe.h"
#include "support/onion.h"

using namespace drypoint;
using namespace drypoint::anatomy;
using test::atlas_of;
using test::shell;
using test::solid;

namespace {

// Onions round the origin: skin 50 to 48, fat 47.9 to 40, muscle 39.9 to 10, bone 9 and less; an artery beside the
// needle's way.
AtlasPtr onion() {
    const auto ball = [](float radius) { return test::sphere({0, 0, 0}, radius, 48); };
    return atlas_of({solid("skin", Tissue::skin, shell(ball(50), ball(48))),
                     solid("subcutaneous-fat", Tissue::fat, shell(ball(47.9f), ball(40))),
                     solid("vastus-medialis", Tissue::muscle, shell(ball(39.9f), ball(10))),
                     solid("femur", Tissue::bone, ball(9)),
                     solid("femoral-artery", Tissue::artery, test::sphere({20, 0, 25}, 4, 32)),
                     solid("sciatic-nerve", Tissue::nerve, test::sphere({0, 0, -200}, 3, 12))});
}

std::string name_of(const Atlas& atlas, const LayerPassed& layer) {
    return layer.structure ? atlas.structures[*layer.structure].id : "connective";
}

}  // namespace

TEST_CASE("a needle towards the centre passes skin, fat, muscle and bone at their depths, and out on the far side") {
    const ProbeIndex index(onion());
    const PathReport report = index.probe({{0, 0, 50}, {0, 0, -1}, 25});
    struct Expected {
        const char* name;
        double enter, exit;
    };
    const Expected expected[]{
        {"skin", 0, 2},    {"subcutaneous-fat", 2.1, 10}, {"vastus-medialis", 10.1, 40}, {"connective", 40, 41},
        {"femur", 41, 59}, {"connective", 59, 60},        {"vastus-medialis", 60, 89.9}, {"subcutaneous-fat", 90, 97.9},
        {"skin", 98, 100}};
    REQUIRE(report.layers.size() >= std::size(expected));
    for (std::size_t i = 0; i < std::size(expected); ++i) {
        CHECK(name_of(index.atlas(), report.layers[i]) == expected[i].name);
        CHECK(std::abs(report.layers[i].enter_mm - expected[i].enter) < 0.01);
        CHECK(std::abs(*report.layers[i].exit_mm - expected[i].exit) < 0.01);
    }
    CHECK(report.issues.empty());
    REQUIRE(report.tip_in.size() == 1);
    CHECK(index.atlas().structures[report.tip_in[0]].id == "vastus-medialis");
    CHECK(report.tip_mm.z == 25);
}

TEST_CASE("the clearance is that of the whole shaft, with the depth where it is smallest") {
    const ProbeIndex index(onion());
    const PathReport deep = index.probe({{0, 0, 50}, {0, 0, -1}, 45});
    REQUIRE(deep.clearances.size() == 1);
    CHECK(deep.clearances[0].distance_mm == doctest::Approx(16).epsilon(0.003));
    CHECK(deep.clearances[0].at_depth_mm == doctest::Approx(25).epsilon(0.02));
    REQUIRE(deep.farther.size() == 1);
    CHECK(index.atlas().structures[deep.farther[0]].id == "sciatic-nerve");

    const PathReport shallow = index.probe({{0, 0, 50}, {0, 0, -1}, 10});
    CHECK(shallow.clearances[0].at_depth_mm == doctest::Approx(10));
    CHECK(shallow.clearances[0].distance_mm == doctest::Approx(std::sqrt(20.0 * 20 + 15 * 15) - 4).epsilon(0.003));
}

TEST_CASE("a shaft through an artery, or ending inside it, has no clearance; one that stops before it has") {
    const ProbeIndex index(onion());
    const glm::dvec3 direction{-1, 0, 0};
    const glm::dvec3 entry{std::sqrt(50.0 * 50 - 25 * 25), 0, 25};
    CHECK(index.probe({entry, direction, 40}).clearances[0].distance_mm == 0);
    CHECK(index.probe({entry, direction, entry.x - 20}).clearances[0].distance_mm == 0);
    CHECK(index.probe({entry, direction, entry.x - 20}).clearances[0].at_depth_mm ==
          doctest::Approx(entry.x - 24).epsilon(0.001));
    CHECK(index.probe({entry, direction, entry.x - 27}).clearances[0].distance_mm == doctest::Approx(3).epsilon(0.01));
}

TEST_CASE("seams of up to 0.3 mm are no tissue, wider gaps are connective tissue") {
    const auto slab = [](float from, float to) { return test::gridded_box({-50, -50, from}, {50, 50, to}, 2); };
    const ProbeIndex index(
        atlas_of({solid("a", Tissue::muscle, slab(-10, 0)), solid("b", Tissue::muscle, slab(-20, -10.25f)),
                  solid("c", Tissue::muscle, slab(-30, -20.5f))}));
    const PathReport report = index.probe({{1, 2, 0}, {0, 0, -1}, 5});
    REQUIRE(report.layers.size() == 4);
    CHECK(name_of(index.atlas(), report.layers[0]) == "a");
    CHECK(name_of(index.atlas(), report.layers[1]) == "b");
    CHECK(name_of(index.atlas(), report.layers[2]) == "connective");
    CHECK(name_of(index.atlas(), report.layers[3]) == "c");
}

TEST_CASE("an open surface gives an issue that names it, and a layer that says it goes on") {
    geometry::TriangleMesh open = test::gridded_box({-5, -5, -20}, {5, 5, 0}, 1);
    const auto deeper = [&](const geometry::Triangle& t) {
        return open.positions[t[0]].z < -19 && open.positions[t[1]].z < -19 && open.positions[t[2]].z < -19;
    };
    open.triangles.erase(std::remove_if(open.triangles.begin(), open.triangles.end(), deeper), open.triangles.end());
    const ProbeIndex index(atlas_of({solid("sartorius", Tissue::muscle, open)}));
    const PathReport report = index.probe({{1, 2, 0}, {0, 0, -1}, 5});
    REQUIRE(report.layers.size() == 1);
    CHECK(report.layers[0].enter_mm == 0);
    CHECK_FALSE(report.layers[0].exit_mm);
    REQUIRE(report.issues.size() == 1);
    CHECK(report.issues[0].place.node == "sartorius");
    CHECK(report.tip_in.size() == 1);
}

TEST_CASE("a needle that is none gives an issue and no layers") {
    const ProbeIndex index(onion());
    const double nan = std::nan("");
    for (const NeedleLine& needle : {NeedleLine{{0, 0, 50}, {0, 0, 0}, 5}, NeedleLine{{0, 0, 50}, {0, 0, -2}, 5},
                                     NeedleLine{{0, 0, 50}, {0, 0, -1}, -1}, NeedleLine{{nan, 0, 50}, {0, 0, -1}, 5}}) {
        const PathReport report = index.probe(needle);
        CHECK(report.layers.empty());
        CHECK(base::has_error(report.issues));
    }
}

TEST_CASE("a needle of no depth lies on the skin and has a clearance all the same") {
    const ProbeIndex index(onion());
    const PathReport report = index.probe({{0, 0, 50}, {0, 0, -1}, 0});
    CHECK(report.tip_in.size() == 1);
    REQUIRE(report.clearances.size() == 1);
    CHECK(report.clearances[0].at_depth_mm == 0);
}

TEST_CASE("the stretches in one structure are the layers that the whole probe finds of it") {
    const AtlasPtr atlas = onion();
    const ProbeIndex index(atlas);
    for (const glm::dvec3& aside : {glm::dvec3(0), glm::dvec3(20, 5, 0), glm::dvec3(0, 45, 0)}) {
        const NeedleLine needle{glm::dvec3(0, 0, 50) + aside, {0, 0, -1}, 5.0};
        const PathReport report = index.probe(needle);
        for (std::size_t i = 0; i < atlas->structures.size(); ++i) {
            std::vector<LayerPassed> expected;
            for (const LayerPassed& layer : report.layers)
                if (layer.structure == i) expected.push_back(layer);
            const std::vector<LayerPassed> found = stretches_in(*atlas, i, needle);
            INFO(atlas->structures[i].id << ", aside " << aside.x << ", " << aside.y);
            REQUIRE(found.size() == expected.size());
            for (std::size_t n = 0; n < found.size(); ++n) {
                CHECK(found[n].enter_mm == expected[n].enter_mm);
                CHECK(found[n].exit_mm == expected[n].exit_mm);
            }
        }
    }
    // Through the middle the muscle's shell is entered twice: 39.9 to 10 mm from the centre, and again behind it.
    const std::vector<LayerPassed> muscle =
        stretches_in(*atlas, *atlas->index_of("vastus-medialis"), {{0, 0, 50}, {0, 0, -1}, 0});
    REQUIRE(muscle.size() == 2);
    CHECK(muscle[0].enter_mm == doctest::Approx(10.1).epsilon(0.01));
    CHECK(*muscle[0].exit_mm == doctest::Approx(40).epsilon(0.01));
    CHECK(stretches_in(*atlas, 0, {{0, 0, 50}, {0, 0, -2}, 0}).empty());
}

TEST_CASE("distances are those of the shaft's wall, and to the hull where a spread is known") {
    const ProbeIndex index(onion(), {test::spread("femoral-artery", 5.0)});
    const NeedleLine needle{{0, 0, 50}, {0, 0, -1}, 45, 0.15};
    const Clearance once = index.probe(needle).clearances.at(0);
    CHECK(once.distance_mm == doctest::Approx(16 - 0.15).epsilon(0.003));
    REQUIRE(once.hull_distance_mm);
    CHECK(*once.hull_distance_mm == doctest::Approx(once.distance_mm - 5));
    CHECK(*index.probe(needle, 2.0).clearances.at(0).hull_distance_mm == doctest::Approx(once.distance_mm - 10));
    CHECK(*index.probe(needle, 0.0).clearances.at(0).hull_distance_mm == once.distance_mm);
    CHECK(*index.probe(needle, 4.0).clearances.at(0).hull_distance_mm == 0.0);
    CHECK_FALSE(ProbeIndex(onion()).probe(needle).clearances.at(0).hull_distance_mm);
}

TEST_CASE("a hazard whose hull is within reach is listed, though its surface is farther") {
    const auto nerve = [] { return solid("nerve", Tissue::nerve, test::sphere({0, 0, -70}, 4, 24)); };
    const NeedleLine needle{{0, 0, 10}, {0, 0, -1}, 5};  // 71 - 4 = 67 mm
    const PathReport without = ProbeIndex(atlas_of({nerve()})).probe(needle);
    CHECK(without.clearances.empty());
    CHECK(without.farther.size() == 1);
    const ProbeIndex with(atlas_of({nerve()}), {test::spread("nerve", 12.0)});
    REQUIRE(with.probe(needle).clearances.size() == 1);
    CHECK(with.probe(needle).clearances[0].distance_mm == doctest::Approx(71).epsilon(0.001));
    CHECK(*with.probe(needle).clearances[0].hull_distance_mm == doctest::Approx(59).epsilon(0.001));
    CHECK(with.probe(needle, 0.5).farther.size() == 1);
}

TEST_CASE("bone is met where its surface is: before the tip, or in the seam under it, and not beyond") {
    const ProbeIndex index(onion());
    CHECK_FALSE(index.probe({{0, 0, 50}, {0, 0, -1}, 40.6}).bone);
    const PathReport touching = index.probe({{0, 0, 50}, {0, 0, -1}, 40.8});
    REQUIRE(touching.bone);
    CHECK(std::abs(touching.bone->depth_mm - 41.0) < 0.01);
    const PathReport beyond = index.probe({{0, 0, 50}, {0, 0, -1}, 70});
    REQUIRE(beyond.bone);
    CHECK(index.atlas().structures[beyond.bone->structure].id == "femur");
    CHECK(std::abs(beyond.bone->depth_mm - 41.0) < 0.01);
}

TEST_CASE("the tip is in the innermost structure last, and in a seam in what was left last") {
    const auto ball = [](float radius) { return test::sphere({0, 0, 0}, radius, 32); };
    const ProbeIndex nested(
        atlas_of({solid("inner", Tissue::tendon, ball(10)), solid("outer", Tissue::muscle, ball(30)),
                  solid("middle", Tissue::fascia, ball(20))}));
    std::vector<base::Id> names;
    for (const std::size_t i : nested.probe({{0, 0, 30}, {0, 0, -1}, 30}).tip_in)
        names.push_back(nested.atlas().structures[i].id);
    CHECK(names == std::vector<base::Id>{"outer", "middle", "inner"});

    const auto slab = [](float from, float to) { return test::gridded_box({-50, -50, from}, {50, 50, to}, 2); };
    const ProbeIndex seam(
        atlas_of({solid("a", Tissue::muscle, slab(-10, 0)), solid("b", Tissue::muscle, slab(-20, -10.2f))}));
    const PathReport report = seam.probe({{1, 2, 0}, {0, 0, -1}, 10.1});
    REQUIRE(report.tip_in.size() == 1);
    CHECK(seam.atlas().structures[report.tip_in[0]].id == "a");
}

TEST_CASE("a surface that faces inwards is read the other way round, and the issue says so") {
    geometry::TriangleMesh turned = test::gridded_box({-5, -5, -20}, {5, 5, 0}, 1);
    for (geometry::Triangle& t : turned.triangles) std::swap(t[1], t[2]);
    const ProbeIndex index(atlas_of({solid("sartorius", Tissue::muscle, turned)}));
    const PathReport report = index.probe({{1, 2, 10}, {0, 0, -1}, 15});
    REQUIRE(report.layers.size() == 2);
    CHECK(report.layers[1].enter_mm == doctest::Approx(10));
    CHECK(*report.layers[1].exit_mm == doctest::Approx(30));
    REQUIRE(report.issues.size() == 1);
    CHECK(report.issues[0].message.find("face inwards") != std::string::npos);
    CHECK(report.issues[0].message.find("10.0, 30.0 mm") != std::string::npos);
    CHECK(report.tip_in.size() == 1);
}

TEST_CASE(
    "two solids of one structure that cross each other are one inside; two structures that cross both hold the tip") {
    geometry::TriangleMesh both = test::gridded_box({-5, -5, -20}, {5, 5, 0}, 1);
    const geometry::TriangleMesh second = test::gridded_box({-5, -5, -30}, {5, 5, -15}, 1);
    const auto first = static_cast<std::uint32_t>(both.positions.size());
    both.positions.insert(both.positions.end(), second.positions.begin(), second.positions.end());
    for (const geometry::Triangle& t : second.triangles)
        both.triangles.push_back({t[0] + first, t[1] + first, t[2] + first});
    const ProbeIndex one(atlas_of({solid("a", Tissue::muscle, both)}));
    const PathReport merged = one.probe({{1, 2, 0}, {0, 0, -1}, 17});
    REQUIRE(merged.layers.size() == 1);
    CHECK(*merged.layers[0].exit_mm == doctest::Approx(30));
    CHECK(merged.issues.empty());

    const ProbeIndex two(atlas_of({solid("a", Tissue::muscle, test::gridded_box({-5, -5, -20}, {5, 5, 0}, 1)),
                                   solid("b", Tissue::muscle, second)}));
    CHECK(two.probe({{1, 2, 0}, {0, 0, -1}, 17}).tip_in.size() == 2);
}

TEST_CASE("of an open surface with a hole on the way in, what lies whole behind it is kept") {
    // Two boxes of one structure; the first has lost the face by which the needle enters.
    geometry::TriangleMesh holed = test::gridded_box({-5, -5, -10}, {5, 5, 0}, 1);
    holed.triangles.erase(std::remove_if(holed.triangles.begin(), holed.triangles.end(),
                                         [&](const geometry::Triangle& t) {
                                             return holed.positions[t[0]].z == 0 && holed.positions[t[1]].z == 0 &&
                                                    holed.positions[t[2]].z == 0;
                                         }),
                          holed.triangles.end());
    const geometry::TriangleMesh whole = test::gridded_box({-5, -5, -30}, {5, 5, -20}, 1);
    const auto first = static_cast<std::uint32_t>(holed.positions.size());
    holed.positions.insert(holed.positions.end(), whole.positions.begin(), whole.positions.end());
    for (const geometry::Triangle& t : whole.triangles)
        holed.triangles.push_back({t[0] + first, t[1] + first, t[2] + first});
    const ProbeIndex index(atlas_of({solid("a", Tissue::muscle, holed)}));
    const PathReport report = index.probe({{1, 2, 5}, {0, 0, -1}, 30});
    REQUIRE(report.issues.size() == 1);
    std::vector<double> ends;
    for (const LayerPassed& layer : report.layers)
        if (layer.structure) ends.push_back(*layer.exit_mm);
    REQUIRE(ends.size() == 1);
    CHECK(ends[0] == doctest::Approx(35));
}

TEST_CASE("the way to the tip alone has the same layers, tip and bone as the whole line") {
    const ProbeIndex index(onion());
    for (double depth = 0.5; depth < 60.0; depth += 2.3) {
        const NeedleLine needle{{3, 2, std::sqrt(50.0 * 50 - 13)}, glm::normalize(glm::dvec3(-3, 1, -40)), depth};
        const PathReport whole = index.probe(needle);
        const PathReport part = index.probe_to_tip(needle);
        CHECK(part.tip_in == whole.tip_in);
        CHECK(part.bone.has_value() == whole.bone.has_value());
        for (std::size_t i = 0; i < part.layers.size(); ++i) {
            CHECK(part.layers[i].structure == whole.layers[i].structure);
            CHECK(part.layers[i].enter_mm == whole.layers[i].enter_mm);
        }
    }
}
