// The shipped points and paths on the shipped model: in their muscles, near where the words say, with the bone that is
// said to stop the needle behind them. Prints the table of docs/content.md. Skipped while there is no model.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

#include "anatomy/probe.h"
#include "anatomy/resolve.h"
#include "geometry/nearest_point.h"
#include "io/content_reader.h"
#include "io/model_file.h"
#include "source_dir.h"

using namespace drypoint;

namespace {

struct Loaded {
    anatomy::Content content;
    anatomy::AtlasPtr atlas;
};

const Loaded* loaded() {
    static const std::string model = source_dir() + "/models/knee_thigh.glb";
    static const std::unique_ptr<Loaded> both = [] {
        if (!std::filesystem::exists(model)) return std::unique_ptr<Loaded>();
        auto content = io::load_content(source_dir() + "/data");
        auto atlas = io::load_model(model);
        REQUIRE(content);
        REQUIRE(atlas);
        auto made = std::make_unique<Loaded>();
        made->content = std::move(*content);
        made->atlas = std::make_shared<const anatomy::Atlas>(std::move(*atlas));
        return made;
    }();
    if (!both) MESSAGE("skipped: no models/knee_thigh.glb");
    return both.get();
}

std::string whole(const glm::dvec3& p) {
    char text[64];
    std::snprintf(text, sizeof text, "%.0f %.0f %.0f", p.x, p.y, p.z);
    return text;
}

std::string first_layers(const anatomy::Atlas& atlas, const anatomy::PathReport& report, double to_mm) {
    std::string text;
    for (const anatomy::LayerPassed& layer : report.layers) {
        if (layer.enter_mm > to_mm) break;
        if (!layer.structure || !layer.exit_mm) continue;
        char part[96];
        std::snprintf(part, sizeof part, "%s%s %.0f", text.empty() ? "" : ", ",
                      atlas.structures[*layer.structure].id.c_str(), *layer.exit_mm);
        text += part;
    }
    return text;
}

glm::dvec3 at(const char* code) {
    const auto resolved = anatomy::resolve(loaded()->content, *loaded()->atlas, *loaded()->content.find_point(code));
    REQUIRE(resolved.at_mm);
    return *resolved.at_mm;
}

glm::dvec3 landmark(const char* id) {
    REQUIRE(loaded()->atlas->find_landmark(id));
    return glm::dvec3(loaded()->atlas->find_landmark(id)->at_mm);
}

}  // namespace

TEST_CASE("the model has every structure and landmark that the content names") {
    if (loaded() == nullptr) return;
    for (const base::Issue& issue : anatomy::missing_in_model(loaded()->content, *loaded()->atlas))
        CHECK_MESSAGE(false, base::to_string(issue));
    // The figures have the nerve only.
    CHECK(anatomy::hazards_not_in_model(loaded()->content, *loaded()->atlas).size() == 2);
}

TEST_CASE("every point resolves inside its muscle, and its path reaches it") {
    if (loaded() == nullptr) return;
    const auto& [content, atlas] = *loaded();
    const anatomy::ProbeIndex index(atlas);
    std::printf(
        "| point | dot | moved | aside | entry | depth | stop | first layers |\n|---|---|---|---|---|---|---|---|\n");
    for (const anatomy::TriggerPoint& point : content.points) {
        INFO(point.code);
        const auto resolved = anatomy::resolve(content, *atlas, point);
        REQUIRE(resolved.at_mm);
        CHECK(resolved.issues.empty());
        CHECK(geometry::is_inside(atlas->find(point.muscle)->surface, *resolved.at_mm));
        CHECK(resolved.aside_mm < 25.0);
        CHECK(resolved.moved_mm < 40.0);
        CHECK(resolved.thickness_mm > 8.0);
        base::Issues issues;
        const anatomy::NeedlePath& path = *content.path_of(point.id);
        const auto line = anatomy::resolve_path(content, *atlas, path, issues);
        REQUIRE(line);
        CHECK(issues.empty());
        CHECK(line->issues.empty());
        // A needle perpendicular to the skin of a named side need not meet the dot: within half a fingerwidth it is the
        // same spot.
        CHECK(line->beside_mm < content.conventions.fingerwidth_mm / 2.0);
        if (!line->fold) CHECK(line->skin_angle_deg > 75.0);
        const auto report = index.probe({line->entry_mm, line->direction, line->depth_mm});
        const auto muscle = atlas->index_of(point.muscle);
        CHECK(std::count(report.tip_in.begin(), report.tip_in.end(), *muscle) == 1);
        std::printf("| %s | %s | %.0f | %.0f | %s | %.1f | %s | %s |\n", point.code.c_str(),
                    whole(*resolved.at_mm).c_str(), resolved.moved_mm, resolved.aside_mm, whole(line->entry_mm).c_str(),
                    line->depth_mm, line->stop_mm ? std::to_string(std::lround(*line->stop_mm)).c_str() : "none",
                    first_layers(*atlas, report, line->depth_mm).c_str());
    }
}

TEST_CASE("the points lie where the words say") {
    if (loaded() == nullptr) return;
    const glm::dvec3 patella = landmark("patella-base");
    const glm::dvec3 asis = landmark("asis");
    const glm::dvec3 trochanter = landmark("greater-trochanter-tip");
    const double thigh = asis.y - patella.y;
    // The right leg: medial is +x.
    CHECK(at("VM1").x > patella.x);
    CHECK(at("VM1").y - patella.y < 0.33 * thigh);
    CHECK(at("VM2").y > at("VM1").y);
    CHECK(at("VL1").x < patella.x);
    CHECK(at("VL1").y - patella.y < 60.0);
    CHECK(std::abs(at("VL4").y - (trochanter.y + patella.y) / 2.0) < 0.1 * thigh);
    CHECK(at("VL4").x < at("VI1").x);
    CHECK(asis.y - at("RF1").y < 0.33 * thigh);
    CHECK(at("RF2").y < at("VI1").y);
    CHECK(at("TFL1").y < asis.y);
    CHECK(at("TFL1").z > trochanter.z);
    CHECK(at("GMED2").y > trochanter.y);
    CHECK(at("GMINa").y > trochanter.y);
    CHECK(at("GMINa").y < asis.y);
}
