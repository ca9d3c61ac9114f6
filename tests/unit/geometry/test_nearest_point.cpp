#include <doctest/doctest.h>

#include <cmath>
#include <random>

#include <glm/geometric.hpp>

#include "geometry/nearest_point.h"
#include "geometry/segment.h"
#include "support/small_atlas.h"
#include "support/solids.h"

using namespace drypoint;
using geometry::Line;

namespace {

// Distance to a solid box's surface, from outside or inside.
double distance_to_box(const glm::dvec3& p, const glm::dvec3& low, const glm::dvec3& high) {
    const glm::dvec3 out = glm::max(glm::max(low - p, p - high), glm::dvec3(0.0));
    if (glm::dot(out, out) > 0.0) return glm::length(out);
    const glm::dvec3 in = glm::min(p - low, high - p);
    return std::min(in.x, std::min(in.y, in.z));
}

// A sphere of 20 mm with a hollow of 18 mm in it: a skin with two faces.
geometry::TriangleMesh shell() {
    geometry::TriangleMesh mesh = test::sphere(glm::vec3(0.0f), 20.0f, 24);
    const geometry::TriangleMesh hollow = test::sphere(glm::vec3(0.0f), 18.0f, 24);
    const auto first = static_cast<std::uint32_t>(mesh.positions.size());
    mesh.positions.insert(mesh.positions.end(), hollow.positions.begin(), hollow.positions.end());
    for (const geometry::Triangle& t : hollow.triangles)
        mesh.triangles.push_back({first + t[0], first + t[2], first + t[1]});
    return mesh;
}

}  // namespace

TEST_CASE("the nearest point of a box is where arithmetic says, from inside and outside") {
    const glm::dvec3 low(-3, -4, -5);
    const glm::dvec3 high(6, 7, 8);
    const auto mesh = test::gridded_box(glm::vec3(low), glm::vec3(high), 3);
    std::mt19937 random(7);
    std::uniform_real_distribution<double> place(-20.0, 20.0);
    for (int i = 0; i < 300; ++i) {
        const glm::dvec3 p(place(random), place(random), place(random));
        const auto nearest = geometry::nearest_point(mesh, p);
        REQUIRE(nearest);
        CHECK(nearest->distance_mm == doctest::Approx(distance_to_box(p, low, high)).epsilon(1e-9));
        CHECK(glm::distance(nearest->at_mm, p) == doctest::Approx(nearest->distance_mm));
    }
}

TEST_CASE("boxes that are skipped never hold the nearest point") {
    const auto mesh = test::sphere(glm::vec3(100.0f, 800.0f, -50.0f), 60.0f, 20);
    std::mt19937 random(11);
    std::uniform_real_distribution<double> place(-120.0, 120.0);
    for (int i = 0; i < 50; ++i) {
        const glm::dvec3 p = glm::dvec3(100, 800, -50) + glm::dvec3(place(random), place(random), place(random));
        double least = 1e9;
        for (const geometry::Triangle& t : mesh.triangles) {
            const glm::dvec3 at =
                geometry::closest_on_triangle(p, glm::dvec3(mesh.positions[t[0]]), glm::dvec3(mesh.positions[t[1]]),
                                              glm::dvec3(mesh.positions[t[2]]));
            least = std::min(least, glm::distance(at, p));
        }
        CHECK(geometry::nearest_point(mesh, p)->distance_mm == doctest::Approx(least).epsilon(1e-12));
    }
}

TEST_CASE("a mesh without triangles has no nearest point") {
    CHECK_FALSE(geometry::nearest_point({}, glm::dvec3(0.0)));
    CHECK_FALSE(geometry::nearest_outer_point({}, glm::dvec3(0.0)));
    CHECK(geometry::spans_inside({}, {glm::dvec3(0.0), {1, 0, 0}}).empty());
}

TEST_CASE("the outer face of a shell is found from inside, not its inner face") {
    const auto skin = shell();
    const glm::dvec3 p(5, 1, 0);
    CHECK(geometry::nearest_point(skin, p)->distance_mm < 13.2);
    CHECK(glm::length(geometry::nearest_outer_point(skin, p)->at_mm) == doctest::Approx(20.0).epsilon(0.01));
    const auto out = geometry::first_way_out(skin, {p, {0, 1, 0}});
    REQUIRE(out);
    CHECK(glm::length(out->at_mm) == doctest::Approx(20.0).epsilon(0.01));
    const auto in = geometry::first_way_in(skin, {{-50, 0.3, 0.2}, {1, 0, 0}});
    REQUIRE(in);
    CHECK(in->at_mm.x == doctest::Approx(-20.0).epsilon(0.01));
}

TEST_CASE("a point on the outer face is its own nearest") {
    const auto box = test::box({0, 0, 0}, {10, 10, 10});
    const auto nearest = geometry::nearest_outer_point(box, {3, 10, 4});
    REQUIRE(nearest);
    CHECK(nearest->distance_mm == doctest::Approx(0.0));
}

TEST_CASE("spans of a line inside a shell are its two walls") {
    const auto skin = shell();
    const auto spans = geometry::spans_inside(skin, {{0.1, 0.2, -40}, {0, 0, 1}});
    REQUIRE(spans.size() == 2);
    CHECK(spans[0].from_mm == doctest::Approx(20.0).epsilon(0.01));
    CHECK(spans[0].length() == doctest::Approx(2.0).epsilon(0.05));
    CHECK(spans[1].to_mm == doctest::Approx(60.0).epsilon(0.01));
    CHECK(geometry::is_inside(skin, {19, 0.1, 0.2}));
    CHECK_FALSE(geometry::is_inside(skin, {10, 0.1, 0.2}));
    CHECK_FALSE(geometry::is_inside(skin, {21, 0.1, 0.2}));
}

TEST_CASE("an open surface gives spans in turn") {
    auto box = test::box({0, 0, 0}, {10, 10, 10});
    box.triangles.resize(2);  // the face z = 0 only
    CHECK(geometry::spans_inside(box, {{3, 4, -5}, {0, 0, 1}}).empty());
}

TEST_CASE("the mean normal of a sphere is its radius, however it is cut into triangles, and of a face the face's") {
    const glm::dvec3 way = glm::normalize(glm::dvec3(1, 2, 3));
    for (const int n : {12, 40}) {
        const auto ball = test::sphere(glm::vec3(0.0f), 100.0f, n);
        const auto on_ball = geometry::nearest_point(ball, way * 120.0);
        REQUIRE(on_ball);
        CHECK(glm::dot(geometry::mean_normal(ball, *on_ball, 20.0), way) > (n == 12 ? 0.998 : 0.9995));
    }
    const auto box = test::gridded_box(glm::vec3(0.0f), glm::vec3(100.0f), 20);
    const auto flat = geometry::mean_normal(box, *geometry::nearest_point(box, {50.2, 50.3, 130.0}), 20.0);
    CHECK(flat.z == doctest::Approx(1.0));
}
