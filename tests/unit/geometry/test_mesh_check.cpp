// Solids with known faults are found out, and sound ones are left alone. Volumes against formulas.
#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "geometry/mesh_check.h"
#include "geometry/thickness.h"
#include "geometry/weld.h"
#include "geometry/winding.h"
#include "support/solids.h"

using namespace drypoint::geometry;
using drypoint::test::gridded_box;
using drypoint::test::joined;
using drypoint::test::sphere;

namespace {

TriangleMesh turned(TriangleMesh mesh) {
    for (Triangle& t : mesh.triangles) std::swap(t[1], t[2]);
    return mesh;
}

// Both as one mesh, welded where they touch.
// m x n squares round a ring in the plane z = 0; outward.
TriangleMesh torus(double ring, double tube, int m, int n) {
    TriangleMesh mesh;
    for (int i = 0; i < m; ++i) {
        for (int j = 0; j < n; ++j) {
            const double u = 2 * std::numbers::pi * i / m;
            const double v = 2 * std::numbers::pi * j / n;
            const double r = ring + tube * std::cos(v);
            mesh.positions.emplace_back(r * std::cos(u), r * std::sin(u), tube * std::sin(v));
        }
    }
    const auto at = [m, n](int i, int j) { return static_cast<std::uint32_t>((i % m) * n + j % n); };
    for (int i = 0; i < m; ++i) {
        for (int j = 0; j < n; ++j) {
            mesh.triangles.push_back({at(i, j), at(i + 1, j), at(i + 1, j + 1)});
            mesh.triangles.push_back({at(i, j), at(i + 1, j + 1), at(i, j + 1)});
        }
    }
    return mesh;
}

// A square pyramid with its tip at the origin, opening along z by `height` (which may be negative); outward.
TriangleMesh pyramid(float height) {
    TriangleMesh mesh{{{0, 0, 0}, {-1, -1, height}, {1, -1, height}, {1, 1, height}, {-1, 1, height}},
                      {{0, 2, 1}, {0, 3, 2}, {0, 4, 3}, {0, 1, 4}, {1, 2, 3}, {1, 3, 4}}};
    return height > 0 ? mesh : turned(mesh);
}

void check_sound(const MeshReport& report) {
    CHECK(report.closed());
    CHECK(report.manifold());
    CHECK(report.outward());
    CHECK(report.open_edges == 0);
    CHECK(report.crowded_edges == 0);
    CHECK(report.turned_edges == 0);
    CHECK(report.pinched_vertices == 0);
    CHECK(report.degenerate == 0);
}

}  // namespace

TEST_CASE("a box is sound, in one piece, without handles, and its volume is the product of its sides") {
    const MeshReport report = check_mesh(gridded_box({-1, -2, -3}, {4, 5, 6}, 3));
    check_sound(report);
    CHECK(report.pieces == 1);
    CHECK(report.cavities == 0);
    CHECK(report.handles == 0);
    CHECK(report.volume_mm3 == doctest::Approx(5.0 * 7.0 * 9.0).epsilon(1e-6));
}

TEST_CASE("the volume of ever finer spheres tends to four thirds std::numbers::pi r cubed, from below, also far from the origin") {
    const double exact = 4.0 / 3.0 * std::numbers::pi * 10.0 * 10.0 * 10.0;
    double last = 0.0;
    for (const int n : {4, 8, 16, 32}) {
        CAPTURE(n);
        const MeshReport report = check_mesh(sphere({1000, -2000, 500}, 10.0f, n));
        check_sound(report);
        CHECK(report.volume_mm3 > last);
        CHECK(report.volume_mm3 < exact * 1.0001);
        last = report.volume_mm3;
    }
    CHECK(last == doctest::Approx(exact).epsilon(0.005));
}

TEST_CASE("a torus has one handle, and volume 2 std::numbers::pi squared R r squared") {
    const MeshReport report = check_mesh(torus(20, 5, 96, 48));
    check_sound(report);
    CHECK(report.pieces == 1);
    CHECK(report.handles == 1);
    CHECK(report.volume_mm3 == doctest::Approx(2 * std::numbers::pi * std::numbers::pi * 20 * 25).epsilon(0.01));
}

TEST_CASE("two tori side by side have two handles and are two pieces") {
    TriangleMesh second = torus(20, 5, 24, 12);
    for (glm::vec3& p : second.positions) p.z += 30;
    const MeshReport report = check_mesh(joined(torus(20, 5, 24, 12), second));
    check_sound(report);
    CHECK(report.pieces == 2);
    CHECK(report.handles == 2);
}

TEST_CASE("a box turned inside out is closed but not outward, and its volume is negative") {
    const MeshReport report = check_mesh(turned(gridded_box({0, 0, 0}, {2, 2, 2}, 2)));
    CHECK(report.closed());
    CHECK(report.manifold());
    CHECK_FALSE(report.outward());
    CHECK(report.turned_edges == 0);
    CHECK(report.volume_mm3 == doctest::Approx(-8.0));
}

TEST_CASE("one flipped facet is seen at its three edges") {
    TriangleMesh mesh = gridded_box({0, 0, 0}, {1, 1, 1}, 3);
    std::swap(mesh.triangles[7][0], mesh.triangles[7][1]);
    const MeshReport report = check_mesh(mesh);
    CHECK(report.closed());
    CHECK_FALSE(report.outward());
    CHECK(report.turned_edges == 3);
}

TEST_CASE("a box without a lid is open along the lid's border") {
    TriangleMesh mesh = gridded_box({0, 0, 0}, {1, 1, 1}, 3);
    mesh.triangles.resize(mesh.triangles.size() - 18);  // the last face
    const MeshReport report = check_mesh(mesh);
    CHECK_FALSE(report.closed());
    CHECK_FALSE(report.outward());
    CHECK(report.manifold());
    CHECK(report.open_edges == 12);
    CHECK(report.pieces == 1);
}

TEST_CASE("a slit along one edge is found: its two sides belong to one triangle each") {
    TriangleMesh mesh = gridded_box({0, 0, 0}, {1, 1, 1}, 4);
    const Triangle cut = mesh.triangles[10];
    const auto copy = static_cast<std::uint32_t>(mesh.positions.size());
    // One corner of one triangle is let go of by a hair.
    mesh.positions.push_back(mesh.positions[cut[0]] + glm::vec3(0, 0, 1e-5f));
    mesh.triangles[10][0] = copy;
    const MeshReport report = check_mesh(mesh);
    CHECK_FALSE(report.closed());
    CHECK(report.open_edges == 4);
}

TEST_CASE("two cones that share nothing but their tip are pinched there, and two pieces") {
    const MeshReport report = check_mesh(joined(pyramid(2), pyramid(-2)));
    CHECK(report.closed());
    CHECK_FALSE(report.manifold());
    CHECK(report.pinched_vertices == 1);
    CHECK(report.crowded_edges == 0);
    CHECK(report.pieces == 2);
    CHECK(report.outward());
    CHECK(report.volume_mm3 == doctest::Approx(2 * 4.0 * 2.0 / 3.0));
}

TEST_CASE("two boxes that share an edge crowd it with four triangles") {
    const MeshReport report =
        check_mesh(joined(gridded_box({0, 0, 0}, {1, 1, 1}, 1), gridded_box({1, 1, 0}, {2, 2, 1}, 1)));
    CHECK(report.closed());
    CHECK_FALSE(report.manifold());
    CHECK(report.crowded_edges == 1);
    CHECK(report.pinched_vertices == 0);
    CHECK(report.pieces == 2);
}

TEST_CASE("two boxes apart are two pieces") {
    const MeshReport report =
        check_mesh(joined(gridded_box({0, 0, 0}, {1, 1, 1}, 2), gridded_box({3, 0, 0}, {4, 1, 1}, 2)));
    check_sound(report);
    CHECK(report.pieces == 2);
    CHECK(report.volume_mm3 == doctest::Approx(2.0));
}

TEST_CASE("a hollow sphere is one piece with one cavity, and the cavity's volume is taken off") {
    const MeshReport report = check_mesh(joined(sphere({0, 0, 0}, 10, 16), turned(sphere({0, 0, 0}, 5, 16))));
    check_sound(report);
    CHECK(report.pieces == 1);
    CHECK(report.cavities == 1);
    CHECK(report.volume_mm3 == doctest::Approx(4.0 / 3.0 * std::numbers::pi * (1000.0 - 125.0)).epsilon(0.02));
}

TEST_CASE("a shell within a shell that faces the same way is not outward") {
    const MeshReport report = check_mesh(joined(sphere({0, 0, 0}, 10, 8), sphere({0, 0, 0}, 5, 8)));
    CHECK(report.closed());
    CHECK(report.manifold());
    CHECK_FALSE(report.outward());
}

TEST_CASE("a ball in the cavity of a hollow ball is a second piece") {
    const MeshReport report =
        check_mesh(joined(joined(sphere({0, 0, 0}, 10, 8), turned(sphere({0, 0, 0}, 6, 8))), sphere({0, 0, 0}, 3, 8)));
    check_sound(report);
    CHECK(report.pieces == 2);
    CHECK(report.cavities == 1);
}

TEST_CASE("triangles without area are counted") {
    TriangleMesh mesh{{{0, 0, 0}, {1, 0, 0}, {2, 0, 0}, {0, 1, 0}}, {{0, 1, 2}, {0, 2, 3}}};
    CHECK(check_mesh(mesh).degenerate == 1);
}

TEST_CASE("nothing is neither closed nor outward, but manifold") {
    const MeshReport report = check_mesh({});
    CHECK_FALSE(report.closed());
    CHECK_FALSE(report.outward());
    CHECK(report.pieces == 0);
}

TEST_CASE("the winding number is 1 inside, 0 outside, -1 inside what is turned") {
    const TriangleMesh ball = sphere({1, 2, 3}, 4, 8);
    CHECK(winding_number(ball.positions, ball.triangles, {1, 2, 3}) == doctest::Approx(1.0));
    CHECK(winding_number(ball.positions, ball.triangles, {1, 2, 9}) == doctest::Approx(0.0));
    CHECK(winding_number(ball.positions, turned(ball).triangles, {2, 3, 4}) == doctest::Approx(-1.0));
}

TEST_CASE("a plate is as thin as its shortest side, a hollow sphere as its wall") {
    CHECK(*thinnest_mm(gridded_box({0, 0, 0}, {10, 0.75f, 10}, 4)) == doctest::Approx(0.75));
    const auto wall = thinnest_mm(joined(sphere({0, 0, 0}, 10, 24), turned(sphere({0, 0, 0}, 8, 24))));
    REQUIRE(wall);
    CHECK(*wall == doctest::Approx(2.0).epsilon(0.03));
}
