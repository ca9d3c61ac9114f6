// Vertices at one place become one, and nothing else changes.
#include <doctest/doctest.h>

#include "geometry/normals.h"
#include "geometry/weld.h"
#include "support/solids.h"

#include <glm/geometric.hpp>

using namespace drypoint::geometry;
using drypoint::test::gridded_box;
using drypoint::test::sphere;

namespace {

// Every triangle with three vertices of its own, as STL files hold them.
TriangleMesh exploded(const TriangleMesh& mesh) {
    TriangleMesh soup;
    for (const Triangle& t : mesh.triangles) {
        const auto first = static_cast<std::uint32_t>(soup.positions.size());
        for (const std::uint32_t v : t) soup.positions.push_back(mesh.positions[v]);
        soup.triangles.push_back({first, first + 1, first + 2});
    }
    return soup;
}

}  // namespace

TEST_CASE("a soup of triangles welds back to the mesh it came from") {
    const TriangleMesh box = gridded_box({-3, 1, 10}, {2, 4, 12}, 5);
    const TriangleMesh soup = exploded(box);
    const TriangleMesh welded = weld(soup.positions, soup.triangles);
    CHECK(welded.positions.size() == box.positions.size());
    REQUIRE(welded.triangles.size() == box.triangles.size());
    for (std::size_t t = 0; t < box.triangles.size(); ++t)
        for (std::size_t c = 0; c < 3; ++c)
            CHECK(welded.positions[welded.triangles[t][c]] == box.positions[box.triangles[t][c]]);
}

TEST_CASE("zero and minus zero are one place, neighbouring floats are two") {
    const float tiny = 1e-30f;
    const TriangleMesh welded =
        weld({{0.0f, 0, 0}, {1, 0, 0}, {0, 1, 0}, {-0.0f, 0, 0}, {tiny, 0, 0}}, {{0, 1, 2}, {3, 2, 1}, {4, 1, 2}});
    CHECK(welded.positions.size() == 4);
    CHECK(welded.triangles[0][0] == welded.triangles[1][0]);
    CHECK(welded.triangles[2][0] != welded.triangles[0][0]);
}

TEST_CASE("triangles that collapse and vertices that nobody uses vanish") {
    const TriangleMesh welded = weld({{9, 9, 9}, {0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 0}}, {{1, 2, 3}, {1, 4, 2}});
    CHECK(welded.positions.size() == 3);
    CHECK(welded.triangles.size() == 1);
}

TEST_CASE("nothing welds to nothing") {
    CHECK(weld({}, {}).triangles.empty());
    CHECK(weld({{1, 2, 3}}, {}).positions.empty());
}

TEST_CASE("a box has sharp edges: each corner is drawn with three normals, each along an axis") {
    const ShadedMesh mesh = shaded(gridded_box({0, 0, 0}, {1, 1, 1}, 1));
    CHECK(mesh.positions.size() == 24);
    for (const glm::vec3& n : mesh.normals) {
        const glm::vec3 size = glm::abs(n);
        CHECK(size.x + size.y + size.z == doctest::Approx(1.0));
    }
}

TEST_CASE("a sphere is smooth: its normals point away from the centre and no vertex is split") {
    const TriangleMesh ball = sphere({10, 20, 30}, 7.0f, 16);
    const ShadedMesh mesh = shaded(ball);
    CHECK(mesh.positions.size() == ball.positions.size());
    for (std::size_t i = 0; i < mesh.positions.size(); ++i) {
        const glm::vec3 outward = glm::normalize(mesh.positions[i] - glm::vec3(10, 20, 30));
        CHECK(glm::dot(outward, mesh.normals[i]) > 0.995f);
    }
}

TEST_CASE("every normal has unit length, also where a triangle has no area") {
    const TriangleMesh flat{{{0, 0, 0}, {1, 0, 0}, {2, 0, 0}, {0, 1, 0}}, {{0, 1, 2}, {0, 2, 3}}};
    for (const glm::vec3& n : shaded(flat).normals) CHECK(glm::length(n) == doctest::Approx(1.0));
}
