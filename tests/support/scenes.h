#pragma once
// Scenes of solids that are known without a model: for tests of what is drawn and picked.

#include <cmath>
#include <memory>
#include <utility>

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/gtc/constants.hpp>

#include "scene/scene.h"
#include "support/solids.h"

namespace drypoint::test {

// Round the y axis; outward.
inline geometry::TriangleMesh torus(const glm::vec3& centre, float radius, float tube, int n) {
    geometry::TriangleMesh mesh;
    const float step = glm::two_pi<float>() / static_cast<float>(n);
    for (int i = 0; i < n; ++i) {
        for (int j = 0; j < n; ++j) {
            const float a = step * static_cast<float>(i);
            const float b = step * static_cast<float>(j);
            const float r = radius + tube * std::cos(b);
            mesh.positions.push_back(centre + glm::vec3(r * std::cos(a), tube * std::sin(b), r * std::sin(a)));
        }
    }
    const auto at = [n](int i, int j) { return static_cast<std::uint32_t>((i % n) * n + j % n); };
    for (int i = 0; i < n; ++i) {
        for (int j = 0; j < n; ++j) {
            mesh.triangles.push_back({at(i, j), at(i, j + 1), at(i + 1, j + 1)});
            mesh.triangles.push_back({at(i, j), at(i + 1, j + 1), at(i + 1, j)});
        }
    }
    return mesh;
}

// Normals averaged over the triangles that meet.
inline geometry::ShadedMesh smooth(const geometry::TriangleMesh& mesh) {
    geometry::ShadedMesh result{mesh.positions, std::vector<glm::vec3>(mesh.positions.size(), glm::vec3(0.0f)),
                                mesh.triangles};
    for (const geometry::Triangle& t : mesh.triangles) {
        const glm::vec3 a = mesh.positions[t[0]];
        const glm::vec3 normal = glm::cross(mesh.positions[t[1]] - a, mesh.positions[t[2]] - a);
        for (const std::uint32_t i : t) result.normals[i] += normal;
    }
    for (glm::vec3& normal : result.normals) normal = glm::normalize(normal);
    return result;
}

inline scene::Item item(geometry::ShadedMesh mesh, scene::Surface surface, const glm::vec3& colour,
                        float opacity = 1.0f) {
    scene::Item result;
    for (const glm::vec3& position : mesh.positions) result.bounds.add(position);
    result.mesh = std::make_shared<const geometry::ShadedMesh>(std::move(mesh));
    result.surface = surface;
    result.colour = colour;
    result.opacity = opacity;
    return result;
}

// Seen from the front, framed, on the dark theme's background.
inline scene::Scene scene_of(std::vector<scene::Item> items, float aspect = 4.0f / 3.0f) {
    scene::Scene scene;
    scene.background_top = {0.188f, 0.212f, 0.255f};
    scene.background_bottom = {0.090f, 0.102f, 0.122f};
    scene.accent = {0.690f, 0.643f, 1.0f};
    for (std::size_t i = 0; i < items.size(); ++i) {
        items[i].index = i;
        scene.bounds.add(items[i].bounds);
    }
    scene.items = std::move(items);
    scene.camera = geometry::framed(scene.camera, scene.bounds, aspect);
    return scene;
}

// A muscle's belly: a ball drawn out along y, its fibres from pole to pole, tendon towards both of them.
inline geometry::ShadedMesh belly(const glm::vec3& centre, float radius, float half_length) {
    const glm::vec3 scale(radius, half_length, radius);
    geometry::TriangleMesh mesh = sphere(glm::vec3(0.0f), 1.0f, 24);
    std::vector<glm::vec3> fibres;
    std::vector<float> tendon;
    for (glm::vec3& position : mesh.positions) {
        const glm::vec3 along = glm::vec3(0, -1, 0) + position * position.y;  // of the ball
        fibres.push_back(glm::normalize(glm::dot(along, along) > 1e-6f ? along * scale : glm::vec3(0, -1, 0)));
        tendon.push_back(glm::clamp((std::abs(position.y) - 0.7f) * 5.0f, 0.0f, 1.0f));
        position = centre + position * scale;
    }
    geometry::ShadedMesh result = smooth(mesh);
    result.fibres = std::move(fibres);
    result.tendon = std::move(tendon);
    return result;
}

// As strong as the shipped palettes' finish.
inline scene::Finish finish() {
    return {{0.886f, 0.839f, 0.761f}, 0.7f, 0.3f, 0.35f, 0.75f};
}

inline const glm::vec3 muscle_red{0.663f, 0.329f, 0.294f};
inline const glm::vec3 vein_blue{0.357f, 0.498f, 0.769f};
inline const glm::vec3 skin_tone{0.847f, 0.671f, 0.565f};
inline const glm::vec3 bone_white{0.894f, 0.851f, 0.765f};
inline const glm::vec3 nerve_yellow{0.925f, 0.788f, 0.310f};

}  // namespace drypoint::test
