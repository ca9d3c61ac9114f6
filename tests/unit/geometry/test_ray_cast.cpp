// Embree against brute force in double on random rays.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include <glm/geometric.hpp>

#include "geometry/ray_cast.h"
#include "support/scenes.h"

using namespace drypoint;
using geometry::Ray;
using geometry::RayHit;

namespace {

// Moeller and Trumbore, in double.
std::vector<RayHit> brute_force(const std::vector<const geometry::TriangleMesh*>& meshes, const Ray& ray) {
    std::vector<RayHit> hits;
    const glm::dvec3 origin(ray.origin);
    const glm::dvec3 direction = glm::normalize(glm::dvec3(ray.direction));
    for (std::size_t m = 0; m < meshes.size(); ++m) {
        for (std::size_t t = 0; t < meshes[m]->triangles.size(); ++t) {
            const geometry::Triangle& triangle = meshes[m]->triangles[t];
            const glm::dvec3 a(meshes[m]->positions[triangle[0]]);
            const glm::dvec3 ab = glm::dvec3(meshes[m]->positions[triangle[1]]) - a;
            const glm::dvec3 ac = glm::dvec3(meshes[m]->positions[triangle[2]]) - a;
            const glm::dvec3 p = glm::cross(direction, ac);
            const double determinant = glm::dot(ab, p);
            if (std::abs(determinant) < 1e-12) continue;
            const glm::dvec3 s = origin - a;
            const double u = glm::dot(s, p) / determinant;
            const glm::dvec3 q = glm::cross(s, ab);
            const double v = glm::dot(direction, q) / determinant;
            const double distance = glm::dot(ac, q) / determinant;
            if (u < 0.0 || v < 0.0 || u + v > 1.0 || distance <= 0.0) continue;
            hits.push_back({m, static_cast<std::uint32_t>(t), distance, determinant > 0.0});
        }
    }
    std::sort(hits.begin(), hits.end(), [](const RayHit& a, const RayHit& b) { return a.distance_mm < b.distance_mm; });
    return hits;
}

struct Fixture {
    geometry::TriangleMesh ball = test::sphere(glm::vec3(0.0f, 0.0f, 0.0f), 50.0f, 9);
    geometry::TriangleMesh box = test::gridded_box(glm::vec3(20.0f, -15.0f, -70.0f), glm::vec3(90.0f, 30.0f, 10.0f), 3);
    geometry::TriangleMesh ring = test::torus(glm::vec3(-30.0f, 10.0f, 0.0f), 60.0f, 13.0f, 24);
    geometry::TriangleMesh nothing;
    std::vector<const geometry::TriangleMesh*> meshes{&ball, &box, &nothing, &ring};
    geometry::RayCaster caster{{&ball, &box, nullptr, &ring}};
    std::mt19937 random{20240611};

    Ray random_ray() {
        std::uniform_real_distribution<float> far(-160.0f, 160.0f);
        std::uniform_real_distribution<float> near(-60.0f, 60.0f);
        const glm::vec3 from{far(random), far(random), far(random)};
        const glm::vec3 to{near(random), near(random), near(random)};
        return {from, glm::normalize(to - from)};
    }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "all hits in order are those of brute force") {
    int crossings = 0;
    for (int i = 0; i < 3000; ++i) {
        const Ray ray = random_ray();
        const std::vector<RayHit> expected = brute_force(meshes, ray);
        const std::vector<RayHit> hits = caster.all(ray);
        REQUIRE(hits.size() == expected.size());
        for (std::size_t k = 0; k < hits.size(); ++k) {
            CHECK(hits[k].distance_mm == doctest::Approx(expected[k].distance_mm).epsilon(1e-6));
            CHECK(hits[k].mesh == expected[k].mesh);
            CHECK(hits[k].entering == expected[k].entering);
        }
        crossings += static_cast<int>(hits.size());
    }
    CHECK(crossings > 5000);
}

TEST_CASE_FIXTURE(Fixture, "the first hit is the first of all, also through a filter and within a reach") {
    const auto ring_from_outside = [](std::size_t mesh, bool entering) { return mesh == 3 && entering; };
    for (int i = 0; i < 1000; ++i) {
        const Ray ray = random_ray();
        for (const geometry::RayCaster::Filter& filter : {geometry::RayCaster::Filter{}, {ring_from_outside}}) {
            const std::vector<RayHit> all = caster.all(ray, filter);
            const std::optional<RayHit> first = caster.first(ray, filter);
            REQUIRE(first.has_value() == !all.empty());
            if (!first) continue;
            CHECK(first->distance_mm == all.front().distance_mm);
            CHECK(caster.all(ray, filter, first->distance_mm - 0.01).empty());
            CHECK(caster.first(ray, filter, first->distance_mm + 0.01).has_value());
        }
    }
}

TEST_CASE_FIXTURE(Fixture, "no ray leaks through a closed surface where triangles meet") {
    for (const glm::vec3& vertex : ball.positions) {
        const Ray ray{glm::vec3(0.0f), vertex};
        CHECK(caster.first(ray, [](std::size_t mesh, bool) { return mesh == 0; }).has_value());
    }
}

TEST_CASE("a caster without triangles is never hit") {
    const geometry::RayCaster caster({});
    CHECK_FALSE(caster.first({glm::vec3(0.0f), glm::vec3(0.0f, 0.0f, 1.0f)}).has_value());
}
