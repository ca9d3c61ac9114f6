#pragma once
// What a reader of model files hands on, before it is anatomy: nodes as the file names them, in millimetres.

#include <optional>
#include <string>
#include <vector>

#include <glm/vec3.hpp>

#include "base/result.h"
#include "geometry/triangle_mesh.h"

namespace drypoint::io {

// What our own files say about a node (glTF `extras`). Empty, or no value: not said.
struct NodeExtras {
    std::string id, name, latin, tissue, group, layer, side;
    std::optional<bool> hazard, uncertain;
    bool landmark = false;
    std::string kind, on;  // of a landmark
};

struct ImportedNode {
    std::string name;      // never empty
    std::string material;  // name of the first primitive's material; may be empty
    NodeExtras extras;
    glm::vec3 origin_mm{0.0f};
    // Every index is in range, every position finite. Without normals (`normals` empty) they are still to be computed.
    geometry::ShadedMesh mesh;
};

struct ImportedModel {
    std::vector<ImportedNode> nodes;
    std::string copyright;
};

// Room for what a file may unfold into; a small file can name one mesh many times.
inline constexpr std::size_t most_vertices = std::size_t{1} << 26;

}  // namespace drypoint::io
