#pragma once
// Skin and subcutaneous fat: closed shells round everything, open only where the limb is cut from the body.

#include "catalog.h"
#include "field.h"
#include "geometry/triangle_mesh.h"
#include "hip_contour.h"
#include "sheet.h"
#include "shell.h"

namespace drypoint::builder {

// Below this height the leg's tendons are missing in the figures: there the fat keeps its thickness under the measured skin.
inline constexpr double ankle_y = 60.0;

struct Envelope {
    geometry::TriangleMesh skin;
    geometry::TriangleMesh fat;
    Field outside;  // distance to the skin's outer surface
    Field inside;   // distance to the fat's inner surface
    double thinnest = 0.0;
    double thickest = 0.0;  // skin and fat together
};

struct EnvelopeInput {
    Distance content;  // to everything that fat must leave out, true within 10 mm
    Distance wide;     // the same with wider courses: the envelope's lattice is too coarse for thin ones, and fat bulges over them
    const Field* measured_skin = nullptr;
    FatFigure fat;
    std::size_t triangles = 11000;  // of one surface; there are four
    unsigned threads = 1;
};

// The fat's inner surface bridges furrows narrower than twice 25 mm, as the deep fascia does; fat lies on it as thick as the
// figures say, on a smoother surface still; skin lies on the fat with `gap_mm` between. Where the measured skin lies further out it is kept.
Envelope wrap(const EnvelopeInput& input, const CutPlanes& planes, const HipContour& hip);

}  // namespace drypoint::builder
