#pragma once
// The deep fascia: where its inner surface lies, where courses pierce it, and where it ends.

#include "builds.h"
#include "distance.h"
#include "field.h"
#include "figures.h"
#include "hip_contour.h"
#include "regions.h"
#include "shell.h"

namespace drypoint::builder {

// Below this height the leg's tendons are missing in the figures: there fat keeps its thickness under the measured skin.
inline constexpr double ankle_y = 60.0;

// So many mm of height before a course pierces the fascia it is no longer covered by it.
inline constexpr double short_of_piercing_mm = 10.0;

struct FasciaInput {
    Distance deep;     // to what the fascia covers, true within 10 mm
    Distance outside;   // to the courses that run outside of it; may be left out
    Distance piercing;  // to them where they pierce it; goes with the other
    const Field* measured_skin = nullptr;
    const Builds* builds = nullptr;
    double step = 2.0;  // of the lattice
    unsigned threads = 1;
};

// The block of the lattice that holds the limb and room round it.
Box whole_limb(const CutPlanes& planes, double step);

// Distances to what is there, with the hull of the hip `inset` mm beneath its contour.
Field content_field(const Distance& content, const Box& box, double step, const HipContour& hip, double inset, unsigned threads);

// Morphological closing with a ball: grows by the radius and shrinks again, so that narrow furrows are bridged.
Field closed(const Field& content, float radius);

void keep_smaller(Field& field, const Field& other, float shift);
void smooth_times(Field& field, int times);

// Distance to the fascia's inner surface: the closing of what it covers with a ball of 10 mm; where courses run outside of it, it makes
// room for its own thickness beneath them, as far as what it covers lets it.
Field fascia_inside(const FasciaInput& input, const CutPlanes& planes, const HipContour& hip);

// The surface in regions: thigh and leg; the openings where courses pierce the fascia; bare where the limb goes over into the trunk, in
// front of and above the plane through pubic tubercle, anterior superior iliac spine and the iliac crest's highest point.
RegionMesh regions_of(geometry::TriangleMesh surface, const Field& inside, const FasciaInput& input, const std::vector<LandmarkFigure>& landmarks);

}  // namespace drypoint::builder
