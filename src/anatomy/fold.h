#pragma once
// A muscle that is lifted between the fingers and needled across: a chord through it, at right angles to its fibres, in
// its superficial half. The model is at rest: the skin of the fold is not in it, so the line begins at the muscle's
// face.

#include <glm/vec3.hpp>

#include "anatomy/resolve.h"
#include "geometry/triangle_mesh.h"

namespace drypoint::anatomy {

struct FoldSite {
    const geometry::TriangleMesh& muscle;
    const geometry::TriangleMesh& outer;  // the skin, or without one the muscle
    glm::dvec3 at_mm;                     // the trigger point
    glm::dvec3 outward;                   // unit normal of the skin over it
    glm::dvec3 from;                      // the side from which the needle comes
};

// Unit vector along the muscle around a place: the longest axis of its surface within `over_mm` (by area). Zero if
// there is no surface.
glm::dvec3 fibres_at(const geometry::TriangleMesh& muscle, const glm::dvec3& place_mm, double over_mm);

// Fills entry, direction, depth, target and cover of a fold. False if the point is not inside the muscle's surface.
bool lay_fold(const FoldSite& site, double fibres_over_mm, PathGeometry& geometry);

}  // namespace drypoint::anatomy
