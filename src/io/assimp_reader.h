#pragma once
// OBJ, STL, PLY and FBX, by way of Assimp.

#include <optional>
#include <string>
#include <string_view>

#include "io/imported_model.h"

namespace drypoint::io {

enum class MeshFormat { obj, stl, ply, fbx };

// By the first bytes, else by the extension; no value for anything else.
std::optional<MeshFormat> mesh_format(std::string_view bytes, const std::string& path);

// Millimetres. FBX says how long its unit is; of the others nobody knows, so a model less than 10 units across is taken
// for metres and any other for millimetres, and a warning says which. No other file is opened (materials of an OBJ stay
// unread, their names are kept). Nodes without triangles are left out. Never throws.
base::Result<ImportedModel> read_with_assimp(const std::string& bytes, const std::string& path, MeshFormat format);

}  // namespace drypoint::io
