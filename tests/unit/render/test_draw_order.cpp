// The decisions of the renderer that need no graphics card.
#include <doctest/doctest.h>

#include "render/draw_order.h"
#include "render/frame.h"
#include "render/material.h"
#include "render/mesh_cache.h"
#include "support/scenes.h"

using namespace drypoint;
using render::Shell;

namespace {

scene::Item ball(const glm::vec3& centre, float radius, float opacity) {
    return test::item(test::smooth(test::sphere(centre, radius, 4)), scene::Surface::plain, glm::vec3(0.5f), opacity);
}

}  // namespace

TEST_CASE("solid items come nearest first, translucent ones not at all") {
    const scene::Scene scene = test::scene_of(
        {ball(glm::vec3(0, 0, -50), 10, 1), ball(glm::vec3(0, 0, 50), 10, 1), ball(glm::vec3(0, 0, 0), 10, 0.5f)});
    CHECK(render::solid_order(scene) == std::vector<std::size_t>{1, 0});
}

TEST_CASE("a skin's back is drawn before what it encloses, and its front after it") {
    scene::Scene scene = test::scene_of(
        {ball(glm::vec3(0.0f), 100, 0.1f), ball(glm::vec3(0, 0, 40), 20, 0.5f), ball(glm::vec3(0, 0, -40), 20, 0.5f)});
    const std::vector<Shell> from_front{{0, true}, {2, true}, {2, false}, {1, true}, {1, false}, {0, false}};
    CHECK(render::shell_order(scene) == from_front);
    scene.camera.azimuth_deg = 180.0f;
    const std::vector<Shell> from_behind{{0, true}, {1, true}, {1, false}, {2, true}, {2, false}, {0, false}};
    CHECK(render::shell_order(scene) == from_behind);
}

TEST_CASE("the covered part encloses the items and no more than it must") {
    const scene::Scene scene = test::scene_of({ball(glm::vec3(0.0f), 10, 1)});
    const render::PixelRect all = render::covered_rect(scene, {320, 240});
    CHECK(all.at.x > 30);
    CHECK(all.at.x % 8 == 0);
    CHECK(all.at.x + all.size.x < 320);
    CHECK(all.size.y > 200);

    scene::Scene aside = scene;
    aside.camera = geometry::panned(scene.camera, {5000.0f, 0.0f}, 240.0f);
    CHECK(render::covered_rect(aside, {320, 240}) == render::PixelRect{});

    scene::Scene inside = scene;
    inside.camera.distance_mm = 5.0f;
    CHECK(render::covered_rect(inside, {320, 240}) == render::PixelRect{{0, 0}, {320, 240}});
}

TEST_CASE("where solid items lie is known apart, and is everywhere where a cut shows faces") {
    const glm::ivec2 size(400, 300);
    const scene::Item solid = ball(glm::vec3(0.0f), 10.0f, 1.0f), clear = ball(glm::vec3(0.0f), 40.0f, 0.3f);
    scene::Scene scene = test::scene_of({clear, solid});
    scene::Scene alone = scene;
    alone.items = {alone.items[1]};
    CHECK(render::solid_rect(scene, size) == render::covered_rect(alone, size));
    CHECK(render::solid_rect(scene, size).size.x < render::covered_rect(scene, size).size.x);
    const render::Frame frame = render::make_frame(scene, size, render::Quality::rest);
    CHECK(frame.solid.at + frame.covered.at == 2 * render::solid_rect(scene, size).at);
    scene.caps.emplace_back();
    CHECK(render::solid_rect(scene, size) == render::covered_rect(scene, size));
    scene.caps.clear();
    scene.items = {scene.items[0]};
    CHECK(render::solid_rect(scene, size).size == glm::ivec2(0));
}

TEST_CASE("what lies beside the picture or behind the eye is not seen, what reaches into it is") {
    scene::Scene scene = test::scene_of({ball(glm::vec3(0.0f), 10, 1)});
    scene.bounds.add(glm::vec3(500.0f));
    scene.bounds.add(glm::vec3(-500.0f));
    const auto sees = [&](const glm::vec3& low, const glm::vec3& high) {
        geometry::Bounds box;
        box.add(low);
        box.add(high);
        return render::make_frame(scene, {320, 240}, render::Quality::moving).sees(box);
    };
    for (const bool parallel : {false, true}) {
        scene.camera.parallel = parallel;
        CHECK(sees(glm::vec3(-1.0f), glm::vec3(1.0f)));
        CHECK(sees(glm::vec3(-400.0f), glm::vec3(400.0f)));
        CHECK(sees({5, -400, -1}, {7, 400, 1}));
        CHECK_FALSE(sees({100, -1, -1}, {140, 1, 1}));
        CHECK_FALSE(sees({-1, -140, -1}, {1, -100, 1}));
    }
    scene.camera.parallel = false;
    CHECK_FALSE(sees({-1, -1, 300}, {1, 1, 340}));
}

TEST_CASE("the direction to the eye follows from the pixel") {
    scene::Scene scene = test::scene_of({ball(glm::vec3(30, 0, 0), 10, 1), ball(glm::vec3(-30, 0, 0), 10, 1)});
    for (const render::Quality quality : {render::Quality::coarse, render::Quality::moving, render::Quality::rest}) {
        const render::Frame frame = render::make_frame(scene, {320, 240}, quality);
        const glm::vec3 at = glm::vec3(frame.view * glm::vec4(22.0f, 4.0f, 3.0f, 1.0f));
        const glm::vec2 pixel = geometry::project(scene.camera, scene.bounds, frame.size_px, {22.0f, 4.0f, 3.0f});
        const glm::vec2 canvas{pixel.x - static_cast<float>(frame.covered.at.x),
                               static_cast<float>(frame.size_px.y - frame.covered.at.y) - pixel.y};
        const glm::vec4 towards = frame.towards_eye();
        const glm::vec3 to_eye =
            glm::normalize(glm::vec3(canvas * glm::vec2(towards) + glm::vec2(towards.z, towards.w), 1.0f));
        CHECK(glm::length(to_eye - glm::normalize(-at)) < 1e-4f);
    }
    scene.camera.parallel = true;
    CHECK(render::make_frame(scene, {320, 240}, render::Quality::moving).towards_eye() == glm::vec4(0.0f));
}

TEST_CASE("normals survive packing") {
    CHECK(render::pack_normal({0.0f, 0.0f, 1.0f}) == 511U << 20);
    CHECK(render::pack_normal({-1.0f, 0.0f, 0.0f}) == 0x201U);
    CHECK(render::pack_normal({7.0f, 0.0f, 0.0f}) == 0x1ffU);
}

TEST_CASE("colours become linear as sRGB says") {
    CHECK(render::to_linear(glm::vec3(0.5f)).x == doctest::Approx(0.2140f).epsilon(0.001));
    CHECK(render::to_linear(glm::vec3(0.02f)).x == doctest::Approx(0.02f / 12.92f));
}

TEST_CASE("packed colours keep half a step of a screen, shares half a step of theirs") {
    for (const float srgb : {0.0f, 0.004f, 0.05f, 0.3f, 0.77f, 1.0f}) {
        const glm::vec3 linear = render::to_linear({srgb, 1.0f - srgb, 0.5f});
        const std::uint32_t word = render::pack_colour(linear);
        for (int i = 0; i < 3; ++i) {
            const float root = static_cast<float>(word >> (10 * i) & 1023U) / 1023.0f;
            const float half_step =
                0.5f * (render::to_linear(glm::vec3(srgb + 1.0f / 255.0f)).x - render::to_linear(glm::vec3(srgb)).x);
            if (i == 0) CHECK(std::abs(root * root - linear[i]) <= half_step);
            CHECK(std::abs(root * root - linear[i]) <= 0.001f);
        }
    }
    CHECK(render::pack_shares({0.0f, 1.0f, 0.5f, 7.0f}) == 0xff80ff00U);
}

TEST_CASE("a layer lets less light pass where it is seen edge-on, and a solid one none") {
    const auto passing = [](const scene::Item& item, float edge_on) {
        const glm::vec2 c = render::clearness_uniform(item);
        return std::exp2(c.x + c.y * edge_on);
    };
    scene::Item skin;
    skin.surface = scene::Surface::skin;
    skin.opacity = 0.2f;  // 1 - (1 - opacity)^k: k is 0.3 + 0.7 * 0.2 facing the eye, and 4 edge-on
    CHECK(passing(skin, 0.0f) == doctest::Approx(std::pow(0.8f, 0.44f)));
    CHECK(passing(skin, 1.0f) == doctest::Approx(std::pow(0.8f, 4.0f)));
    skin.xray = true;
    CHECK(passing(skin, 1.0f) == doctest::Approx(std::pow(0.8f, 20.0f)));
    skin.opacity = 1.0f;
    CHECK(passing(skin, 0.0f) < 1e-3f);
    skin.surface = scene::Surface::muscle;
    skin.xray = false;
    CHECK(passing(skin, 0.0f) < 1e-6f);
}

TEST_CASE("two layers at once let through what one behind the other would") {
    for (const float opacity : {0.1f, 0.14f, 0.5f, 0.9f}) {
        scene::Item skin = ball(glm::vec3(0.0f), 10.0f, opacity);
        skin.surface = scene::Surface::skin;
        const glm::vec2 one = render::clearness_uniform(skin), two = render::clearness_uniform(skin, 2);
        for (const float edge_on : {0.0f, 0.3f, 1.0f}) {
            const float through_one = std::exp2(one.x + one.y * edge_on);
            CHECK(std::exp2(two.x + two.y * edge_on) == doctest::Approx(through_one * through_one));
        }
    }
}

TEST_CASE("lighter triangles are drawn while it moves, never at rest, and not where something lies on the surface") {
    using render::Quality;
    scene::Item item = ball(glm::vec3(0.0f), 10, 1);
    geometry::ShadedMesh mesh = *item.mesh;
    scene::Scene scene = test::scene_of({item});
    CHECK_FALSE(render::is_drawn_light(scene.items[0], scene, Quality::moving));  // it has none
    mesh.light = {mesh.triangles.begin(), mesh.triangles.begin() + 4};
    item.mesh = std::make_shared<const geometry::ShadedMesh>(std::move(mesh));
    scene = test::scene_of({item});
    CHECK(render::is_drawn_light(scene.items[0], scene, Quality::moving));
    CHECK(render::is_drawn_light(scene.items[0], scene, Quality::coarse));
    CHECK_FALSE(render::is_drawn_light(scene.items[0], scene, Quality::rest));

    scene.cut = scene::CutAway{{1.0f, 0.0f, 0.0f}, 5.0f};
    CHECK_FALSE(render::is_drawn_light(scene.items[0], scene, Quality::moving));
    for (const float beside : {-11.0f, 11.0f}) {
        scene.cut->at_mm = beside;
        CHECK(render::is_drawn_light(scene.items[0], scene, Quality::moving));
    }
    scene.cut.reset();

    scene.paints.resize(1);
    scene.paints[0].index = 7;  // on another
    CHECK(render::is_drawn_light(scene.items[0], scene, Quality::moving));
    scene.paints[0].index = scene.items[0].index;
    CHECK_FALSE(render::is_drawn_light(scene.items[0], scene, Quality::moving));
    scene.items[0].opacity = 0.5f;  // what lies on a shell is drawn over it, wherever that is
    CHECK(render::is_drawn_light(scene.items[0], scene, Quality::moving));
}
