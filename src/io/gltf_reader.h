#pragma once
// glTF 2.0, text and binary. The file is not trusted: every number in it is checked before a byte is touched.

#include <string>

#include "io/imported_model.h"

namespace drypoint::io {

// Millimetres (the file's metres times 1000), node transforms applied. A node that cannot be read is left out, and an
// issue names it; a file of which nothing can be read is a failure. `path` names the file in issues, and its folder is
// the only place from which a .gltf may take its buffers. Images are never read. Never throws.
base::Result<ImportedModel> read_gltf(const std::string& bytes, const std::string& path);

}  // namespace drypoint::io
