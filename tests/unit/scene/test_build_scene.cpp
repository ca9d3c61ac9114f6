// What is visible, as a value.
#include <doctest/doctest.h>

#include <algorithm>

#include "geometry/camera.h"
#include "scene/build_scene.h"
#include "session/store.h"
#include "support/small_atlas.h"

using namespace drypoint;

namespace {

struct SceneFixture {
    anatomy::AtlasPtr atlas = test::small_atlas();
    session::Store store{atlas};

    scene::Scene scene() const {
        scene::Palette palette{};
        palette.tissue[static_cast<std::size_t>(anatomy::Tissue::muscle)] = {0.6f, 0.3f, 0.2f};
        palette.accent = {0.1f, 0.2f, 0.3f};
        return scene::build_scene(store.snapshot(), palette);
    }
    // Null: not on the screen.
    static const scene::Item* find(const scene::Scene& scene, std::size_t index) {
        const auto it = std::find_if(scene.items.begin(), scene.items.end(),
                                     [index](const scene::Item& item) { return item.index == index; });
        return it != scene.items.end() ? &*it : nullptr;
    }
    std::size_t index(const char* id) const { return *atlas->index_of(id); }
};

}  // namespace

TEST_CASE_FIXTURE(SceneFixture, "at the start all but the fat is shown, in the atlas's order, with the skin nearly clear") {
    const scene::Scene shown = scene();
    CHECK(shown.items.size() == atlas->structures.size() - 1);
    CHECK(find(shown, index("subcutaneous-fat")) == nullptr);
    CHECK(std::is_sorted(shown.items.begin(), shown.items.end(),
                         [](const scene::Item& a, const scene::Item& b) { return a.index < b.index; }));
    const scene::Item* skin = find(shown, index("skin"));
    REQUIRE(skin != nullptr);
    CHECK(skin->opacity == session::initial_skin_opacity);
    CHECK(skin->surface == scene::Surface::skin);
    CHECK(skin->closed);
    const scene::Item* muscle = find(shown, index("vastus-medialis"));
    REQUIRE(muscle != nullptr);
    CHECK(muscle->surface == scene::Surface::muscle);
    CHECK(muscle->colour == glm::vec3(0.6f, 0.3f, 0.2f));
    CHECK(muscle->mesh.get() == &atlas->find("vastus-medialis")->shading);
    CHECK(shown.accent == glm::vec3(0.1f, 0.2f, 0.3f));
}

TEST_CASE_FIXTURE(SceneFixture, "hiding takes an item away, and what is wholly clear is not drawn") {
    store.dispatch(session::Hide{"femur"});
    CHECK(find(scene(), index("femur")) == nullptr);
    store.dispatch(session::SetOpacity{"skin", 0.0f});
    CHECK(find(scene(), index("skin")) == nullptr);
    store.dispatch(session::SetOpacity{"skin", 0.02f});
    CHECK(find(scene(), index("skin")) != nullptr);
}

TEST_CASE_FIXTURE(SceneFixture, "isolating leaves one, and leaving restores the very same scene") {
    const scene::Scene before = scene();
    store.dispatch(session::Isolate{"femoral-artery"});
    const scene::Scene alone = scene();
    REQUIRE(alone.items.size() == 1);
    CHECK(alone.items[0].index == index("femoral-artery"));
    CHECK(alone.items[0].surface == scene::Surface::vessel);
    store.dispatch(session::LeaveIsolation{});
    CHECK(scene().items == before.items);
}

TEST_CASE_FIXTURE(SceneFixture, "the hovered is emphasised a little, the selected wholly, also when both") {
    store.dispatch(session::Hover{"femur"});
    CHECK(find(scene(), index("femur"))->emphasis == scene::hovered_emphasis);
    store.dispatch(session::Select{"femur"});
    CHECK(find(scene(), index("femur"))->emphasis == scene::selected_emphasis);
    CHECK(find(scene(), index("skin"))->emphasis == 0.0f);
}

TEST_CASE_FIXTURE(SceneFixture, "every view frames every corner of what is visible") {
    for (int i = 0; i < session::view_count; ++i) {
        store.dispatch(session::LookFrom{static_cast<session::View>(i)});
        const scene::Scene shown = scene();
        const glm::vec2 size(store.model().viewport_px);
        for (const scene::Item& item : shown.items) {
            for (int corner = 0; corner < 8; ++corner) {
                const geometry::Bounds& box = item.bounds;
                const glm::vec3 at{(corner & 1) != 0 ? box.max.x : box.min.x, (corner & 2) != 0 ? box.max.y : box.min.y,
                                   (corner & 4) != 0 ? box.max.z : box.min.z};
                const glm::vec2 pixel = geometry::project(shown.camera, shown.bounds, size, at);
                CHECK(pixel.x >= 0.0f);
                CHECK(pixel.x <= size.x);
                CHECK(pixel.y >= 0.0f);
                CHECK(pixel.y <= size.y);
            }
        }
    }
}

TEST_CASE_FIXTURE(SceneFixture, "a scene keeps its meshes alive without the store") {
    scene::Scene shown = scene();
    atlas.reset();
    store = session::Store(test::small_atlas());
    CHECK_FALSE(shown.items[0].mesh->triangles.empty());
}

TEST_CASE("a sheet of fascia round a muscle is peeled off at the start, and lets the muscle be seen once it is shown") {
    anatomy::Atlas raw = *test::small_atlas();
    raw.structures.push_back(test::structure("fascia-lata", "Fascia lata", anatomy::Tissue::fascia, {-156, 4, -56}, {-4, 396, 56}));
    raw.structures.push_back(
        test::structure("iliotibial-tract", "Iliotibial tract", anatomy::Tissue::fascia, {-155, 60, -10}, {-150, 390, 20}));
    base::Issues issues;
    const auto atlas = std::make_shared<const anatomy::Atlas>(anatomy::make_atlas(std::move(raw), issues));
    session::Store store{atlas};
    const auto appearance = [&](const char* id) { return store.model().plan.appearance[*atlas->index_of(id)]; };
    CHECK_FALSE(appearance("fascia-lata").visible);
    CHECK(appearance("iliotibial-tract").visible);
    CHECK(appearance("iliotibial-tract").opacity == 1.0f);
    store.dispatch(session::Show{"fascia-lata"});
    CHECK(appearance("fascia-lata").opacity == session::initial_fascia_opacity);
}

TEST_CASE("baked shade holds where all that stands round a structure is drawn solid, and fades as it goes") {
    anatomy::Atlas raw = *test::small_atlas();
    for (anatomy::Structure& structure : raw.structures) structure.shading.occlusion.assign(structure.shading.positions.size(), 0.5f);
    base::Issues issues;
    const auto atlas = std::make_shared<const anatomy::Atlas>(anatomy::make_atlas(std::move(raw), issues));
    session::Store store{atlas};
    const auto shaded = [&] {
        const scene::Scene shown = scene::build_scene(store.snapshot(), scene::Palette{});
        return SceneFixture::find(shown, *atlas->index_of("femur"))->shaded;
    };
    CHECK(shaded() == doctest::Approx(1.0f));  // skin and fat do not count
    store.dispatch(session::SetOpacity{"vastus-medialis", 0.5f});
    const float half = shaded();
    CHECK(half < 0.9f);
    store.dispatch(session::Hide{"vastus-medialis"});
    CHECK(shaded() < half);
    store.dispatch(session::HideOthers{"femur"});
    CHECK(shaded() == 0.0f);
}
