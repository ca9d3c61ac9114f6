// The ways of vessels and nerves through the fat.

#include <algorithm>

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include "mesh_tools.h"
#include "tube.h"
#include "tunnels.h"

using namespace drypoint::builder;

namespace {

// Along z at a height.
Curve along_z(double x, double height, double radius) {
    Curve curve;
    for (int n = 0; n <= 30; ++n) {
        curve.points.push_back({x, height, 3.0 * n});
        curve.radii.push_back(radius);
    }
    return curve;
}

std::vector<Tunnel> over_a_floor(const std::vector<Curve>& courses) {
    std::vector<drypoint::geometry::TriangleMesh> tubes;
    for (const Curve& course : courses) tubes.push_back(sweep(course, {}, 0.1));
    return tunnels_round(courses, tubes, [](const glm::dvec3& p) { return p.y; });
}

double least_distance(const drypoint::geometry::TriangleMesh& wall, const Curve& course) {
    double least = 1e9;
    for (const glm::vec3& p : wall.positions) least = std::min(least, tube_distance(course, glm::dvec3(p)));
    return least;
}

}  // namespace

TEST_CASE("a tunnel is closed and 0.2 mm wider than its tube all along") {
    const Curve course = along_z(0.0, 6.0, 1.5);
    const auto tunnels = over_a_floor({course});
    REQUIRE(tunnels.size() == 1);
    CHECK(faults_of(tunnels[0].wall).none());
    CHECK(least_distance(tunnels[0].wall, course) > 0.15);
    for (const double radius : tunnels[0].curve.radii) CHECK(radius == doctest::Approx(1.7));
}

TEST_CASE("no wall thinner than 1 mm stays between two tunnels, nor a floor thinner than 0.3 mm") {
    const auto tunnels = over_a_floor({along_z(0.0, 10.0, 1.5), along_z(3.6, 10.0, 1.5), along_z(20.0, 10.0, 1.5), along_z(40.0, 1.7, 1.5)});
    const auto radius = [&](std::size_t n) { return tunnels[n].curve.radii[15]; };
    CHECK(radius(0) + radius(1) > 3.6 + 0.5);  // they are one
    CHECK(radius(2) == doctest::Approx(1.7));
    CHECK(radius(3) > 1.7 + 0.2);  // open to below
}
