#pragma once
// A triangle's corners in double precision.

#include <cstdint>

#include <glm/vec3.hpp>

#include "geometry/triangle_mesh.h"

namespace drypoint::geometry {

struct Corners {
    glm::dvec3 a, b, c;
};

inline Corners corners_of(const TriangleMesh& mesh, std::uint32_t triangle) {
    const Triangle& t = mesh.triangles[triangle];
    return {glm::dvec3(mesh.positions[t[0]]), glm::dvec3(mesh.positions[t[1]]), glm::dvec3(mesh.positions[t[2]])};
}

}  // namespace drypoint::geometry
