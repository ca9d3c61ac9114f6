#include "app/bench_render.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include <glm/geometric.hpp>

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

std::string words(glm::ivec2 size_px) {
    return std::to_string(size_px.x) + "x" + std::to_string(size_px.y);
}

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

std::vector<double> fly(render::Renderer& renderer, const BenchFlight& flight, glm::ivec2 size_px,
                        render::Quality quality) {
    const render::OffscreenTarget target(size_px);
    scene::Scene scene = flight.scene;
    std::vector<double> samples;
    for (int i = 0; i <= flight.frames; ++i) {
        const double began = now_ms();
        renderer.draw(scene, target.target(), quality);
        target.read();
        if (i > 0) samples.push_back(now_ms() - began);
        scene.camera = geometry::orbited(scene.camera, 360.0f / static_cast<float>(flight.frames), 0.0f);
    }
    return samples;
}

}  // namespace

BenchRow bench_row(std::string name, std::string unit, std::vector<double> samples) {
    BenchRow row{std::move(name), std::move(unit), 0.0, 0.0, 0.0, static_cast<int>(samples.size())};
    if (samples.empty()) return row;
    std::sort(samples.begin(), samples.end());
    const std::size_t half = samples.size() / 2;
    row.median = samples.size() % 2 == 1 ? samples[half] : (samples[half - 1] + samples[half]) / 2.0;
    row.min = samples.front();
    row.max = samples.back();
    return row;
}

std::vector<BenchFlight> bench_flights(const session::WorldPtr& world, const scene::Palette& palette,
                                       glm::ivec2 size_px, int frames) {
    const anatomy::AtlasPtr& atlas = world->atlas;
    session::Snapshot snapshot;
    snapshot.atlas = atlas;
    snapshot.world = world;
    snapshot.model = session::initial_model(*atlas);
    const float aspect = static_cast<float>(size_px.x) / static_cast<float>(size_px.y);
    const geometry::Bounds visible = session::visible_bounds(snapshot.model.plan, *atlas);
    snapshot.model.camera = session::camera_for(session::View::anterior, anatomy::Side::right, visible, aspect);
    const scene::Scene limb = scene::build_scene(snapshot, palette);
    const scene::Scene knee = at_knee(limb, *atlas, aspect);
    std::vector<BenchFlight> flights{{"opaque", without_translucent(limb), frames},
                                     {"skin translucent", limb, frames},
                                     {"knee opaque", without_translucent(knee), frames},
                                     {"knee skin translucent", knee, frames},
                                     {"knee x-ray", x_rayed(snapshot, palette, knee), frames},
                                     {"knee section", cut_through(snapshot, palette, knee), frames}};
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
                flight.name + " " + words(size_px) + (quality == render::Quality::rest ? " rest" : " moving");
            rows.push_back(bench_row(name, "ms", fly(renderer, flight, size_px, quality)));
        }
    }
    return rows;
}

StageClock::StageClock() : began_ms_(now_ms()) {}

void StageClock::end_stage(std::string name) {
    const double now = now_ms();
    rows_.push_back(bench_row(std::move(name), "ms", {now - began_ms_}));
    began_ms_ = now;
}

std::vector<BenchRow> StageClock::rows() const {
    double sum = 0.0;
    for (const BenchRow& row : rows_) sum += row.median;
    std::vector<BenchRow> all = rows_;
    all.push_back(bench_row("start to first picture", "ms", {sum}));
    return all;
}

}  // namespace drypoint::app
