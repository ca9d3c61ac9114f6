#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <memory>

#include "anatomy/resolve.h"
#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/open_model.h"
#include "io/content_reader.h"
#include "io/content_reports.h"
#include "io/reading_check.h"
#include "io/walkthrough_file.h"
#include "session/taught_paths.h"

namespace drypoint::app {
namespace fs = std::filesystem;
namespace {

struct CheckOptions {
    std::vector<std::string> paths;
    std::string model;
    BodyRequest body;
    bool json = false, table = false;
};

// Each once: a model without skin would be said of every path.
void append_new(base::Issues& all, const base::Issues& more) {
    for (const base::Issue& issue : more) {
        const auto same = [text = base::to_string(issue)](const base::Issue& one) { return base::to_string(one) == text; };
        if (std::none_of(all.begin(), all.end(), same)) all.push_back(issue);
    }
}

void check_paths(const session::World& world, const CheckOptions& options, base::Issues& findings) {
    const anatomy::ProbeIndex index(world.atlas, world.content.spreads);
    const anatomy::Safety safety(world.content, *world.atlas);
    const std::vector<anatomy::TaughtResult> results = session::try_taught_paths(world, index, safety);
    for (const anatomy::TaughtResult& result : results) {
        append_new(findings, result.taught.way.issues);
        append_new(findings, anatomy::check_taught(safety, result));
    }
    if (options.table) std::cout << anatomy::taught_table(world.content, *world.atlas, results);
}

// A file is a walkthrough; a folder holds content as data/ does.
void check_path(const std::string& path, const anatomy::AtlasPtr& atlas, const CheckOptions& options, base::Issues& findings,
                std::vector<io::ReadingSummary>& readings) {
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) {
        append_new(findings, io::load_walkthrough(path).issues);
        return;
    }
    base::Result<anatomy::Content> content = io::load_content(path);
    append_new(findings, content.issues);
    for (const char* folder : {"walkthroughs", "regions"})
        append_new(findings, io::load_walkthroughs((fs::path(path) / folder).string()).issues);
    if (!content) return;
    append_new(findings, io::check_reading(*content));
    readings.push_back(io::reading_summary(*content));
    append_new(findings, anatomy::missing_in_model(*content, *atlas));
    const session::WorldPtr world = session::make_world(atlas, std::move(*content), {}, findings);
    check_paths(*world, options, findings);
}

void print_reading(const io::ReadingSummary& reading) {
    std::printf("%d plain texts: grade %.1f on average, at most %.1f (%s:%d:%d); longest sentence %d words\n",
                reading.texts, reading.mean_grade, reading.highest_grade, reading.highest_at.file.c_str(),
                reading.highest_at.line, reading.highest_at.column, reading.longest_sentence_words);
}

int run_check(const CheckOptions& options) {
    const std::optional<OpenedModel> opened = open_model(options.model, options.body);
    if (!opened) return failed;
    base::Issues findings;
    std::vector<io::ReadingSummary> readings;
    for (const std::string& path : options.paths) check_path(path, opened->atlas, options, findings, readings);
    if (options.paths.empty()) check_path(opened->files.data().string(), opened->atlas, options, findings, readings);
    if (options.table) {
        print_issues(findings);
    } else if (options.json) {
        std::cout << io::check_json(findings, *opened->atlas);
    } else {
        for (const io::ReadingSummary& reading : readings) print_reading(reading);
        for (const base::Issue& finding : findings) std::cout << base::to_string(finding) << '\n';
        std::cout << findings.size() << (findings.size() == 1 ? " finding\n" : " findings\n");
    }
    return base::has_error(findings) ? failed : ok;
}

}  // namespace

CommandBody bind_check(OptionSet& set) {
    const auto options = std::make_shared<CheckOptions>();
    set.positionals("PATH", options->paths,
                    "Folders like data/, or walkthroughs; the program's own content if left out");
    set.text("--model", options->model, model_help, "FILE");
    options->body.bind(set);
    set.flag("--table", options->table, "Print the table of all points instead: depth, margin, verdict and rule of the path");
    set.flag("--json", options->json, "Report as JSON");
    return [options] { return run_check(*options); };
}

}  // namespace drypoint::app
