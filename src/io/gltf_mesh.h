#pragma once
// One glTF mesh at one place, as triangles in millimetres. Private to the glTF reader.

#include <string>

#include <glm/mat4x4.hpp>

#include "base/issue.h"
#include "geometry/triangle_mesh.h"
#include "io/gltf_parse.h"

namespace drypoint::io {

// Which meshes of source.model.meshes a node shows.
struct NodeMeshes {
    int full = 0;
    int light = -1;  // its lighter level of detail; -1: none
};

// Joins the primitives of the full mesh under `place` (metres to metres), in millimetres. The light one is read if it has
// the same accessors for all but the indices, so that it is the same vertices in fewer triangles; else it is left alone. An
// error in `issues` means that the mesh must not be used; an empty mesh without one holds no triangles. `where` is put into
// every issue.
geometry::ShadedMesh read_mesh(const GltfSource& source, NodeMeshes meshes, const glm::dmat4& place,
                               const base::Place& where, base::Issues& issues);

}  // namespace drypoint::io
