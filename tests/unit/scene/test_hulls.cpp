// The hull round a hazard, on the limb: as wide as its spread says, inside of the skin, and only where it matters.
#include "scene/hulls.h"

#include <cmath>

#include <doctest/doctest.h>
#include <glm/geometric.hpp>

#include "scene/build_scene.h"
#include "session/model.h"
#include "support/onion.h"
#include "support/small_world.h"

using namespace drypoint;

namespace {

// Round the y axis, away from the ends.
float distance_to_axis(const glm::vec3& at) {
    return std::hypot(at.x, at.z);
}

struct Case {
    base::Issues issues;
    session::WorldPtr world;
    session::Snapshot snapshot;
    anatomy::Assessment assessment;

    explicit Case(std::optional<double> across_mm = 6.0) {
        anatomy::Content content = test::small_content();
        anatomy::HazardSpread spread;
        spread.id = "femoral-artery";
        spread.across.mm = across_mm;
        content.spreads = {spread};
        world = session::make_world(test::small_world(issues)->atlas, content, {}, issues);
        snapshot.world = world;
        snapshot.atlas = world->atlas;
        snapshot.model = session::initial_model(*world->atlas);
        set_skin(0.2f);
        anatomy::Reason reason;
        reason.structure = world->atlas->index_of("femoral-artery");
        assessment.judgement.reasons = {reason, anatomy::Reason{}};
    }
    void set_skin(float opacity) { snapshot.model.plan.appearance[*world->atlas->index_of("skin")].opacity = opacity; }
    scene::Scene scene() {
        scene::Scene scene = scene::build_scene(snapshot, {});
        scene::Hulls().add(snapshot, assessment, {}, scene);
        return scene;
    }
};

}  // namespace

TEST_CASE("a tube's hull is a tube that is wider by what it was given") {
    const auto wide = scene::widened(test::cylinder({0, 0, 0}, 3, -100, 100, 60), 7.0f, {});
    for (const glm::vec3& at : wide.positions) {
        if (std::abs(at.y) < 90.0f) CHECK(distance_to_axis(at) == doctest::Approx(10.0).epsilon(0.02));
    }
}

TEST_CASE("a hull does not leave the limb") {
    const auto skin = test::cylinder({0, 0, 0}, 8, -150, 150, 60);
    for (const glm::vec3& at : scene::widened(test::cylinder({3, 0, 0}, 2, -100, 100, 60), 7.0f, skin).positions)
        CHECK(distance_to_axis(at) < 8.0f);
}

TEST_CASE("what the verdict speaks of has a hull, hatched, that is no structure") {
    Case c;
    const std::size_t structures = c.world->atlas->structures.size();
    const scene::Scene scene = c.scene();
    REQUIRE(scene.items.back().index >= structures);
    REQUIRE(scene.paints.size() == 1);
    CHECK(scene.paints[0].index == scene.items.back().index);
    CHECK(scene.paints[0].tones.front().pattern == scene::Pattern::hatch);
    const auto& artery = *c.world->atlas->find("femoral-artery");
    CHECK(scene.items.back().bounds.min.x < artery.bounds.min.x - 2.0f);
}

TEST_CASE("there is no hull without a published spread, of a hidden hazard, or of what no rule speaks of") {
    const std::size_t plain = scene::build_scene(Case().snapshot, {}).items.size();
    CHECK(Case().scene().items.size() == plain + 1);
    CHECK(Case(std::nullopt).scene().items.size() == plain);
    Case silent;
    silent.assessment.judgement.reasons.clear();
    CHECK(silent.scene().items.size() == plain);
    Case hidden;
    hidden.snapshot.model.plan.appearance[*hidden.world->atlas->index_of("femoral-artery")].visible = false;
    CHECK(hidden.scene().items.size() == plain - 1);
    Case covered;
    covered.set_skin(1.0f);
    CHECK(covered.scene().items.size() == plain);
}
