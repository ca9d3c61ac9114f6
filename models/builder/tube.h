#pragma once
// Vessels and nerves as swept tubes.

#include <optional>

#include "curve.h"
#include "field.h"
#include "geometry/triangle_mesh.h"

namespace drypoint::builder {

enum class End { round, flat };

struct TubeEnds {
    End first = End::round;
    End last = End::round;
    // A course that starts (or ends) on another's wall: its first (last) ring is laid on that wall, `gap` away.
    const Curve* first_on = nullptr;
    const Curve* last_on = nullptr;
    // The direction in which a flat end is cut; without it the tube's own.
    std::optional<glm::dvec3> first_along;
    std::optional<glm::dvec3> last_along;
};

// A closed, outward tube along the curve, swept with parallel-transport frames (Wang et al. 2008 describe the family). Rings
// stand closer where the curve bends; polygons are widened so that their area is that of the circle.
geometry::TriangleMesh sweep(const Curve& curve, const TubeEnds& ends, double gap);

// Distance to the tube's wall, negative inside; only for points within `reach` of the wall, else reach.
double tube_distance(const Curve& curve, const glm::dvec3& point);

// Takes the tube and `gap` round it out of the solid: value = max(value, gap - distance to the tube).
void carve(Field& field, const Curve& curve, double gap);

}  // namespace drypoint::builder
