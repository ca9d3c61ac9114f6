#pragma once
// A patch of a surface, cut out to be painted on: as much of it as a field covers, fine enough for the field's borders,
// with the field's numbers at its vertices.

#include <functional>
#include <vector>

#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

#include "geometry/bounds.h"
#include "geometry/triangle_mesh.h"

namespace drypoint::geometry {

struct Patch {
    ShadedMesh mesh;
    std::vector<glm::vec4> values;  // the field at each vertex, before it was lifted
    Bounds bounds;
};

// Four numbers at a place of a surface and its unit normal. w: how far inside the patch the place lies, mm, negative
// outside. A border is where a number is 0; near it the number changes by about 1 per mm, and never by much more.
using PatchField = std::function<glm::vec4(const glm::vec3& at_mm, const glm::vec3& normal)>;

struct PatchOptions {
    float edge_mm = 2.0f;     // > 0; edges near a border are at most so long
    bool everywhere = false;  // fine inside too, not only at its borders
    float lift_mm = 0.3f;     // along the normals, so that the patch lies on its surface, not in it
};

// Triangles that reach inside, turned as they are in the surface. Edges are cut in the middle, in both triangles that
// share them, so that the patch has no cracks. Empty if the field covers nothing.
Patch make_patch(const ShadedMesh& surface, const PatchField& field, const PatchOptions& options = {});

}  // namespace drypoint::geometry
