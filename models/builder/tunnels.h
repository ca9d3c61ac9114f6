#pragma once
// The ways that vessels and nerves take through the fat.

#include <vector>

#include "curve.h"
#include "distance.h"
#include "geometry/triangle_mesh.h"

namespace drypoint::builder {

struct Tunnel {
    Curve curve;                 // the course's, as wide as the tunnel
    geometry::TriangleMesh wall;  // closed
};

// Round each course a tunnel that follows its tube: 0.2 mm wider, and as wide as takes away walls that would be thinner than 1 mm
// to another tunnel, or than 0.3 mm to what lies beneath the fat (`above`: distance to that, upwards). `tubes` are the courses' own
// surfaces. The tunnel of a course that lies in the fat from end to end is a cavity.
std::vector<Tunnel> tunnels_round(const std::vector<Curve>& courses, const std::vector<geometry::TriangleMesh>& tubes, const Distance& above);

}  // namespace drypoint::builder
