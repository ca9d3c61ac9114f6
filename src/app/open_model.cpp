#include "app/open_model.h"

#include <iostream>
#include <memory>
#include <utility>

#include "io/content_reader.h"
#include "io/model_file.h"
#include "io/walkthrough_file.h"

namespace drypoint::app {
namespace {

constexpr std::size_t most_warnings = 8;

// A foreign model may have a hundred odd nodes: the first few say what is wrong.
void print_briefly(const base::Issues& issues) {
    base::Issues shown;
    std::size_t left_out = 0;
    for (const base::Issue& issue : issues) {
        if (issue.severity == base::Severity::error || shown.size() < most_warnings) {
            shown.push_back(issue);
        } else {
            ++left_out;
        }
    }
    print_issues(shown);
    if (left_out > 0) std::cerr << "warning: " << left_out << " more of this kind\n";
}

base::Result<anatomy::Atlas> load(const ProgramFiles& files, const std::string& path) {
    if (path.empty()) return io::load_model(files.default_model().string());
    base::Result<std::vector<io::ModelProfile>> profiles = io::load_profiles((files.data() / "models").string());
    print_issues(profiles.issues);
    io::LoadOptions options;
    if (profiles) options.profiles = std::move(*profiles);
    return io::load_model(path, options);
}

std::optional<anatomy::Content> read_content(const ProgramFiles& files) {
    base::Result<anatomy::Content> content = io::load_content(files.data().string());
    print_briefly(content.issues);
    if (!content) return std::nullopt;
    return std::move(*content);
}

}  // namespace

void BodyRequest::bind(OptionSet& set) {
    set.choice("--side", side, "Show this limb; the model is mirrored for the other", {"right", "left"});
    set.checked("--body", build, "Body build: lean, average, heavy, or a number from -1 to 1", "BUILD",
                [](const std::string& text) {
                    const bool known = anatomy::build_named(text).has_value();
                    return known ? "" : "takes lean, average, heavy or a number from -1 to 1, not \"" + text + "\"";
                });
}

anatomy::Body BodyRequest::body() const {
    anatomy::Body body;
    if (!side.empty()) body.side = *anatomy::side_named(side);
    if (!build.empty()) body.build = *anatomy::build_named(build);
    return body;
}

std::vector<session::Action> BodyRequest::actions() const {
    const anatomy::Body asked = body();
    std::vector<session::Action> actions;
    if (!side.empty()) actions.emplace_back(session::SetSide{asked.side});
    if (!build.empty()) actions.emplace_back(session::SetBuild{asked.build});
    return actions;
}

std::optional<OpenedModel> open_model(const std::string& path, const BodyRequest& as) {
    const anatomy::Body body = as.body();
    const base::Result<ProgramFiles> files = find_program_files();
    print_issues(files.issues);
    if (!files) return std::nullopt;
    base::Result<anatomy::Atlas> atlas = load(*files, path);
    print_briefly(atlas.issues);
    if (!atlas) return std::nullopt;
    if (const std::string why = anatomy::why_not_shaped(*atlas, body); !why.empty()) {
        print_issues({base::error(base::in_file(atlas->file), why)});
        return std::nullopt;
    }
    if (!(body == anatomy::Body{})) *atlas = anatomy::shaped(*atlas, body);
    return OpenedModel{*files, std::make_shared<const anatomy::Atlas>(std::move(*atlas))};
}

std::optional<anatomy::Content> open_content() {
    const base::Result<ProgramFiles> files = find_program_files();
    print_issues(files.issues);
    if (!files) return std::nullopt;
    return read_content(*files);
}

std::optional<OpenedWorld> open_world(const std::string& path, const BodyRequest& as) {
    std::optional<OpenedModel> opened = open_model(path, as);
    if (!opened) return std::nullopt;
    std::optional<anatomy::Content> content = read_content(opened->files);
    if (!content) return std::nullopt;
    base::Result<std::vector<session::Walkthrough>> tours =
        io::load_walkthroughs((opened->files.data() / "walkthroughs").string());
    print_briefly(tours.issues);
    if (!tours) return std::nullopt;
    base::Result<std::vector<session::Walkthrough>> regions =
        io::load_walkthroughs((opened->files.data() / "regions").string());
    print_briefly(regions.issues);
    if (!regions) return std::nullopt;
    base::Issues issues;
    session::WorldPtr world = session::make_world(std::move(opened->atlas), std::move(*content), std::move(*tours),
                                                  issues, std::move(*regions));
    print_briefly(issues);
    return OpenedWorld{opened->files, std::move(world)};
}

}  // namespace drypoint::app
