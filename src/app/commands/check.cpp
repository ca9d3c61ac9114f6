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
#include "session/world.h"

namespace drypoint::app {
namespace fs = std::filesystem;
namespace {

struct Options {
    std::vector<std::string> paths;
    std::string model;
    bool json = false;
};

void append(base::Issues& all, const base::Issues& more) {
    all.insert(all.end(), more.begin(), more.end());
}

// A file is a walkthrough; a folder holds content as data/ does.
void check_path(const std::string& path, const anatomy::AtlasPtr& atlas, base::Issues& findings,
                std::vector<io::ReadingSummary>& readings) {
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) {
        append(findings, io::load_walkthrough(path).issues);
        return;
    }
    base::Result<anatomy::Content> content = io::load_content(path);
    append(findings, content.issues);
    append(findings, io::load_walkthroughs((fs::path(path) / "walkthroughs").string()).issues);
    if (!content) return;
    append(findings, io::check_reading(*content));
    readings.push_back(io::reading_summary(*content));
    append(findings, anatomy::missing_in_model(*content, *atlas));
    session::make_world(atlas, std::move(*content), {}, findings);
}

void print_reading(const io::ReadingSummary& reading) {
    std::printf("%d plain texts: grade %.1f on average, at most %.1f (%s:%d:%d); longest sentence %d words\n",
                reading.texts, reading.mean_grade, reading.highest_grade, reading.highest_at.file.c_str(),
                reading.highest_at.line, reading.highest_at.column, reading.longest_sentence_words);
}

int run_check(const Options& options) {
    const std::optional<OpenedModel> opened = open_model(options.model);
    if (!opened) return failed;
    base::Issues findings;
    std::vector<io::ReadingSummary> readings;
    for (const std::string& path : options.paths) check_path(path, opened->atlas, findings, readings);
    if (options.paths.empty()) check_path(opened->files.data().string(), opened->atlas, findings, readings);
    if (options.json) {
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
    const auto options = std::make_shared<Options>();
    set.positionals("PATH", options->paths,
                    "Folders like data/, or walkthroughs; the program's own content if left out");
    set.text("--model", options->model, model_help, "FILE");
    set.flag("--json", options->json, "Report as JSON");
    return [options] { return run_check(*options); };
}

}  // namespace drypoint::app
