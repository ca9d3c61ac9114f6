// Places that fibres keep: tubes whose fibres are known.
#include <doctest/doctest.h>

#include <cmath>
#include <functional>

#include <glm/geometric.hpp>
#include <glm/gtc/constants.hpp>

#include "geometry/strands.h"

using namespace drypoint;

namespace {

constexpr int rings = 41, around = 24;
constexpr float height_mm = 200.0f;

// A tube round the y axis, open at its ends: of so wide a radius and turned by so much at a height.
geometry::ShadedMesh tube(const std::function<float(float)>& radius_at, const std::function<float(float)>& turn) {
    geometry::ShadedMesh mesh;
    const auto at = [&](float y, int j) {
        const float angle = glm::two_pi<float>() * static_cast<float>(j) / static_cast<float>(around) + turn(y);
        return glm::vec3(radius_at(y) * std::cos(angle), y, radius_at(y) * std::sin(angle));
    };
    for (int i = 0; i < rings; ++i) {
        const float y = height_mm * static_cast<float>(i) / static_cast<float>(rings - 1);
        for (int j = 0; j < around; ++j) {
            mesh.positions.push_back(at(y, j));
            mesh.normals.emplace_back(0.0f, 0.0f, 1.0f);
            mesh.fibres.push_back(glm::normalize(at(y - 0.1f, j) - at(y + 0.1f, j)));
        }
    }
    for (int i = 0; i + 1 < rings; ++i) {
        for (int j = 0; j < around; ++j) {
            const auto index = [](int ring, int k) { return static_cast<std::uint32_t>(ring * around + k % around); };
            mesh.triangles.push_back({index(i, j), index(i + 1, j), index(i + 1, j + 1)});
            mesh.triangles.push_back({index(i, j), index(i + 1, j + 1), index(i, j + 1)});
        }
    }
    return mesh;
}

// How far, at most, a vertex's place is from that of the vertex of its fibre in the middle.
float most_drift(const std::vector<glm::vec2>& places) {
    float most = 0.0f;
    for (int i = 0; i < rings; ++i) {
        for (int j = 0; j < around; ++j) {
            const auto here = static_cast<std::size_t>(i * around + j);
            const auto middle = static_cast<std::size_t>(rings / 2 * around + j);
            most = std::max(most, glm::distance(places[here], places[middle]));
        }
    }
    return most;
}

const auto straight = [](float) { return 0.0f; };

}  // namespace

TEST_CASE("along straight fibres a place is where the fibre crosses the middle plane") {
    const geometry::ShadedMesh mesh = tube([](float) { return 20.0f; }, straight);
    const auto places = geometry::strands(mesh);
    REQUIRE(places.size() == mesh.positions.size());
    for (std::size_t i = 0; i < places.size(); ++i) {  // the plane may lie either way round
        const glm::vec3 apart = (mesh.positions[i] - mesh.positions[0]) * glm::vec3(1, 0, 1);
        CHECK(std::abs(glm::distance(places[i], places[0]) - glm::length(apart)) < 0.05f);
        CHECK(std::abs(glm::length(places[i]) - 20.0f) < 0.05f);
    }
}

TEST_CASE("fibres of a belly that tapers keep their place to its ends") {
    const auto belly = [](float y) { return 6.0f + 14.0f * std::sin(glm::pi<float>() * y / height_mm); };
    const auto places = geometry::strands(tube(belly, straight));
    REQUIRE_FALSE(places.empty());
    CHECK(most_drift(places) < 2.0f);  // of a circle of 20 mm; without following them, 14
}

TEST_CASE("fibres that wind round keep their place") {
    const auto winding = [](float y) { return y / height_mm * 0.8f; };
    const auto places = geometry::strands(tube([](float) { return 20.0f; }, winding));
    REQUIRE_FALSE(places.empty());
    CHECK(most_drift(places) < 2.0f);  // without following them, 16
}

TEST_CASE("vertices at one place with two normals share a strand") {
    geometry::ShadedMesh mesh = tube([](float) { return 20.0f; }, straight);
    mesh.positions.push_back(mesh.positions[7]);
    mesh.normals.emplace_back(1.0f, 0.0f, 0.0f);
    mesh.fibres.push_back(mesh.fibres[7]);
    const auto places = geometry::strands(mesh);
    CHECK(places.back() == places[7]);
}

TEST_CASE("a mesh without fibres has no strands") {
    geometry::ShadedMesh mesh = tube([](float) { return 20.0f; }, straight);
    mesh.fibres.clear();
    CHECK(geometry::strands(mesh).empty());
}
