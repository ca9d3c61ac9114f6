// A pinched muscle is needled across its fibres, in its superficial half.
#include <doctest/doctest.h>

#include <cmath>

#include <glm/geometric.hpp>

#include "anatomy/fold.h"
#include "anatomy/resolve.h"
#include "support/onion.h"

using namespace drypoint;
using namespace drypoint::anatomy;

namespace {

// A strap along y, 30 wide (x) and 12 thick (z), under a slab of skin at z = 20.
const geometry::TriangleMesh& strap() {
    static const geometry::TriangleMesh mesh = test::gridded_box({-15, -120, -6}, {15, 120, 6}, 24);
    return mesh;
}
const geometry::TriangleMesh& skin() {
    static const geometry::TriangleMesh mesh = test::gridded_box({-80, -200, -60}, {80, 200, 20}, 8);
    return mesh;
}

PathGeometry lay(const glm::dvec3& at, const glm::dvec3& from) {
    PathGeometry way;
    REQUIRE(lay_fold({strap(), skin(), at, {0, 0, 1}, from}, 80.0, way));
    return way;
}

}  // namespace

TEST_CASE("fibres run along a strap, whichever way it lies") {
    const glm::dvec3 along = fibres_at(strap(), {0, 10, 0}, 80.0);
    CHECK(std::abs(along.y) > 0.999);
    geometry::TriangleMesh slanted = strap();
    const glm::vec3 axis = glm::normalize(glm::vec3(1, 2, 0.5f));
    const glm::vec3 side = glm::normalize(glm::cross(axis, glm::vec3(0, 0, 1)));
    for (glm::vec3& p : slanted.positions) p = axis * p.y + side * p.x + glm::cross(side, axis) * p.z;
    CHECK(std::abs(glm::dot(fibres_at(slanted, {0, 0, 0}, 80.0), glm::dvec3(axis))) > 0.999);
    CHECK(fibres_at({}, {0, 0, 0}, 80.0) == glm::dvec3(0.0));
}

TEST_CASE("the chord crosses the fibres and the way to the skin at right angles, a quarter of the thickness deep") {
    const PathGeometry way = lay({2, 10, -1}, {-1, 0, 0});
    CHECK(way.fold);
    CHECK_FALSE(way.entry_on_skin);
    CHECK(std::abs(way.direction.y) < 0.01);
    CHECK(std::abs(way.direction.z) < 0.01);
    CHECK(way.direction.x > 0.99);                   // it comes from the left
    CHECK(way.target_mm.z == doctest::Approx(3.0));  // 6 - 12 / 4
    CHECK(way.target_mm.x == doctest::Approx(2.0));
    CHECK(way.depth_mm == doctest::Approx(17.0).epsilon(0.001));
    CHECK(way.entry_mm.x == doctest::Approx(-15.0).epsilon(0.001));
    CHECK(way.cover_mm == doctest::Approx(17.0).epsilon(0.01));  // from z = 3 to the skin at 20
    CHECK(way.beside_mm == doctest::Approx(4.0).epsilon(0.01));
    CHECK(way.skin_angle_deg == doctest::Approx(0.0));
    CHECK(lay({2, 10, -1}, {1, 0, 0}).direction.x < -0.99);
}

TEST_CASE("a point beside the muscle cannot be folded") {
    PathGeometry way;
    CHECK_FALSE(lay_fold({strap(), skin(), {40, 10, 0}, {0, 0, 1}, {1, 0, 0}}, 80.0, way));
    CHECK_FALSE(way.fold);
}
