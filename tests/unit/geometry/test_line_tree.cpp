#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <random>
#include <set>

#include <glm/geometric.hpp>

#include "geometry/line_tree.h"
#include "geometry/line_triangle.h"

using namespace drypoint;
using geometry::LineTree;
using geometry::TriangleMesh;
using Met = std::multiset<std::pair<std::uint32_t, std::uint32_t>>;

namespace {

double random_in(std::mt19937& engine, double low, double high) {
    return low + (high - low) * (static_cast<double>(engine()) / 4294967296.0);
}

glm::dvec3 random_place(std::mt19937& engine, double half) {
    return {random_in(engine, -half, half), random_in(engine, -half, half), random_in(engine, -half, half)};
}

// Triangles of all shapes, about `at`.
TriangleMesh soup(std::mt19937& engine, int count, const glm::vec3& at) {
    TriangleMesh mesh;
    for (int i = 0; i < count; ++i) {
        const glm::vec3 centre = at + glm::vec3(random_place(engine, 100.0));
        for (int corner = 0; corner < 3; ++corner) mesh.positions.push_back(centre + glm::vec3(random_place(engine, 25.0)));
        const auto first = static_cast<std::uint32_t>(3 * i);
        mesh.triangles.push_back({first, first + 1, first + 2});
    }
    return mesh;
}

Met met_by_all(const std::vector<const TriangleMesh*>& meshes, const glm::dvec3& origin, const glm::dvec3& direction,
               double t_min, double t_max) {
    const geometry::LineFrame frame(origin, direction);
    Met met;
    for (std::uint32_t m = 0; m < meshes.size(); ++m) {
        for (std::uint32_t i = 0; i < meshes[m]->triangles.size(); ++i) {
            const auto& t = meshes[m]->triangles[i];
            const auto& p = meshes[m]->positions;
            const auto hit = frame.cross(p[t[0]], p[t[1]], p[t[2]]);
            if (hit && hit->t >= t_min && hit->t <= t_max) met.insert({m, i});
        }
    }
    return met;
}

Met met_in(const LineTree& tree, const glm::dvec3& origin, const glm::dvec3& direction, double t_min, double t_max) {
    const geometry::LineFrame frame(origin, direction);
    Met met;
    tree.along(origin, direction, t_min, t_max, [&](const LineTree::Item& item) {
        const auto hit = frame.cross(item.corners[0], item.corners[1], item.corners[2]);
        if (hit && hit->t >= t_min && hit->t <= t_max) met.insert({item.surface, item.triangle});
    });
    return met;
}

}  // namespace

TEST_CASE("a tree loses no triangle that a line meets and names none twice, at home and far from the origin") {
    std::mt19937 engine{11};
    for (const float away : {0.0f, 1e3f, 1e5f}) {
        const glm::vec3 at(away, -away, 0.5f * away);
        const TriangleMesh one = soup(engine, 700, at), other = soup(engine, 300, at), none;
        const std::vector<const TriangleMesh*> meshes{&one, &none, &other};
        const LineTree tree(meshes);
        std::size_t found = 0;
        for (int i = 0; i < 400; ++i) {
            const glm::dvec3 origin = glm::dvec3(at) + random_place(engine, 400.0);
            const glm::dvec3 aim = glm::dvec3(at) + random_place(engine, 60.0);
            const glm::dvec3 direction = glm::normalize(aim - origin);
            const double t_min = random_in(engine, -700.0, 300.0), t_max = t_min + random_in(engine, 0.0, 900.0);
            const Met expected = met_by_all(meshes, origin, direction, t_min, t_max);
            CAPTURE(away);
            CHECK(met_in(tree, origin, direction, t_min, t_max) == expected);
            found += expected.size();
        }
        CHECK(found > 300);
    }
}

TEST_CASE("lines along the axes meet what lies on them, also a triangle whose box is flat") {
    TriangleMesh flat;  // in the plane z = 5
    flat.positions = {{-1, -1, 5}, {1, -1, 5}, {0, 2, 5}};
    flat.triangles = {{0, 1, 2}};
    const LineTree tree({&flat});
    CHECK(met_in(tree, {0, 0, -10}, {0, 0, 1}, 0, 100).size() == 1);
    CHECK(met_in(tree, {0, 0, 10}, {0, 0, -1}, 0, 100).size() == 1);
    CHECK(met_in(tree, {0, 0, -10}, {0, 0, 1}, 15, 15).size() == 1);  // exactly its depth
    CHECK(met_in(tree, {5, 0, -10}, {0, 0, 1}, 0, 100).empty());
}

TEST_CASE("no triangles, and triangles that are no numbers, are met by no line") {
    CHECK(met_in(LineTree({}), {0, 0, 0}, {0, 0, 1}, -10, 10).empty());
    TriangleMesh broken;
    const float nan = std::numeric_limits<float>::quiet_NaN(), infinite = std::numeric_limits<float>::infinity();
    broken.positions = {{nan, 0, 0}, {1, infinite, 0}, {0, 1, 0}, {-1, -1, 1}, {1, -1, 1}, {0, 1, 1}};
    broken.triangles = {{0, 1, 2}, {3, 4, 5}};
    CHECK(met_in(LineTree({&broken}), {0, 0, 0}, {0, 0, 1}, -10, 10) == Met{{0, 1}});
}
