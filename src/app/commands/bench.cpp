#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <sstream>

#include <nlohmann/json.hpp>

#include "anatomy/assess.h"
#include "anatomy/entry_map.h"
#include "app/bench_render.h"
#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/open_model.h"
#include "app/studio.h"

namespace drypoint::app {
namespace fs = std::filesystem;
namespace {

using Clock = std::chrono::steady_clock;

struct Options {
    std::string name, model;
    int runs = 7;
    int needles = 200;
    int width = 1280, height = 720;
    bool json = false;
};

// A row and, where there is one, what it is compared with in the same run.
struct ComparedRow {
    BenchRow row;
    std::string peer;
    std::optional<double> ratio;
};

double since_ms(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

std::optional<double> run_ms(const std::string& command) {
    const auto start = Clock::now();
    const int status = std::system((command + " >/dev/null 2>&1").c_str());
    return status == 0 ? std::optional<double>(since_ms(start)) : std::nullopt;
}

std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + "'";
}

// Whole processes, in turn, so that both meet the same machine: this program and f3d, each making one picture of the
// same file.
std::vector<ComparedRow> first_pictures(const std::string& file, const Options& options) {
    const std::string size = std::to_string(options.width);
    const fs::path picture = fs::temp_directory_path() / ("drypoint-bench-" + std::to_string(::getpid()) + ".png");
    const std::string output = quoted(picture.string());
    const std::string ours = "/proc/" + std::to_string(::getpid()) + "/exe render " + quoted(file) + " --size " + size +
                             "x" + std::to_string(options.height) + " -o " + output;
    const std::string theirs =
        "f3d " + quoted(file) + " --output " + output + " --resolution " + size + "," + std::to_string(options.height);
    std::vector<double> our_ms, their_ms;
    for (int i = 0; i < options.runs; ++i) {
        if (const auto ms = run_ms(ours)) our_ms.push_back(*ms);
        if (const auto ms = run_ms(theirs)) their_ms.push_back(*ms);
    }
    std::error_code ignored;
    fs::remove(picture, ignored);
    const BenchRow us = bench_row("first picture, whole process", "ms", our_ms);
    const BenchRow them = bench_row("first picture, whole process: f3d", "ms", their_ms);
    if (their_ms.empty()) return {{us, "", std::nullopt}};
    return {{us, "f3d", us.median / them.median}, {them, "", std::nullopt}};
}

std::vector<ComparedRow> bench_pictures(const OpenedWorld& opened, const Options& options) {
    std::vector<ComparedRow> rows;
    base::Result<Studio> studio = Studio::open(opened.files);
    print_issues(studio.issues);
    if (!studio) return rows;
    const glm::ivec2 size{options.width, options.height};
    const auto flights = bench_flights(opened.world, studio->palette(), size);
    for (BenchRow& row : bench_render(studio->renderer(), flights, size))
        rows.push_back({std::move(row), "", std::nullopt});
    for (ComparedRow& row : first_pictures(opened.world->atlas->file, options)) rows.push_back(std::move(row));
    return rows;
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

// Rows of drypoint-bench-needles, if it stands beside this program: tab-separated, the last two may be empty.
void bench_peers(const std::string& model, const Options& options, std::vector<ComparedRow>& rows) {
    std::error_code failed;
    const fs::path program = fs::read_symlink("/proc/self/exe", failed).parent_path() / "drypoint-bench-needles";
    if (failed || !fs::exists(program, failed)) {
        std::cerr
            << "warning: drypoint-bench-needles is not beside this program: no comparison with CGAL and VTK (build "
               "it with the tests, where their packages are installed)\n";
        return;
    }
    const std::string command = quoted(program.string()) + " " + quoted(model) + " " + std::to_string(options.needles);
    std::FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) return;
    std::array<char, 1024> line{};
    while (std::fgets(line.data(), static_cast<int>(line.size()), pipe) != nullptr) {
        std::istringstream fields(line.data());
        std::array<std::string, 8> field;
        for (std::string& text : field) std::getline(fields, text, '\t');
        ComparedRow row;
        row.row = {field[0],
                   field[1],
                   std::strtod(field[2].c_str(), nullptr),
                   std::strtod(field[3].c_str(), nullptr),
                   std::strtod(field[4].c_str(), nullptr),
                   std::atoi(field[5].c_str())};
        row.peer = field[6];
        if (!row.peer.empty()) row.ratio = std::strtod(field[7].c_str(), nullptr);
        rows.push_back(std::move(row));
    }
    if (::pclose(pipe) != 0) std::cerr << "warning: drypoint-bench-needles found answers that differ, or failed\n";
}

std::vector<ComparedRow> bench_needles(const OpenedWorld& opened, const Options& options) {
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
    bench_peers(world.atlas->file, options, rows);
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
        row["peer"] = one.peer.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(one.peer);
        row["ratio"] = one.ratio ? nlohmann::ordered_json(*one.ratio) : nlohmann::ordered_json(nullptr);
        json["rows"].push_back(std::move(row));
    }
    std::cout << json.dump(2) << '\n';
}

void print_text(const std::vector<ComparedRow>& rows) {
    for (const ComparedRow& one : rows) {
        std::printf("%-52s %9.3f %s  (%.3f to %.3f, n = %d)", one.row.name.c_str(), one.row.median,
                    one.row.unit.c_str(), one.row.min, one.row.max, one.row.n);
        if (one.ratio) std::printf("  %.2f times %s", *one.ratio, one.peer.c_str());
        std::printf("\n");
    }
}

int run_bench(const Options& options) {
    const std::optional<OpenedWorld> opened = open_world(options.model);
    if (!opened) return failed;
    const std::vector<ComparedRow> rows =
        options.name == "render" ? bench_pictures(*opened, options) : bench_needles(*opened, options);
    if (rows.empty()) return failed;
    options.json ? print_json(*opened->world->atlas, rows) : print_text(rows);
    return ok;
}

}  // namespace

CommandBody bind_bench(OptionSet& set) {
    const auto options = std::make_shared<Options>();
    set.choice("NAME", options->name, "render: pictures; probe: needles", {"render", "probe"}, Needed::yes);
    set.text("--model", options->model, model_help, "FILE");
    set.whole_number("--runs", options->runs, "How often", 1, 1000);
    set.whole_number("--needles", options->needles, "How many random needles are compared with CGAL and VTK", 1,
                     100000);
    set.whole_number("--width", options->width, "Of the pictures, pixels", 1, 16384);
    set.whole_number("--height", options->height, "Of the pictures, pixels", 1, 16384);
    set.flag("--json", options->json, "Report as JSON");
    return [options] { return run_bench(*options); };
}

}  // namespace drypoint::app
