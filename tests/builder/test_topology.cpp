// Handles and hollows go, everything else stays.

#include <algorithm>
#include <cmath>
#include <cstdint>

#include <doctest/doctest.h>

#include <glm/geometric.hpp>

#include "mesh_tools.h"
#include "surface.h"
#include "topology.h"

using namespace drypoint::builder;

namespace {

template <typename Shape>
Field field_of(const Shape& shape) {
    Field field(1.0, box_around(glm::dvec3(-24.0), glm::dvec3(24.0), 4.0, 1.0));
    for_each_point(field.box, [&](int i, int j, int k) { field.at(i, j, k) = static_cast<float>(shape(field.position(i, j, k))); });
    return field;
}

// Thinner where x is large.
double ring(const glm::dvec3& p) {
    const double angle = std::atan2(p.z, p.x);
    return std::hypot(std::hypot(p.x, p.z) - 14.0, p.y) - (5.0 - 2.0 * std::cos(angle));
}

double ball(const glm::dvec3& p, const glm::dvec3& centre, double radius) { return glm::distance(p, centre) - radius; }

}  // namespace

TEST_CASE("a ring is cut once, where it is thinnest, and loses little") {
    Field field = field_of(ring);
    const auto before = extract(field);
    REQUIRE(handles_of(before) == 1);
    cut_handles(field);
    const auto after = extract(field);
    CHECK(handles_of(after) == 0);
    CHECK(faults_of(after).none());
    CHECK(euler_characteristic(after) == 2);
    CHECK(signed_volume(after) > 0.95 * signed_volume(before));
    CHECK(sample(field, {-14.0, 0.0, 0.0}) < -3.0);  // the thick side is whole
    // The thin side is cut: the ring's middle line leaves the solid there, and nowhere else.
    for (const bool thin : {true, false}) {
        double most = -1e9;
        for (double angle = 0.6; angle <= 5.7; angle += 0.02) {
            const double at = thin ? angle / 4.0 - 0.75 : angle;
            most = std::max(most, sample(field, {14.0 * std::cos(at), 0.0, 14.0 * std::sin(at)}));
        }
        CHECK((most > 0.0) == thin);
    }
}

TEST_CASE("what has no handle stays as it is, to the last bit") {
    Field field = field_of([](const glm::dvec3& p) { return ball(p, {0.2, 0.1, 0.0}, 15.0); });
    const Field before = field;
    cut_handles(field);
    CHECK(field.values == before.values);
}

TEST_CASE("two pieces stay two, and each loses its own handle") {
    Field field = field_of([](const glm::dvec3& p) {
        return std::min(ring(p * 1.6 - glm::dvec3(0.0, 16.0, 0.0)) / 1.6, ball(p, {0.0, -10.0, 0.0}, 8.0));
    });
    cut_handles(field);
    const auto after = extract(field);
    CHECK(euler_characteristic(after) == 4);
    CHECK(handles_of(after) == 0);
}

TEST_CASE("noise, full of handles and hollows, becomes pieces without either") {
    Field field(1.0, Box{{0, 0, 0}, {24, 24, 24}}, 1.0f);
    std::uint32_t state = 12345;
    for_each_point(Box{{1, 1, 1}, {22, 22, 22}}, [&](int i, int j, int k) {
        state = state * 1664525u + 1013904223u;
        field.at(i, j, k) = static_cast<float>(state >> 8) / 8388608.0f - 1.4f;
    });
    REQUIRE(handles_of(extract(field)) > 500);
    cut_handles(field);
    const auto after = extract(field);
    CHECK(handles_of(after) == 0);
    CHECK(faults_of(after).none());
}

TEST_CASE("a hollow is opened") {
    Field field = field_of([](const glm::dvec3& p) { return std::max(ball(p, {}, 16.0), -ball(p, {4.0, 0.0, 0.0}, 6.0)); });
    REQUIRE(euler_characteristic(extract(field)) == 4);
    cut_handles(field);
    CHECK(euler_characteristic(extract(field)) == 2);
}
