#include "app/user_files.h"

#include <cstdlib>
#include <string>

#include "io/file.h"

namespace drypoint::app {
namespace {

namespace fs = std::filesystem;

constexpr const char* notice_file = "notice-accepted";

fs::path folder_named_by(const char* variable) {
    const char* value = std::getenv(variable);
    return value == nullptr ? fs::path() : fs::path(value);
}

}  // namespace

fs::path state_folder() {
    if (fs::path own = folder_named_by("DRYPOINT_HOME"); !own.empty()) return own;
    if (const fs::path state = folder_named_by("XDG_STATE_HOME"); !state.empty()) return state / "drypoint";
    const fs::path home = folder_named_by("HOME");
    return home.empty() ? fs::path() : home / ".local" / "state" / "drypoint";
}

bool notice_was_accepted() {
    const fs::path folder = state_folder();
    std::error_code ignored;
    return !folder.empty() && fs::exists(folder / notice_file, ignored);
}

base::Issues keep_notice_accepted() {
    const fs::path folder = state_folder();
    std::error_code ignored;
    if (!folder.empty()) fs::create_directories(folder, ignored);
    const std::string bytes = std::string(DRYPOINT_VERSION) + '\n';
    const bool kept = !folder.empty() && io::write_file_atomically((folder / notice_file).string(), bytes).empty();
    if (kept) return {};
    return {base::warning(base::in_file(folder.string()), "the notice's acceptance cannot be kept",
                          "set DRYPOINT_HOME to a folder that can be written")};
}

}  // namespace drypoint::app
