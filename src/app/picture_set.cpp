#include "app/picture_set.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <vector>

#include "app/exit_code.h"
#include "app/open_model.h"
#include "app/saved_picture.h"
#include "app/stage.h"
#include "app/studio.h"
#include "io/log_file.h"
#include "io/png.h"
#include "session/store.h"

namespace drypoint::app {
namespace fs = std::filesystem;
namespace {

std::vector<fs::path> scripts_in(const fs::path& folder) {
    std::vector<fs::path> scripts;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        if (entry.path().extension() == ".txt") scripts.push_back(entry.path());
    }
    std::sort(scripts.begin(), scripts.end());
    return scripts;
}

bool write_picture(const base::Image& image, const fs::path& picture) {
    const base::Issues written = io::write_png(picture.string(), image);
    print_issues(written);
    if (!written.empty()) return false;
    std::cout << picture.string() << '\n';
    return true;
}

// The limb as a script leaves it, and whose leg it is.
bool make_picture(Studio& studio, Look look, const session::WorldPtr& world, const fs::path& script,
                  const fs::path& picture) {
    const base::Result<std::vector<session::LogEntry>> log = io::read_log(script.string());
    print_issues(log.issues);
    if (!log) return false;
    Desk desk(world, std::move(look), &studio.renderer());
    desk.ui.labels = false;
    for (const session::LogEntry& entry : *log) desk.store.dispatch(entry.action);
    const base::Result<base::Image> image = saved_picture(desk, false);
    print_issues(image.issues);
    if (!image) return false;
    return write_picture(*image, picture);
}

// Every condition with its points, their paths, and the needle on the first of them.
bool make_conditions(Studio& studio, Look look, const session::WorldPtr& world, const fs::path& folder) {
    Stage stage(world, std::move(look), &studio.renderer());
    stage.leave_panels();
    const session::Model start = stage.desk().store.model();
    bool all = true;
    for (const anatomy::Condition& condition : world->content.conditions) {
        session::Store& store = stage.desk().store;
        store.dispatch(session::SetCamera{start.camera.pivot.x, start.camera.pivot.y, start.camera.pivot.z,
                                          start.camera.azimuth_deg, start.camera.elevation_deg, start.camera.roll_deg,
                                          start.camera.distance_mm});
        store.dispatch(session::ChooseCondition{condition.id});
        const anatomy::Condition* record = world->content.record_of(condition);
        const bool has_point = record != nullptr && !record->targets.empty() && !record->targets.front().points.empty();
        if (has_point) store.dispatch(session::ChoosePoint{record->targets.front().points.front()});
        stage.settle();
        all = write_picture(stage.picture(), folder / ("condition-" + condition.id + ".png")) && all;
    }
    return all;
}

}  // namespace

int make_picture_set(const std::string& model, const std::string& folder) {
    const std::optional<OpenedWorld> opened = open_world(model);
    if (!opened) return failed;
    base::Result<Studio> studio = Studio::open(opened->files);
    base::Result<Look> look = read_look(opened->files);
    print_issues(studio.issues);
    print_issues(look.issues);
    if (!studio || !look) return failed;
    std::error_code not_made;
    fs::create_directories(folder, not_made);
    bool all = true;
    for (const fs::path& script : scripts_in(opened->files.data() / "pictures")) {
        all =
            make_picture(*studio, *look, opened->world, script, fs::path(folder) / script.stem().concat(".png")) && all;
    }
    all = make_conditions(*studio, std::move(*look), opened->world, folder) && all;
    return all ? ok : failed;
}

}  // namespace drypoint::app
