// The cut of every structure of the shipped limb: its area is what a count of the winding number at random places says.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include <glm/geometric.hpp>

#include "anatomy/probe.h"
#include "app/open_model.h"
#include "geometry/slice.h"
#include "geometry/winding.h"
#include "io/model_file.h"
#include "scene/slice.h"

using namespace drypoint;

namespace {

struct RandomPlaces {
    std::mt19937 engine{2026};
    double number(double low, double high) {
        return low + (high - low) * (static_cast<double>(engine()) / 4294967296.0);
    }
};

geometry::CutPlane random_plane(const geometry::Bounds& box, RandomPlaces& random) {
    glm::dvec3 normal(random.number(-1, 1), random.number(-1, 1), random.number(-1, 1));
    normal = glm::normalize(normal);
    const glm::dvec3 u = glm::normalize(glm::cross(normal, glm::dvec3(0.3, 0.5, 0.8)));
    const glm::dvec3 centre(box.centre());
    return {centre + normal * random.number(-5.0, 5.0), u, glm::cross(normal, u)};
}

}  // namespace

TEST_CASE("the cut of each structure covers the places that its surface winds round, and no others") {
    base::Result<anatomy::Atlas> atlas = io::load_model("models/knee_thigh.glb");
    REQUIRE(atlas);
    RandomPlaces random;
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
            CHECK(geometry::is_inside(loops, at) == expected);
        }
    }
    CHECK(inside > 100);
}

TEST_CASE("on the shipped limb strip and slice agree for every taught path, within a hundredth of a millimetre") {
    const std::optional<app::OpenedWorld> opened = app::open_world({});
    REQUIRE(opened);
    const session::World& world = *opened->world;
    const anatomy::ProbeIndex index(world.atlas, world.content.spreads);
    std::size_t compared = 0;
    for (const session::PlacedPoint& point : world.points) {
        if (!point.way) continue;
        INFO(point.id);
        const anatomy::PathReport probe = index.probe({point.way->entry_mm, point.way->direction, point.way->depth_mm});
        const scene::SliceWindow window{{-30, -80}, {30, 10}};
        const scene::Slice along = scene::build_slice(scene::SliceKind::along,
                                                      {*world.atlas, probe, anatomy::Side::right, nullptr, {}}, window);
        for (const anatomy::LayerPassed& layer : probe.layers) {
            if (!layer.structure || !layer.exit_mm || layer.enter_mm < 0.05 || *layer.exit_mm > 80.0) continue;
            const auto part = std::find_if(along.parts.begin(), along.parts.end(),
                                           [&layer](const auto& one) { return one.structure == *layer.structure; });
            INFO(world.atlas->structures[*layer.structure].id << " at " << layer.enter_mm);
            REQUIRE(part != along.parts.end());
            std::vector<geometry::CutLoop> turned = part->loops;  // depth to the right
            for (geometry::CutLoop& loop : turned) {
                for (glm::dvec2& at : loop.points) at = {-at.y, at.x};
            }
            bool enters = false, leaves = false;
            for (const geometry::LevelSpan& span : geometry::level_spans(turned, 0.0)) {
                enters = enters || std::abs(span.from - layer.enter_mm) < 0.01;
                leaves = leaves || std::abs(span.to - *layer.exit_mm) < 0.01;
            }
            CHECK(enters);
            CHECK(leaves);
            ++compared;
        }
    }
    CHECK(compared > 100);
}
