// Scripts of the interface, run without a window: every tests/ui/*.txt on a small model, or, if it begins with
// "# On the limb", on the shipped one with its content.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/open_model.h"
#include "app/ui_driver.h"
#include "source_dir.h"
#include "support/stage.h"

using namespace drypoint;
using test::Case;
namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool is_on_limb(const std::string& script) {
    return script.rfind("# On the limb", 0) == 0;
}

bool limb_is_built() {
    return fs::exists(fs::path(source_dir()) / "models" / "knee_thigh.glb");
}

session::WorldPtr limb() {
    std::optional<app::OpenedWorld> opened = app::open_world({});
    REQUIRE(opened);
    return opened->world;
}

std::string failure_of(const std::string& script) {
    app::Stage stage = test::stage();
    const base::Issues issues = app::run_ui_script(stage, script, "script.txt", ".");
    return issues.empty() ? "" : base::to_string(issues.front());
}

}  // namespace

TEST_CASE("every script does what it says") {
    int scripts = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(source_dir()) / "tests" / "ui")) {
        if (entry.path().extension() != ".txt") continue;
        const std::string script = read(entry.path());
        if (is_on_limb(script) && !limb_is_built()) {
            MESSAGE("left out, for the limb is not built: " << entry.path().string());
            continue;
        }
        ++scripts;
        app::Stage stage = is_on_limb(script) ? test::stage(limb()) : test::stage_with_content();
        for (const base::Issue& issue : app::run_ui_script(stage, script, entry.path().string(), ".")) {
            FAIL_CHECK(base::to_string(issue));
        }
    }
    CHECK(scripts >= 1);
}

TEST_CASE("on the limb no name in list, details or timeline is cut, in either register") {
    if (!limb_is_built()) return;
    app::Stage stage = test::stage(limb());
    for (const Case& one : {Case{{1280, 720}, 1}, Case{{1920, 1080}, 1}, Case{{1024, 768}, 1}, Case{{1280, 720}, 2},
                            Case{{1280, 720}, 3}}) {
        stage.resize(one.size);
        for (const char* line :
             {"choose-point VM1", "open-room session", "go-to-step tightness", "go-to-step insertion", "next-step",
              "finish-session", "choose-condition jumpers-knee", "peel"}) {
            for (const char* words : {"professional", "plain"}) {
                for (const char* shown : {"list", "details", "limb"}) {
                    stage.desk().ui.shown = std::string(shown) == "list"      ? ui::Shown::list
                                            : std::string(shown) == "details" ? ui::Shown::details
                                                                              : ui::Shown::limb;
                    const std::string layers = "do hide-layer superficial\ndo hide-layer fascia\ndo hide-layer bone\n";
                    const std::string script =
                        "scale " + std::to_string(one.scale) + "\ndo set-words " + words + "\n" +
                        (std::string(line) == "peel" ? layers : "do " + std::string(line) + "\n");
                    REQUIRE(app::run_ui_script(stage, script, "cut.txt", ".").empty());
                    for (const ui::Widget& widget : stage.desk().registry.widgets()) {
                        INFO(one.size.x << " at " << one.scale << ", " << line << ", " << words << ", " << widget.name
                                        << ": " << widget.text);
                        CHECK_FALSE(widget.cut);
                        const bool pressed = widget.role != ui::Role::text && widget.role != ui::Role::region;
                        if (pressed && widget.visible)
                            CHECK(widget.seen.GetWidth() >= widget.rect.GetWidth() - 9 * one.scale);
                    }
                }
            }
        }
    }
}

TEST_CASE("a line that fails is named with its place and what is instead") {
    CHECK(failure_of("# fine\n\nexpect selected femur\n") == "script.txt:3: selected is \"none\", not \"femur\"");
    CHECK(failure_of("clik search") == "script.txt:1: unknown command clik; did you mean click?");
    CHECK(failure_of("click serch") == "script.txt:1: there is no widget serch; did you mean search?");
    CHECK(failure_of("click") == "script.txt:1: click takes NAME | X Y");
    CHECK(failure_of("do hide nothing-such").empty());  // refused by the program, not by the script
    CHECK(failure_of("do hyde femur").find("script.txt:1: ") == 0);
    CHECK(failure_of("expect visible femur no").find("visible of femur is \"yes\"") != std::string::npos);
    CHECK(failure_of("key f1\nclick search").find("lies under a sheet") != std::string::npos);
}

TEST_CASE("a list that is longer than its panel makes few triangles of what is scrolled out of sight") {
    if (!limb_is_built()) return;
    app::Stage stage = test::stage(limb());
    REQUIRE(app::run_ui_script(stage, "click list/tab/structures\n", "list.txt", ".").empty());
    stage.resize(stage.size());  // nothing is kept of the last frame
    stage.move({1.0f, 1.0f});
    const ImDrawData* data = ImGui::GetDrawData();
    REQUIRE(data != nullptr);
    int all = 0, hidden = 0;
    for (int i = 0; i < data->CmdListsCount; ++i) {
        const ImDrawList& list = *data->CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            for (unsigned k = command.IdxOffset; k < command.IdxOffset + command.ElemCount; k += 3) {
                const auto y = [&](unsigned corner) {
                    const auto vertex = list.IdxBuffer[static_cast<int>(k + corner)] + command.VtxOffset;
                    return list.VtxBuffer[static_cast<int>(vertex)].pos.y;
                };
                const float top = std::min({y(0), y(1), y(2)}), bottom = std::max({y(0), y(1), y(2)});
                ++all;
                hidden += bottom < command.ClipRect.y || top > command.ClipRect.w ? 1 : 0;
            }
        }
    }
    CAPTURE(all);
    CAPTURE(hidden);
    CHECK(all > 1000);
    CHECK(hidden * 4 < all);
}
