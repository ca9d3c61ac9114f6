#include <doctest/doctest.h>

#include <utility>

#include "geometry/closed.h"
#include "support/solids.h"

using namespace drypoint;

TEST_CASE("a closed surface that faces outward is told from all others") {
    const geometry::TriangleMesh ball = test::sphere(glm::vec3(300.0f, -20.0f, 5.0f), 40.0f, 6);
    CHECK(geometry::is_closed_outward(ball));

    geometry::TriangleMesh torn = ball;
    torn.triangles.pop_back();
    CHECK_FALSE(geometry::is_closed_outward(torn));

    geometry::TriangleMesh inward = ball;
    for (geometry::Triangle& triangle : inward.triangles) std::swap(triangle[1], triangle[2]);
    CHECK_FALSE(geometry::is_closed_outward(inward));

    geometry::TriangleMesh one_flipped = ball;
    std::swap(one_flipped.triangles[3][0], one_flipped.triangles[3][1]);
    CHECK_FALSE(geometry::is_closed_outward(one_flipped));

    CHECK_FALSE(geometry::is_closed_outward({}));
}

TEST_CASE("two solids that share no vertex are closed together") {
    geometry::TriangleMesh both = test::gridded_box(glm::vec3(0.0f), glm::vec3(10.0f), 2);
    const auto offset = static_cast<std::uint32_t>(both.positions.size());
    const geometry::TriangleMesh other = test::gridded_box(glm::vec3(20.0f), glm::vec3(30.0f), 3);
    both.positions.insert(both.positions.end(), other.positions.begin(), other.positions.end());
    for (const geometry::Triangle& t : other.triangles) {
        both.triangles.push_back({t[0] + offset, t[1] + offset, t[2] + offset});
    }
    CHECK(geometry::is_closed_outward(both));
}

TEST_CASE("a box holds its edges' product, and as much less than nothing turned inside out") {
    geometry::TriangleMesh box = test::gridded_box({-1.0f, 5.0f, 300.0f}, {3.0f, 7.0f, 310.0f}, 3);
    CHECK(geometry::enclosed_mm3(box.positions, box.triangles) == doctest::Approx(80.0));
    for (geometry::Triangle& triangle : box.triangles) std::swap(triangle[1], triangle[2]);
    CHECK(geometry::enclosed_mm3(box.positions, box.triangles) == doctest::Approx(-80.0));
    CHECK(geometry::enclosed_mm3({}, {}) == 0.0);
}

TEST_CASE("a wall is as thick as it is, a ball two thirds of its radius") {
    const geometry::TriangleMesh plate = test::gridded_box(glm::vec3(0.0f), {1000.0f, 2.0f, 1000.0f}, 4);
    CHECK(geometry::mean_thickness_mm(plate.positions, plate.triangles) == doctest::Approx(2.0).epsilon(0.01));
    const geometry::TriangleMesh ball = test::sphere(glm::vec3(50.0f), 30.0f, 24);
    CHECK(geometry::mean_thickness_mm(ball.positions, ball.triangles) == doctest::Approx(20.0).epsilon(0.01));
    CHECK(geometry::mean_thickness_mm({}, {}) == 0.0);
}
