// Polygons become triangles that cover them exactly once.
#include <doctest/doctest.h>

#include "geometry/triangulate.h"

#include <glm/vec2.hpp>
#include <glm/geometric.hpp>
#include <glm/vec2.hpp>

using namespace drypoint::geometry;

namespace {

struct Cut {
    double area = 0.0;   // sum over the triangles
    double least = 1e9;  // smallest signed part of it: negative if a triangle is turned over
    std::size_t count = 0;
};

// `normal` is the side from which the polygon runs counter-clockwise.
Cut cut(const std::vector<glm::vec3>& polygon, const glm::vec3& normal) {
    std::vector<std::uint32_t> corners;
    for (std::size_t i = 0; i < polygon.size(); ++i) corners.push_back(static_cast<std::uint32_t>(i));
    std::vector<Triangle> triangles;
    triangulate(polygon, corners, triangles);
    Cut result;
    result.count = triangles.size();
    for (const Triangle& t : triangles) {
        const glm::vec3 n = glm::cross(polygon[t[1]] - polygon[t[0]], polygon[t[2]] - polygon[t[0]]);
        const double area = 0.5 * static_cast<double>(glm::dot(n, normal));
        result.area += area;
        result.least = std::min(result.least, area);
    }
    return result;
}

}  // namespace

TEST_CASE("a square, a triangle, a line and nothing") {
    const Cut square = cut({{0, 0, 0}, {2, 0, 0}, {2, 2, 0}, {0, 2, 0}}, {0, 0, 1});
    CHECK(square.count == 2);
    CHECK(square.area == doctest::Approx(4.0));
    CHECK(cut({{0, 0, 0}, {2, 0, 0}, {2, 2, 0}}, {0, 0, 1}).count == 1);
    CHECK(cut({{0, 0, 0}, {2, 0, 0}}, {0, 0, 1}).count == 0);
    CHECK(cut({}, {0, 0, 1}).count == 0);
}

TEST_CASE("concave polygons are covered exactly, in every plane and either turn") {
    // An arrow head, and a comb with three teeth.
    const std::vector<glm::vec2> arrow{{0, 0}, {4, 2}, {0, 4}, {1, 2}};
    const std::vector<glm::vec2> comb{{0, 0}, {5, 0}, {5, 3}, {4, 3}, {4, 1}, {3, 1},
                                      {3, 3}, {2, 3}, {2, 1}, {1, 1}, {1, 3}, {0, 3}};
    const std::vector<std::pair<std::vector<glm::vec2>, double>> cases{{arrow, 6.0}, {comb, 11.0}};
    for (const auto& entry : cases) {
        for (int axis = 0; axis < 3; ++axis) {
            for (const bool turned : {false, true}) {
                std::vector<glm::vec3> polygon;
                for (const glm::vec2& p : entry.first) {
                    glm::vec3 at(7.0f);
                    at[(axis + 1) % 3] = p.x;
                    at[(axis + 2) % 3] = p.y;
                    polygon.push_back(at);
                }
                if (turned) polygon = {polygon.rbegin(), polygon.rend()};
                glm::vec3 normal(0.0f);
                normal[axis] = turned ? -1.0f : 1.0f;
                const Cut result = cut(polygon, normal);
                CHECK(result.count == polygon.size() - 2);
                CHECK(result.area == doctest::Approx(entry.second));
                CHECK(result.least > 0.0);
            }
        }
    }
}

TEST_CASE("what is no sound polygon still gives triangles and ends") {
    CHECK(cut({{0, 0, 0}, {1, 1, 0}, {1, 0, 0}, {0, 1, 0}}, {0, 0, 1}).count == 2);  // a bow tie
    CHECK(cut(std::vector<glm::vec3>(6, glm::vec3(1.0f)), {0, 0, 1}).count == 4);    // all in one place
    CHECK(cut(std::vector<glm::vec3>(5000, glm::vec3(1.0f)), {0, 0, 1}).count == 4998);
}
