#include <charconv>
#include <iostream>
#include <memory>

#include "app/commands/commands.h"
#include "app/exit_code.h"
#include "app/offscreen.h"
#include "app/open_model.h"
#include "app/stage.h"
#include "app/studio.h"
#include "io/log_file.h"
#include "io/png.h"
#include "session/action_table.h"
#include "session/store.h"

namespace drypoint::app {
namespace {

using session::Action;

struct RenderOptions {
    std::string model, output, view = "anterior", size = "1280x720", palette = "standard", isolate, centre, script, condition,
        point;
    std::vector<std::string> show, hide, opacity, actions;
    std::string map;
    BodyRequest body;
    double margin_mm = session::Plan{}.map_margin_mm;
    bool only = false, parallel = false, clear_background = false, quick = false, labels = false;

    // What is drawn over the limb needs content and type; a plain picture starts without both.
    bool with_overlay() const { return labels || !condition.empty() || !point.empty() || !map.empty(); }
};

bool parse_size(const std::string& text, int& width, int& height) {
    const char* end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, width);
    if (first.ec != std::errc() || first.ptr == end || *first.ptr != 'x') return false;
    const auto second = std::from_chars(first.ptr + 1, end, height);
    return second.ec == std::errc() && second.ptr == end && width > 0 && height > 0;
}

// "skin=0.3" -> SetOpacity; a message if it is not of that form.
std::string parse_opacity(const std::string& text, Action& action) {
    const std::size_t equals = text.find('=');
    session::SetOpacity set{text.substr(0, equals), 0.0f};
    if (equals != std::string::npos) {
        const char* end = text.data() + text.size();
        const auto read = std::from_chars(text.data() + equals + 1, end, set.opacity);
        if (read.ec == std::errc() && read.ptr == end) {
            action = set;
            return {};
        }
    }
    return "--opacity takes ID=VALUE like skin=0.3, not \"" + text + "\"";
}

// The options in the language of actions, in the order in which they make sense.
std::vector<Action> actions_of(const RenderOptions& options, std::string& problem) {
    std::vector<Action> actions = options.body.actions();
    int width = 0, height = 0;
    if (!parse_size(options.size, width, height))
        problem = "--size takes WIDTHxHEIGHT like 1280x720, not \"" + options.size + "\"";
    actions.emplace_back(session::SetViewport{width, height});
    if (!options.isolate.empty()) actions.emplace_back(session::Isolate{options.isolate});
    bool first = true;
    for (const std::string& id : options.show) {
        if (options.only && first) actions.emplace_back(session::HideOthers{id});
        actions.emplace_back(session::Show{id});
        first = false;
    }
    for (const std::string& id : options.hide) actions.emplace_back(session::Hide{id});
    for (const std::string& text : options.opacity) {
        actions.emplace_back();
        if (const std::string wrong = parse_opacity(text, actions.back()); !wrong.empty()) problem = wrong;
    }
    if (options.parallel) actions.emplace_back(session::SetParallel{true});
    const auto view = session::view_named(options.view);
    if (view) actions.emplace_back(session::LookFrom{*view});
    if (!options.centre.empty()) actions.emplace_back(session::CentreOn{options.centre});
    if (!options.condition.empty()) actions.emplace_back(session::ChooseCondition{options.condition});
    if (!options.point.empty()) actions.emplace_back(session::ChoosePoint{options.point});
    if (const auto colours = session::colours_named(options.palette)) actions.emplace_back(session::SetColours{*colours});
    if (!options.map.empty()) {
        actions.emplace_back(session::ChoosePoint{options.map});
        actions.emplace_back(session::OpenRoom{session::Room::needle});
        actions.emplace_back(session::SetMapMargin{options.margin_mm});
        actions.emplace_back(session::ShowMap{true});
        actions.emplace_back(session::SetLayerOpacity{anatomy::Layer::skin, 1.0f});
        actions.emplace_back(session::CentreOn{options.map});
    }
    for (const std::string& line : options.actions) {
        base::Result<Action> action = session::parse_action(line);
        if (!action)
            problem = "--do \"" + line + "\": " + action.issues.front().message +
                      (action.issues.front().hint.empty() ? "" : " (" + action.issues.front().hint + ")");
        if (action) actions.push_back(std::move(*action));
    }
    return actions;
}

bool dispatch_all(session::Store& store, const std::vector<Action>& actions) {
    for (const Action& action : actions) {
        store.dispatch(action);
        if (store.model().message.empty()) continue;
        std::cerr << "error: " << session::to_text(action) << ": " << store.model().message << '\n';
        return false;
    }
    return true;
}

bool apply_script(session::Store& store, const std::string& path) {
    if (path.empty()) return true;
    const base::Result<std::vector<session::LogEntry>> log = io::read_log(path);
    print_issues(log.issues);
    if (!log || base::has_error(log.issues)) return false;
    std::vector<Action> actions;
    for (const session::LogEntry& entry : *log) actions.push_back(entry.action);
    return dispatch_all(store, actions);
}

int write_picture(const std::string& file, const base::Image& image) {
    const base::Issues written = io::write_png(file, image);
    print_issues(written);
    return written.empty() ? ok : failed;
}

int render_with_overlay(const RenderOptions& options, const std::vector<Action>& actions) {
    if (options.clear_background || options.quick) {
        std::cerr << "error: --clear-background and --quick go without labels, condition and point\n";
        return wrong_usage;
    }
    const std::optional<OpenedWorld> opened = open_world(options.model);
    if (!opened) return failed;
    base::Result<Studio> studio = Studio::open(opened->files, options.palette);
    base::Result<Look> look = read_look(opened->files);
    print_issues(studio.issues);
    print_issues(look.issues);
    int width = 0, height = 0;
    parse_size(options.size, width, height);
    const base::Issues size = check_size({width, height});
    print_issues(size);
    if (!studio || !look || !size.empty()) return failed;
    Stage stage(opened->world, std::move(*look), &studio->renderer(), {width, height});
    stage.leave_panels();
    if (!dispatch_all(stage.desk().store, actions) || !apply_script(stage.desk().store, options.script)) return failed;
    stage.settle();
    if (const auto map = stage.desk().snapshot().map; map && !map->why_none.empty()) {
        std::cerr << "error: --map " << options.map << ": " << map->why_none << '\n';
        return failed;
    }
    return write_picture(options.output, stage.picture());
}

int run_render(const RenderOptions& options) {
    std::string problem;
    const std::vector<Action> actions = actions_of(options, problem);
    if (!problem.empty()) {
        std::cerr << "error: " << problem << '\n';
        return wrong_usage;
    }
    if (options.with_overlay()) return render_with_overlay(options, actions);
    const std::optional<OpenedModel> opened = open_model(options.model);
    if (!opened) return failed;
    session::Store store(opened->atlas);
    if (!dispatch_all(store, actions) || !apply_script(store, options.script)) return failed;
    base::Result<Studio> studio = Studio::open(opened->files, options.palette);
    print_issues(studio.issues);
    if (!studio) return failed;
    const render::Quality quality = options.quick ? render::Quality::moving : render::Quality::rest;
    base::Result<base::Image> image = studio->picture(store.snapshot(), {quality, options.clear_background});
    print_issues(image.issues);
    if (!image) return failed;
    return write_picture(options.output, *image);
}

std::vector<std::string> view_names() {
    std::vector<std::string> names;
    for (int i = 0; i < session::view_count; ++i) names.emplace_back(session::name(static_cast<session::View>(i)));
    return names;
}

std::vector<std::string> palette_names() {
    std::vector<std::string> names;
    for (int i = 0; i < session::colours_count; ++i)
        names.emplace_back(session::name(static_cast<session::Colours>(i)));
    return names;
}

}  // namespace

CommandBody bind_render(OptionSet& set) {
    const auto options = std::make_shared<RenderOptions>();
    set.positional("FILE", options->model, model_help);
    set.text("-o,--output", options->output, "PNG file to write", "FILE", Needed::yes);
    options->body.bind(set);
    set.choice("--view", options->view, "From where", view_names());
    set.text("--size", options->size, "Pixels", "WxH");
    set.list("--show", options->show, "Structures to show", "ID,...");
    set.list("--hide", options->hide, "Structures to hide", "ID,...");
    set.flag("--only", options->only, "Show nothing but what --show names");
    set.text("--isolate", options->isolate, "Show one structure alone", "ID");
    set.text("--centre", options->centre, "Turn to a structure and frame it", "ID");
    set.text("--condition", options->condition, "Choose a condition: its points, paths and names are drawn", "ID");
    set.text("--point", options->point, "Choose a trigger point and lay the needle", "ID or CODE");
    set.text("--map", options->map, "Paint from where a needle could come to a trigger point", "ID or CODE");
    set.number("--margin", options->margin_mm, "Of the map: safe from this distance on, mm", session::least_map_margin_mm,
               session::most_map_margin_mm);
    set.flag("--labels", options->labels, "Draw names, rings and needle over the limb");
    set.texts("--opacity", options->opacity, "Fade a structure, 0 to 1; may be given again", "ID=VALUE");
    set.texts("--do", options->actions, "An action, after all else; may be given again", "ACTION");
    set.text("--script", options->script, "A log or script of actions, after all else", "FILE");
    set.choice("--palette", options->palette, "Colours of tissues and marks", palette_names());
    set.flag("--parallel", options->parallel, "Without perspective");
    set.flag("--clear-background", options->clear_background, "A transparent background");
    set.flag("--quick", options->quick, "As while moving: edges not smoothed, no soft occlusion");
    return [options] { return run_render(*options); };
}

}  // namespace drypoint::app
