#pragma once
// Which nodes of a glTF model are there, and where. Private to the glTF reader.

#include <string>
#include <vector>

#include <glm/mat4x4.hpp>

#include "base/issue.h"

namespace tinygltf {
class Model;
}

namespace drypoint::io {

struct PlacedNode {
    int node = 0;           // in range
    glm::dmat4 place{1.0};  // of the node in the world, metres
};

// The nodes of the file's scene, parents before children, each once, in the file's order. Cycles, second parents and
// transforms that are none become issues.
std::vector<PlacedNode> placed_nodes(const tinygltf::Model& model, const std::string& path, base::Issues& issues);

// The nodes that this one names as its lighter levels of detail (extension MSFT_lod), the least light first; in range.
std::vector<int> lighter_levels(const tinygltf::Model& model, int node);

// A node's name, else its mesh's, else "node 12". Never empty.
std::string node_name(const tinygltf::Model& model, int node);

}  // namespace drypoint::io
