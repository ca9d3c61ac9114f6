// Patches of surfaces whose areas and borders are known.
#include <doctest/doctest.h>

#include <cmath>
#include <map>

#include <glm/gtc/constants.hpp>

#include "geometry/patch.h"
#include "support/scenes.h"

using namespace drypoint;
using geometry::Patch;
using geometry::Triangle;

namespace {

constexpr float radius = 50.0f;
constexpr float opening = 0.6f;  // of the cap, from its axis, radians

glm::vec4 inside(float mm) {
    return {mm, mm, mm, mm};
}

// Along the surface to the cap's border.
glm::vec4 cap(const glm::vec3& at, const glm::vec3&) {
    return inside(radius * (opening - std::acos(glm::clamp(glm::normalize(at).y, -1.0f, 1.0f))));
}

geometry::ShadedMesh ball(int n) {
    return test::smooth(test::sphere(glm::vec3(0.0f), radius, n));
}

// Of the part of a triangle where the value, straight between its corners, is not negative.
float area_inside(const Patch& patch, const Triangle& t) {
    std::vector<glm::vec3> polygon;
    for (std::size_t k = 0; k < 3; ++k) {
        const std::uint32_t a = t[k], b = t[(k + 1) % 3];
        const float va = patch.values[a].w, vb = patch.values[b].w;
        if (va >= 0.0f) polygon.push_back(patch.mesh.positions[a]);
        if ((va >= 0.0f) != (vb >= 0.0f))
            polygon.push_back(glm::mix(patch.mesh.positions[a], patch.mesh.positions[b], va / (va - vb)));
    }
    float area = 0.0f;
    for (std::size_t i = 2; i < polygon.size(); ++i)
        area += glm::length(glm::cross(polygon[i - 1] - polygon[0], polygon[i] - polygon[0])) * 0.5f;
    return area;
}

float area_inside(const Patch& patch) {
    float area = 0.0f;
    for (const Triangle& t : patch.mesh.triangles) area += area_inside(patch, t);
    return area;
}

std::map<std::pair<std::uint32_t, std::uint32_t>, int> uses_of_edges(const Patch& patch) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> uses;
    for (const Triangle& t : patch.mesh.triangles)
        for (std::size_t k = 0; k < 3; ++k) ++uses[std::minmax(t[k], t[(k + 1) % 3])];
    return uses;
}

}  // namespace

TEST_CASE("the patch of a cap has the cap's area, on a coarse sphere and on a fine one") {
    const float expected = glm::two_pi<float>() * radius * radius * (1.0f - std::cos(opening));
    const Patch fine = geometry::make_patch(ball(40), cap, {1.0f, false, 0.0f});
    CHECK(area_inside(fine) == doctest::Approx(expected).epsilon(0.003));
    // The sphere itself is cut into triangles of 8 mm, and loses a little.
    const Patch coarse = geometry::make_patch(ball(10), cap, {2.0f, false, 0.0f});
    CHECK(area_inside(coarse) == doctest::Approx(expected).epsilon(0.02));
}

TEST_CASE("the border lies where the field is 0, however coarse the surface is") {
    const Patch patch = geometry::make_patch(ball(6), cap, {2.0f, false, 0.0f});
    std::size_t crossings = 0;
    for (const auto& [edge, uses] : uses_of_edges(patch)) {
        const auto [a, b] = edge;
        const float va = patch.values[a].w, vb = patch.values[b].w;
        if ((va >= 0.0f) == (vb >= 0.0f)) continue;
        ++crossings;
        const glm::vec3 at = glm::mix(patch.mesh.positions[a], patch.mesh.positions[b], va / (va - vb));
        CHECK(std::abs(cap(at, at).w) < 0.1f);
        CHECK(glm::distance(patch.mesh.positions[a], patch.mesh.positions[b]) <= 2.0f);
    }
    CHECK(crossings > 80);
}

TEST_CASE("the patch has no cracks: every edge inside it has two triangles") {
    for (const bool everywhere : {false, true}) {
        const Patch patch = geometry::make_patch(ball(8), cap, {2.0f, everywhere, 0.0f});
        for (const auto& [edge, uses] : uses_of_edges(patch)) {
            const bool within = patch.values[edge.first].w >= 0.0f && patch.values[edge.second].w >= 0.0f;
            CHECK(uses <= 2);
            if (within) CHECK(uses == 2);
        }
    }
}

TEST_CASE("only the border is fine, or all of it if asked for") {
    const auto longest_inside = [](const Patch& patch) {
        float longest = 0.0f;
        for (const auto& [edge, uses] : uses_of_edges(patch))
            if (patch.values[edge.first].w > 0.0f && patch.values[edge.second].w > 0.0f)
                longest = std::max(longest, glm::distance(patch.mesh.positions[edge.first],
                                                          patch.mesh.positions[edge.second]));
        return longest;
    };
    CHECK(longest_inside(geometry::make_patch(ball(10), cap, {2.0f, false, 0.0f})) > 4.0f);
    CHECK(longest_inside(geometry::make_patch(ball(10), cap, {2.0f, true, 0.0f})) <= 2.0f);
}

TEST_CASE("triangles keep their turn, and the patch is lifted off its surface") {
    const Patch patch = geometry::make_patch(ball(20), cap, {2.0f, false, 0.5f});
    for (const Triangle& t : patch.mesh.triangles) {
        const auto& p = patch.mesh.positions;
        CHECK(glm::dot(glm::cross(p[t[1]] - p[t[0]], p[t[2]] - p[t[0]]), p[t[0]]) > 0.0f);
    }
    for (std::size_t i = 0; i < patch.mesh.positions.size(); ++i) {
        CHECK(patch.mesh.normals[i].y > 0.7f);
        CHECK(glm::length(patch.mesh.positions[i]) > radius * 0.99f + 0.4f);
    }
}

TEST_CASE("a patch smaller than any triangle is found where it touches one, and one beside the surface is empty") {
    const auto small = [](const glm::vec3& at, const glm::vec3&) {
        return inside(3.0f - glm::distance(at, glm::vec3(1.0f, radius, 2.0f)));
    };
    // The flat faces lie up to half a millimetre below the disc's centre.
    const Patch patch = geometry::make_patch(ball(4), small, {0.5f, false, 0.0f});
    CHECK(area_inside(patch) == doctest::Approx(glm::pi<float>() * 9.0f).epsilon(0.1));
    const auto beside = [](const glm::vec3& at, const glm::vec3&) {
        return inside(3.0f - glm::distance(at, glm::vec3(0.0f, 2.0f * radius, 0.0f)));
    };
    CHECK(geometry::make_patch(ball(10), beside).mesh.triangles.empty());
    CHECK(geometry::make_patch({}, cap).mesh.triangles.empty());
}
