// Cuts by a plane against areas that are known without a mesh.
#include "geometry/slice.h"

#include <cmath>
#include <numbers>

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include "support/onion.h"

using namespace drypoint;
using namespace drypoint::geometry;

namespace {

CutPlane plane_with(const glm::dvec3& normal, const glm::dvec3& through) {
    const glm::dvec3 n = glm::normalize(normal);
    const glm::dvec3 other = std::abs(n.y) < 0.9 ? glm::dvec3(0, 1, 0) : glm::dvec3(1, 0, 0);
    const glm::dvec3 u = glm::normalize(glm::cross(other, n));
    return {through, u, glm::cross(n, u)};
}

double area_of(const std::vector<CutLoop>& loops) {
    double area = 0.0;
    for (const CutLoop& loop : loops) area += signed_area_mm2(loop);
    return area;
}

double filled(const std::vector<CutLoop>& loops) {
    double area = 0.0;
    for (const Trapezoid& t : fill(loops, -1e4, 1e4))
        area += (t.v1 - t.v0) * ((t.right0 - t.left0) + (t.right1 - t.left1)) / 2.0;
    return area;
}

bool all_closed(const std::vector<CutLoop>& loops) {
    for (const CutLoop& loop : loops) {
        if (!loop.closed) return false;
    }
    return true;
}

// Round y: its tube has the radius `thin`, its middle line the radius `wide`.
TriangleMesh torus(double wide, double thin, int n) {
    TriangleMesh mesh;
    const auto count = static_cast<std::uint32_t>(n);
    for (std::uint32_t i = 0; i < count; ++i) {
        for (std::uint32_t j = 0; j < count; ++j) {
            const double turn = 2 * std::numbers::pi * i / n, tilt = 2 * std::numbers::pi * j / n;
            const double reach = wide + thin * std::cos(tilt);
            mesh.positions.emplace_back(reach * std::cos(turn), thin * std::sin(tilt), -reach * std::sin(turn));
            const std::uint32_t a = i * count + j, b = ((i + 1) % count) * count + j;
            const std::uint32_t c = ((i + 1) % count) * count + (j + 1) % count, d = i * count + (j + 1) % count;
            mesh.triangles.push_back({a, b, c});
            mesh.triangles.push_back({a, c, d});
        }
    }
    return mesh;
}

}  // namespace

TEST_CASE("the cut of a sphere is a circle, at every height and in every direction") {
    const TriangleMesh mesh = test::sphere({3, -2, 5}, 20.0f, 48);
    for (const glm::dvec3& normal : {glm::dvec3(0, 1, 0), glm::dvec3(1, 2, -0.5), glm::dvec3(-1, 0.1, 0.3)}) {
        for (const double height : {-15.0, -3.3, 0.0, 7.7, 19.0}) {
            const glm::dvec3 through = glm::dvec3(3, -2, 5) + glm::normalize(normal) * height;
            const std::vector<CutLoop> loops = cut(mesh, plane_with(normal, through));
            REQUIRE(loops.size() == 1);
            CHECK(loops[0].closed);
            CHECK(area_of(loops) == doctest::Approx(std::numbers::pi * (400.0 - height * height)).epsilon(0.01));
            CHECK(filled(loops) == doctest::Approx(area_of(loops)).epsilon(1e-9));
        }
    }
    CHECK(cut(mesh, plane_with({0, 1, 0}, {0, 30, 0})).empty());
}

TEST_CASE("a box is cut exactly, also along its own vertices and faces") {
    const TriangleMesh mesh = test::gridded_box({-10, -10, -10}, {10, 10, 10}, 4);
    // Through the middle at right angles to a diagonal: a regular hexagon of side 10 * sqrt(2).
    const std::vector<CutLoop> hexagon = cut(mesh, plane_with({1, 1, 1}, {0, 0, 0}));
    REQUIRE(hexagon.size() == 1);
    CHECK(area_of(hexagon) == doctest::Approx(3.0 * std::sqrt(3.0) / 2.0 * 200.0).epsilon(1e-12));
    // Rows of vertices lie on these planes.
    for (const double height : {-5.0, 0.0, 5.0}) {
        const std::vector<CutLoop> square = cut(mesh, plane_with({0, 1, 0}, {0, height, 0}));
        REQUIRE(square.size() == 1);
        CHECK(square[0].closed);
        CHECK(area_of(square) == doctest::Approx(400.0).epsilon(1e-12));
    }
    // A vertex on the plane counts as above it: the floor touches nothing, the ceiling is cut a hair below.
    CHECK(cut(mesh, plane_with({0, 1, 0}, {0, -10, 0})).empty());
    CHECK(area_of(cut(mesh, plane_with({0, 1, 0}, {0, 10, 0}))) == doctest::Approx(400.0));
    CHECK(all_closed(cut(mesh, plane_with({1, 1, 0}, {0, 0, 0}))));
}

TEST_CASE("a cylinder cut aslant is an ellipse") {
    const TriangleMesh mesh = test::cylinder({0, 0, 0}, 10.0f, -50, 50, 720);
    const double tilt = std::numbers::pi / 6;
    const std::vector<CutLoop> loops = cut(mesh, plane_with({std::sin(tilt), std::cos(tilt), 0}, {0, 1, 0}));
    REQUIRE(loops.size() == 1);
    CHECK(area_of(loops) == doctest::Approx(std::numbers::pi * 100.0 / std::cos(tilt)).epsilon(1e-4));
}

TEST_CASE("a torus gives two circles upright and a ring with a hole when laid flat") {
    const TriangleMesh mesh = torus(30, 8, 240);
    const std::vector<CutLoop> circles = cut(mesh, plane_with({1, 0, 0}, {0, 0, 0}));
    REQUIRE(circles.size() == 2);
    CHECK(signed_area_mm2(circles[0]) == doctest::Approx(std::numbers::pi * 64.0).epsilon(1e-3));
    CHECK(signed_area_mm2(circles[1]) == doctest::Approx(std::numbers::pi * 64.0).epsilon(1e-3));
    const std::vector<CutLoop> ring = cut(mesh, plane_with({0, 1, 0}, {0, 0, 0}));
    REQUIRE(ring.size() == 2);
    CHECK(area_of(ring) == doctest::Approx(std::numbers::pi * (38.0 * 38 - 22.0 * 22)).epsilon(1e-3));
    CHECK(filled(ring) == doctest::Approx(area_of(ring)).epsilon(1e-9));
    const std::vector<LevelSpan> spans = level_spans(ring, 0.0);
    REQUIRE(spans.size() == 2);
    CHECK(spans[0].from == doctest::Approx(-38).epsilon(1e-3));
    CHECK(spans[0].to == doctest::Approx(-22).epsilon(1e-3));
}

TEST_CASE("a shell is filled between its faces only; overlapping solids are filled once") {
    const TriangleMesh shell = test::shell(test::sphere({0, 0, 0}, 20, 32), test::sphere({0, 0, 0}, 15, 32));
    const std::vector<CutLoop> loops = cut(shell, plane_with({0, 1, 0}, {0, 2, 0}));
    CHECK(loops.size() == 2);
    CHECK(filled(loops) == doctest::Approx(area_of(loops)).epsilon(1e-9));
    TriangleMesh twice = test::gridded_box({0, 0, 0}, {10, 10, 10}, 2);
    const TriangleMesh second = test::gridded_box({5, 0, 0}, {15, 10, 10}, 2);
    const auto first = static_cast<std::uint32_t>(twice.positions.size());
    twice.positions.insert(twice.positions.end(), second.positions.begin(), second.positions.end());
    for (const Triangle& t : second.triangles) twice.triangles.push_back({t[0] + first, t[1] + first, t[2] + first});
    CHECK(filled(cut(twice, plane_with({0, 1, 0}, {0, 3, 0}))) == doctest::Approx(150.0));
}

TEST_CASE("an open surface gives an open chain, and two ends that are near are joined") {
    TriangleMesh open = test::gridded_box({0, 0, 0}, {10, 10, 10}, 1);
    std::vector<Triangle> kept;
    for (const Triangle& t : open.triangles) {  // without the side x = 10
        bool away = true;
        for (const std::uint32_t corner : t) away = away && open.positions[corner].x > 9.0f;
        if (!away) kept.push_back(t);
    }
    open.triangles = kept;
    const CutPlane level = plane_with({0, 1, 0}, {0, 5, 0});
    const std::vector<CutLoop> loops = cut(open, level);
    REQUIRE(loops.size() == 1);
    CHECK_FALSE(loops[0].closed);
    CHECK(fill(loops, -100, 100).empty());
    CHECK(filled(with_ends_joined(loops)) == doctest::Approx(100.0));
}

TEST_CASE("a piece of the fill reaches only between the heights that were asked for") {
    const std::vector<CutLoop> loops = cut(test::sphere({0, 0, 0}, 20, 24), plane_with({0, 1, 0}, {0, 0, 0}));
    for (const Trapezoid& t : fill(loops, -5, 3)) {
        CHECK(t.v0 >= -5);
        CHECK(t.v1 <= 3);
        CHECK(t.v0 < t.v1);
        CHECK(t.left0 <= t.right0);
    }
}
