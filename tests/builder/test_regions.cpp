// Surfaces in regions whose borders their edges follow, and thickness between the sites of a table.

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include "builds.h"
#include "courses.h"
#include "field.h"
#include "mesh_tools.h"
#include "normals.h"
#include "regions.h"
#include "shell.h"
#include "surface.h"

using namespace drypoint;
using namespace drypoint::builder;

namespace {

Field ball_field(double radius) {
    Field field(1.0, box_around(glm::dvec3(-radius), glm::dvec3(radius), 6.0, 1.0));
    for_each_point(field.box, [&](int i, int j, int k) {
        field.at(i, j, k) = static_cast<float>(glm::length(field.position(i, j, k)) - radius);
    });
    return field;
}

RegionMesh ball(double radius) {
    RegionMesh surface{extract(ball_field(radius)), {}};
    surface.regions.assign(surface.mesh.triangles.size(), Region::thigh);
    return surface;
}

std::vector<double> heights(const RegionMesh& surface, double at) {
    std::vector<double> values;
    for (const glm::vec3& p : surface.mesh.positions) values.push_back(p.y - at);
    return values;
}

BuildSite site(double y, double direction, double average, bool assumed) {
    BuildSite one;
    one.id = "here";
    one.y = y;
    one.direction_deg = direction;
    one.target = {average - 2.0, average, average + 2.0};
    one.assumed = assumed;
    return one;
}

}  // namespace

TEST_CASE("a surface cut along a level stays closed, has its border on that level, and each side lies on its own side") {
    RegionMesh surface = ball(20.0);
    cut(surface, heights(surface, 4.3), Region::thigh, Region::leg);
    CHECK(faults_of(surface.mesh).none());
    REQUIRE(surface.regions.size() == surface.mesh.triangles.size());
    for (std::size_t n = 0; n < surface.regions.size(); ++n) {
        for (const std::uint32_t corner : surface.mesh.triangles[n]) {
            const float y = surface.mesh.positions[corner].y;
            if (surface.regions[n] == Region::leg) CHECK(y < 4.301f);
            if (surface.regions[n] == Region::thigh) CHECK(y > 4.299f);
        }
    }
}

TEST_CASE("simplified regions still meet: the whole is closed, of the same volume, and the border is where it was") {
    RegionMesh surface = ball(30.0);
    cut(surface, heights(surface, -7.2), Region::thigh, Region::leg);
    const RegionMesh coarse = simplified(surface, 8000, 2);
    CHECK(coarse.mesh.triangles.size() < 9000);
    CHECK(faults_of(coarse.mesh).none());
    CHECK(signed_volume(coarse.mesh) == doctest::Approx(signed_volume(surface.mesh)).epsilon(0.01));
    const std::vector<geometry::Triangle> leg = triangles_of(coarse, Region::leg);
    const std::vector<geometry::Triangle> thigh = triangles_of(coarse, Region::thigh);
    REQUIRE(!leg.empty());
    CHECK(leg.size() + thigh.size() == coarse.mesh.triangles.size());
    for (const geometry::Triangle& t : leg) {
        for (const std::uint32_t corner : t) CHECK(coarse.mesh.positions[corner].y < -7.19f);
    }
}

TEST_CASE("a point lifted off a surface lies that much further out, straight above where it was") {
    const Field inside = ball_field(20.0);
    const Field outside = ball_field(26.0);
    const CutPlanes planes{-100.0, 100.0, 100.0};
    const Mover mover(inside, outside, planes);
    const glm::vec3 start(0.0f, 12.0f, 16.0f);
    const glm::vec3 lifted = mover.lift(start, 3.0);
    CHECK(glm::length(lifted) == doctest::Approx(23.0).epsilon(0.005));
    CHECK(glm::dot(glm::normalize(lifted), glm::normalize(start)) > 0.9995f);
}

TEST_CASE("thickness is the table's at its sites, even in between, and half way between a cited and an assumed site half assumed") {
    Builds builds;
    builds.axis = {{0.0, 0.0, 0.0}, {0.0, 100.0, 0.0}};
    builds.sites = {site(0.0, 0.0, 4.0, false), site(0.0, 180.0, 8.0, true), site(100.0, 0.0, 10.0, true)};
    const glm::dvec3 front(0.0, 0.0, 30.0);
    const glm::dvec3 outside(-30.0, 0.0, 0.0);  // lateral of a right limb
    CHECK(builds.thickness_at(front).mm[1] == doctest::Approx(4.0));
    CHECK(builds.thickness_at(front).mm[2] == doctest::Approx(6.0));
    CHECK(builds.thickness_at(front).assumed == doctest::Approx(0.0));
    CHECK(builds.thickness_at(-front).mm[1] == doctest::Approx(8.0));
    CHECK(builds.thickness_at(outside).mm[1] == doctest::Approx(6.0));
    CHECK(builds.thickness_at(outside).assumed == doctest::Approx(0.5));
    CHECK(builds.thickness_at(front + glm::dvec3(0.0, 50.0, 0.0)).mm[1] == doctest::Approx(7.0));
    CHECK(builds.thickness_at(front + glm::dvec3(0.0, 500.0, 0.0)).mm[1] == doctest::Approx(10.0));
    CHECK(builds.way_out(site(0.0, 90.0, 5.0, true)).x == doctest::Approx(-1.0));
}

TEST_CASE("a course is split where it pierces the fascia") {
    Course course{"vein", true, 50.0, {}, {}, {}};
    for (int n = 0; n <= 10; ++n) {
        course.curve.points.push_back({0.0, 100.0 - 10.0 * n, 0.0});
        course.curve.radii.push_back(1.0);
    }
    CHECK(beneath_fascia(course, 0.0).points.back().y == doctest::Approx(50.0));
    CHECK(beneath_fascia(course, 15.0).points.back().y == doctest::Approx(70.0));
    CHECK(outside_fascia(course, 0.0).points.front().y == doctest::Approx(40.0));
    CHECK(outside_fascia(course, 25.0).points.front().y == doctest::Approx(70.0));
    course.outside_fascia_below = -1e9;
    CHECK(outside_fascia(course, 0.0).points.empty());
}

TEST_CASE("a morph target leads each vertex to its place and turns its normal with it") {
    const geometry::ShadedMesh mesh = shade(ball(20.0).mesh, nullptr);
    std::vector<glm::vec3> stretched;
    for (const glm::vec3& p : mesh.positions) stretched.push_back({p.x * 2.0f, p.y, p.z});
    const geometry::MorphTarget target = target_to(mesh, "heavy", stretched);
    CHECK(target.name == "heavy");
    for (std::size_t n = 0; n < stretched.size(); ++n) {
        CHECK(glm::distance(mesh.positions[n] + target.positions[n], stretched[n]) < 1e-4f);
        const glm::vec3 normal = mesh.normals[n] + target.normals[n];
        const glm::vec3 true_normal = glm::normalize(glm::vec3(stretched[n].x / 4.0f, stretched[n].y, stretched[n].z));
        CHECK(glm::length(normal) == doctest::Approx(1.0f).epsilon(1e-4));
        CHECK(glm::dot(normal, true_normal) > 0.98f);
    }
}
