#pragma once
// Normals for surfaces that come without.

#include "geometry/triangle_mesh.h"

namespace drypoint::geometry {

// The surface as it is drawn: normals are means over the triangles round a vertex, weighted by the angle at it, of
// those whose plane is within `crease_deg` of the triangle's own; sharper edges stay sharp, their vertices are split.
ShadedMesh shaded(const TriangleMesh& surface, float crease_deg = 50.0f);

}  // namespace drypoint::geometry
