#include <doctest/doctest.h>

#include "scene/build_scene.h"
#include "scene/pick.h"
#include "session/store.h"
#include "support/small_atlas.h"

using namespace drypoint;

namespace {

struct PickFixture {
    anatomy::AtlasPtr atlas = test::small_atlas();
    session::Store store{atlas};
    scene::Picker picker{atlas};

    // What is picked where a point of the model is drawn; empty: nothing.
    std::string pick_at(const glm::vec3& world, glm::vec3* at = nullptr) {
        const scene::Scene shown = scene::build_scene(store.snapshot(), scene::Palette{});
        const glm::vec2 size(store.model().viewport_px);
        const auto hit = picker.pick(shown, size, geometry::project(shown.camera, shown.bounds, size, world));
        if (!hit) return "";
        if (at != nullptr) *at = hit->at_mm;
        return atlas->structures[hit->index].id;
    }
};

const glm::vec3 on_vastus_medialis{-50.0f, 210.0f, 40.0f};
const glm::vec3 on_skin_only{-5.0f, 390.0f, 60.0f};

}  // namespace

TEST_CASE_FIXTURE(PickFixture, "a nearly clear skin lets the pointer through to the muscle") {
    glm::vec3 at(0.0f);
    CHECK(pick_at(on_vastus_medialis, &at) == "vastus-medialis");
    CHECK(glm::length(at - on_vastus_medialis) < 0.05f);
}

TEST_CASE_FIXTURE(PickFixture, "a firm skin is picked itself") {
    store.dispatch(session::SetOpacity{"skin", 0.5f});
    CHECK(pick_at(on_vastus_medialis) == "skin");
}

TEST_CASE_FIXTURE(PickFixture, "where nothing firm lies behind, even a clear skin is picked") {
    CHECK(pick_at(on_skin_only) == "skin");
}

TEST_CASE_FIXTURE(PickFixture, "what is hidden is not picked") {
    store.dispatch(session::Hide{"vastus-medialis"});
    CHECK(pick_at(on_vastus_medialis) != "vastus-medialis");
    store.dispatch(session::Isolate{"femur"});
    CHECK(pick_at(on_skin_only) == "");
}

TEST_CASE_FIXTURE(PickFixture, "beside the limb there is nothing, in both projections") {
    CHECK(pick_at({90.0f, 200.0f, 0.0f}) == "");
    store.dispatch(session::SetParallel{true});
    CHECK(pick_at({90.0f, 200.0f, 0.0f}) == "");
    CHECK(pick_at(on_vastus_medialis) == "vastus-medialis");
}

TEST_CASE_FIXTURE(PickFixture, "what is cut away is not picked; on a cut face the innermost solid is") {
    scene::Scene shown = scene::build_scene(store.snapshot(), scene::Palette{});
    const glm::vec2 size(store.model().viewport_px);
    glm::vec3 at(0.0f);
    const auto picked = [&](const glm::vec3& place) -> std::string {
        const auto hit = picker.pick(shown, size, geometry::project(shown.camera, shown.bounds, size, place));
        if (!hit) return "";
        at = hit->at_mm;
        return atlas->structures[hit->index].id;
    };
    shown.cut = scene::CutAway{{0, 0, 1}, 20.0f};  // through the muscles, seen from the front
    CHECK(picked({-50, 200, 20}) == "vastus-medialis");
    CHECK(at.z == doctest::Approx(20.0f));
    shown.cut->at_mm = -10.0f;  // the muscles are gone, the femur is cut
    CHECK(picked({-80, 200, -10}) == "femur");
    CHECK(at.z == doctest::Approx(-10.0f));
    shown.cut = scene::CutAway{{0, 0, -1}, 10.0f};  // the far half is cut away: the near one is as it was
    CHECK(picked(on_vastus_medialis) == "vastus-medialis");
    CHECK(at.z == doctest::Approx(40.0f));
}
