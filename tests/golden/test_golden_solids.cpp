// One small picture per idea.
#include <doctest/doctest.h>

#include "golden/golden.h"
#include "scene/hulls.h"
#include "scene/section.h"
#include "support/drawing.h"
#include "support/onion.h"
#include "support/scenes.h"

using namespace drypoint;
using scene::Item;
using scene::Scene;
using scene::Surface;

namespace {

const glm::ivec2 size{160, 120};

Item ball(const glm::vec3& centre, float radius, Surface surface, const glm::vec3& colour, float opacity = 1.0f) {
    return test::item(test::smooth(test::sphere(centre, radius, 16)), surface, colour, opacity);
}

Item rod(const glm::vec3& low, const glm::vec3& high, Surface surface, const glm::vec3& colour, float opacity = 1.0f) {
    return test::item(test::smooth(test::gridded_box(low, high, 6)), surface, colour, opacity);
}

void check(const char* name, const Scene& scene, render::Quality quality = render::Quality::rest) {
    test::Drawing drawing;
    test::check_golden(name, drawing.draw(scene, size, quality));
}

}  // namespace

TEST_CASE("solids: each kind of surface has its own light") {
    std::vector<Item> items;
    const std::array<std::pair<Surface, glm::vec3>, 9> kinds{{{Surface::plain, glm::vec3(0.66f, 0.64f, 0.62f)},
                                                              {Surface::skin, test::skin_tone},
                                                              {Surface::muscle, test::muscle_red},
                                                              {Surface::tendon, {0.886f, 0.839f, 0.761f}},
                                                              {Surface::bone, test::bone_white},
                                                              {Surface::cartilage, {0.788f, 0.847f, 0.863f}},
                                                              {Surface::vessel, {0.824f, 0.271f, 0.227f}},
                                                              {Surface::nerve, test::nerve_yellow},
                                                              {Surface::fascia, {0.851f, 0.816f, 0.769f}}}};
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const glm::vec3 at{static_cast<float>(i % 3) * 24.0f, -24.0f * static_cast<float>(i / 3), 0.0f};
        items.push_back(ball(at, 10.0f, kinds[i].first, kinds[i].second));
    }
    Scene scene = test::scene_of(items);
    scene.finish = test::finish();
    check("surfaces", scene);
}

TEST_CASE("occlusion darkens the groove between neighbours, at rest only") {
    const Scene scene = test::scene_of({ball(glm::vec3(-14, 0, 0), 16, Surface::muscle, test::muscle_red),
                                        ball(glm::vec3(14, 0, 0), 16, Surface::muscle, test::muscle_red),
                                        ball(glm::vec3(0, -18, 6), 12, Surface::bone, test::bone_white)});
    check("occlusion", scene);
    check("moving", scene, render::Quality::moving);
}

TEST_CASE("an open surface shows both faces, a closed one its outer face") {
    geometry::TriangleMesh half = test::sphere(glm::vec3(0.0f), 20.0f, 16);
    std::vector<geometry::Triangle> kept;
    for (const geometry::Triangle& t : half.triangles) {
        if (half.positions[t[0]].z < 6.0f) kept.push_back(t);
    }
    half.triangles = kept;
    Item bowl = test::item(test::smooth(half), Surface::cartilage, {0.788f, 0.847f, 0.863f});
    bowl.closed = false;
    check("open-bowl", test::scene_of({bowl}));
}

TEST_CASE("translucent layers lie in the order of depth, from both sides") {
    Scene scene =
        test::scene_of({rod(glm::vec3(-30, -12, 8), glm::vec3(14, 12, 16), Surface::muscle, test::muscle_red, 0.6f),
                        rod(glm::vec3(-14, -22, -16), glm::vec3(30, 4, -8), Surface::vessel, test::vein_blue, 0.6f),
                        rod(glm::vec3(-4, -26, -3), glm::vec3(4, 26, 3), Surface::bone, test::bone_white)});
    check("translucent-front", scene);
    scene.camera.azimuth_deg = 180.0f;
    check("translucent-back", scene);
}

TEST_CASE("a nearly clear skin is clear in the middle and firm at its edge") {
    Scene scene = test::scene_of({ball(glm::vec3(0.0f), 30, Surface::skin, test::skin_tone, 0.14f),
                                  rod(glm::vec3(-8, -20, -6), glm::vec3(8, 20, 6), Surface::muscle, test::muscle_red)});
    check("skin-clear", scene);
    scene.items[0].opacity = 0.6f;
    check("skin-half", scene);
    scene.items[0].opacity = 1.0f;
    check("skin-solid", scene);
}

TEST_CASE("what is selected has a line round it, also where it is hidden; what is hovered a faint one") {
    Scene scene = test::scene_of({ball(glm::vec3(-16, 0, 0), 14, Surface::muscle, test::muscle_red),
                                  ball(glm::vec3(16, 0, 0), 14, Surface::muscle, test::muscle_red),
                                  rod(glm::vec3(-40, -3, 16), glm::vec3(40, 3, 20), Surface::bone, test::bone_white)});
    scene.items[0].emphasis = 1.0f;
    scene.items[1].emphasis = 0.35f;
    check("emphasis", scene);
}

TEST_CASE("the light background, in parallel projection from above") {
    Scene scene = test::scene_of(
        {ball(glm::vec3(0, 0, 0), 20, Surface::skin, test::skin_tone, 0.3f),
         test::item(test::smooth(test::torus(glm::vec3(0.0f), 26, 5, 32)), Surface::vessel, test::vein_blue)});
    scene.background_top = {0.953f, 0.953f, 0.941f};
    scene.background_bottom = {0.851f, 0.863f, 0.875f};
    scene.camera.parallel = true;
    scene.camera.elevation_deg = 40.0f;
    scene.camera.azimuth_deg = 30.0f;
    scene.camera = geometry::framed(scene.camera, scene.bounds, 4.0f / 3.0f);
    check("paper-parallel", scene);
}

TEST_CASE("close up, where the model reaches beyond the picture and behind the eye") {
    Scene scene = test::scene_of(
        {ball(glm::vec3(0, 0, 0), 20, Surface::muscle, test::muscle_red),
         test::item(test::smooth(test::torus(glm::vec3(0.0f), 26, 5, 48)), Surface::nerve, test::nerve_yellow)});
    scene.camera.pivot = {4.0f, 2.0f, 0.0f};
    scene.camera.elevation_deg = 28.0f;
    scene.camera.distance_mm = 32.0f;
    scene.camera.field_of_view_deg = 75.0f;
    check("close-up", scene);
}

namespace {

// On a ball's front: a disc of one tone, in a ring of another.
scene::Paint target_on(const Scene& scene, std::size_t item, std::vector<scene::Tone> tones) {
    const Item& on = scene.items[item];
    const glm::vec3 centre = on.bounds.centre();
    const float radius = on.bounds.radius() / std::sqrt(3.0f);
    const auto field = [&](const glm::vec3& at, const glm::vec3&) {
        const float away = glm::distance(at, centre + glm::vec3(0, 0, radius));
        return glm::vec4(radius * 0.5f - away, radius * 0.9f - away, 0.0f, radius * 0.9f - away);
    };
    return {on.index, std::make_shared<const geometry::Patch>(geometry::make_patch(*on.mesh, field)), std::move(tones)};
}

const glm::vec3 orange{0.902f, 0.624f, 0.0f};
const std::vector<scene::Tone> referral{{0, 0.0f, orange, 0.5f, scene::Pattern::flat, orange, true},
                                        {1, 0.0f, orange, 0.08f, scene::Pattern::dots, orange, false}};

}  // namespace

TEST_CASE("paint: patterns keep their size on the screen, on a far ball and on a near one, and follow the surface") {
    const std::vector<scene::Tone> map{
        {0, 0.0f, {0.0f, 0.447f, 0.698f}, 0.6f, scene::Pattern::ticks, glm::vec3(0.95f), true},
        {1, 0.0f, {0.835f, 0.369f, 0.0f}, 0.7f, scene::Pattern::hatch, {0.25f, 0.1f, 0.0f}, true}};
    Scene scene = test::scene_of({ball(glm::vec3(-15, 0, 0), 15, Surface::skin, test::skin_tone),
                                  ball(glm::vec3(16, 8, 0), 12, Surface::skin, test::skin_tone),
                                  ball(glm::vec3(16, -12, 0), 7, Surface::muscle, test::muscle_red)});
    scene.paints = {target_on(scene, 0, map), target_on(scene, 1, referral), target_on(scene, 2, referral)};
    check("paint-solid", scene);
    check("paint-moving", scene, render::Quality::moving);
}

TEST_CASE("paint on a clear skin shows what lies below it, and none of it shows from behind") {
    Scene scene = test::scene_of({ball(glm::vec3(0.0f), 30, Surface::skin, test::skin_tone, 0.14f),
                                  rod(glm::vec3(-8, -20, -6), glm::vec3(8, 20, 6), Surface::muscle, test::muscle_red)});
    scene.paints = {target_on(scene, 0, referral)};
    check("paint-clear", scene);
    scene.camera.azimuth_deg = 180.0f;
    test::Drawing drawing;
    const base::Image painted = drawing.draw(scene, size);
    scene.paints.clear();
    CHECK(drawing.draw(scene, size).rgba == painted.rgba);
}

TEST_CASE("the hull of a nerve is hatched and lets the nerve and the muscle be seen, inside of the skin") {
    const auto nerve = test::cylinder(glm::vec3(0, 0, 12), 3, -26, 26, 24);
    Scene scene = test::scene_of({ball(glm::vec3(0, 0, 0), 12, Surface::muscle, test::muscle_red),
                                  test::item(test::smooth(nerve), Surface::nerve, {0.925f, 0.788f, 0.31f})});
    scene::Palette palette{};
    palette.risk = {0.835f, 0.369f, 0.0f};
    scene::add_hull(scene::hull_of(nerve, 9.0, test::cylinder(glm::vec3(0.0f), 18, -40, 40, 48)), scene.items.size(), true, palette, scene);
    check("hull", scene);
}

TEST_CASE("x-ray: clear in the middle, firm at the edge, the rest as it was") {
    Scene scene = test::scene_of({ball(glm::vec3(-12, 0, 14), 16, Surface::muscle, test::muscle_red, 0.04f),
                                  rod(glm::vec3(2, -20, -6), glm::vec3(14, 20, 6), Surface::bone, test::bone_white, 0.04f),
                                  ball(glm::vec3(0, 4, 0), 9, Surface::muscle, test::muscle_red)});
    scene.items[0].xray = scene.items[1].xray = true;
    check("x-ray", scene);
}

TEST_CASE("a section plane cuts solids and shells alike; their faces are filled and patterned by tissue") {
    using anatomy::Tissue;
    const geometry::TriangleMesh bone = test::sphere(glm::vec3(-8, 0, 0), 10, 16);
    const geometry::TriangleMesh muscle = test::sphere(glm::vec3(14, 4, 0), 11, 16);
    geometry::TriangleMesh skin = test::sphere(glm::vec3(0, 0, 0), 30, 24);
    const geometry::TriangleMesh inner = test::sphere(glm::vec3(0, 0, 0), 26, 24);
    const auto first = static_cast<std::uint32_t>(skin.positions.size());
    skin.positions.insert(skin.positions.end(), inner.positions.begin(), inner.positions.end());
    for (const auto& t : inner.triangles) skin.triangles.push_back({t[0] + first, t[2] + first, t[1] + first});
    scene::Palette palette{};
    palette.tissue[static_cast<std::size_t>(Tissue::bone)] = test::bone_white;
    palette.tissue[static_cast<std::size_t>(Tissue::muscle)] = test::muscle_red;
    palette.tissue[static_cast<std::size_t>(Tissue::fat)] = {0.925f, 0.843f, 0.608f};
    Scene scene = test::scene_of({test::item(test::smooth(skin), Surface::plain, {0.925f, 0.843f, 0.608f}),
                                  test::item(test::smooth(bone), Surface::bone, test::bone_white),
                                  test::item(test::smooth(muscle), Surface::muscle, test::muscle_red)});
    scene.cut = scene::CutAway{{0, 0, 1}, 2.0f};
    const std::array<const geometry::TriangleMesh*, 3> meshes{&skin, &bone, &muscle};
    const std::array<Tissue, 3> tissues{Tissue::fat, Tissue::bone, Tissue::muscle};
    for (std::size_t i = 0; i < 3; ++i) {
        anatomy::Structure structure;
        structure.surface = *meshes[i];
        structure.bounds = scene.items[i].bounds;
        structure.tissue = tissues[i];
        scene.caps.push_back({i, scene::cut_face(structure, *scene.cut), scene::cut_tones(tissues[i], palette)});
    }
    scene.camera.azimuth_deg = 25.0f;
    check("section", scene);
}

TEST_CASE("fibres run from end to end, pale tendon grows out of them; from afar they fade") {
    Scene scene = test::scene_of({test::item(test::belly(glm::vec3(0.0f), 12.0f, 40.0f), Surface::muscle, test::muscle_red)});
    scene.finish = test::finish();
    scene.camera.roll_deg = 70.0f;
    scene.camera.pivot.y = 24.0f;  // where the tendon begins
    scene.camera.distance_mm *= 0.35f;
    check("fibres", scene);
    check("fibres-moving", scene, render::Quality::moving);
    scene.camera.distance_mm *= 12.0f;
    check("fibres-far", scene);
}

TEST_CASE("what the model bakes of shade darkens where little light gets in, and fades where its neighbours are gone") {
    const auto shaded_ball = [](const glm::vec3& centre, float shaded) {
        geometry::ShadedMesh mesh = test::smooth(test::sphere(centre, 14.0f, 16));
        for (const glm::vec3& position : mesh.positions)
            mesh.occlusion.push_back(glm::clamp((position.y + 10.0f) / 20.0f, 0.0f, 1.0f));
        Item item = test::item(std::move(mesh), Surface::muscle, test::muscle_red);
        item.shaded = shaded;
        return item;
    };
    Scene scene = test::scene_of({shaded_ball(glm::vec3(-16, 0, 0), 1.0f), shaded_ball(glm::vec3(16, 0, 0), 0.0f)});
    scene.finish = test::finish();
    check("baked-shade", scene, render::Quality::moving);
}

TEST_CASE("a sheet of fascia is pale and lets the muscle be seen") {
    Scene scene = test::scene_of({ball(glm::vec3(0.0f), 30, Surface::fascia, {0.851f, 0.816f, 0.769f}, 0.35f),
                                  test::item(test::belly(glm::vec3(0.0f), 12.0f, 28.0f), Surface::muscle, test::muscle_red)});
    scene.finish = test::finish();
    check("fascia", scene);
}

TEST_CASE("coarse: a quarter of the pixels, smooth between them, the same picture") {
    Scene scene = test::scene_of({ball(glm::vec3(-14, 0, 0), 16, Surface::muscle, test::muscle_red),
                                  ball(glm::vec3(14, 0, 0), 16, Surface::skin, test::skin_tone, 0.4f)});
    check("coarse", scene, render::Quality::coarse);
}
