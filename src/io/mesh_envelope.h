#pragma once
// What can be said about the bytes of an OBJ, STL, PLY or FBX file before a parser sees them.

#include <optional>
#include <string>
#include <string_view>

#include "base/issue.h"
#include "io/assimp_reader.h"

namespace drypoint::io {

// Wrong first bytes for the format, or counts that the file is too short for. Nothing: a parser may have it.
std::optional<base::Issue> mesh_envelope_issue(std::string_view bytes, const std::string& path, MeshFormat format);

}  // namespace drypoint::io
