// The probe on the shipped limb against looking at every triangle: same layers, depths and clearances.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <random>

#include <glm/geometric.hpp>

#include "anatomy/probe.h"
#include "geometry/surface_index.h"
#include "io/model_file.h"

using namespace drypoint;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr int needles = 20;  // the sanitisers are slow, and look for other things
#else
constexpr int needles = 1000;
#endif

struct Random {
    std::mt19937 engine{2026};
    double number(double low, double high) {
        return low + (high - low) * (static_cast<double>(engine()) / 4294967296.0);
    }
};

// From somewhere on a tube round the limb towards somewhere near its middle.
anatomy::NeedleLine random_needle(Random& random) {
    const double angle = random.number(0.0, 6.283185307179586);
    const double height = random.number(20.0, 930.0);
    const glm::dvec3 from{-85.0 + 90.0 * std::cos(angle), height, 85.0 + 90.0 * std::sin(angle)};
    const glm::dvec3 to{random.number(-120.0, -50.0), height + random.number(-40.0, 40.0), random.number(50.0, 120.0)};
    return {from, glm::normalize(to - from), random.number(0.0, 120.0)};
}

double brute_distance(const geometry::TriangleMesh& mesh, const geometry::Segment& shaft) {
    double best = 1e9;
    for (const geometry::Triangle& t : mesh.triangles) {
        best = std::min(
            best,
            geometry::closest_pair(shaft, mesh.positions[t[0]], mesh.positions[t[1]], mesh.positions[t[2]]).distance);
    }
    return best;
}

bool box_within_reach(const geometry::Bounds& box, const geometry::Segment& shaft) {
    for (int axis = 0; axis < 3; ++axis) {
        if (std::min(shaft.from[axis], shaft.to[axis]) - 60.0 > box.max[axis]) return false;
        if (std::max(shaft.from[axis], shaft.to[axis]) + 60.0 < box.min[axis]) return false;
    }
    return true;
}

// The ends of layers of one structure, from the crossings of its triangles.
std::vector<double> brute_depths(const geometry::TriangleMesh& mesh, const anatomy::NeedleLine& needle) {
    std::vector<double> depths;
    for (const auto& crossing :
         geometry::crossings_of_all({&mesh}, {needle.entry_mm, needle.direction}, -2000.0, 2000.0)) {
        if (crossing.t_mm > 0.01) depths.push_back(crossing.t_mm);
    }
    return depths;
}

}  // namespace

TEST_CASE("on random needles through the limb the probe finds what looking at every triangle finds") {
    base::Result<anatomy::Atlas> loaded = io::load_model("models/knee_thigh.glb");
    REQUIRE(loaded);
    const auto atlas = std::make_shared<const anatomy::Atlas>(std::move(*loaded));
    const anatomy::ProbeIndex index(atlas);
    Random random;
    std::size_t layers = 0;
    std::size_t clearances = 0;
    for (int i = 0; i < needles; ++i) {
        const anatomy::NeedleLine needle = random_needle(random);
        const anatomy::PathReport report = index.probe(needle);
        CHECK(report.issues.empty());
        const geometry::Segment shaft{needle.entry_mm, report.tip_mm};
        for (std::size_t s = 0; s < atlas->structures.size(); ++s) {
            const anatomy::Structure& structure = atlas->structures[s];
            INFO("needle " << i << ", " << structure.id);
            std::vector<double> found;
            for (const anatomy::LayerPassed& layer : report.layers) {
                if (layer.structure != s) continue;
                ++layers;
                if (layer.enter_mm > 0.0) found.push_back(layer.enter_mm);
                REQUIRE(layer.exit_mm);
                found.push_back(*layer.exit_mm);
            }
            // Where a surface crosses itself, the inside is counted once: its crossings are more than its layers' ends.
            const std::vector<double> expected = brute_depths(structure.surface, needle);
            CHECK(std::includes(expected.begin(), expected.end(), found.begin(), found.end()));
            if (structure.tissue != anatomy::Tissue::skin && structure.tissue != anatomy::Tissue::fat &&
                expected.size() < 4) {
                CHECK(found.size() == expected.size());
            }
            const bool listed = std::any_of(report.clearances.begin(), report.clearances.end(),
                                            [s](const anatomy::Clearance& one) { return one.structure == s; });
            if (!structure.hazard) {
                CHECK_FALSE(listed);
                continue;
            }
            if (!box_within_reach(structure.bounds, shaft)) {
                CHECK_FALSE(listed);
                continue;
            }
            const double distance = brute_distance(structure.surface, shaft);
            for (const anatomy::Clearance& one : report.clearances) {
                if (one.structure != s) continue;
                ++clearances;
                // Inside a hazard the clearance is 0, whatever the distance to its wall.
                if (one.distance_mm > 0.0) CHECK(std::abs(one.distance_mm - distance) < 0.01);
                if (one.distance_mm == 0.0) CHECK((distance == 0.0 || !found.empty()));
            }
            if (!listed) CHECK(distance > 59.99);
        }
    }
    CHECK(layers > static_cast<std::size_t>(needles) * 5);
    CHECK(clearances > static_cast<std::size_t>(needles) * 2);
}
