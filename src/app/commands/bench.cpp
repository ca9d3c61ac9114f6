#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>

#include <nlohmann/json.hpp>

#include "anatomy/probe.h"
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
    const auto flights = bench_flights(opened.world->atlas, studio->palette(), size);
    for (BenchRow& row : bench_render(studio->renderer(), flights, size))
        rows.push_back({std::move(row), "", std::nullopt});
    for (ComparedRow& row : first_pictures(opened.world->atlas->file, options)) rows.push_back(std::move(row));
    return rows;
}

std::vector<ComparedRow> bench_needles(const OpenedWorld& opened, const Options& options) {
    const auto start = Clock::now();
    const anatomy::ProbeIndex index(opened.world->atlas);
    std::vector<ComparedRow> rows{{bench_row("index for needles", "ms", {since_ms(start)}), "", std::nullopt}};
    std::vector<double> samples;
    for (int run = 0; run < options.runs; ++run) {
        for (const session::PlacedPoint& point : opened.world->points) {
            if (!point.way) continue;
            const auto begin = Clock::now();
            index.probe({point.way->entry_mm, point.way->direction, point.way->depth_mm});
            samples.push_back(since_ms(begin));
        }
    }
    rows.push_back({bench_row("probe of a taught path: layers and clearances", "ms", samples), "", std::nullopt});
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
    set.whole_number("--width", options->width, "Of the pictures, pixels", 1, 16384);
    set.whole_number("--height", options->height, "Of the pictures, pixels", 1, 16384);
    set.flag("--json", options->json, "Report as JSON");
    return [options] { return run_bench(*options); };
}

}  // namespace drypoint::app
