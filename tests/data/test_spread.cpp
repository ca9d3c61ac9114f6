// How far hazards vary: an entry for each hazard of the shipped limb, and no number that its source does not give.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <vector>

#include <glm/geometric.hpp>

#include "io/content_reader.h"
#include "io/model_file.h"
#include "source_dir.h"
#include "support/content_folder.h"
#include "support/shipped_content.h"

using namespace drypoint;
using anatomy::Spread;
using anatomy::Status;

namespace {

const anatomy::Atlas& atlas() {
    static const auto loaded = io::load_model(source_dir() + "/models/knee_thigh.glb");
    REQUIRE(loaded);
    return *loaded;
}

// Every number that stands behind a plus-minus in a figure, in millimetres: "38.4 ± 12.1 / 34.6 ± 4.9".
std::vector<double> deviations_mm(const anatomy::Figure& figure) {
    static const std::string sign = "±";
    const double unit = figure.unit == "cm" ? 10.0 : 1.0;
    std::vector<double> found;
    for (std::size_t at = figure.value.find(sign); at != std::string::npos; at = figure.value.find(sign, at + 1)) {
        std::size_t from = at + sign.size();
        while (from < figure.value.size() && figure.value[from] == ' ') ++from;
        found.push_back(std::stod(figure.value.substr(from)) * unit);
    }
    return found;
}

// Whether one of the sources' figures about hazards has this deviation.
bool is_published(const Spread& spread) {
    for (const anatomy::HazardGroup& group : test::shipped_content().hazards) {
        for (const anatomy::Figure& figure : group.figures) {
            const bool shared = std::any_of(figure.sources.begin(), figure.sources.end(), [&](const base::Id& id) {
                return std::count(spread.sources.begin(), spread.sources.end(), id) != 0;
            });
            if (!shared || (figure.unit != "mm" && figure.unit != "cm" && figure.unit != "ratio")) continue;
            for (const double mm : deviations_mm(figure)) {
                if (std::abs(mm - *spread.mm) < 1e-9) return true;
            }
        }
    }
    return false;
}

}  // namespace

TEST_CASE("every hazard of the limb has an entry, and every entry is a hazard of the limb") {
    std::set<base::Id> hazards, entries;
    for (const anatomy::Structure& structure : atlas().structures)
        if (structure.hazard) hazards.insert(structure.id);
    for (const anatomy::HazardSpread& spread : test::shipped_content().spreads) entries.insert(spread.id);
    CHECK(hazards == entries);
    CHECK(entries.size() == test::shipped_content().spreads.size());
}

TEST_CASE("every spread is a deviation that one of its sources gives, in millimetres") {
    int figures = 0;
    for (const anatomy::HazardSpread& entry : test::shipped_content().spreads) {
        for (const Spread* spread : {&entry.across, &entry.along}) {
            INFO(entry.id);
            CHECK(spread->mm.has_value() == (spread->status != Status::not_found));
            CHECK(spread->mm.has_value() == !spread->what.empty());
            if (!spread->mm || entry.id == "superficial-fibular-nerve") continue;
            ++figures;
            CHECK_MESSAGE(is_published(*spread), *spread->mm);
            if (spread->status != Status::derived) CHECK(spread->sources.size() == 1);
        }
    }
    CHECK(figures > 15);
}

TEST_CASE("where the superficial fibular nerve comes out moves by 0.066 of the line from ankle to fibular head") {
    const auto at = [](const char* id) { return glm::dvec3(atlas().find_landmark(id)->at_mm); };
    const double line = glm::distance(at("fibular-head-apex"), at("lateral-malleolus-tip"));
    const anatomy::HazardSpread* entry = test::shipped_content().find_spread("superficial-fibular-nerve");
    REQUIRE(entry);
    CHECK(*entry->along.mm == doctest::Approx(0.066 * line).epsilon(0.01));
    CHECK(*entry->across.mm == 6.2);
}

TEST_CASE("a spread without a source, a source without a number, and a number that was not found are named") {
    struct Broken {
        const char* what;
        const char* by;
        const char* code;
    };
    const Broken cases[]{
        {"mm = 9.1\n", "", "spread"},
        {"mm = 9.1\n", "mm = 910.0\n", "range"},
        {"sources = [\"greenwood\"]", "", "missing-source"},
        {"sources = [\"greenwood\"]", "sources = [\"greenwod\"]", "unknown-id"},
        {"across = { status = \"not-found\" }", "across = { mm = 3.0, status = \"not-found\" }", "spread"},
        {"id = \"femoral-vein\"", "id = \"femoral-artery\"", "duplicate-id"}};
    for (const Broken& broken : cases) {
        INFO(broken.by);
        test::ContentFolder folder;
        REQUIRE(folder.replace("anatomy/spread.toml", broken.what, broken.by));
        const auto loaded = io::load_content(folder.path());
        REQUIRE(loaded);
        REQUIRE_FALSE(loaded.issues.empty());
        CHECK(loaded.issues.front().code == broken.code);
        CHECK(loaded.issues.front().place.line > 0);
        CHECK(loaded->spreads.size() < test::shipped_content().spreads.size());
    }
}

TEST_CASE("the ends that have a bracket lie where their source found the mean, within one deviation") {
    const auto end_y = [](const char* id) {
        const anatomy::HazardSpread* entry = test::shipped_content().find_spread(id);
        REQUIRE(entry);
        REQUIRE(entry->branches_at);
        return anatomy::end_of(*atlas().find(id), *entry->branches_at).y;
    };
    const auto landmark_y = [](const char* id) { return static_cast<double>(atlas().find_landmark(id)->at_mm.y); };
    // FACTS: division of the sciatic nerve 60 mm above the crease, nerve to vastus medialis 145 mm above the patella.
    CHECK(std::abs(end_y("sciatic-nerve") - landmark_y("popliteal-crease-midpoint") - 60.0) < 27.0);
    CHECK(std::abs(end_y("nerve-to-vastus-medialis") - landmark_y("patella-base") - 145.0) < 24.0);
    // Where one course goes on as another, both brackets stand at one place.
    CHECK(std::abs(end_y("femoral-artery") - end_y("popliteal-artery")) < 5.0);
    CHECK(std::abs(end_y("femoral-vein") - end_y("popliteal-vein")) < 5.0);
    CHECK(std::abs(end_y("sciatic-nerve") - end_y("tibial-nerve")) < 10.0);
}
