#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "scene/orientation_marker.h"
#include "session/model.h"

using namespace drypoint;
using anatomy::Side;
using session::View;

namespace {

// What the marker says upwards, to the right and towards the eye; "-direction": the named end points the other way.
struct Words {
    std::string up, right, eye;
};

Words words(View view, Side side) {
    const geometry::Camera camera = session::camera_for(view, anatomy::Side::right, {}, 1.0f);
    Words said;
    for (const scene::MarkerAxis& axis : scene::orientation_marker(camera, side)) {
        const std::string name(axis.direction);
        if (axis.towards_eye > 0.9f) said.eye = name;
        if (std::abs(axis.tip.y) > 0.9f) said.up = axis.tip.y < 0.0f ? name : "-" + name;
        if (std::abs(axis.tip.x) > 0.9f) said.right = axis.tip.x > 0.0f ? name : "-" + name;
    }
    return said;
}

void check(View view, Side side, const Words& expected) {
    const Words said = words(view, side);
    CAPTURE(std::string(session::name(view)));
    CHECK(said.up == expected.up);
    CHECK(said.right == expected.right);
    CHECK(said.eye == expected.eye);
}

}  // namespace

TEST_CASE("the marker names what each view of a right limb shows") {
    check(View::anterior, Side::right, {"proximal", "medial", "anterior"});
    check(View::posterior, Side::right, {"proximal", "-medial", "posterior"});
    check(View::medial, Side::right, {"proximal", "-anterior", "medial"});
    check(View::lateral, Side::right, {"proximal", "anterior", "lateral"});
    check(View::proximal, Side::right, {"-anterior", "medial", "proximal"});
    check(View::distal, Side::right, {"anterior", "medial", "distal"});
}

TEST_CASE("a left limb swaps medial and lateral only") {
    check(View::anterior, Side::left, {"proximal", "lateral", "anterior"});
    check(View::posterior, Side::left, {"proximal", "-lateral", "posterior"});
}

TEST_CASE("arms have unit length in space, and the nearest comes last") {
    const geometry::Camera camera = geometry::orbited({}, 35.0f, 20.0f);
    const auto marker = scene::orientation_marker(camera, Side::right);
    for (const scene::MarkerAxis& axis : marker) {
        CHECK(glm::dot(axis.tip, axis.tip) + axis.towards_eye * axis.towards_eye == doctest::Approx(1.0f));
    }
    CHECK(std::is_sorted(marker.begin(), marker.end(), [](const scene::MarkerAxis& a, const scene::MarkerAxis& b) {
        return a.towards_eye < b.towards_eye;
    }));
}
