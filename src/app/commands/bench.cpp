#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <memory>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "anatomy/assess.h"
#include "anatomy/entry_map.h"
#include "app/commands/bench_peers.h"
#include "app/commands/bench_pictures.h"
#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/open_model.h"

namespace drypoint::app {
namespace {

using Clock = std::chrono::steady_clock;

struct BenchOptions {
    std::string name, model, only;
    int runs = 7;
    int needles = 200;
    int frames = 18;
    std::vector<std::string> sizes{"1280x720", "1920x1080"};
    bool json = false;
};

double since_ms(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// The taught targets' map with about this many entries.
constexpr std::size_t map_entries = 20000;

void bench_map(const session::World& world, const anatomy::ProbeIndex& index, int runs,
               std::vector<ComparedRow>& rows) {
    for (const session::PlacedPoint& point : world.points) {
        if (!point.way || point.way->fold) continue;
        anatomy::EntryMapRequest request;
        request.target_mm = point.way->target_mm;
        request.path = world.content.find_path(point.path);
        request.spacing_mm = 2.0;
        const std::size_t coarse = anatomy::entry_map(index, world.content, request).entries.size();
        if (coarse < 100) continue;
        request.spacing_mm *= std::sqrt(static_cast<double>(coarse) / static_cast<double>(map_entries)) * 0.99;
        std::vector<double> samples;
        std::size_t entries = 0;
        for (int run = 0; run < runs; ++run) {
            const auto start = Clock::now();
            entries = anatomy::entry_map(index, world.content, request).entries.size();
            samples.push_back(since_ms(start));
        }
        rows.push_back(
            {bench_row("map of " + std::to_string(entries) + " entries, " + world.content.find_point(point.id)->code,
                       "ms", samples),
             "", std::nullopt});
    }
}

std::vector<ComparedRow> bench_needles(const OpenedWorld& opened, const BenchOptions& options) {
    const session::World& world = *opened.world;
    const auto start = Clock::now();
    const anatomy::ProbeIndex index(world.atlas, world.content.spreads);
    std::vector<ComparedRow> rows{{bench_row("index for needles", "ms", {since_ms(start)}), "", std::nullopt}};
    const anatomy::Safety safety(world.content, *world.atlas);
    std::vector<double> samples;
    for (int run = 0; run < options.runs; ++run) {
        for (const session::PlacedPoint& point : world.points) {
            if (!point.way) continue;
            const anatomy::NeedleUse use =
                anatomy::use_of(world.content, *world.atlas, *world.content.find_path(point.path), *point.way);
            const auto begin = Clock::now();
            anatomy::assess(index, safety, use);
            samples.push_back(since_ms(begin));
        }
    }
    rows.push_back({bench_row("full probe of a taught path with its verdict", "ms", samples), "", std::nullopt});
    bench_map(world, index, std::min(options.runs, 5), rows);
    if (const auto program = program_beside("drypoint-bench-needles", "CGAL and VTK")) {
        const auto more = rows_of(quoted(*program) + " " + quoted(world.atlas->file) + " " + std::to_string(options.needles));
        rows.insert(rows.end(), more.begin(), more.end());
    }
    return rows;
}

void print_json(const anatomy::Atlas& atlas, const std::vector<ComparedRow>& rows) {
    nlohmann::ordered_json json{{"drypoint", DRYPOINT_VERSION},
                                {"report", "bench"},
                                {"model", {{"file", atlas.file}, {"content_hash", atlas.content_hash}}},
                                {"rows", nlohmann::ordered_json::array()}};
    for (const ComparedRow& one : rows) {
        nlohmann::ordered_json row{{"name", one.row.name}, {"unit", one.row.unit}, {"median", one.row.median},
                                   {"min", one.row.min},   {"max", one.row.max},   {"n", one.row.n}};
        row["processor_ms"] = one.row.processor_ms ? nlohmann::ordered_json(*one.row.processor_ms) : nlohmann::ordered_json(nullptr);
        row["peer"] = one.peer.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(one.peer);
        row["ratio"] = one.ratio ? nlohmann::ordered_json(*one.ratio) : nlohmann::ordered_json(nullptr);
        json["rows"].push_back(std::move(row));
    }
    std::cout << json.dump(2) << '\n';
}

void print_text(const std::vector<ComparedRow>& rows) {
    std::printf("%-56s %9s    %9s %9s %5s %11s  %s\n", "", "median", "least", "most", "n", "processor", "ratio");
    for (const ComparedRow& one : rows) {
        std::printf("%-56s %9.2f %-2s %9.2f %9.2f %5d", one.row.name.c_str(), one.row.median, one.row.unit.c_str(),
                    one.row.min, one.row.max, one.row.n);
        if (one.row.processor_ms) std::printf(" %8.2f ms", *one.row.processor_ms);
        if (!one.row.processor_ms && one.ratio) std::printf(" %11s", "");
        if (one.ratio) std::printf("  %.2f times %s", *one.ratio, one.peer.c_str());
        std::printf("\n");
    }
}

bool parse_sizes(const std::vector<std::string>& texts, std::vector<glm::ivec2>& sizes) {
    for (const std::string& text : texts) {
        glm::ivec2 size{0};
        char more = 0;
        if (std::sscanf(text.c_str(), "%dx%d%c", &size.x, &size.y, &more) != 2 || std::min(size.x, size.y) < 1) return false;
        sizes.push_back(size);
    }
    return !sizes.empty();
}

std::string model_file(const std::string& named) {
    if (!named.empty()) return named;
    const base::Result<ProgramFiles> files = find_program_files();
    return files ? files->default_model().string() : std::string();
}

int run_bench(const BenchOptions& options) {
    PictureBench bench{{}, options.frames, options.runs, options.only};
    if (!parse_sizes(options.sizes, bench.sizes_px)) {
        std::cerr << "error: --size takes WIDTHxHEIGHT like 1280x720\n";
        return wrong_usage;
    }
    std::vector<ComparedRow> rows;
    if (options.name == "render" && bench.asks_for("drypoint render")) rows = bench_processes(model_file(options.model), bench.sizes_px.front(), bench.runs);
    StageClock clock;
    const std::optional<OpenedWorld> opened = open_world(options.model);
    if (!opened) return failed;
    clock.end_stage("stage: model and content");
    const std::vector<ComparedRow> measured = options.name == "render" ? bench_pictures(*opened, bench, std::move(clock))
                                                                       : bench_needles(*opened, options);
    if (measured.empty()) return failed;
    rows.insert(rows.begin(), measured.begin(), measured.end());
    options.json ? print_json(*opened->world->atlas, rows) : print_text(rows);
    return ok;
}

}  // namespace

CommandBody bind_bench(OptionSet& set) {
    const auto options = std::make_shared<BenchOptions>();
    set.choice("NAME", options->name, "render: pictures; probe: needles", {"render", "probe"}, Needed::yes);
    set.text("--model", options->model, model_help, "FILE");
    set.whole_number("--runs", options->runs, "How often", 1, 1000);
    set.whole_number("--needles", options->needles, "How many random needles are compared with CGAL and VTK", 1,
                     100000);
    set.whole_number("--frames", options->frames, "Pictures of each flight", 1, 1000);
    set.list("--size", options->sizes, "Of the pictures, pixels", "WxH");
    set.text("--only", options->only, "Only the pictures whose names hold this: knee, window, growth", "TEXT");
    set.flag("--json", options->json, "Report as JSON");
    return [options] { return run_bench(*options); };
}

}  // namespace drypoint::app
