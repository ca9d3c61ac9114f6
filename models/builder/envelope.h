#pragma once
// Skin, subcutaneous fat and deep fascia: closed shells round everything, open only where the limb is cut from the body.

#include <array>

#include "builds.h"
#include "curve.h"
#include "fascia.h"
#include "field.h"
#include "geometry/triangle_mesh.h"
#include "hip_contour.h"
#include "shell.h"

namespace drypoint::builder {

struct Envelope {
    geometry::TriangleMesh thigh_fascia;
    geometry::TriangleMesh leg_fascia;
    std::array<geometry::TriangleMesh, build_count> fat;   // the same triangles in every build
    std::array<geometry::TriangleMesh, build_count> skin;
    std::vector<float> assumed;  // of each vertex of the skin: 1 where no published row stands behind the thickness, 0 where one does
    std::vector<float> fat_assumed;  // the same of the fat; 1 in tunnels
    std::array<double, 2> thickness{};  // of skin and fat together, the least and the most of the average build
};

struct EnvelopeInput {
    FasciaInput fascia;
    std::vector<Curve> courses_in_fat;  // those that run outside of the fascia, from end to end
    std::vector<geometry::TriangleMesh> tubes_in_fat;  // and their surfaces
    std::vector<LandmarkFigure> landmarks;
    std::size_t triangles = 13000;  // of one surface; there are six
};

// Six surfaces with the same triangles, each led out of the one inside it: the deep fascia's two, the fat's inner one on it; then, as
// far out as builds.toml says and bridging furrows, the fat's outer one and the skin's two. Neighbours leave `gap_mm` between them.
// At the end tunnels for the courses that run outside of the fascia are cut out of the fat.
Envelope wrap(const EnvelopeInput& input, const CutPlanes& planes, const HipContour& hip);

}  // namespace drypoint::builder
