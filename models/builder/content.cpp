#include "content.h"

#include <algorithm>

#include <glm/common.hpp>

#include "tube.h"

namespace drypoint::builder {

void Content::add(const Field& field) {
    const glm::dvec3 low = glm::dvec3(field.box.low) * field.step;
    const glm::dvec3 high = glm::dvec3(field.box.high() - 1) * field.step;
    fields_.push_back({{low, high}, &field});
}

void Content::add(const Curve& curve) {
    glm::dvec3 low(1e9);
    glm::dvec3 high(-1e9);
    for (const glm::dvec3& point : curve.points) {
        low = glm::min(low, point);
        high = glm::max(high, point);
    }
    const double reach = *std::max_element(curve.radii.begin(), curve.radii.end()) + static_cast<double>(band);
    curves_.push_back({{low - reach, high + reach}, &curve});
}

double Content::operator()(const glm::dvec3& point) const {
    double distance = band;
    for (const auto& [bounds, field] : fields_) {
        if (bounds.holds(point)) distance = std::min(distance, sample(*field, point));
    }
    for (const auto& [bounds, curve] : curves_) {
        if (bounds.holds(point)) distance = std::min(distance, tube_distance(*curve, point));
    }
    return distance;
}

}  // namespace drypoint::builder
