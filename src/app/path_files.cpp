#include "app/path_files.h"

#include "io/own_path_file.h"
#include "session/needle.h"

namespace drypoint::app {
namespace {

std::string file_of(const std::string& path) {
    return path.empty() ? "needle.toml" : path;
}

void save(Desk& desk, const std::string& path) {
    const std::string name = file_of(path);
    const base::Issues issues = io::save_own_path(name, session::own_path(*desk.store.world(), desk.store.model()));
    desk.notify(issues.empty() ? desk.look.texts("own.saved", {name})
                               : desk.look.texts("toast.not-saved", {issues.front().message}));
}

// False: refused, and the store has said why.
bool done(Desk& desk, const session::Action& action, session::Tick at) {
    desk.store.dispatch(action, at);
    if (desk.store.model().message.empty()) return true;
    desk.notify(desk.store.model().message);
    return false;
}

void lay(Desk& desk, const anatomy::OwnPath& own, const anatomy::PathGeometry& way, session::Tick at) {
    if (!own.point.empty() && !done(desk, session::ChoosePoint{own.point}, at)) return;
    if (!done(desk, session::ChooseNeedle{own.needle}, at)) return;
    if (own.line) {
        const glm::dvec3 &from = way.entry_mm, &to = way.target_mm;
        done(desk, session::LayLine{from.x, from.y, from.z, to.x, to.y, to.z}, at);
        return;
    }
    const anatomy::PathGeometry* taught = session::taught_way(*desk.store.world(), desk.store.model().plan);
    const anatomy::NeedleMove& m = own.move;
    const double depth = m.depth_mm.value_or(taught != nullptr ? taught->depth_mm : 0.0);
    done(desk, session::LayOwn{m.slide_medial_mm, m.slide_proximal_mm, m.lean_medial_deg, m.lean_proximal_deg, depth},
         at);
}

void open(Desk& desk, const std::string& path, session::Tick at) {
    const base::Result<anatomy::OwnPath> own = io::load_own_path(file_of(path), desk.store.world()->content);
    if (!own) return desk.notify(base::to_string(own.issues.front()));
    desk.notify(desk.look.texts("own.opened", {own->title}));
    base::Issues issues;
    const auto way = anatomy::resolve_own_path(desk.store.world()->content, *desk.store.atlas(), *own, issues);
    if (!issues.empty()) desk.notify(base::to_string(issues.front()));
    if (way) lay(desk, *own, *way, at);
}

}  // namespace

void carry_out_paths(Desk& desk, const std::vector<session::Effect>& effects) {
    const session::Tick at = desk.store.log().empty() ? session::Tick{} : desk.store.log().back().at;
    for (const session::Effect& effect : effects) {
        if (const auto* one = std::get_if<session::SavePath>(&effect)) save(desk, one->path);
        if (const auto* one = std::get_if<session::OpenPath>(&effect)) open(desk, one->path, at);
    }
}

}  // namespace drypoint::app
