#include "distance.h"

#include <glm/geometric.hpp>

namespace drypoint::builder {

glm::dvec3 slope_of(const Distance& distance, const glm::dvec3& at) {
    constexpr double h = 0.5;
    glm::dvec3 slope(0.0);
    for (int axis = 0; axis < 3; ++axis) {
        glm::dvec3 step(0.0);
        step[axis] = h;
        slope[axis] = distance(at + step) - distance(at - step);
    }
    const double length = glm::length(slope);
    return length > 1e-9 ? slope / length : glm::dvec3(0.0);
}

glm::dvec3 away_from(const Distance& obstacle, const glm::dvec3& at, double wanted) {
    const double missing = wanted - obstacle(at);
    return missing > 0.0 ? slope_of(obstacle, at) * missing : glm::dvec3(0.0);
}

}  // namespace drypoint::builder
