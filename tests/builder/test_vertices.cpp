// What the model says of its vertices: fibres, tendon, light.

#include <cmath>

#include <doctest/doctest.h>

#include <glm/geometric.hpp>

#include "fibres.h"
#include "occlusion.h"
#include "surface.h"
#include "tube.h"

using namespace drypoint;
using namespace drypoint::builder;

namespace {

// A belly of radius 10 between two cords of radius 1.5, from y = 200 down to 0.
geometry::TriangleMesh spindle() {
    Curve curve;
    for (int n = 0; n <= 40; ++n) {
        const double y = 200.0 - 5.0 * n;
        curve.points.push_back({0.0, y, 0.0});
        curve.radii.push_back(std::abs(y - 100.0) > 70.0 ? 1.5 : 10.0);
    }
    return sweep(curve, {}, 0.1);
}

}  // namespace

TEST_CASE("fibres of a straight muscle run from its upper end to its lower one, of unit length") {
    const geometry::TriangleMesh mesh = spindle();
    const Fibres fibres = fibres_of(mesh, false);
    REQUIRE(fibres.directions.size() == mesh.positions.size());
    for (std::size_t n = 0; n < mesh.positions.size(); ++n) {
        CHECK(glm::length(fibres.directions[n]) == doctest::Approx(1.0f).epsilon(1e-4));
        if (std::abs(mesh.positions[n].y - 100.0f) < 50.0f) CHECK(fibres.directions[n].y < -0.95f);
    }
}

TEST_CASE("thin ends are tendon, the belly is not, and neither is a cut upper end") {
    const geometry::TriangleMesh mesh = spindle();
    const Fibres whole = fibres_of(mesh, false);
    const Fibres cut = fibres_of(mesh, true);
    for (std::size_t n = 0; n < mesh.positions.size(); ++n) {
        const float y = mesh.positions[n].y;
        if (y > 185.0f || y < 15.0f) CHECK(whole.tendon[n] > 0.95f);
        if (std::abs(y - 100.0f) < 55.0f) CHECK(whole.tendon[n] == 0.0f);
        if (y > 110.0f) CHECK(cut.tendon[n] == 0.0f);
        if (y < 15.0f) CHECK(cut.tendon[n] > 0.95f);
    }
}

TEST_CASE("fibres of a wide band run along its path, not from corner to corner") {
    // A plate of 30 by 40 by 4, laid on a path along x that rises a little.
    Field field(1.0, box_around({-20.0, -15.0, -2.0}, {20.0, 15.0, 2.0}, 3.0, 1.0));
    for_each_point(field.box, [&](int i, int j, int k) {
        const glm::dvec3 p = glm::abs(field.position(i, j, k));
        field.at(i, j, k) = static_cast<float>(std::max({p.x - 20.2, p.y - 15.2, p.z - 2.2}));
    });
    const geometry::TriangleMesh plate = extract(field);
    const std::vector<glm::vec3> directions = directions_along(plate, {{-20.0, 0.0, -1.0}, {0.0, 0.0, 0.0}, {20.0, 0.0, 1.0}});
    REQUIRE(directions.size() == plate.positions.size());
    for (std::size_t n = 0; n < directions.size(); ++n) {
        CHECK(glm::length(directions[n]) == doctest::Approx(1.0f).epsilon(1e-4));
        CHECK(directions[n].x > 0.69f);
        if (std::abs(plate.positions[n].x) < 18.0f && std::abs(plate.positions[n].y) < 13.0f) CHECK(std::abs(directions[n].z) < 0.01f);
    }
}

TEST_CASE("under a wide ceiling as much light comes as the formula says, in the open all of it") {
    // Light that falls as the cosine and fades evenly up to 30 mm: a ceiling at h takes (1 - h / 30)^2.
    geometry::TriangleMesh ceiling;
    ceiling.positions = {{-500, 10, -500}, {500, 10, -500}, {500, 10, 500}, {-500, 10, 500}};
    ceiling.triangles = {{0, 1, 2}, {0, 2, 3}};
    const geometry::RayCaster opaque({&ceiling});
    geometry::ShadedMesh places;
    places.positions = {{0, 0, 0}, {0, 0, 0}, {0, -40, 0}};
    places.normals = {{0, 1, 0}, {0, -1, 0}, {0, 1, 0}};
    const std::vector<float> light = occlusion_of(places, opaque);
    CHECK(light[0] == doctest::Approx(1.0 - 4.0 / 9.0).epsilon(0.03));
    CHECK(light[1] == 1.0f);
    CHECK(light[2] == 1.0f);
}
