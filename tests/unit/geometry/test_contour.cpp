#include "geometry/contour.h"

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

using namespace drypoint::geometry;

TEST_CASE("the outline of a disc is a circle, counter-clockwise, and asks for few places") {
    int asked = 0;
    const auto disc = [&asked](const glm::dvec2& at) {
        ++asked;
        return glm::length(at - glm::dvec2(1, 2)) - 7.3;
    };
    const auto loops = contour(disc, {-30, -30}, {30, 30}, 0.5);
    REQUIRE(loops.size() == 1);
    CHECK(loops[0].closed);
    CHECK(signed_area_mm2(loops[0]) == doctest::Approx(3.14159265 * 7.3 * 7.3).epsilon(0.002));
    for (const glm::dvec2& at : loops[0].points) CHECK(std::abs(disc(at)) < 0.01);
    CHECK(asked < 2500);  // of 14,641
}

TEST_CASE("two discs are two outlines, and where they touch corner to corner they stay apart") {
    const auto discs = [](const glm::dvec2& at) {
        return std::min(glm::length(at - glm::dvec2(-3, -3)), glm::length(at - glm::dvec2(3, 3))) - 4.2;
    };
    const auto loops = contour(discs, {-20.1, -20.1}, {20, 20}, 0.6);
    REQUIRE(loops.size() == 2);
    CHECK(signed_area_mm2(loops[0]) > 50);
    CHECK(signed_area_mm2(loops[1]) > 50);
}

TEST_CASE("an outline that leaves the field is a chain that ends at its edge; a full or empty field has none") {
    const auto right_half = [](const glm::dvec2& at) { return 1.3 - at.x; };
    const auto loops = contour(right_half, {-5, -5}, {5, 5}, 1.0);
    REQUIRE(loops.size() == 1);
    CHECK_FALSE(loops[0].closed);
    CHECK(loops[0].points.front().y == doctest::Approx(5.0));  // downwards, so that the right is at its left
    CHECK(loops[0].points.back().y == doctest::Approx(-5.0));
    CHECK(contour([](const glm::dvec2&) { return 100.0; }, {-5, -5}, {5, 5}, 1.0).empty());
    CHECK(contour([](const glm::dvec2&) { return -100.0; }, {-5, -5}, {5, 5}, 1.0).empty());
}
