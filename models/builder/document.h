#pragma once
// The model as a glTF document: names, colours, notes.

#include "io/gltf_writer.h"
#include "model.h"

namespace drypoint::builder {

io::GltfDocument to_document(const Model& model);

}  // namespace drypoint::builder
