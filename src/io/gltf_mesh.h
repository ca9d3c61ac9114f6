#pragma once
// One glTF mesh at one place, as triangles in millimetres. Private to the glTF reader.

#include <string>

#include <glm/mat4x4.hpp>

#include "base/issue.h"
#include "geometry/triangle_mesh.h"
#include "io/gltf_parse.h"

namespace drypoint::io {

// Joins the primitives of source.model.meshes[mesh] under `place` (metres to metres), in millimetres. An error in
// `issues` means that the mesh must not be used; an empty mesh without one holds no triangles. `where` is put into
// every issue.
geometry::ShadedMesh read_mesh(const GltfSource& source, int mesh, const glm::dmat4& place, const base::Place& where,
                               base::Issues& issues);

}  // namespace drypoint::io
