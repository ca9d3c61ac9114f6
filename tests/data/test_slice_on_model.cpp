// The cut of every structure of the shipped limb: its area is what a count of the winding number at random places says.
#include <doctest/doctest.h>

#include <cmath>
#include <random>

#include <glm/geometric.hpp>

#include "anatomy/atlas.h"
#include "geometry/slice.h"
#include "geometry/winding.h"
#include "io/model_file.h"

using namespace drypoint;

namespace {

struct Random {
    std::mt19937 engine{2026};
    double number(double low, double high) {
        return low + (high - low) * (static_cast<double>(engine()) / 4294967296.0);
    }
};

geometry::CutPlane random_plane(const geometry::Bounds& box, Random& random) {
    glm::dvec3 normal(random.number(-1, 1), random.number(-1, 1), random.number(-1, 1));
    normal = glm::normalize(normal);
    const glm::dvec3 u = glm::normalize(glm::cross(normal, glm::dvec3(0.3, 0.5, 0.8)));
    const glm::dvec3 centre(box.centre());
    return {centre + normal * random.number(-5.0, 5.0), u, glm::cross(normal, u)};
}

bool is_filled(const std::vector<geometry::CutLoop>& loops, const glm::dvec2& at) {
    for (const geometry::LevelSpan& span : geometry::level_spans(loops, at.y)) {
        if (at.x > span.from && at.x < span.to) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("the cut of each structure covers the places that its surface winds round, and no others") {
    base::Result<anatomy::Atlas> atlas = io::load_model("models/knee_thigh.glb");
    REQUIRE(atlas);
    Random random;
    std::size_t inside = 0;
    for (const anatomy::Structure& structure : atlas->structures) {
        const geometry::CutPlane plane = random_plane(structure.bounds, random);
        const std::vector<geometry::CutLoop> loops = geometry::cut(structure.surface, plane);
        INFO(structure.id);
        if (structure.closed) {
            for (const geometry::CutLoop& loop : loops) CHECK(loop.closed);
        }
        for (int i = 0; structure.closed && i < 12; ++i) {
            // Near an edge of the cut, so that half of the places lie inside.
            if (loops.empty()) break;
            const auto& points = loops[static_cast<std::size_t>(i) % loops.size()].points;
            const auto pick = static_cast<std::size_t>(random.number(0.0, static_cast<double>(points.size())));
            const glm::dvec2 at = points[pick] + glm::dvec2(random.number(-3, 3), random.number(-3, 3));
            const double winds =
                geometry::winding_number(structure.surface.positions, structure.surface.triangles, plane.in_space(at));
            const bool expected = std::lround(winds) != 0;
            inside += expected ? 1 : 0;
            CHECK(is_filled(loops, at) == expected);
        }
    }
    CHECK(inside > 100);
}
