#include "app/bench_render.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <utility>

#include <glm/geometric.hpp>
#include <glm/gtc/constants.hpp>

#include "app/stage.h"

#include "render/offscreen_target.h"
#include "scene/build_scene.h"
#include "scene/painter.h"
#include "scene/section.h"
#include "session/model.h"

namespace drypoint::app {
namespace {

double now_ms() {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double, std::milli>(since).count();
}

// Wall and processor time of one kind of work, done again and again.
struct Samples {
    std::vector<double> wall_ms, processor_ms;

    template <typename Work>
    void add(const Work& work) {
        const double began = now_ms(), processor_began = processor_now_ms();
        work();
        wall_ms.push_back(now_ms() - began);
        processor_ms.push_back(processor_now_ms() - processor_began);
    }
    BenchRow row(std::string name) const { return bench_row(std::move(name), "ms", wall_ms, processor_ms); }
};

scene::Scene without_translucent(scene::Scene scene) {
    const auto is_translucent = [](const scene::Item& item) { return item.opacity < scene::solid_opacity; };
    scene.items.erase(std::remove_if(scene.items.begin(), scene.items.end(), is_translucent), scene.items.end());
    return scene;
}

// The knee fills the picture; without a patella, the middle of the model.
scene::Scene at_knee(scene::Scene scene, const anatomy::Atlas& atlas, float aspect) {
    const anatomy::Structure* patella = atlas.find("patella");
    const glm::vec3 centre = patella != nullptr ? patella->bounds.centre() : atlas.bounds.centre();
    const float half_mm = 0.1f * atlas.bounds.radius() * 2.0f;
    geometry::Bounds box;
    box.add(centre - half_mm);
    box.add(centre + half_mm);
    scene.camera = geometry::framed(scene.camera, box, aspect);
    return scene;
}

scene::Scene x_rayed(session::Snapshot snapshot, const scene::Palette& palette, const scene::Scene& from) {
    snapshot.model.plan.xray = snapshot.atlas->structures.front().id;
    scene::Scene scene = scene::build_scene(snapshot, palette);
    scene.camera = from.camera;
    return scene;
}

// Through the middle of the view, facing the eye where the flight begins.
scene::Scene cut_through(session::Snapshot snapshot, const scene::Palette& palette, const scene::Scene& from) {
    const glm::vec3 normal = geometry::axes(from.camera).backward;
    snapshot.model.plan.section = session::Section{normal, glm::dot(normal, from.camera.pivot)};
    scene::Scene scene = from;
    scene::Sectioner sectioner;
    sectioner.cut(snapshot, palette, scene);
    return scene;
}

Samples fly(render::Renderer& renderer, const BenchFlight& flight, glm::ivec2 size_px, render::Quality quality) {
    const render::OffscreenTarget target(size_px);
    scene::Scene scene = flight.scene;
    Samples samples;
    for (int i = 0; i <= flight.frames; ++i) {
        Samples first;
        (i > 0 ? samples : first).add([&] {
            renderer.draw(scene, target.target(), quality);
            target.read();
        });
        scene.camera = geometry::orbited(scene.camera, 360.0f / static_cast<float>(flight.frames), 0.0f);
    }
    return samples;
}

double median(std::vector<double> samples) {
    if (samples.empty()) return 0.0;
    std::sort(samples.begin(), samples.end());
    const std::size_t half = samples.size() / 2;
    return samples.size() % 2 == 1 ? samples[half] : (samples[half - 1] + samples[half]) / 2.0;
}

// A round solid: n times around, n / 2 from pole to pole.
geometry::ShadedMesh ball(const glm::vec3& centre, float radius, int n) {
    geometry::ShadedMesh mesh;
    const int rows = n / 2;
    for (int i = 0; i <= rows; ++i) {
        const float polar = glm::pi<float>() * static_cast<float>(i) / static_cast<float>(rows);
        for (int j = 0; j < n; ++j) {
            const float angle = glm::two_pi<float>() * static_cast<float>(j) / static_cast<float>(n);
            mesh.normals.emplace_back(std::sin(polar) * std::cos(angle), std::cos(polar), -std::sin(polar) * std::sin(angle));
            mesh.positions.push_back(centre + radius * mesh.normals.back());
        }
    }
    const auto at = [n](int i, int j) { return static_cast<std::uint32_t>(i * n + j % n); };
    for (int i = 0; i < rows; ++i) {
        for (int j = 0; j < n; ++j) {
            mesh.triangles.push_back({at(i, j), at(i + 1, j), at(i + 1, j + 1)});
            mesh.triangles.push_back({at(i, j), at(i + 1, j + 1), at(i, j + 1)});
        }
    }
    return mesh;
}

// A hundred balls of so many triangles in all, as many as a limb has structures.
scene::Scene balls(double millions, float aspect) {
    scene::Scene scene;
    const int n = std::max(8, static_cast<int>(std::sqrt(millions * 1e6 / 100.0)));
    for (int i = 0; i < 100; ++i) {
        const glm::vec3 centre(20.0f * static_cast<float>(i % 5), 20.0f * static_cast<float>(i / 5 % 5),
                               20.0f * static_cast<float>(i / 25));
        scene::Item item;
        item.index = static_cast<std::size_t>(i);
        item.mesh = std::make_shared<const geometry::ShadedMesh>(ball(centre, 12.0f, n));
        for (const glm::vec3& position : item.mesh->positions) item.bounds.add(position);
        item.surface = scene::Surface::muscle;
        scene.bounds.add(item.bounds);
        scene.items.push_back(std::move(item));
    }
    scene.camera = geometry::framed(scene.camera, scene.bounds, aspect);
    return scene;
}

float aspect_of(glm::ivec2 size_px) {
    return static_cast<float>(size_px.x) / static_cast<float>(size_px.y);
}

glm::vec2 middle_of(const ImRect& rect) {
    return {rect.GetCenter().x, rect.GetCenter().y};
}

// Whole frames while a hand pulls sideways, through the place where it is.
Samples drag(Stage& stage, const glm::vec2& through, float step_px, int frames) {
    glm::vec2 hand = through - glm::vec2(static_cast<float>(frames) * step_px / 2.0f, 0.0f);
    stage.move(hand);
    stage.button(0, true);
    Samples samples;
    for (int i = 0; i < frames; ++i) {
        hand.x += step_px;
        samples.add([&] {
            stage.move(hand);
            stage.picture();
        });
    }
    stage.button(0, false);
    stage.wait(1.0);
    return samples;
}

}  // namespace

std::string size_words(glm::ivec2 size_px) {
    return std::to_string(size_px.x) + "x" + std::to_string(size_px.y);
}

double processor_now_ms() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

BenchRow bench_row(std::string name, std::string unit, std::vector<double> samples, std::vector<double> processor_ms) {
    BenchRow row{std::move(name), std::move(unit), median(samples), 0.0, 0.0, static_cast<int>(samples.size()), {}};
    if (samples.empty()) return row;
    row.min = *std::min_element(samples.begin(), samples.end());
    row.max = *std::max_element(samples.begin(), samples.end());
    if (!processor_ms.empty()) row.processor_ms = median(std::move(processor_ms));
    return row;
}

std::vector<BenchFlight> bench_flights(const session::WorldPtr& world, const scene::Palette& palette,
                                       glm::ivec2 size_px, int frames) {
    const anatomy::AtlasPtr& atlas = world->atlas;
    session::Snapshot snapshot;
    snapshot.atlas = atlas;
    snapshot.world = world;
    snapshot.model = session::initial_model(*atlas);
    const float aspect = aspect_of(size_px);
    const geometry::Bounds visible = session::visible_bounds(snapshot.model.plan, *atlas);
    snapshot.model.camera = session::camera_for(session::View::anterior, anatomy::Side::right, visible, aspect);
    const scene::Scene limb = scene::build_scene(snapshot, palette);
    const scene::Scene knee = at_knee(limb, *atlas, aspect);
    std::vector<BenchFlight> flights;
    for (const auto& [name, scene] : {std::pair("limb", limb), std::pair("knee", knee)}) {
        const std::string place = name;
        flights.push_back({place + " opaque", without_translucent(scene), frames});
        flights.push_back({place + " skin translucent", scene, frames});
        flights.push_back({place + " x-ray", x_rayed(snapshot, palette, scene), frames});
        flights.push_back({place + " section", cut_through(snapshot, palette, scene), frames});
    }
    if (const session::PlacedPoint* point = world->find_point("VM1")) {
        snapshot.model.plan.point = point->id;
        scene::Scene painted = knee;
        scene::Painter painter;
        painted.paints = painter.paints(snapshot, palette);
        flights.push_back({"knee painted", std::move(painted), frames});
    }
    return flights;
}

std::vector<BenchRow> bench_render(render::Renderer& renderer, const std::vector<BenchFlight>& flights,
                                   glm::ivec2 size_px) {
    std::vector<BenchRow> rows;
    for (const BenchFlight& flight : flights) {
        for (const render::Quality quality : {render::Quality::moving, render::Quality::rest}) {
            const std::string name =
                flight.name + " " + size_words(size_px) + (quality == render::Quality::rest ? " rest" : " moving");
            rows.push_back(fly(renderer, flight, size_px, quality).row(name));
        }
    }
    return rows;
}

std::vector<BenchFlight> growth_flights(const std::vector<double>& millions, glm::ivec2 size_px, int frames) {
    std::vector<BenchFlight> flights;
    for (const double size : millions) {
        char name[64];
        std::snprintf(name, sizeof name, "growth, %.1f million triangles", size);
        flights.push_back({name, balls(size, aspect_of(size_px)), frames});
    }
    return flights;
}

std::vector<BenchRow> bench_window(const session::WorldPtr& world, const Look& look, render::Renderer& renderer,
                                   glm::ivec2 size_px, int frames) {
    Stage stage(world, look, &renderer, size_px);
    if (const session::PlacedPoint* point = world->find_point("VM1"))
        stage.desk().store.dispatch(session::ChoosePoint{point->id});
    stage.settle();
    const glm::vec2 limb = middle_of(stage.desk().layout(size_px).viewport);
    stage.desk().pace.while_moving = render::Quality::coarse;
    const Samples coarse = drag(stage, limb, 12.0f, frames);
    stage.desk().pace.while_moving = render::Quality::moving;
    const Samples moving = drag(stage, limb, 12.0f, frames);
    Samples rest;
    for (int i = 0; i < frames; ++i) {
        stage.desk().store.dispatch(session::Orbit{7.0f, 0.0f});
        rest.add([&] {
            stage.move(limb);
            stage.picture();
        });
    }
    const std::string window = "window with panels and labels " + size_words(size_px);
    std::vector<BenchRow> rows{coarse.row(window + " coarse"), moving.row(window + " moving"),
                               rest.row(window + " rest")};
    stage.desk().store.dispatch(session::OpenRoom{session::Room::needle});
    stage.settle();
    if (const ui::Widget* lean = stage.desk().registry.find("what-if/across"))
        rows.push_back(drag(stage, middle_of(lean->rect), 2.0f, frames)
                           .row("window, needle leaned: strip, slices, margins " + size_words(size_px)));
    return rows;
}

StageClock::StageClock() : began_ms_(now_ms()), began_processor_ms_(processor_now_ms()) {}

void StageClock::end_stage(std::string name) {
    const double now = now_ms(), processor = processor_now_ms();
    rows_.push_back(bench_row(std::move(name), "ms", {now - began_ms_}, {processor - began_processor_ms_}));
    began_ms_ = now;
    began_processor_ms_ = processor;
}

std::vector<BenchRow> StageClock::rows() const {
    double sum = 0.0, processor = 0.0;
    for (const BenchRow& row : rows_) {
        sum += row.median;
        processor += row.processor_ms.value_or(0.0);
    }
    std::vector<BenchRow> all = rows_;
    all.push_back(bench_row("start to first picture", "ms", {sum}, {processor}));
    return all;
}

}  // namespace drypoint::app
