// Crossings and distances are exact: against analytic solids, and against looking at every triangle.
#include <doctest/doctest.h>

#include <random>

#include "geometry/surface_index.h"
#include "support/solids.h"

using namespace drypoint;
using namespace drypoint::geometry;

namespace {

// Reproducible directions and points; std::uniform_real_distribution differs between libraries.
struct Random {
    std::mt19937 engine{12345};
    double number(double low, double high) {
        return low + (high - low) * (static_cast<double>(engine()) / 4294967296.0);
    }
    glm::dvec3 point(double low, double high) { return {number(low, high), number(low, high), number(low, high)}; }
    glm::dvec3 direction() {
        for (;;) {
            const glm::dvec3 p = point(-1, 1);
            if (glm::length(p) > 0.1 && glm::length(p) < 1) return glm::normalize(p);
        }
    }
};

int balance(const std::vector<Crossing>& crossings) {
    int sum = 0;
    for (const Crossing& crossing : crossings) sum += crossing.entering ? 1 : -1;
    return sum;
}

}  // namespace

TEST_CASE("a line crosses a box where its faces are, going in and coming out") {
    const TriangleMesh box = test::gridded_box({-1, -2, -3}, {1, 2, 3}, 4);
    const SurfaceIndex index({&box});
    const auto crossings = index.crossings({{-10, 0.3, 0.7}, {1, 0, 0}}, 0, 100);
    REQUIRE(crossings.size() == 2);
    CHECK(crossings[0].t_mm == doctest::Approx(9).epsilon(1e-12));
    CHECK(crossings[0].entering);
    CHECK(crossings[1].t_mm == doctest::Approx(11).epsilon(1e-12));
    CHECK_FALSE(crossings[1].entering);
}

TEST_CASE("a line through vertices, edges and diagonals is counted once for each sheet it passes") {
    const TriangleMesh box = test::gridded_box({-2, -2, -2}, {2, 2, 2}, 4);  // vertices at whole numbers
    const SurfaceIndex index({&box});
    for (int axis = 0; axis < 3; ++axis) {
        for (const double sign : {1.0, -1.0}) {
            for (double y = -1.5; y <= 1.5; y += 0.5) {
                for (double z = -1.5; z <= 1.5; z += 0.5) {
                    Line line{{}, {}};
                    line.origin[axis] = -10 * sign;
                    line.origin[(axis + 1) % 3] = y;
                    line.origin[(axis + 2) % 3] = z;
                    line.direction[axis] = sign;
                    const auto crossings = index.crossings(line, 0, 100);
                    CAPTURE(axis);
                    CAPTURE(y);
                    CAPTURE(z);
                    REQUIRE(crossings.size() == 2);
                    CHECK(crossings[0].entering);
                    CHECK_FALSE(crossings[1].entering);
                }
            }
        }
    }
}

TEST_CASE("lines aimed at every vertex and edge of a sphere never get lost inside") {
    const TriangleMesh ball = test::sphere({3, -5, 7}, 20, 6);
    const SurfaceIndex index({&ball});
    Random random;
    for (const glm::vec3& vertex : ball.positions) {
        const glm::dvec3 from = glm::dvec3(3, -5, 7) + random.direction() * 100.0;
        const Line line{from, glm::normalize(glm::dvec3(vertex) - from)};
        const auto crossings = index.crossings(line, 0, 300);
        CHECK(crossings.size() % 2 == 0);
        CHECK(balance(crossings) == 0);
    }
}

TEST_CASE("through a sphere the chord is as long as Pythagoras says") {
    const TriangleMesh ball = test::sphere({0, 0, 0}, 10, 96);
    const SurfaceIndex index({&ball});
    for (double offset = 0.05; offset < 9.5; offset += 0.37) {
        const auto crossings = index.crossings({{offset, 0.013, -50}, {0, 0, 1}}, 0, 100);
        REQUIRE(crossings.size() == 2);
        const double chord = 2 * std::sqrt(100 - offset * offset - 0.013 * 0.013);
        CHECK(std::abs(crossings[1].t_mm - crossings[0].t_mm - chord) < 0.02);
    }
}

TEST_CASE("with the index and without it the crossings are the same, bit for bit") {
    const TriangleMesh a = test::sphere({0, 0, 0}, 30, 20);
    const TriangleMesh b = test::sphere({10, 5, 0}, 12, 14);
    const TriangleMesh c = test::gridded_box({-5, -40, -5}, {5, 40, 5}, 10);
    const std::vector<const TriangleMesh*> all{&a, &b, &c};
    const SurfaceIndex index(all);
    Random random;
    for (int i = 0; i < 500; ++i) {
        const Line line{random.point(-40, 40), random.direction()};
        const auto fast = index.crossings(line, -100, 60);
        const auto slow = crossings_of_all(all, line, -100, 60);
        REQUIRE(fast.size() == slow.size());
        for (std::size_t k = 0; k < fast.size(); ++k) {
            CHECK(fast[k].t_mm == slow[k].t_mm);
            CHECK(fast[k].surface == slow[k].surface);
            CHECK(fast[k].entering == slow[k].entering);
        }
    }
}

TEST_CASE("the distance of a segment to a sphere is that to its centre less the radius") {
    const TriangleMesh ball = test::sphere({0, 0, 0}, 5, 64);
    const SurfaceIndex index({&ball});
    const auto beside = index.nearest(0, {{-30, 12, 0}, {30, 12, 0}}, 60);
    REQUIRE(beside);
    CHECK(beside->distance_mm == doctest::Approx(7).epsilon(0.002));
    CHECK(beside->along == doctest::Approx(0.5).epsilon(0.02));
    const auto before = index.nearest(0, {{-30, 0, 0}, {-9, 0, 0}}, 60);
    REQUIRE(before);
    CHECK(before->distance_mm == doctest::Approx(4).epsilon(0.002));
    CHECK(before->along == 1.0);
    CHECK(index.nearest(0, {{-10, 0, 0}, {10, 0, 0}}, 60)->distance_mm == 0.0);
    CHECK_FALSE(index.nearest(0, {{100, 0, 0}, {110, 0, 0}}, 60));
}

TEST_CASE("with the index and without it the distances are the same, bit for bit") {
    const TriangleMesh ball = test::sphere({4, 4, 4}, 9, 16);
    const SurfaceIndex index({&ball});
    Random random;
    for (int i = 0; i < 300; ++i) {
        const glm::dvec3 from = random.point(-50, 50);
        const Segment segment{from, from + random.direction() * random.number(0, 60)};
        double best = std::numeric_limits<double>::infinity();
        for (const Triangle& t : ball.triangles) {
            best = std::min(
                best, closest_pair(segment, ball.positions[t[0]], ball.positions[t[1]], ball.positions[t[2]]).distance);
        }
        const auto found = index.nearest(0, segment, 60);
        CHECK(found.has_value() == (best <= 60));
        if (found) CHECK(found->distance_mm == best);
    }
}

TEST_CASE("the closest pair of a segment and a triangle is no farther than any pair sampled densely") {
    Random random;
    for (int i = 0; i < 60; ++i) {
        const Segment segment{random.point(-5, 5), random.point(-5, 5)};
        const glm::dvec3 a = random.point(-5, 5);
        const glm::dvec3 b = random.point(-5, 5);
        const glm::dvec3 c = random.point(-5, 5);
        const ClosestPair pair = closest_pair(segment, a, b, c);
        const glm::dvec3 on_segment = segment.from + (segment.to - segment.from) * pair.along;
        CHECK(glm::distance(on_segment, pair.on_triangle) == doctest::Approx(pair.distance).epsilon(1e-9));
        double sampled = 1e9;
        constexpr int n = 40;
        for (int s = 0; s <= n; ++s) {
            for (int u = 0; u <= n; ++u) {
                for (int v = 0; u + v <= n; ++v) {
                    const glm::dvec3 p = segment.from + (segment.to - segment.from) * (s / double{n});
                    const glm::dvec3 q = a + (b - a) * (u / double{n}) + (c - a) * (v / double{n});
                    sampled = std::min(sampled, glm::distance(p, q));
                }
            }
        }
        CHECK(pair.distance <= sampled + 1e-12);
        CHECK(sampled - pair.distance < 0.4);
    }
}

TEST_CASE("degenerate needles and triangles are points and lines, not nonsense") {
    const glm::dvec3 a{0, 0, 0};
    const glm::dvec3 b{4, 0, 0};
    const glm::dvec3 c{0, 4, 0};
    CHECK(closest_pair({{1, 1, 3}, {1, 1, 3}}, a, b, c).distance == doctest::Approx(3));
    CHECK(closest_pair({{1, 1, 3}, {1, 1, 5}}, a, a, a).distance == doctest::Approx(std::sqrt(11.0)));
    CHECK(closest_pair({{2, 3, -1}, {2, 3, 1}}, a, b, b).distance == doctest::Approx(3));
    CHECK(closest_pair({{-1, 1, 0}, {5, 1, 0}}, a, b, c).distance == doctest::Approx(0));
}
