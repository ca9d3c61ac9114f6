#pragma once
// Bytes to tinygltf's model, fenced in. Private to the glTF reader.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/issue.h"

namespace tinygltf {
class Model;
}

namespace drypoint::io {

// What is wrong with the file as a whole.
inline base::Issue gltf_issue(const std::string& path, std::string message, std::string hint = {}) {
    return base::error(base::in_file(path), std::move(message), std::move(hint), "gltf");
}

// What is read from: tinygltf's view of the JSON, and the bytes of each of its buffers.
struct GltfSource {
    const tinygltf::Model& model;
    const std::vector<std::string_view>& buffers;
};

// An empty list: `model` and `buffers` are filled, and not one number in the model has been checked yet. The views
// point into `bytes` and `model`. tinygltf sees neither the binary chunk, which it would copy, nor any part of the JSON
// that is not read here. Buffers of a .gltf come from the folder of `path` or below it, from nowhere else.
base::Issues parse_gltf(const std::string& bytes, const std::string& path, tinygltf::Model& model,
                        std::vector<std::string_view>& buffers);

}  // namespace drypoint::io
