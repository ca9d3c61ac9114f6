// Cameras that face trigger points.
#include <doctest/doctest.h>

#include <cmath>

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

#include "session/stage.h"
#include "support/small_atlas.h"

using namespace drypoint;

namespace {

session::PlacedPoint point_at(const glm::dvec3& at_mm) {
    session::PlacedPoint point;
    point.place.at_mm = at_mm;
    return point;
}

}  // namespace

TEST_CASE("points are framed clear of the upper edge and of the bar of layers, however large the text is") {
    const session::PlacedPoint top = point_at({0, 400, 0}), bottom = point_at({0, 0, 0});
    const auto atlas = test::small_atlas();
    for (const float scale : {1.0f, 1.5f, 2.0f}) {
        session::Model model = session::initial_model(*atlas);
        model.viewport_px = {1280, 528};
        model.text_scale = scale;
        const auto camera = session::camera_for_points({&top, &bottom}, {}, model);
        REQUIRE(camera);
        const float half_ring = 28.0f * scale, bar = 72.0f * scale;
        for (const session::PlacedPoint* point : {&top, &bottom}) {
            const glm::vec3 px = geometry::project(*camera, atlas->bounds, {1280, 528}, glm::vec3(*point->place.at_mm));
            CAPTURE(scale);
            CHECK(px.y > half_ring);
            CHECK(px.y < 528.0f - bar);
        }
    }
}

TEST_CASE("points high on the limb are framed with the places named beside them, which do not turn the camera") {
    const session::PlacedPoint top = point_at({0, 400, 0});
    const auto atlas = test::small_atlas();
    session::Model model = session::initial_model(*atlas);
    model.viewport_px = {1280, 720};
    const glm::dvec3 knee(30, 0, 0);
    const auto alone = session::camera_for_points({&top}, {}, model);
    const auto with_knee = session::camera_for_points({&top}, {knee}, model);
    REQUIRE(alone);
    REQUIRE(with_knee);
    const auto y_px = [&](const geometry::Camera& camera) {
        return geometry::project(camera, atlas->bounds, {1280, 720}, glm::vec3(knee)).y;
    };
    CHECK(y_px(*alone) > 720.0f);
    CHECK(y_px(*with_knee) < 720.0f - 72.0f);
    CHECK(with_knee->azimuth_deg == doctest::Approx(alone->azimuth_deg));
    CHECK_FALSE(session::camera_for_points({}, {knee}, model));
}

TEST_CASE("a chosen point's needle is seen from beside, its entry on the near side, from wherever the limb was seen") {
    const auto atlas = test::small_atlas();
    session::Model model = session::initial_model(*atlas);
    for (int needle = 0; needle < 360; needle += 15) {
        session::PlacedPoint point = point_at({0, 200, 0});
        const double azimuth = glm::radians(static_cast<double>(needle));
        point.way.emplace();
        point.way->direction = {std::sin(azimuth), 0.0, std::cos(azimuth)};
        point.way->entry_mm = glm::dvec3(0, 200, 0) - 20.0 * point.way->direction;
        point.place.outward = -point.way->direction;
        for (int seen_from = 0; seen_from < 360; seen_from += 15) {
            model.camera.azimuth_deg = static_cast<float>(seen_from);
            const auto camera = session::camera_beside_needle(point, model, 100.0f);
            const double facing = glm::dot(-point.way->direction, glm::dvec3(geometry::axes(camera).backward));
            CAPTURE(needle);
            CAPTURE(seen_from);
            CHECK(facing > 0.15);
            CHECK(facing < 0.78);
        }
    }
    model.camera.azimuth_deg = 50.0f;
    session::PlacedPoint point = point_at({0, 200, 0});
    point.way.emplace();
    point.way->direction = {0, 0, -1};
    point.place.outward = {0, 0, 1};
    CHECK(session::camera_beside_needle(point, model, 100.0f).azimuth_deg == 50.0f);
}

TEST_CASE("a lifted fold is seen from the side where its point lies, the needle across") {
    const auto atlas = test::small_atlas();
    session::Model model = session::initial_model(*atlas);
    session::PlacedPoint point = point_at({0, 200, 0});
    point.place.outward = {0, 0, -1};
    point.way.emplace();
    point.way->direction = {1, 0, 0};
    for (int seen_from = 0; seen_from < 360; seen_from += 15) {
        model.camera.azimuth_deg = static_cast<float>(seen_from);
        const glm::vec3 to_eye = geometry::axes(session::camera_beside_needle(point, model, 100.0f)).backward;
        CAPTURE(seen_from);
        CHECK(to_eye.z < -0.1f);
        CHECK(std::abs(to_eye.x) < 0.78f);
    }
}
