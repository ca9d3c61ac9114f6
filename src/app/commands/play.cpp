#include <cstdio>
#include <filesystem>
#include <iostream>
#include <memory>

#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/open_model.h"
#include "app/stage.h"
#include "app/studio.h"
#include "io/png.h"
#include "io/walkthrough_file.h"
#include "session/store.h"

namespace drypoint::app {
namespace fs = std::filesystem;
namespace {

struct PlayOptions {
    std::string file, folder, model, words = "professional";
    BodyRequest body;
};

std::string picture_name(std::size_t step) {
    char name[32];
    std::snprintf(name, sizeof name, "step-%02zu.png", step + 1);
    return name;
}

// The world with this one walkthrough in it.
session::WorldPtr with_walkthrough(const session::World& world, session::Walkthrough walkthrough) {
    auto copy = std::make_shared<session::World>(world);
    copy->walkthroughs = {std::move(walkthrough)};
    return copy;
}

bool write_step(Stage& stage, const fs::path& folder, std::size_t step) {
    stage.settle();
    const base::Issues issues = io::write_png((folder / picture_name(step)).string(), stage.picture());
    print_issues(issues);
    return issues.empty();
}

bool play(Stage& stage, const session::Walkthrough& walkthrough, const PlayOptions& options) {
    session::Store& store = stage.desk().store;
    bool all = true;
    for (std::size_t i = 0; i < walkthrough.steps.size(); ++i) {
        store.dispatch(i == 0 ? session::Action{session::StartWalkthrough{walkthrough.id}}
                              : session::Action{session::NextStep{}});
        const session::WalkthroughStep& step = walkthrough.steps[i];
        if (!store.model().message.empty()) {
            std::cerr << "error: " << base::to_string(step.place) << ": " << store.model().message << '\n';
            all = false;
        }
        const std::string& text = options.words == "plain" ? step.plain : step.professional;
        std::cout << picture_name(i) << "  " << step.title << ": " << text << '\n';
        if (!write_step(stage, options.folder, i)) return false;
    }
    return all;
}

int run_play(const PlayOptions& options) {
    const base::Result<session::Walkthrough> walkthrough = io::load_walkthrough(options.file);
    print_issues(walkthrough.issues);
    if (!walkthrough) return failed;
    const std::optional<OpenedWorld> opened = open_world(options.model);
    if (!opened) return failed;
    base::Result<Studio> studio = Studio::open(opened->files);
    base::Result<Look> look = read_look(opened->files);
    print_issues(studio.issues);
    print_issues(look.issues);
    if (!studio || !look) return failed;
    std::error_code not_made;
    fs::create_directories(options.folder, not_made);
    Stage stage(with_walkthrough(*opened->world, *walkthrough), std::move(*look), &studio->renderer());
    stage.leave_panels();
    if (const std::string refused = stage.begin(options.body.actions()); !refused.empty()) {
        std::cerr << "error: " << refused << '\n';
        return failed;
    }
    const bool all = play(stage, *walkthrough, options);
    return all && !base::has_error(walkthrough.issues) ? ok : failed;
}

}  // namespace

CommandBody bind_play(OptionSet& set) {
    const auto options = std::make_shared<PlayOptions>();
    set.positional("FILE", options->file, "A walkthrough: data/walkthroughs/*.toml or one of your own", Needed::yes);
    set.text("-o,--output", options->folder, "Folder for one picture a step", "FOLDER", Needed::yes);
    set.text("--model", options->model, model_help, "FILE");
    options->body.bind(set);
    set.choice("--words", options->words, "Which of the two texts", {"professional", "plain"});
    return [options] { return run_play(*options); };
}

}  // namespace drypoint::app
