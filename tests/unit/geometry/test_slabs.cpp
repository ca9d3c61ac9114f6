#include <doctest/doctest.h>

#include <algorithm>

#include "geometry/slabs.h"
#include "support/solids.h"

using namespace drypoint;

namespace {

bool encloses(const geometry::Bounds& box, const glm::vec3& place) {
    return glm::clamp(place, box.min, box.max) == place;
}

}  // namespace

TEST_CASE("slabs hold every triangle once, within their bounds, one after another along the longest axis") {
    const geometry::TriangleMesh mesh = test::gridded_box({-5.0f, 100.0f, 0.0f}, {5.0f, 500.0f, 20.0f}, 10);
    std::vector<geometry::Triangle> sorted = mesh.triangles;
    const std::vector<geometry::Slab> slabs = geometry::sort_into_slabs(mesh.positions, sorted, 100);
    CHECK(std::is_permutation(sorted.begin(), sorted.end(), mesh.triangles.begin(), mesh.triangles.end()));
    CHECK(slabs.size() == 12);
    std::size_t next = 0;
    for (const geometry::Slab& slab : slabs) {
        CHECK(slab.first == next);
        CHECK(slab.count <= 100);
        next += slab.count;
        for (std::size_t i = slab.first; i < next; ++i) {
            for (const std::uint32_t corner : sorted[i]) CHECK(encloses(slab.bounds, mesh.positions[corner]));
        }
    }
    CHECK(next == mesh.triangles.size());
    for (std::size_t i = 1; i < slabs.size(); ++i) CHECK(slabs[i].bounds.centre().y >= slabs[i - 1].bounds.centre().y);
    CHECK(slabs[6].bounds.max.y - slabs[6].bounds.min.y < 100.0f);
}

TEST_CASE("within a slab triangles keep their order; nothing has no slabs") {
    const geometry::TriangleMesh ball = test::sphere(glm::vec3(0.0f), 10.0f, 4);
    std::vector<geometry::Triangle> one = ball.triangles, none;
    CHECK(geometry::sort_into_slabs(ball.positions, one, 100000).size() == 1);
    CHECK(one == ball.triangles);
    CHECK(geometry::sort_into_slabs(ball.positions, none, 10).empty());
}
