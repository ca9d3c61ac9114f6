// What a needle meets, against solids whose depths and distances are known.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "anatomy/probe.h"
#include "support/small_atlas.h"
#include "support/solids.h"

using namespace drypoint;
using namespace drypoint::anatomy;

namespace {

// A shell: a surface and, inside it, a second one turned inwards.
geometry::TriangleMesh shell(geometry::TriangleMesh outer, const geometry::TriangleMesh& inner) {
    const auto first = static_cast<std::uint32_t>(outer.positions.size());
    outer.positions.insert(outer.positions.end(), inner.positions.begin(), inner.positions.end());
    for (const geometry::Triangle& t : inner.triangles)
        outer.triangles.push_back({t[0] + first, t[2] + first, t[1] + first});
    return outer;
}

Structure solid(const char* id, Tissue tissue, geometry::TriangleMesh mesh) {
    Structure structure;
    structure.id = id;
    structure.node = id;
    structure.tissue = tissue;
    structure.hazard = is_hazard(tissue);
    structure.surface = std::move(mesh);
    return structure;
}

AtlasPtr atlas_of(std::vector<Structure> structures) {
    Atlas raw;
    raw.file = "limb.glb";
    raw.structures = std::move(structures);
    base::Issues issues;
    return std::make_shared<const Atlas>(make_atlas(std::move(raw), issues));
}

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
