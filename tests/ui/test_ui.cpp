// Scripts of the interface, run without a window: every tests/ui/*.txt on a small model.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/studio.h"
#include "app/ui_driver.h"
#include "support/small_atlas.h"

using namespace drypoint;
namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

app::Look look() {
    base::Result<app::Look> result = app::read_look({DRYPOINT_SOURCE_DIR});
    for (const base::Issue& issue : result.issues) MESSAGE(base::to_string(issue));
    REQUIRE(result);
    return std::move(*result);
}

}  // namespace

TEST_CASE("every script does what it says") {
    for (const auto& entry : fs::directory_iterator(fs::path(DRYPOINT_SOURCE_DIR) / "tests" / "ui")) {
        if (entry.path().extension() != ".txt") continue;
        app::Stage stage(test::small_atlas(), look(), nullptr);
        for (const base::Issue& issue : app::run_ui_script(stage, read(entry.path()), entry.path().string(), ".")) {
            FAIL_CHECK(base::to_string(issue));
        }
    }
}
