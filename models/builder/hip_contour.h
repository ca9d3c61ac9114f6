#pragma once
// The contour of the hip, which no figure holds: neither the belly's wall nor the pelvic floor was measured.

#include "field.h"

namespace drypoint::builder {

// Above `pelvis_from_y` the content of each horizontal plane and its mirror image are wrapped in their convex hull; above `waist_y` the
// contour stays as it is there.
struct HipContour {
    double pelvis_from_y = 780.0;
    double waist_y = 936.0;
};

// Fills the pelvis up to `inset` mm beneath the contour: convex hulls, smoothed from plane to plane and rounded off at the pelvic floor.
void add_hip(Field& content, const HipContour& hip, double inset, unsigned threads);

// More smoothing above the thigh, where the contour is made up anyway; it sets in over 50 mm.
void smooth_hip(Field& field, int times);

}  // namespace drypoint::builder
