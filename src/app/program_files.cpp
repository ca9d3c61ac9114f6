#include "app/program_files.h"

#include <cstdlib>
#include <iostream>

namespace drypoint::app {
namespace fs = std::filesystem;
namespace {

bool holds_program_files(const fs::path& folder) {
    std::error_code ignored;
    return fs::is_directory(folder / "data", ignored) && fs::is_directory(folder / "shaders", ignored);
}

}  // namespace

base::Result<ProgramFiles> find_program_files() {
    if (const char* given = std::getenv("DRYPOINT_DATA"); given != nullptr && *given != '\0') {
        if (holds_program_files(given)) return base::success(ProgramFiles{given});
        return base::failure<ProgramFiles>(base::error(base::in_file(given),
                                                       "DRYPOINT_DATA names no folder with data/ and shaders/",
                                                       "unset it or name Drypoint's own folder"));
    }
    std::error_code failed;
    const fs::path program = fs::read_symlink("/proc/self/exe", failed);
    fs::path folder = program.parent_path();
    if (const fs::path installed = folder.parent_path() / "share" / "drypoint"; holds_program_files(installed)) {
        return base::success(ProgramFiles{installed});
    }
    for (; folder.has_relative_path(); folder = folder.parent_path()) {
        if (holds_program_files(folder)) return base::success(ProgramFiles{folder});
    }
    return base::failure<ProgramFiles>(base::error(base::in_file(program.string()),
                                                   "no folder above the program holds data/ and shaders/",
                                                   "set DRYPOINT_DATA to Drypoint's own folder"));
}

void print_issues(const base::Issues& issues) {
    for (const base::Issue& issue : issues) {
        std::cerr << (issue.severity == base::Severity::error ? "error: " : "warning: ") << base::to_string(issue)
                  << '\n';
    }
}

}  // namespace drypoint::app
