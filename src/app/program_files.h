#pragma once
// Where the program's own files lie: shaders/, data/, models/.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/issue.h"
#include "base/result.h"

namespace drypoint::app {

struct ProgramFiles {
    std::filesystem::path root;

    std::filesystem::path default_model() const { return root / "models" / "knee_thigh.glb"; }
    std::filesystem::path shaders() const { return root / "shaders"; }
    std::filesystem::path data() const { return root / "data"; }
};

// DRYPOINT_DATA, else share/drypoint beside the program's folder, else the first folder above the program that holds
// data/ and shaders/ (a build tree). The error says where it looked.
base::Result<ProgramFiles> find_program_files();

// One line each on standard error: "warning: place: message (hint)".
void print_issues(const base::Issues& issues);

}  // namespace drypoint::app
