// The reports "model check" and "list structures": all keys of the contract, and true values.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "io/model_reports.h"
#include "support/solids.h"

using namespace drypoint;
using nlohmann::json;

namespace {

anatomy::Structure solid(const std::string& id, anatomy::Tissue tissue, geometry::TriangleMesh mesh) {
    anatomy::Structure structure;
    structure.id = id;
    structure.node = "node of " + id;
    structure.name = id;
    structure.tissue = tissue;
    structure.hazard = anatomy::is_hazard(tissue);
    structure.surface = std::move(mesh);
    return structure;
}

// A muscle of 20 x 20 x 20 mm with an artery of 4 x 4 mm running through it and out of it, and an open bone.
anatomy::Atlas spoilt_atlas() {
    anatomy::Atlas raw;
    raw.file = "m.glb";
    raw.content_hash = "00ff";
    raw.structures.push_back(solid("muscle", anatomy::Tissue::muscle, test::gridded_box({0, 0, 0}, {20, 20, 20}, 4)));
    raw.structures.push_back(solid("artery", anatomy::Tissue::artery, test::gridded_box({8, -10, 8}, {12, 30, 12}, 4)));
    geometry::TriangleMesh open = test::gridded_box({100, 0, 0}, {110, 10, 10}, 1);
    open.triangles.pop_back();
    raw.structures.push_back(solid("bone", anatomy::Tissue::bone, open));
    anatomy::Landmark on;
    on.id = "on";
    on.on = "muscle";
    on.at_mm = {20.05f, 10, 10};
    anatomy::Landmark off = on;
    off.id = "off";
    off.at_mm = {23, 10, 10};
    anatomy::Landmark lost = on;
    lost.id = "lost";
    lost.on = "skin";
    anatomy::Landmark inside = off;
    inside.id = "inside";
    inside.kind = anatomy::LandmarkKind::centre;
    raw.landmarks = {on, off, lost, inside};
    base::Issues issues;
    return anatomy::make_atlas(std::move(raw), issues);
}

bool has_keys(const json& object, const std::vector<std::string>& keys) {
    for (const std::string& key : keys) {
        if (object.contains(key)) continue;
        MESSAGE("missing: " << key);
        return false;
    }
    return true;
}

}  // namespace

TEST_CASE("model check: what is wrong is found, what is right is not") {
    const anatomy::Atlas atlas = spoilt_atlas();
    anatomy::CheckOptions options;
    options.expected = {"femur", "bone", "artery"};
    const anatomy::ModelReport report = anatomy::check_model(atlas, options);
    REQUIRE(report.structures.size() == 3);
    CHECK(report.structures[0].id == "artery");
    CHECK(anatomy::is_sound(report.structures[0]));
    CHECK_FALSE(anatomy::is_sound(report.structures[1]));
    CHECK(*report.structures[0].thinnest_mm == doctest::Approx(4.0));
    CHECK_FALSE(report.structures[1].thinnest_mm);
    REQUIRE(report.shared_space.size() == 1);
    CHECK(report.shared_space[0].a == "artery");
    CHECK(report.shared_space[0].b == "muscle");
    CHECK(report.shared_space[0].volume_cm3 == doctest::Approx(4 * 4 * 20 / 1000.0).epsilon(0.01));
    REQUIRE(report.hazards_in_muscle.size() == 1);
    CHECK(report.hazards_in_muscle[0].hazard == "artery");
    CHECK(report.hazards_in_muscle[0].muscle == "muscle");
    CHECK(report.hazards_in_muscle[0].length_mm == doctest::Approx(20.0).epsilon(0.25));  // its wall has vertices every 10 mm
    REQUIRE(report.landmarks_off_bone.size() == 2);
    CHECK(report.landmarks_off_bone[0].landmark == "lost");
    CHECK_FALSE(report.landmarks_off_bone[0].distance_mm);
    CHECK(report.landmarks_off_bone[1].landmark == "off");
    CHECK(*report.landmarks_off_bone[1].distance_mm == doctest::Approx(3.0));
    CHECK(report.missing == std::vector<base::Id>{"femur"});
    CHECK(report.problems() == 1 + 1 + 1 + 2 + 1);
}

TEST_CASE("model check: the answer does not depend on how the work was shared") {
    const anatomy::Atlas atlas = spoilt_atlas();
    const std::string first = io::model_check_json(atlas, anatomy::check_model(atlas));
    for (int round = 0; round < 5; ++round) CHECK(io::model_check_json(atlas, anatomy::check_model(atlas)) == first);
}

TEST_CASE("model check, as JSON") {
    const anatomy::Atlas atlas = spoilt_atlas();
    const std::string text = io::model_check_json(atlas, anatomy::check_model(atlas));
    CHECK(text.back() == '\n');
    const json report = json::parse(text);
    CHECK(report["drypoint"] == DRYPOINT_VERSION);
    CHECK(report["report"] == "model check");
    CHECK(report["model"] ==
          json({{"file", "m.glb"}, {"content_hash", "00ff"}, {"side", "none"}, {"body", "average"}}));
    CHECK(has_keys(report,
                   {"structures", "shared_space", "hazards_in_muscle", "landmarks_off_bone", "missing", "problems"}));
    for (const json& structure : report["structures"]) {
        CHECK(
            has_keys(structure, {"id", "node", "tissue", "triangles", "closed", "manifold", "outward",
                                 "self_intersections", "volume_cm3", "thinnest_mm", "pieces", "handles", "uncertain"}));
    }
    CHECK(report["structures"][2]["volume_cm3"] == 8.0);
    CHECK(report["structures"][1]["volume_cm3"] == nullptr);
    CHECK(report["hazards_in_muscle"][0]["hazard"] == "artery");
    CHECK(report["hazards_in_muscle"][0]["muscle"] == "muscle");
    CHECK(report["hazards_in_muscle"][0]["on_purpose"] == false);
    CHECK(report["problems"] == 5);
}

TEST_CASE("list structures, as JSON") {
    const json report = json::parse(io::list_structures_json(spoilt_atlas()));
    CHECK(report["report"] == "list structures");
    REQUIRE(report["items"].size() == 3);
    for (const json& item : report["items"])
        CHECK(
            has_keys(item, {"id", "name", "latin", "tissue", "group", "hazard", "triangles", "closed", "volume_cm3"}));
    CHECK(report["items"][0]["id"] == "artery");
    CHECK(report["items"][0]["hazard"] == true);
    CHECK(report["items"][1]["closed"] == false);
    CHECK(report["items"][2]["volume_cm3"] == 8.0);
}
