#include "occlusion.h"

#include <cmath>
#include <numbers>

#include <glm/geometric.hpp>

namespace drypoint::builder {
namespace {

constexpr int directions = 32;
constexpr double reach_mm = 30.0;
constexpr double start_mm = 0.05;  // off the surface itself

// On the half ball over z, as dense as light falls (cosine), along a spiral of the golden angle.
std::vector<glm::dvec3> half_ball() {
    const double golden = std::numbers::pi * (3.0 - std::sqrt(5.0));
    std::vector<glm::dvec3> result;
    for (int n = 0; n < directions; ++n) {
        const double out2 = (n + 0.5) / directions;
        const double out = std::sqrt(out2);
        result.push_back({out * std::cos(golden * n), out * std::sin(golden * n), std::sqrt(1.0 - out2)});
    }
    return result;
}

}  // namespace

std::vector<float> occlusion_of(const geometry::ShadedMesh& mesh, const geometry::RayCaster& opaque) {
    const std::vector<glm::dvec3> rays = half_ball();
    std::vector<float> result;
    for (std::size_t n = 0; n < mesh.positions.size(); ++n) {
        const glm::dvec3 normal = glm::normalize(glm::dvec3(mesh.normals[n]));
        const glm::dvec3 axis = std::abs(normal.x) < 0.8 ? glm::dvec3(1.0, 0.0, 0.0) : glm::dvec3(0.0, 0.0, 1.0);
        const glm::dvec3 side = glm::normalize(glm::cross(normal, axis));
        const glm::dvec3 up = glm::cross(normal, side);
        double dark = 0.0;
        for (const glm::dvec3& ray : rays) {
            const glm::dvec3 way = side * ray.x + up * ray.y + normal * ray.z;
            const geometry::Ray from{mesh.positions[n] + glm::vec3(normal * start_mm), glm::vec3(way)};
            const auto hit = opaque.first(from, {}, reach_mm);
            if (hit) dark += 1.0 - hit->distance_mm / reach_mm;
        }
        result.push_back(static_cast<float>(1.0 - dark / directions));
    }
    return result;
}

}  // namespace drypoint::builder
