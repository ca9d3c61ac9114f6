#include "anatomy/spread.h"

#include <cmath>

namespace drypoint::anatomy {

glm::dvec3 end_of(const Structure& structure, CourseEnd end) {
    constexpr double reach_mm = 1.0;
    const double y = end == CourseEnd::upper ? structure.bounds.max.y : structure.bounds.min.y;
    glm::dvec3 sum(0.0);
    double count = 0.0;
    for (const glm::vec3& position : structure.surface.positions) {
        if (std::abs(static_cast<double>(position.y) - y) > reach_mm) continue;
        sum += glm::dvec3(position);
        count += 1.0;
    }
    return sum / count;
}

}  // namespace drypoint::anatomy
