// Which courses run inside of a muscle: boxes through boxes, whose walls are known.
#include <doctest/doctest.h>

#include "anatomy/hazards_in_muscle.h"
#include "support/solids.h"

using namespace drypoint;
using anatomy::Tissue;

namespace {

anatomy::Structure solid(const std::string& id, Tissue tissue, geometry::TriangleMesh mesh) {
    anatomy::Structure structure;
    structure.id = id;
    structure.tissue = tissue;
    structure.hazard = anatomy::is_hazard(tissue);
    structure.surface = std::move(mesh);
    return structure;
}

// A nerve of 4 x 4 x 60 mm along y.
geometry::TriangleMesh nerve() {
    return test::gridded_box({-2, 0, -2}, {2, 60, 2}, 12);
}

geometry::TriangleMesh box(const glm::vec3& low, const glm::vec3& high) {
    return test::gridded_box(low, high, 2);
}

std::vector<anatomy::InMuscle> found_in(std::vector<anatomy::Structure> solids, const std::vector<anatomy::Enters>& enters = {}) {
    anatomy::Atlas raw;
    raw.structures = std::move(solids);
    base::Issues issues;
    const anatomy::Atlas atlas = anatomy::make_atlas(std::move(raw), issues);
    return anatomy::hazards_in_muscle(atlas, enters);
}

// The four walls of a tunnel, `gap` away from the nerve, from y = 10 to `top`: one muscle made of one ring of four boxes.
geometry::TriangleMesh tunnel(float gap, float top, int walls) {
    const float in = 2 + gap;
    const std::vector<geometry::TriangleMesh> boxes = {
        box({-20, 10, -20}, {20, top, -in}), box({-20, 10, in}, {20, top, 20}),
        box({-20, 10, -in}, {-in, top, in}), box({in, 10, -in}, {20, top, in})};
    geometry::TriangleMesh mesh;
    for (int n = 0; n < walls; ++n) {
        const auto first = static_cast<std::uint32_t>(mesh.positions.size());
        const geometry::TriangleMesh& wall = boxes[static_cast<std::size_t>(n)];
        mesh.positions.insert(mesh.positions.end(), wall.positions.begin(), wall.positions.end());
        for (const geometry::Triangle& t : wall.triangles) mesh.triangles.push_back({t[0] + first, t[1] + first, t[2] + first});
    }
    return mesh;
}

}  // namespace

TEST_CASE("a nerve in a carved tunnel is inside, and for as long as the tunnel is") {
    const auto found = found_in({solid("nerve", Tissue::nerve, nerve()), solid("muscle", Tissue::muscle, tunnel(0.1f, 40, 4))});
    REQUIRE(found.size() == 1);
    CHECK(found[0].hazard == "nerve");
    CHECK(found[0].muscle == "muscle");
    CHECK(found[0].length_mm == doctest::Approx(30.0).epsilon(0.15));
    CHECK_FALSE(found[0].on_purpose);
}

TEST_CASE("a nerve with a free side, in a wide tunnel, or in one for 8 mm is not inside") {
    for (const auto& muscle : {tunnel(0.1f, 40, 3), tunnel(2.5f, 40, 4), tunnel(0.1f, 18, 4)}) {
        CHECK(found_in({solid("nerve", Tissue::nerve, nerve()), solid("muscle", Tissue::muscle, muscle)}).empty());
    }
}

TEST_CASE("what lies between hides the muscle, and a muscle that shares the nerve's space is met") {
    CHECK(found_in({solid("nerve", Tissue::nerve, nerve()), solid("muscle", Tissue::muscle, tunnel(1.0f, 40, 4)),
                    solid("bone", Tissue::bone, box({-2.8f, 0, 2.1f}, {2.8f, 60, 2.9f}))})
              .empty());
    const auto found = found_in({solid("nerve", Tissue::nerve, nerve()), solid("muscle", Tissue::muscle, box({-20, 10, -20}, {20, 40, 20}))});
    REQUIRE(found.size() == 1);
    CHECK(found[0].length_mm == doctest::Approx(30.0).epsilon(0.15));
}

TEST_CASE("what a course enters on purpose is said so") {
    const auto found = found_in({solid("nerve", Tissue::nerve, nerve()), solid("muscle", Tissue::muscle, tunnel(0.1f, 40, 4))},
                                {{"nerve", "muscle"}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].on_purpose);
}
