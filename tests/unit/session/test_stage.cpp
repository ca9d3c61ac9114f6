// Cameras that face trigger points.
#include <doctest/doctest.h>

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

TEST_CASE("points are framed clear of the bars over the picture, however large the text is") {
    const session::PlacedPoint top = point_at({0, 400, 0}), bottom = point_at({0, 0, 0});
    const auto atlas = test::small_atlas();
    for (const float scale : {1.0f, 1.5f, 2.0f}) {
        session::Model model = session::initial_model(*atlas);
        model.viewport_px = {1280, 528};
        model.text_scale = scale;
        const auto camera = session::camera_for_points({&top, &bottom}, model);
        REQUIRE(camera);
        const float bars = 72.0f * scale;
        for (const session::PlacedPoint* point : {&top, &bottom}) {
            const glm::vec3 px = geometry::project(*camera, atlas->bounds, {1280, 528}, glm::vec3(*point->place.at_mm));
            CAPTURE(scale);
            CHECK(px.y > bars);
            CHECK(px.y < 528.0f - bars);
        }
    }
}
