// The shipped figures, and what broken ones get.

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>

#include "catalog.h"
#include "curve.h"
#include "figures.h"
#include "model.h"
#include "outline.h"
#include "source_dir.h"

using namespace drypoint::builder;
namespace fs = std::filesystem;

namespace {

const fs::path shipped = fs::path(source_dir()) / "data" / "anatomy";

// A copy of the shipped folder that goes away again.
struct Copy {
    fs::path folder = fs::temp_directory_path() / "drypoint-test-figures";
    Copy() {
        fs::remove_all(folder);
        fs::copy(shipped, folder);
    }
    ~Copy() { fs::remove_all(folder); }
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;

    void replace(const char* file, const std::string& from, const std::string& to) const {
        std::ifstream in(folder / file);
        std::string text(std::istreambuf_iterator<char>(in), {});
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        text.replace(at, from.size(), to);
        std::ofstream(folder / file) << text;
    }
};

// How deep the point lies inside of the nearest plane's outlines; 0 outside of them, and above and below the solid.
double depth_in(const SectionFigure& section, const glm::dvec3& p) {
    double depth = 0.0;
    for (const Level& level : section.levels) {
        if (std::abs(level.y - p.y) > 0.5 * section.spacing) continue;
        std::vector<Polygon> polygons;
        for (const FourierOutline& outline : level.outlines) polygons.push_back(to_polygon(outline));
        Plane plane;
        plane.low = {static_cast<int>(std::lround(p.x)), static_cast<int>(std::lround(p.z))};
        plane.size = {1, 1};
        plane.values = {0.0f};
        fill_distances(plane, polygons, 20.0);
        depth = std::max(depth, -static_cast<double>(plane.values[0]));
    }
    return depth;
}

std::string first_message(const drypoint::base::Issues& issues) { return issues.empty() ? "" : to_string(issues.front()); }

}  // namespace

TEST_CASE("the shipped figures are read: 104 structures, builds, 30 landmarks") {
    const auto inputs = read_inputs(shipped);
    REQUIRE_MESSAGE(inputs.value.has_value(), first_message(inputs.issues));
    CHECK(inputs->catalog.size() == 104);
    CHECK(inputs->figures.sections.size() == 45);
    CHECK(inputs->figures.courses.size() == 40);
    CHECK(inputs->figures.landmarks.size() == 30);
    for (const CatalogEntry& entry : inputs->catalog) {
        CAPTURE(entry.id);
        if (entry.tissue == "artery" || entry.tissue == "vein" || entry.tissue == "nerve") CHECK(entry.hazard);
        if (entry.tissue == "nerve") CHECK(entry.uncertain);
    }
}

TEST_CASE("a broken figure gets its file, its key and what is wrong") {
    struct Case {
        const char* file;
        const char* from;
        const char* to;
        const char* says;
    };
    const Case cases[] = {
        {"courses.json", "\"radius_mm\": 4.5", "\"radius_mm\": -4.5", "courses.json: courses: femoral-artery: radius_mm: is -4.5"},
        {"courses.json", "\"radius_mm\": 4.5", "\"radius_mm\": \"wide\"", "radius_mm: is not a number"},
        {"joint.json", "\"arc_deg\"", "\"arc\"", "menisci: medial-meniscus: has no \"arc_deg\""},
        {"landmarks.json", "\"kind\": \"surface\"", "\"kind\": \"guess\"", "kind: is not one of surface, centre, derived"},
        {"sections.json", "{", "[", "sections.json: is not JSON"},
        {"structures.toml", "tissue = \"bone\"", "tissue = \"wood\"", "unknown tissue \"wood\""},
        {"structures.toml", "layer = \"bone\"", "depth = \"bone\"", "unknown key or wrong type: depth"},
        {"structures.toml", "[femur]", "[femurs]", "femur: is in the figures but not here"},
        {"structures.toml", "moved_mm = [0.0, 0.0, 2.5]", "moved_mm = [0.0, 0.0, 250.0]", "moved_mm holds three numbers up to 20"},
        {"structures.toml", "handles = 1", "handles = \"one\"", "unknown key or wrong type: handles"},
        {"corrections.toml", "[posterior-tibial-vein]", "[posterior-tibial-veins]", "corrections.toml: posterior-tibial-veins: is no course of the figures"},
        {"corrections.toml", "from_y_mm = 280.0", "from_mm = 280.0", "unknown key or wrong type: from_mm"},
        {"corrections.toml", "from_y_mm = 280.0", "from_y_mm = 10.0", "posterior-tibial-vein: from_y_mm lies above to_y_mm"},
        {"corrections.toml", "to_y_mm = 20.0", "", "posterior-tibial-vein needs from_y_mm, to_y_mm, line_mm, because, instead and source"},
        {"corrections.toml", "[-99.6, 308.0, 74.8]", "[-99.6, 308.0]", "corrections.toml:15:12: a point of line_mm holds three numbers up to 2000"},
        {"corrections.toml", "[-99.6, 308.0, 74.8]", "[nan, 308.0, 74.8]", "a point of line_mm holds three numbers up to 2000"},
        {"builds.toml", "skin_mm = 1.8", "skin_mm = 80", "needs skin_mm, 0.5 to 10"},
        {"builds.toml", "crural_fascia_mm = 0.9", "crural_fascia_mm = 9", "needs fascia_lata_mm and crural_fascia_mm"},
        {"builds.toml", "average_mm = 5.0", "average_mm = 3.0", "lower-leg-front: lean_mm, average_mm and heavy_mm grow from the skin and 1 mm on"},
        {"builds.toml", "direction_deg = 0.0", "side = 0.0", "a site needs id, y_mm and direction_deg"},
        {"builds.toml", "y_mm = 140.0", "y_mm = 600.0", "sites go from low to high"},
        {"builds.toml", "assumed = true", "", "lower-leg-front needs either assumed = true or a row"},
        {"builds.toml", "row_sd_mm = 3.0", "row_sd_mm = 2.0", "a target lies further than one SD from its row"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.to);
        const Copy copy;
        copy.replace(c.file, c.from, c.to);
        const auto inputs = read_inputs(copy.folder);
        CHECK_FALSE(inputs);
        const std::string message = first_message(inputs.issues);
        CAPTURE(message);
        CHECK(message.find(c.says) != std::string::npos);
    }
}

TEST_CASE("a figure that the catalog moves is moved, with the landmarks that lie on it, and no other") {
    const auto moved = read_inputs(shipped);
    const Copy copy;
    copy.replace("structures.toml", "moved_mm = [0.0, 0.0, 2.5]", "moved_mm = [0.0, 0.0, 0.0]");
    const auto still = read_inputs(copy.folder);
    REQUIRE(moved);
    REQUIRE(still);
    for (std::size_t n = 0; n < moved->figures.sections.size(); ++n) {
        const SectionFigure& section = moved->figures.sections[n];
        CAPTURE(section.id);
        const glm::dvec2 way = section.levels[0].outlines[0].centre - still->figures.sections[n].levels[0].outlines[0].centre;
        CHECK(way.x == 0.0);
        CHECK(way.y == doctest::Approx(section.id == "patella" ? 2.5 : 0.0));
    }
    for (std::size_t n = 0; n < moved->figures.landmarks.size(); ++n) {
        const LandmarkFigure& landmark = moved->figures.landmarks[n];
        CAPTURE(landmark.id);
        CHECK(landmark.at.z - still->figures.landmarks[n].at.z == doctest::Approx(landmark.on == "patella" ? 2.5 : 0.0));
    }
}

TEST_CASE("corrected lines: as uncertain as nerves, and nowhere deeper in bone or muscle than their own radius") {
    const auto inputs = read_inputs(shipped);
    REQUIRE(inputs);
    REQUIRE(inputs->corrected.size() == 4);
    for (const CorrectedPart& part : inputs->corrected) {
        CAPTURE(part.correction.course);
        CHECK(find(inputs->catalog, part.correction.course)->uncertain);
        CHECK(part.most_mm > 3.0);
        for (const CourseFigure& course : inputs->figures.courses) {
            if (course.id != part.correction.course) continue;
            const Curve line = resampled({part.correction.line, std::vector<double>(part.correction.line.size(), 1.0)}, 1.0);
            for (const glm::dvec3& p : line.points) {
                for (const SectionFigure& section : inputs->figures.sections) {
                    CAPTURE(section.id);
                    CAPTURE(p.y);
                    if (section.id != "skin") CHECK(depth_in(section, p) <= course.radii.front());
                }
            }
        }
    }
    // An artery of the same compartment that was measured well.
    CHECK_FALSE(find(inputs->catalog, "posterior-tibial-artery")->uncertain);
}

TEST_CASE("a missing file is named") {
    const auto inputs = read_inputs("no/such/folder");
    CHECK_FALSE(inputs);
    CHECK(first_message(inputs.issues).find("sections.json") != std::string::npos);
}

TEST_CASE("a small model has the same triangles with one thread and with two") {
    auto inputs = read_inputs(shipped);
    REQUIRE(inputs);
    auto& figures = inputs->figures;
    const auto knee_only = [](const SectionFigure& section) {
        return section.id != "femur" && section.id != "patella" && section.id != "tibia" && section.id != "popliteus";
    };
    std::erase_if(figures.sections, knee_only);
    std::erase_if(figures.courses, [](const CourseFigure& course) { return course.id != "popliteal-artery"; });
    figures.sheets.clear();
    BuildOptions options;
    options.step = 3.0;
    options.envelope = false;
    options.triangles = 20'000;
    std::vector<Model> models;
    for (const unsigned threads : {1u, 2u}) {
        options.threads = threads;
        models.push_back(build(*inputs, options));
    }
    for (std::size_t n = 0; n < models[0].parts.size(); ++n) {
        CAPTURE(models[0].parts[n].entry.id);
        CHECK(models[0].parts[n].shading.triangles == models[1].parts[n].shading.triangles);
        CHECK(models[0].parts[n].shading.positions == models[1].parts[n].shading.positions);
    }
}
