// The camera's promises, in both projections and from odd directions.
#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include <glm/geometric.hpp>

#include "geometry/camera.h"

using namespace drypoint::geometry;

namespace {

const glm::vec2 size{1280.0f, 720.0f};

std::vector<Camera> cameras() {
    std::vector<Camera> all;
    for (const bool parallel : {false, true}) {
        for (const float azimuth : {0.0f, 37.0f, 90.0f, -150.0f}) {
            for (const float elevation : {0.0f, 25.0f, -70.0f}) {
                for (const float roll : {0.0f, 20.0f}) {
                    Camera camera;
                    camera.pivot = {-80.0f, 420.0f, 15.0f};
                    camera.azimuth_deg = azimuth;
                    camera.elevation_deg = elevation;
                    camera.roll_deg = roll;
                    camera.distance_mm = 900.0f;
                    camera.parallel = parallel;
                    all.push_back(camera);
                }
            }
        }
    }
    return all;
}

Bounds limb() {
    Bounds box;
    box.add(glm::vec3(-180.0f, 0.0f, -90.0f));
    box.add(glm::vec3(40.0f, 850.0f, 110.0f));
    return box;
}

// Where the ray through a pixel meets the plane through the pivot that faces the eye.
glm::vec3 on_pivot_plane(const Camera& camera, glm::vec2 pixel) {
    const Ray ray = ray_through(camera, size, pixel);
    const glm::vec3 normal = axes(camera).backward;
    return ray.origin + ray.direction * (glm::dot(camera.pivot - ray.origin, normal) / glm::dot(ray.direction, normal));
}

float apart(glm::vec2 a, glm::vec2 b) {
    return glm::length(a - b);
}

}  // namespace

TEST_CASE("the ray through a pixel runs through points that are drawn at this pixel") {
    for (const Camera& camera : cameras()) {
        for (const glm::vec2& pixel :
             {glm::vec2(640, 360), glm::vec2(3, 5), glm::vec2(1200, 100), glm::vec2(200, 719)}) {
            const Ray ray = ray_through(camera, size, pixel);
            CHECK(glm::length(ray.direction) == doctest::Approx(1.0));
            const glm::vec3 world = on_pivot_plane(camera, pixel);
            CHECK(apart(project(camera, limb(), size, world), pixel) < 0.05f);
            const glm::vec3 beyond = world + ray.direction * 120.0f;
            CHECK(apart(project(camera, limb(), size, beyond), pixel) < 0.05f);
        }
    }
}

TEST_CASE("what is nearer has less depth, and what is behind the eye is told") {
    for (const Camera& camera : cameras()) {
        const glm::vec3 nearer = camera.pivot + axes(camera).backward * 30.0f;
        CHECK(project(camera, limb(), size, nearer).z < project(camera, limb(), size, camera.pivot).z);
        if (camera.parallel) continue;
        const glm::vec3 behind = eye(camera) + axes(camera).backward * 10.0f;
        CHECK(project(camera, limb(), size, behind).z > 1.0f);
    }
}

TEST_CASE("near and far planes enclose the scene") {
    const Bounds box = limb();
    for (const Camera& camera : cameras()) {
        for (int corner = 0; corner < 8; ++corner) {
            const glm::vec3 at{(corner & 1) != 0 ? box.max.x : box.min.x, (corner & 2) != 0 ? box.max.y : box.min.y,
                               (corner & 4) != 0 ? box.max.z : box.min.z};
            const float depth = project(camera, box, size, at).z;
            CHECK(depth >= -1.0f);
            CHECK(depth <= 1.0f);
        }
    }
}

TEST_CASE("zooming keeps what is under the pointer") {
    for (const Camera& camera : cameras()) {
        for (const float factor : {1.25f, 0.5f, 3.0f}) {
            const glm::vec2 pointer{900.0f, 200.0f};
            const Camera nearer = zoomed(camera, factor, size, pointer);
            CHECK(nearer.distance_mm == doctest::Approx(camera.distance_mm / factor));
            CHECK(apart(project(nearer, limb(), size, on_pivot_plane(camera, pointer)), pointer) < 0.05f);
        }
    }
}

TEST_CASE("panning by pixels moves the limb by these pixels") {
    for (const Camera& camera : cameras()) {
        const glm::vec2 by{40.0f, -25.0f};
        const Camera moved = panned(camera, by, size.y);
        const glm::vec2 before = project(camera, limb(), size, camera.pivot);
        const glm::vec2 after = project(moved, limb(), size, camera.pivot);
        CHECK(apart(after - before, by) < 0.05f);
    }
}

TEST_CASE("a framed box lies inside the picture, and nearly fills it") {
    const Bounds box = limb();
    for (const Camera& direction : cameras()) {
        const Camera camera = framed(direction, box, size.x / size.y);
        glm::vec2 most(0.0f);
        for (int corner = 0; corner < 8; ++corner) {
            const glm::vec3 at{(corner & 1) != 0 ? box.max.x : box.min.x, (corner & 2) != 0 ? box.max.y : box.min.y,
                               (corner & 4) != 0 ? box.max.z : box.min.z};
            const glm::vec2 pixel = project(camera, box, size, at);
            CHECK(pixel.x >= 0.0f);
            CHECK(pixel.x <= size.x);
            CHECK(pixel.y >= 0.0f);
            CHECK(pixel.y <= size.y);
            most = glm::max(most, glm::abs(pixel / size * 2.0f - 1.0f));
        }
        CHECK(std::max(most.x, most.y) > 0.9f);
        CHECK(camera.azimuth_deg == direction.azimuth_deg);
        CHECK(camera.elevation_deg == direction.elevation_deg);
    }
}

TEST_CASE("orbiting stops at the poles and keeps pivot and distance") {
    Camera camera;
    camera = orbited(camera, 400.0f, 200.0f);
    CHECK(camera.elevation_deg == 90.0f);
    CHECK(camera.azimuth_deg == doctest::Approx(40.0f));
    CHECK(camera.distance_mm == Camera{}.distance_mm);
    CHECK(camera.pivot == Camera{}.pivot);
}

TEST_CASE("turned freely, a level camera turns as an upright one does, and every turn can be taken back") {
    Camera level;
    level.azimuth_deg = 40.0f;
    const Camera right = turned_freely(level, 25.0f, 0.0f);
    CHECK(right.azimuth_deg == doctest::Approx(65.0f));
    CHECK(right.elevation_deg == doctest::Approx(0.0f));
    CHECK(right.roll_deg == doctest::Approx(0.0f));
    const Camera up = turned_freely(level, 0.0f, 25.0f);
    CHECK(up.elevation_deg == doctest::Approx(25.0f));
    CHECK(up.azimuth_deg == doctest::Approx(40.0f));
    Camera tilted = level;
    tilted.elevation_deg = 30.0f;
    tilted.roll_deg = 20.0f;
    for (const glm::vec2& turn : {glm::vec2(70, 0), glm::vec2(0, 130), glm::vec2(0, -200)}) {
        const Camera there = turned_freely(tilted, turn.x, turn.y);
        const Camera back = turned_freely(there, -turn.x, -turn.y);
        CHECK(glm::distance(axes(back).backward, axes(tilted).backward) < 1e-3f);
        CHECK(glm::distance(axes(back).up, axes(tilted).up) < 1e-3f);
        CHECK(glm::distance(there.pivot, tilted.pivot) == 0.0f);
    }
}
