// Layers and clearances against formulas, to 0.01 mm: spheres, cylinders and boxes, nested and touching.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>

#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

#include "anatomy/probe.h"
#include "support/onion.h"

using namespace drypoint;
using namespace drypoint::anatomy;
using test::atlas_of;
using test::solid;

namespace {

struct Random {
    std::mt19937 engine{77};
    double number(double low, double high) {
        return low + (high - low) * (static_cast<double>(engine()) / 4294967296.0);
    }
};

// Where a line enters and leaves a sphere round the origin; the line starts outside.
std::pair<double, double> through_sphere(const NeedleLine& needle, double radius) {
    const double along = -glm::dot(needle.entry_mm, needle.direction);
    const glm::dvec3 foot = needle.entry_mm + needle.direction * along;
    const double half = std::sqrt(radius * radius - glm::dot(foot, foot));
    return {along - half, along + half};
}

// The same for a cylinder round the y axis that is long enough.
std::pair<double, double> through_cylinder(const NeedleLine& needle, double radius) {
    const glm::dvec2 p{needle.entry_mm.x, needle.entry_mm.z};
    const glm::dvec2 d{needle.direction.x, needle.direction.z};
    const double a = glm::dot(d, d);
    const double b = glm::dot(p, d);
    const double root = std::sqrt(b * b - a * (glm::dot(p, p) - radius * radius));
    return {(-b - root) / a, (-b + root) / a};
}

const LayerPassed& layer_of(const PathReport& report, const Atlas& atlas, const char* id, int which = 0) {
    for (const LayerPassed& layer : report.layers)
        if (layer.structure && atlas.structures[*layer.structure].id == id && which-- == 0) return layer;
    FAIL("no such layer");
    return report.layers.front();
}

void check_layer(const LayerPassed& layer, double enter, double exit) {
    CHECK(std::abs(layer.enter_mm - enter) < 0.01);
    REQUIRE(layer.exit_mm);
    CHECK(std::abs(*layer.exit_mm - exit) < 0.01);
}

}  // namespace

TEST_CASE("nested spheres: every needle meets each shell where the formula says") {
    const auto ball = [](float radius) { return test::sphere({0, 0, 0}, radius, 120); };
    const AtlasPtr atlas = atlas_of({solid("fat", Tissue::fat, test::shell(ball(20), ball(16))),
                                     solid("muscle", Tissue::muscle, test::shell(ball(15.5f), ball(8))),
                                     solid("bone", Tissue::bone, ball(8))});
    const ProbeIndex index(atlas);
    Random random;
    for (int i = 0; i < 100; ++i) {
        const glm::dvec3 aim{random.number(-3, 3), random.number(-3, 3), random.number(-3, 3)};
        const glm::dvec3 out =
            glm::normalize(glm::dvec3(random.number(-1, 1), random.number(-1, 1), random.number(0.2, 1)));
        const NeedleLine needle{aim + out * 30.0, -out, random.number(5, 40)};
        const PathReport report = index.probe(needle);
        CHECK(report.issues.empty());
        const auto r20 = through_sphere(needle, 20);
        const auto r16 = through_sphere(needle, 16);
        const auto r15 = through_sphere(needle, 15.5);
        const auto r8 = through_sphere(needle, 8);
        check_layer(layer_of(report, *atlas, "fat"), r20.first, r16.first);
        check_layer(layer_of(report, *atlas, "muscle"), r15.first, r8.first);
        check_layer(layer_of(report, *atlas, "bone"), r8.first, r8.second);
        check_layer(layer_of(report, *atlas, "muscle", 1), r8.second, r15.second);
        check_layer(layer_of(report, *atlas, "fat", 1), r16.second, r20.second);
        // Muscle lies on bone: no tissue between them; half a millimetre under the fat there is.
        const auto connective = [&](double from, double to) {
            return std::any_of(report.layers.begin(), report.layers.end(), [&](const LayerPassed& layer) {
                return !layer.structure && std::abs(layer.enter_mm - from) < 0.01 &&
                       std::abs(*layer.exit_mm - to) < 0.01;
            });
        };
        CHECK_FALSE(connective(r8.first, r8.first));
        CHECK(connective(r16.first, r15.first));
        CHECK(connective(r15.second, r16.second));
    }
}

TEST_CASE("cylinders: layers and the shaft's distance to a vessel beside it are those of the formula") {
    const AtlasPtr atlas =
        atlas_of({solid("muscle", Tissue::muscle, test::cylinder({0, 0, 0}, 30, -200, 200, 720)),
                  solid("vessel", Tissue::artery, test::cylinder({12, 0, -5}, 2.5f, -200, 200, 240))});
    const ProbeIndex index(atlas, {test::spread("vessel", 3.0)});
    Random random;
    for (int i = 0; i < 200; ++i) {
        const glm::dvec3 aim{random.number(-15, 0), random.number(-20, 20), random.number(-8, 8)};
        const glm::dvec3 entry{random.number(-20, 5), random.number(-40, 40), 60};
        const double length = glm::distance(entry, aim);
        const NeedleLine needle{entry, (aim - entry) / length, length, 0.125};
        const PathReport report = index.probe(needle);
        const auto muscle = through_cylinder(needle, 30);
        check_layer(layer_of(report, *atlas, "muscle"), muscle.first, muscle.second);
        // The vessel's axis is parallel to y: the nearest place of the needle in the plane across it.
        const glm::dvec2 a{entry.x, entry.z};
        const glm::dvec2 b{aim.x, aim.z};
        const glm::dvec2 centre{12, -5};
        const double share = std::clamp(glm::dot(centre - a, b - a) / glm::dot(b - a, b - a), 0.0, 1.0);
        const double distance = glm::distance(centre, a + (b - a) * share) - 2.5 - 0.125;
        REQUIRE(report.clearances.size() == 1);
        CHECK(std::abs(report.clearances[0].distance_mm - std::max(0.0, distance)) < 0.01);
        CHECK(std::abs(*report.clearances[0].hull_distance_mm - std::max(0.0, distance - 3.0)) < 0.01);
        if (distance > 0.5) CHECK(std::abs(report.clearances[0].at_depth_mm - share * length) < 0.5);
    }
}

TEST_CASE(
    "boxes that touch: each layer ends where the next begins, along faces, edges and corners of their triangles") {
    const auto slab = [](float from, float to) { return test::gridded_box({-8, -8, from}, {8, 8, to}, 4); };
    const AtlasPtr atlas =
        atlas_of({solid("a", Tissue::muscle, slab(-10, 0)), solid("b", Tissue::muscle, slab(-25, -10)),
                  solid("c", Tissue::bone, slab(-40, -25))});
    const ProbeIndex index(atlas);
    for (double x = -6; x <= 6; x += 1) {
        for (double y = -6; y <= 6; y += 1) {  // through vertices, edges and diagonals of the 4 mm grid
            const PathReport report = index.probe({{x, y, 5}, {0, 0, -1}, 20});
            REQUIRE(report.layers.size() == 4);
            check_layer(report.layers[1], 5, 15);
            check_layer(report.layers[2], 15, 30);
            check_layer(report.layers[3], 30, 45);
            CHECK(report.tip_in.size() == 1);
        }
    }
}

TEST_CASE(
    "at every distance a sphere beside the shaft, before its tip and behind its entry has the formula's clearance") {
    const AtlasPtr atlas = atlas_of({solid("nerve", Tissue::nerve, test::sphere({0, 0, 0}, 5, 64))});
    const ProbeIndex index(atlas);
    Random random;
    for (int i = 0; i < 300; ++i) {
        const glm::dvec3 entry{random.number(-40, 40), random.number(-40, 40), random.number(-40, 40)};
        const glm::dvec3 tip{random.number(-40, 40), random.number(-40, 40), random.number(-40, 40)};
        if (glm::length(entry) < 6.0) continue;
        const double length = glm::distance(entry, tip);
        const PathReport report = index.probe({entry, (tip - entry) / length, length});
        const double share = std::clamp(glm::dot(-entry, tip - entry) / (length * length), 0.0, 1.0);
        const double distance = glm::length(entry + (tip - entry) * share) - 5.0;
        if (distance > 60.0) {
            CHECK(report.farther.size() == 1);
            continue;
        }
        REQUIRE(report.clearances.size() == 1);
        CHECK(std::abs(report.clearances[0].distance_mm - std::max(0.0, distance)) < 0.01);
    }
}
