// The renderer's promises that need a context: life and death, repeatability, limits.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>

#include "support/drawing.h"
#include "support/scenes.h"

using namespace drypoint;

namespace {

const glm::ivec2 size{160, 120};

scene::Scene two_balls() {
    return test::scene_of(
        {test::item(test::smooth(test::sphere(glm::vec3(0.0f), 40.0f, 12)), scene::Surface::muscle, test::muscle_red),
         test::item(test::smooth(test::sphere(glm::vec3(30.0f, 10.0f, 20.0f), 30.0f, 12)), scene::Surface::skin,
                    test::skin_tone, 0.3f)});
}

std::array<int, 4> pixel(const base::Image& image, int x, int y) {
    const std::size_t at =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)) * 4;
    return {image.rgba[at], image.rgba[at + 1], image.rgba[at + 2], image.rgba[at + 3]};
}

}  // namespace

TEST_CASE("two runs, and two contexts, give the same bytes at each quality") {
    for (const render::Quality quality : {render::Quality::coarse, render::Quality::moving, render::Quality::rest}) {
        base::Image first;
        {
            test::Drawing drawing;
            first = drawing.draw(two_balls(), size, quality);
        }
        test::Drawing again;
        CHECK(again.draw(two_balls(), size, quality).rgba == first.rgba);
        CHECK(again.draw(two_balls(), size, quality).rgba == first.rgba);  // the copy of what was drawn
    }
}

TEST_CASE("what was drawn before leaves no trace") {
    test::Drawing fresh;
    const base::Image expected = fresh.draw(two_balls(), size);
    test::Drawing used;
    scene::Scene other = test::scene_of({test::item(test::smooth(test::torus(glm::vec3(5.0f), 60.0f, 20.0f, 20)),
                                                    scene::Surface::vessel, test::vein_blue)});
    other.items[0].emphasis = 1.0f;
    used.draw(other, {300, 200});
    used.draw(other, {64, 64}, render::Quality::moving);
    CHECK(used.draw(two_balls(), size).rgba == expected.rgba);
}

TEST_CASE("two renderers live side by side, and one outlives the other") {
    auto first = std::make_unique<test::Drawing>();
    const base::Image expected = first->draw(two_balls(), size);
    auto context = app::OffscreenContext::create();
    REQUIRE(context);
    {
        render::Renderer second(test::Drawing::shaders());
        CHECK(app::draw_picture(second, two_balls(), size)->rgba == expected.rgba);
    }
}

TEST_CASE("a mesh at the address of a dead one is drawn itself") {
    test::Drawing drawing;
    for (int i = 0; i < 20; ++i) {
        const float radius = i % 2 == 0 ? 10.0f : 40.0f;
        scene::Scene scene = two_balls();
        scene.items = {
            test::item(test::smooth(test::sphere(glm::vec3(0.0f), radius, 4)), scene::Surface::bone, test::bone_white)};
        scene.background_top = scene.background_bottom = glm::vec3(0.0f);
        const base::Image image = drawing.draw(scene, size);
        const glm::vec3 rim = geometry::project(scene.camera, scene.bounds, size, {0.0f, 30.0f, 0.0f});
        const bool covered = pixel(image, static_cast<int>(rim.x), static_cast<int>(rim.y))[0] > 60;
        CHECK(covered == (radius > 30.0f));
    }
}

namespace {

// A ring's surface, and, as its lighter level, every second row and column of it.
geometry::ShadedMesh ring(bool light) {
    constexpr std::uint32_t n = 48;
    geometry::ShadedMesh mesh = test::smooth(test::torus(glm::vec3(0.0f), 60.0f, 25.0f, static_cast<int>(n)));
    const auto at = [](std::uint32_t i, std::uint32_t j) { return i % n * n + j % n; };
    for (std::uint32_t i = 0; light && i < n; i += 2) {
        for (std::uint32_t j = 0; j < n; j += 2) {
            mesh.light.push_back({at(i, j), at(i, j + 2), at(i + 2, j + 2)});
            mesh.light.push_back({at(i, j), at(i + 2, j + 2), at(i + 2, j)});
        }
    }
    return mesh;
}

scene::Scene rings(bool light) {
    return test::scene_of({test::item(ring(light), scene::Surface::muscle, test::muscle_red),
                           test::item(test::smooth(test::sphere(glm::vec3(0.0f), 30.0f, 12)), scene::Surface::bone, test::bone_white),
                           test::item(ring(light), scene::Surface::skin, test::skin_tone, 0.3f)});
}

// How many pixels differ by more than so much.
int differing(const base::Image& a, const base::Image& b, int by) {
    int count = 0;
    for (std::size_t i = 0; i < a.rgba.size(); i += 4) {
        int most = 0;
        for (std::size_t k = i; k < i + 3; ++k) most = std::max(most, std::abs(a.rgba[k] - b.rgba[k]));
        count += most > by ? 1 : 0;
    }
    return count;
}

}  // namespace

TEST_CASE("a lighter level is drawn while it moves, looks the same but for its contour, and never at rest") {
    test::Drawing drawing;
    using render::Quality;
    CHECK(drawing.draw(rings(true), size, Quality::rest).rgba == drawing.draw(rings(false), size, Quality::rest).rgba);
    for (const Quality quality : {Quality::coarse, Quality::moving}) {
        const base::Image light = drawing.draw(rings(true), size, quality), full = drawing.draw(rings(false), size, quality);
        CHECK(light.rgba != full.rgba);
        CHECK(differing(light, full, 24) < size.x * size.y / 50);
        CHECK(differing(light, full, 8) < size.x * size.y / 10);
    }
}

TEST_CASE("of a lighter level what lies beside the picture is left out, and not one pixel more") {
    test::Drawing drawing;
    scene::Scene parts = rings(true), whole = parts;
    parts.items.resize(1);
    whole.items.resize(1);
    geometry::ShadedMesh all = *parts.items[0].mesh;
    all.triangles = std::move(all.light);
    all.light.clear();
    whole.items[0].mesh = std::make_shared<const geometry::ShadedMesh>(std::move(all));
    for (int turn = 0; turn < 12; ++turn) {
        scene::Scene near = parts;
        near.camera = geometry::orbited(near.camera, 30.0f * static_cast<float>(turn), 10.0f);
        near.camera.pivot = {40.0f, 0.0f, 10.0f};
        near.camera.distance_mm *= turn % 2 == 0 ? 0.15f : 0.4f;
        whole.camera = near.camera;
        CHECK(drawing.draw(near, size, render::Quality::moving).rgba == drawing.draw(whole, size, render::Quality::moving).rgba);
    }
}

namespace {

// The skin of a muscle's ball: a ball's wall, so thick. Closed or not, a translucent surface has both its sides drawn, but
// only of a closed one does the renderer believe that it is a wall.
scene::Scene wrapped(float thickness_mm, bool closed) {
    geometry::TriangleMesh inner = test::sphere(glm::vec3(0.0f), 50.0f - thickness_mm, 24);
    for (geometry::Triangle& triangle : inner.triangles) std::swap(triangle[1], triangle[2]);
    scene::Item skin = test::item(test::smooth(test::joined(inner, test::sphere(glm::vec3(0.0f), 50.0f, 24))),
                                  scene::Surface::skin, test::skin_tone, 0.3f);
    skin.closed = closed;
    return test::scene_of(
        {test::item(test::smooth(test::sphere(glm::vec3(0.0f), 44.0f, 12)), scene::Surface::muscle, test::muscle_red),
         std::move(skin)});
}

}  // namespace

TEST_CASE("while it moves a thin wall's front stands for its back: hardly seen, and not of what is thick, cut or at rest") {
    test::Drawing drawing;
    using render::Quality;
    for (const Quality quality : {Quality::coarse, Quality::moving}) {
        const base::Image both = drawing.draw(wrapped(1.5f, true), size, quality);
        const base::Image each = drawing.draw(wrapped(1.5f, false), size, quality);
        CHECK(both.rgba != each.rgba);
        CHECK(differing(both, each, 24) < size.x * size.y / 500);
        CHECK(differing(both, each, 8) < size.x * size.y / 20);
    }
    const auto is_the_same = [&](float thickness_mm, Quality quality, const std::optional<scene::CutAway>& cut) {
        scene::Scene closed = wrapped(thickness_mm, true), open = wrapped(thickness_mm, false);
        closed.cut = open.cut = cut;
        return drawing.draw(closed, size, quality).rgba == drawing.draw(open, size, quality).rgba;
    };
    CHECK(is_the_same(12.0f, Quality::moving, std::nullopt));
    CHECK(is_the_same(1.5f, Quality::moving, scene::CutAway{glm::vec3(1.0f, 0.0f, 0.0f), 20.0f}));
    CHECK(is_the_same(1.5f, Quality::rest, std::nullopt));
}

TEST_CASE("of the outermost layer the nearest face lies on top, in whatever order its triangles are") {
    // One mesh: a plate before a ball, whose firm contour must not be seen on the plate.
    geometry::TriangleMesh mesh = test::sphere(glm::vec3(0.0f), 24.0f, 16);
    const geometry::TriangleMesh plate = test::gridded_box({-30, -30, 40}, {30, 30, 44}, 2);
    const auto first = static_cast<std::uint32_t>(mesh.positions.size());
    mesh.positions.insert(mesh.positions.end(), plate.positions.begin(), plate.positions.end());
    for (const auto& t : plate.triangles) mesh.triangles.push_back({t[0] + first, t[1] + first, t[2] + first});
    geometry::TriangleMesh reversed = mesh;
    std::reverse(reversed.triangles.begin(), reversed.triangles.end());
    const auto drawn = [](const geometry::TriangleMesh& of) {
        test::Drawing drawing;
        return drawing.draw(test::scene_of({test::item(test::smooth(of), scene::Surface::skin, test::skin_tone, 0.8f)}), size);
    };
    const base::Image far_first = drawn(mesh), near_first = drawn(reversed);
    int most = 0;
    for (std::size_t i = 0; i < far_first.rgba.size(); ++i)
        most = std::max(most, std::abs(static_cast<int>(far_first.rgba[i]) - static_cast<int>(near_first.rgba[i])));
    CHECK(most < 40);
}

TEST_CASE("a clear background is transparent, with straight alpha") {
    test::Drawing drawing;
    scene::Scene scene = two_balls();
    scene.clear_background = true;
    const base::Image image = drawing.draw(scene, size);
    CHECK(pixel(image, 0, 0) == std::array<int, 4>{0, 0, 0, 0});
    const glm::vec3 in_muscle = geometry::project(scene.camera, scene.bounds, size, {-25.0f, 0.0f, 25.0f});
    CHECK(pixel(image, static_cast<int>(in_muscle.x), static_cast<int>(in_muscle.y))[3] == 255);
    const glm::vec3 in_skin = geometry::project(scene.camera, scene.bounds, size, {55.0f, 15.0f, 20.0f});
    const auto skin = pixel(image, static_cast<int>(in_skin.x), static_cast<int>(in_skin.y));
    CHECK(skin[3] > 20);
    CHECK(skin[3] < 250);
    CHECK(skin[0] > skin[2]);  // of its own colour, not darkened by its alpha
    CHECK(skin[0] > 120);
}

TEST_CASE("a scene without items is its background") {
    test::Drawing drawing;
    scene::Scene scene = two_balls();
    scene.items.clear();
    scene.background_top = scene.background_bottom = glm::vec3(128.0f / 255.0f);
    const base::Image image = drawing.draw(scene, size);
    for (const int x : {0, 80, 159}) {
        CHECK(std::abs(pixel(image, x, 60)[1] - 128) <= 1);
        CHECK(pixel(image, x, 60)[3] == 255);
    }
}

TEST_CASE("a target's rectangle is filled and nothing beside it") {
    test::Drawing drawing;
    const render::OffscreenTarget target({200, 150});
    drawing.renderer().draw(two_balls(), {target.target().framebuffer, {0, 0}, {200, 150}}, render::Quality::moving);
    const base::Image before = target.read();
    scene::Scene white = two_balls();
    white.items.clear();
    white.background_top = white.background_bottom = glm::vec3(1.0f);
    drawing.renderer().draw(white, {target.target().framebuffer, {20, 10}, {100, 80}}, render::Quality::moving);
    const base::Image after = target.read();
    for (int y = 0; y < 150; ++y) {
        for (int x = 0; x < 200; ++x) {
            const bool inside = x >= 20 && x < 120 && y >= 60 && y < 140;
            if (inside) REQUIRE(pixel(after, x, y)[0] >= 254);
            if (!inside) REQUIRE(pixel(after, x, y) == pixel(before, x, y));
        }
    }
    CHECK(drawing.renderer().take_errors().empty());
}

namespace {

int largest_difference(const std::array<int, 4>& a, const std::array<int, 4>& b) {
    int largest = 0;
    for (std::size_t i = 0; i < a.size(); ++i) largest = std::max(largest, std::abs(a[i] - b[i]));
    return largest;
}

// As into a window, whose format the renderer does not know.
base::Image drawn_unknown(test::Drawing& drawing, const scene::Scene& scene, render::Quality quality) {
    const render::OffscreenTarget target(size);
    render::Target unknown = target.target();
    unknown.srgb8 = false;
    drawing.renderer().draw(scene, unknown, quality);
    return target.read();
}

}  // namespace

TEST_CASE("copied or drawn, the picture is the same, and where no item is it is the background") {
    test::Drawing drawing;
    const scene::Scene scene = two_balls();
    scene::Scene bare = scene, clear = scene;
    bare.items.clear();
    clear.clear_background = true;
    for (const render::Quality quality : {render::Quality::coarse, render::Quality::moving, render::Quality::rest}) {
        const base::Image background = drawing.draw(bare, size, quality);
        const base::Image shape = drawing.draw(clear, size, quality);
        const base::Image copied = drawing.draw(scene, size, quality);
        const base::Image drawn = drawn_unknown(drawing, scene, quality);
        for (int y = 0; y < size.y; ++y) {
            for (int x = 0; x < size.x; ++x) {
                REQUIRE(largest_difference(pixel(copied, x, y), pixel(drawn, x, y)) <= 1);
                if (pixel(shape, x, y)[3] == 0) REQUIRE(pixel(copied, x, y) == pixel(background, x, y));
            }
        }
    }
}

TEST_CASE("the background follows its colours and its size") {
    test::Drawing drawing;
    scene::Scene grey = two_balls();
    grey.items.clear();
    grey.background_top = grey.background_bottom = glm::vec3(0.5f);
    drawing.draw(grey, size);
    scene::Scene white = grey;
    white.background_top = white.background_bottom = glm::vec3(1.0f);
    CHECK(pixel(drawing.draw(white, size), 80, 60)[0] >= 254);
    const base::Image larger = drawing.draw(white, {200, 150}, render::Quality::moving);
    CHECK(pixel(larger, 199, 0)[0] >= 254);
    CHECK(pixel(larger, 199, 149)[0] >= 254);
}

TEST_CASE("sizes beyond OpenGL's limits, and empty ones, are refused in words") {
    test::Drawing drawing;
    for (const glm::ivec2& wrong : {glm::ivec2(0, 10), glm::ivec2(10, -1), glm::ivec2(100000, 10)}) {
        const auto image = app::draw_picture(drawing.renderer(), two_balls(), wrong);
        CHECK_FALSE(image);
        REQUIRE(image.issues.size() == 1);
        CHECK(image.issues[0].code == "size");
    }
    CHECK(app::check_size({render::longest_side_px(), 8}).empty());
    CHECK(drawing.draw(two_balls(), {render::longest_side_px(), 8}).width == render::longest_side_px());
}

TEST_CASE("a missing or broken shader is named") {
    const auto context = app::OffscreenContext::create();
    REQUIRE(context);
    render::ShaderSources sources = test::Drawing::shaders();
    sources["surface.frag"] = "void main() { this is not GLSL; }";
    CHECK_THROWS_WITH_AS(render::Renderer{sources}, doctest::Contains("surface.frag"), std::runtime_error);
    sources = test::Drawing::shaders();
    sources.erase("light.glsl");
    CHECK_THROWS_WITH_AS(render::Renderer{sources}, doctest::Contains("light.glsl"), std::runtime_error);
    sources = test::Drawing::shaders();
    sources.erase("surface.frag");
    CHECK_THROWS_WITH_AS(render::Renderer{sources}, doctest::Contains("surface.frag"), std::runtime_error);
    CHECK_FALSE(app::read_shaders("/nowhere"));
}

TEST_CASE("OpenGL's complaints are collected") {
    test::Drawing drawing;
    drawing.renderer().draw(two_balls(), {12345, {0, 0}, size}, render::Quality::moving);  // no such framebuffer
    CHECK_FALSE(drawing.renderer().take_errors().empty());
    CHECK(drawing.renderer().take_errors().empty());
}

namespace {

// How much neighbouring pixels differ, on the mean, within a square round the middle.
double roughness(const base::Image& image) {
    double sum = 0.0;
    int count = 0;
    for (int y = image.height / 2 - 8; y < image.height / 2 + 8; ++y) {
        for (int x = image.width / 2 - 8; x < image.width / 2 + 8; ++x, ++count)
            sum += std::abs(pixel(image, x, y)[0] - pixel(image, x + 1, y)[0]);
    }
    return sum / count;
}

scene::Scene one_belly(bool fibrous) {
    geometry::ShadedMesh mesh = test::belly(glm::vec3(0.0f), 60.0f, 200.0f);
    if (!fibrous) mesh.fibres.clear();
    scene::Scene scene = test::scene_of({test::item(std::move(mesh), scene::Surface::muscle, test::muscle_red)});
    scene.finish = test::finish();
    return scene;
}

}  // namespace

TEST_CASE("fibres are crisp close up and fade with distance, never into a pattern of the pixels") {
    test::Drawing drawing;
    const auto rough = [&](float distance_mm, bool fibrous, render::Quality quality) {
        scene::Scene scene = one_belly(fibrous);
        scene.camera.distance_mm = distance_mm;
        return roughness(drawing.draw(scene, size, quality));
    };
    for (const render::Quality quality : {render::Quality::moving, render::Quality::rest}) {
        CHECK(rough(200.0f, true, quality) > rough(200.0f, false, quality) + 2.0);
        CHECK(rough(6000.0f, true, quality) < rough(6000.0f, false, quality) + 0.5);
    }
}

TEST_CASE("fibres that are as fine as pixels do not flicker as the limb turns") {
    test::Drawing drawing;
    for (const float distance_mm : {500.0f, 1000.0f, 2000.0f}) {
        const auto change = [&](bool fibrous) {
            scene::Scene scene = one_belly(fibrous);
            scene.camera.distance_mm = distance_mm;
            const base::Image before = drawing.draw(scene, size, render::Quality::moving);
            scene.camera = geometry::panned(scene.camera, {0.5f, 0.0f}, static_cast<float>(size.y));
            const base::Image after = drawing.draw(scene, size, render::Quality::moving);
            double sum = 0.0;
            for (int x = size.x / 2 - 8; x < size.x / 2 + 8; ++x)
                sum += std::abs(pixel(before, x, size.y / 2)[0] - pixel(after, x, size.y / 2)[0]);
            return sum / 16.0;
        };
        CAPTURE(distance_mm);
        CHECK(change(true) < change(false) + 8.0);
    }
}

TEST_CASE("a surface of which the model says nothing looks the same whatever the finish of fibres and shade") {
    test::Drawing drawing;
    const base::Image plain = drawing.draw(two_balls(), size);
    scene::Scene scene = two_balls();
    scene.finish = test::finish();
    CHECK(drawing.draw(scene, size).rgba == plain.rgba);
}
