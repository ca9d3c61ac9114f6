#include "app/picture_set.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <vector>

#include "app/exit_code.h"
#include "app/open_model.h"
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

bool make_picture(Studio& studio, const anatomy::AtlasPtr& atlas, const fs::path& script, const fs::path& picture) {
    const base::Result<std::vector<session::LogEntry>> log = io::read_log(script.string());
    print_issues(log.issues);
    if (!log) return false;
    const base::Result<base::Image> image = studio.picture(session::replay(atlas, *log).snapshot());
    print_issues(image.issues);
    if (!image) return false;
    const base::Issues written = io::write_png(picture.string(), *image);
    print_issues(written);
    if (!written.empty()) return false;
    std::cout << picture.string() << '\n';
    return true;
}

}  // namespace

int make_picture_set(const std::string& model, const std::string& folder) {
    const std::optional<OpenedModel> opened = open_model(model);
    if (!opened) return failed;
    base::Result<Studio> studio = Studio::open(opened->files);
    print_issues(studio.issues);
    if (!studio) return failed;
    std::error_code not_made;
    fs::create_directories(folder, not_made);
    bool all = true;
    for (const fs::path& script : scripts_in(opened->files.data() / "pictures")) {
        all = make_picture(*studio, opened->atlas, script, fs::path(folder) / script.stem().concat(".png")) && all;
    }
    return all ? ok : failed;
}

}  // namespace drypoint::app
