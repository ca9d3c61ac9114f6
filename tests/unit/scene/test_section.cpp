// The faces of what a section plane cuts, on solids whose cuts are known.
#include <doctest/doctest.h>

#include <glm/gtc/constants.hpp>

#include "scene/build_scene.h"
#include "scene/section.h"
#include "session/store.h"
#include "support/scenes.h"
#include "support/small_atlas.h"

using namespace drypoint;

namespace {

anatomy::Structure solid(geometry::TriangleMesh mesh, anatomy::Tissue tissue) {
    anatomy::Structure made;
    made.tissue = tissue;
    for (const glm::vec3& position : mesh.positions) made.bounds.add(position);
    made.surface = std::move(mesh);
    return made;
}

// Of the triangles whose first corner has a positive value in this channel.
float area(const geometry::Patch& patch, int channel) {
    float sum = 0.0f;
    for (const geometry::Triangle& t : patch.mesh.triangles) {
        if (patch.values[t[0]][channel] < 0.0f) continue;
        const auto& p = patch.mesh.positions;
        sum += 0.5f * glm::length(glm::cross(p[t[1]] - p[t[0]], p[t[2]] - p[t[0]]));
    }
    return sum;
}

}  // namespace

TEST_CASE("the face of a cut ball is a disc in the plane, from any direction") {
    const auto ball = solid(test::sphere({10, 20, 30}, 25, 32), anatomy::Tissue::muscle);
    for (const glm::vec3& way : {glm::vec3(0, 0, 1), glm::vec3(0, 1, 0), glm::normalize(glm::vec3(1, -2, 0.5f))}) {
        const scene::CutAway cut{way, glm::dot(way, glm::vec3(10, 20, 30)) + 15.0f};
        const auto face = scene::cut_face(ball, cut);
        REQUIRE(face);
        CHECK(area(*face, 0) == doctest::Approx(glm::pi<float>() * (625.0f - 225.0f)).epsilon(0.02));
        CHECK(area(*face, 1) == 0.0f);
        for (const glm::vec3& at : face->mesh.positions) CHECK(std::abs(glm::dot(way, at) - cut.at_mm) < 0.3f);
    }
    CHECK_FALSE(scene::cut_face(ball, {{0, 0, 1}, 60.0f}));
}

TEST_CASE("a vessel's face has a pale edge of half a millimetre inside its outline") {
    const auto vessel = solid(test::sphere({0, 0, 0}, 4, 24), anatomy::Tissue::artery);
    const auto face = scene::cut_face(vessel, {{0, 0, 1}, 0.1f});
    REQUIRE(face);
    CHECK(area(*face, 0) == doctest::Approx(glm::pi<float>() * 16.0f).epsilon(0.02));
    CHECK(area(*face, 1) == doctest::Approx(glm::two_pi<float>() * 4.0f * 0.5f).epsilon(0.03));
    for (const glm::vec3& at : face->mesh.positions) CHECK(glm::length(glm::vec2(at)) < 4.01f);
    CHECK(scene::cut_tones(anatomy::Tissue::bone, {})[0].pattern == scene::Pattern::hatch);
    CHECK(scene::cut_tones(anatomy::Tissue::fat, {})[0].pattern == scene::Pattern::dots);
}

TEST_CASE("faces are cut of what is shown, and once for a place of the plane") {
    session::Store store(test::small_atlas());
    scene::Sectioner sectioner;
    const auto caps = [&] {
        scene::Scene shown = scene::build_scene(store.snapshot(), scene::Palette{});
        sectioner.cut(store.snapshot(), scene::Palette{}, shown);
        CHECK(shown.cut.has_value() == store.model().plan.section.has_value());
        return shown.caps;
    };
    CHECK(caps().empty());
    store.dispatch(session::Cut{0, 0, 1, 20});
    const auto first = caps();
    REQUIRE(first.size() == 3);  // skin, two muscles; the bone lies behind the plane
    store.dispatch(session::Orbit{10, 0});
    CHECK(caps()[1].patch == first[1].patch);
    store.dispatch(session::MoveCut{1});
    CHECK(caps()[1].patch != first[1].patch);
    store.dispatch(session::Hide{"vastus-medialis"});
    CHECK(caps().size() == 2);
    store.dispatch(session::LeaveCut{});
    CHECK(caps().empty());
}
