// Crossings of a surface with itself are counted; what only touches is not.
#include <doctest/doctest.h>

#include <random>

#include "geometry/orientation.h"
#include "geometry/self_intersections.h"
#include "geometry/weld.h"
#include "support/solids.h"

using namespace drypoint::geometry;
using drypoint::test::gridded_box;
using drypoint::test::joined;
using drypoint::test::sphere;

namespace {

TriangleMesh tetrahedron(const glm::vec3& at) {
    return {{at, at + glm::vec3(4, 0, 0), at + glm::vec3(0, 4, 0), at + glm::vec3(0, 0, 4)},
            {{0, 2, 1}, {0, 1, 3}, {0, 3, 2}, {1, 2, 3}}};
}

}  // namespace

TEST_CASE("boxes and spheres do not cross themselves, however flat their faces") {
    CHECK(count_self_intersections(gridded_box({-1, -2, -3}, {1, 2, 3}, 12)) == 0);
    CHECK(count_self_intersections(sphere({100, 200, 300}, 30, 12)) == 0);
    TriangleMesh leaning = gridded_box({0, 0, 0}, {10, 10, 10}, 9);
    for (glm::vec3& p : leaning.positions) p = {p.x + 0.3f * p.y, p.y - 0.7f * p.z, p.z + 0.1f * p.x};
    CHECK(count_self_intersections(leaning) == 0);
}

TEST_CASE("crossing tetrahedra cross: counted by hand, an edge through a face at a time") {
    // The second one's corner sticks through the slanted face of the first: three of its faces meet that face, and the
    // first's slanted face is all that they meet.
    CHECK(count_self_intersections(joined(tetrahedron({0, 0, 0}), tetrahedron({1.2f, 1.1f, 1.0f}))) == 3);
    CHECK(count_self_intersections(joined(tetrahedron({0, 0, 0}), tetrahedron({5, 5, 5}))) == 0);
}

TEST_CASE("solids that touch in a point, along an edge or with a face's border do not cross") {
    const TriangleMesh box = gridded_box({0, 0, 0}, {1, 1, 1}, 1);
    CHECK(count_self_intersections(joined(box, gridded_box({1, 1, 1}, {2, 2, 2}, 1))) == 0);
    CHECK(count_self_intersections(joined(box, gridded_box({1, 1, 0}, {2, 2, 1}, 1))) == 0);
}

TEST_CASE("faces that lie on each other overlap") {
    const TriangleMesh box = gridded_box({0, 0, 0}, {1, 1, 1}, 1);
    CHECK(count_self_intersections(joined(box, gridded_box({1, 0.25f, 0.25f}, {2, 0.75f, 0.75f}, 1))) > 0);
}

TEST_CASE("a sheet folded back onto itself overlaps its neighbour; folded by less it does not") {
    const TriangleMesh flat{{{0, 0, 0}, {4, 0, 0}, {2, 3, 0}, {2, 1, 0}}, {{0, 1, 2}, {1, 0, 3}}};
    CHECK(count_self_intersections(flat) == 1);
    const TriangleMesh bent{{{0, 0, 0}, {4, 0, 0}, {2, 3, 0}, {2, 1, 1e-4f}}, {{0, 1, 2}, {1, 0, 3}}};
    CHECK(count_self_intersections(bent) == 0);
}

TEST_CASE("two triangles with one vertex in common may still run through each other") {
    const TriangleMesh through{{{0, 0, 0}, {4, 1, 0}, {4, -1, 0}, {3, 0, 1}, {3, 0, -1}}, {{0, 1, 2}, {0, 3, 4}}};
    CHECK(count_self_intersections(through) == 1);
    const TriangleMesh beside{{{0, 0, 0}, {4, 1, 0}, {4, -1, 0}, {3, 2, 1}, {3, 2, -1}}, {{0, 1, 2}, {0, 3, 4}}};
    CHECK(count_self_intersections(beside) == 0);
}

TEST_CASE("random triangles: the sweep finds what an oracle of sampled points on their edges finds") {
    std::mt19937 random(7);
    const auto number = [&random] { return static_cast<float>(random() % 1000) * 0.01f; };
    for (int round = 0; round < 200; ++round) {
        TriangleMesh pair;
        for (int i = 0; i < 6; ++i) pair.positions.emplace_back(number(), number(), number());
        pair.triangles = {{0, 1, 2}, {3, 4, 5}};
        // An edge crosses a triangle if, walking it in small steps, the side of the plane changes where the foot is
        // inside.
        const auto crosses = [&](const Triangle& edges, const Triangle& face) {
            const glm::dvec3 a(pair.positions[face[0]]);
            const glm::dvec3 u = glm::dvec3(pair.positions[face[1]]) - a;
            const glm::dvec3 v = glm::dvec3(pair.positions[face[2]]) - a;
            const glm::dvec3 n = glm::cross(u, v);
            for (std::size_t k = 0; k < 3; ++k) {
                const glm::dvec3 p(pair.positions[edges[k]]);
                const glm::dvec3 d = glm::dvec3(pair.positions[edges[(k + 1) % 3]]) - p;
                const double t = glm::dot(a - p, n) / glm::dot(d, n);
                if (!(t > 0 && t < 1)) continue;
                const glm::dvec3 w = p + d * t - a;
                const double s = glm::dot(glm::cross(w, v), n) / glm::dot(n, n);
                const double r = glm::dot(glm::cross(u, w), n) / glm::dot(n, n);
                if (s >= 0 && r >= 0 && s + r <= 1) return true;
            }
            return false;
        };
        const bool expected =
            crosses(pair.triangles[0], pair.triangles[1]) || crosses(pair.triangles[1], pair.triangles[0]);
        CAPTURE(round);
        CHECK(count_self_intersections(pair) == (expected ? 1 : 0));
    }
}

TEST_CASE("sides of planes and lines") {
    CHECK(side_of_plane({0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, -1}) == 1);
    CHECK(side_of_plane({0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {5, 5, 1}) == -1);
    CHECK(side_of_plane({0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {5, 5, 0}) == 0);
    CHECK(side_of_line({0, 0}, {1, 0}, {0, 1}) == 1);
    CHECK(side_of_line({0, 0}, {1, 0}, {0, -1}) == -1);
    CHECK(side_of_line({0.1, 0.1}, {0.3, 0.3}, {0.2, 0.2}) == 0);
}
