// What data/anatomy/corrections.toml corrects, as the shipped model has it: by the relations that anatomy books give. Skipped while there
// is no model.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>

#include "geometry/nearest_point.h"
#include "io/model_file.h"
#include "source_dir.h"

using namespace drypoint;

namespace {

const anatomy::Atlas* shipped_limb() {
    static const std::string model = source_dir() + "/models/knee_thigh.glb";
    static const std::unique_ptr<anatomy::Atlas> atlas = [] {
        if (!std::filesystem::exists(model)) return std::unique_ptr<anatomy::Atlas>();
        auto read = io::load_model(model);
        REQUIRE(read);
        return std::make_unique<anatomy::Atlas>(std::move(*read));
    }();
    if (!atlas) MESSAGE("skipped: no models/knee_thigh.glb");
    return atlas.get();
}

const geometry::TriangleMesh& surface(const char* id) {
    const anatomy::Structure* structure = shipped_limb()->find(id);
    REQUIRE(structure);
    return structure->surface;
}

bool lies_ahead(const geometry::TriangleMesh& mesh, const glm::vec3& from, const glm::dvec3& way) {
    return geometry::first_way_in(mesh, {glm::dvec3(from), way}).has_value();
}

}  // namespace

TEST_CASE("the posterior tibial vein runs beside its artery from below the popliteal fossa to the ankle") {
    if (shipped_limb() == nullptr) return;
    constexpr double vein = 2.0 * 1.9;  // its diameter: from its far side to the artery it is that and the gap
    for (const glm::vec3& p : surface("posterior-tibial-vein").positions) {
        if (p.y > 280.0f || p.y < 30.0f) continue;
        CAPTURE(p.y);
        CHECK(geometry::nearest_point(surface("posterior-tibial-artery"), glm::dvec3(p))->distance_mm < vein + 1.0);
    }
}

TEST_CASE("the deep veins of the calf lie in front of the soleus, and the fibular one starts on the posterior tibial") {
    if (shipped_limb() == nullptr) return;
    for (const char* id : {"posterior-tibial-vein", "fibular-vein"}) {
        CAPTURE(id);
        for (const glm::vec3& p : surface(id).positions) {
            if (p.y > 285.0f || p.y < 110.0f) continue;
            CAPTURE(p.x);
            CAPTURE(p.y);
            CAPTURE(p.z);
            // From a little in front, because the triangles of a vein and of its bed may cross by a hair.
            CHECK(lies_ahead(surface("soleus"), p + glm::vec3(0.0f, 0.0f, 2.0f), {0.0, 0.0, -1.0}));
        }
    }
    double closest = 1e9;
    for (const glm::vec3& p : surface("fibular-vein").positions) {
        closest = std::min(closest, geometry::nearest_point(surface("posterior-tibial-vein"), glm::dvec3(p))->distance_mm);
    }
    CHECK(closest < 0.3);
}

TEST_CASE("the tibial nerve crosses behind the posterior tibial artery, from its medial to its lateral side") {
    if (shipped_limb() == nullptr) return;
    double highest = 0.0;
    double lowest = 1e9;
    std::size_t lateral = 0;
    for (const glm::vec3& p : surface("tibial-nerve").positions) {
        if (p.y > 290.0f || p.y < 60.0f) continue;
        CAPTURE(p.x);
        CAPTURE(p.y);
        CAPTURE(p.z);
        CHECK_FALSE(lies_ahead(surface("posterior-tibial-artery"), p, {0.0, 0.0, -1.0}));
        if (lies_ahead(surface("posterior-tibial-artery"), p, {0.0, 0.0, 1.0})) {
            highest = std::max(highest, static_cast<double>(p.y));
            lowest = std::min(lowest, static_cast<double>(p.y));
        }
        if (p.y < 250.0f && lies_ahead(surface("posterior-tibial-artery"), p, {1.0, 0.0, 0.0})) ++lateral;
    }
    CHECK(highest > 270.0);
    CHECK(lowest < 270.0);
    CHECK(lateral > 30);
}

TEST_CASE("the deep fibular nerve lies in front of the anterior tibial artery in the middle of the leg and lateral to it above the ankle") {
    if (shipped_limb() == nullptr) return;
    std::size_t ahead = 0;
    std::size_t beside = 0;
    for (const glm::vec3& p : surface("deep-fibular-nerve").positions) {
        CAPTURE(p.x);
        CAPTURE(p.y);
        CAPTURE(p.z);
        if (p.y < 225.0f && p.y > 60.0f) CHECK_FALSE(lies_ahead(surface("anterior-tibial-artery"), p, {0.0, 0.0, 1.0}));
        if (p.y < 225.0f && p.y > 130.0f && lies_ahead(surface("anterior-tibial-artery"), p, {0.0, 0.0, -1.0})) ++ahead;
        if (p.y < 90.0f && p.y > 40.0f && lies_ahead(surface("anterior-tibial-artery"), p, {1.0, 0.0, 0.0})) ++beside;
    }
    CHECK(ahead > 30);
    CHECK(beside > 15);
}

TEST_CASE("the posterior tibial vein joins the anterior one above the interosseous membrane's upper border, behind it") {
    if (shipped_limb() == nullptr) return;
    double top = 0.0;
    for (const glm::vec3& p : surface("posterior-tibial-vein").positions) top = std::max(top, static_cast<double>(p.y));
    CHECK(top > 295.0);
    for (const glm::vec3& p : surface("posterior-tibial-vein").positions) {
        CAPTURE(p.y);
        CHECK_FALSE(lies_ahead(surface("interosseous-membrane"), p, {0.0, 0.0, -1.0}));
    }
}

TEST_CASE("the inferior lateral genicular artery runs over the head of the fibula and deep to ligament and tendon") {
    if (shipped_limb() == nullptr) return;
    const anatomy::Landmark* apex = shipped_limb()->find_landmark("fibular-head-apex");
    REQUIRE(apex);
    std::size_t beneath_ligament = 0;
    std::size_t beneath_tendon = 0;
    for (const glm::vec3& p : surface("inferior-lateral-genicular-artery").positions) {
        CAPTURE(p.x);
        CAPTURE(p.y);
        CAPTURE(p.z);
        const double aside = std::hypot(p.x - apex->at_mm.x, p.z - apex->at_mm.z);
        if (aside < 3.0) CHECK(p.y > apex->at_mm.y);
        CHECK_FALSE(geometry::is_inside(surface("fibula"), glm::dvec3(p)));
        const glm::dvec3 outwards(-1.0, 0.0, 0.0);
        beneath_ligament += lies_ahead(surface("fibular-collateral-ligament"), p, outwards) ? 1 : 0;
        const bool tendon = lies_ahead(surface("biceps-femoris-long-head"), p, outwards) || lies_ahead(surface("biceps-femoris-short-head"), p, outwards);
        beneath_tendon += tendon ? 1 : 0;
        // Outside of it lies the skin, not the ligament that it should be beneath.
        CHECK_FALSE(lies_ahead(surface("fibular-collateral-ligament"), p, -outwards));
    }
    CHECK(beneath_ligament > 0);
    CHECK(beneath_tendon > 0);
}
