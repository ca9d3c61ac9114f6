#pragma once

#include <array>
#include <cstddef>
#include <limits>

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/vec3.hpp>

namespace drypoint::geometry {

// Axis-aligned box in millimetres. A fresh one is empty: min > max.
struct Bounds {
    glm::vec3 min{std::numeric_limits<float>::max()};
    glm::vec3 max{std::numeric_limits<float>::lowest()};

    friend bool operator==(const Bounds&, const Bounds&) = default;

    bool empty() const { return min.x > max.x; }
    void add(const glm::vec3& point) {
        min = glm::min(min, point);
        max = glm::max(max, point);
    }
    void add(const Bounds& other) {
        min = glm::min(min, other.min);
        max = glm::max(max, other.max);
    }
    std::array<glm::vec3, 8> corners() const {
        std::array<glm::vec3, 8> all;
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = {(i & 1U) != 0 ? max.x : min.x, (i & 2U) != 0 ? max.y : min.y, (i & 4U) != 0 ? max.z : min.z};
        return all;
    }
    glm::vec3 centre() const { return (min + max) * 0.5f; }
    float radius() const { return empty() ? 0.0f : glm::length(max - min) * 0.5f; }
};

}  // namespace drypoint::geometry
