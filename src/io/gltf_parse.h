#pragma once
// Bytes to tinygltf's model, fenced in. Private to the glTF reader.

#include <string>

#include "base/issue.h"

namespace tinygltf {
class Model;
}

namespace drypoint::io {

// An empty list: `model` is filled, and not one number in it has been checked yet. Buffers of a .gltf are read from the
// folder of `path` or below it, nowhere else; images are not read at all.
base::Issues parse_gltf(const std::string& bytes, const std::string& path, tinygltf::Model& model);

}  // namespace drypoint::io
