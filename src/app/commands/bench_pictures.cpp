#include "app/commands/bench_pictures.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>

#include "app/exit_code.h"
#include "app/studio.h"
#include "render/offscreen_target.h"

namespace drypoint::app {
namespace {

namespace fs = std::filesystem;
using Rows = std::vector<ComparedRow>;

std::vector<BenchFlight> asked_for(std::vector<BenchFlight> flights, const PictureBench& bench) {
    const auto is_not = [&bench](const BenchFlight& flight) { return !bench.asks_for(flight.name); };
    flights.erase(std::remove_if(flights.begin(), flights.end(), is_not), flights.end());
    return flights;
}

void append(Rows& rows, const std::vector<BenchRow>& more) {
    for (const BenchRow& row : more) rows.push_back({row, "", std::nullopt});
}

// The same flights through VTK. It opens a window even for what is not shown: where there is no display, a virtual one.
Rows flights_of_vtk(const std::string& program, const std::string& model, glm::ivec2 size_px, int frames) {
    const bool display = std::getenv("DISPLAY") != nullptr;
    return rows_of((display ? "" : "xvfb-run -a -s '-screen 0 1920x1080x24' ") + quoted(program) + " " + quoted(model) + " " +
                   size_words(size_px) + " " + std::to_string(frames));
}

// Ours beside theirs: "knee opaque 1280x720 rest" for that quality alone, "knee x-ray 1280x720" for both.
void compare(Rows& ours, const Rows& theirs) {
    for (ComparedRow& row : ours) {
        for (const ComparedRow& peer : theirs) {
            const std::string name = peer.row.name.substr(0, peer.row.name.find(':'));
            if ((row.row.name + " ").rfind(name + " ", 0) != 0 || peer.row.median <= 0.0) continue;
            row.peer = "VTK";
            // Of processor times where both are known: other programs disturb them less.
            const bool processor = row.row.processor_ms && peer.row.processor_ms.value_or(0.0) > 0.0;
            row.ratio = processor ? *row.row.processor_ms / *peer.row.processor_ms : row.row.median / peer.row.median;
        }
    }
}

// From the model to the first picture, in stages; the clock's first ended with the model.
Rows first_picture(const OpenedWorld& opened, Studio& studio, glm::ivec2 size_px, StageClock& clock) {
    const scene::Scene scene = bench_flights(opened.world, studio.palette(), size_px, 1)[1].scene;
    clock.end_stage("stage: scene");
    const render::OffscreenTarget target(size_px);
    studio.renderer().draw(scene, target.target(), render::Quality::rest);
    target.read();
    clock.end_stage("stage: first picture (upload, compilation, drawing)");
    Rows rows;
    append(rows, clock.rows());
    return rows;
}

}  // namespace

std::vector<ComparedRow> bench_processes(const std::string& file, glm::ivec2 size, int runs) {
    const fs::path picture = fs::temp_directory_path() / ("drypoint-bench-" + std::to_string(::getpid()) + ".png");
    const std::string output = quoted(picture.string());
    const std::string ours = "/proc/" + std::to_string(::getpid()) + "/exe render " + quoted(file) + " --size " +
                             size_words(size) + " -o " + output;
    const std::string theirs = "f3d " + quoted(file) + " --output " + output + " --resolution " +
                               std::to_string(size.x) + "," + std::to_string(size.y);
    struct Uses {
        std::vector<double> wall, processor, memory;
        void add(const std::optional<ProcessUse>& use) {
            if (!use) return;
            wall.push_back(use->wall_ms);
            processor.push_back(use->processor_ms);
            memory.push_back(use->memory_mb);
        }
    } us, them;
    for (int i = 0; i < runs; ++i) {
        us.add(run_process(ours));
        them.add(run_process(theirs));
    }
    std::error_code ignored;
    fs::remove(picture, ignored);
    Rows rows;
    const auto add = [&rows](const std::string& what, const char* unit, const std::vector<double>& our,
                             const std::vector<double>& their) {
        const BenchRow a = bench_row(what, unit, our), b = bench_row(what + ": f3d", unit, their);
        rows.push_back({a, their.empty() ? "" : "f3d", their.empty() ? std::nullopt : std::optional(a.median / b.median)});
        if (!their.empty()) rows.push_back({b, "", std::nullopt});
    };
    add("drypoint render, wall time", "ms", us.wall, them.wall);
    add("drypoint render, processor time", "ms", us.processor, them.processor);
    add("drypoint render, most memory", "MB", us.memory, them.memory);
    return rows;
}

Rows bench_pictures(const OpenedWorld& opened, const PictureBench& bench, StageClock clock) {
    base::Result<Studio> studio = Studio::open(opened.files);
    print_issues(studio.issues);
    if (!studio) return {};
    clock.end_stage("stage: OpenGL and shaders");
    Rows rows = first_picture(opened, *studio, bench.sizes_px.front(), clock);
    const base::Result<Look> look = read_look(opened.files);
    const std::string model = opened.world->atlas->file;
    const auto vtk = program_beside("drypoint-bench-pictures", "VTK");
    for (const glm::ivec2& size : bench.sizes_px) {
        Rows ours;
        const auto flights = asked_for(bench_flights(opened.world, studio->palette(), size, bench.frames), bench);
        append(ours, bench_render(studio->renderer(), flights, size));
        const Rows theirs = vtk && !flights.empty() ? flights_of_vtk(*vtk, model, size, bench.frames) : Rows{};
        compare(ours, theirs);
        std::move(ours.begin(), ours.end(), std::back_inserter(rows));
        std::copy(theirs.begin(), theirs.end(), std::back_inserter(rows));
        if (look && bench.asks_for("window")) append(rows, bench_window(opened.world, *look, studio->renderer(), size, bench.frames));
    }
    const glm::ivec2 size = bench.sizes_px.front();
    if (bench.asks_for("growth"))
        append(rows, bench_render(studio->renderer(), growth_flights({0.1, 0.4, 1.6, 6.0}, size), size));
    return rows;
}

}  // namespace drypoint::app
