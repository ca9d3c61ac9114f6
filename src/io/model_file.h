#pragma once
// Any model file to an atlas.

#include <string>
#include <vector>

#include "anatomy/atlas.h"
#include "base/result.h"
#include "io/model_profile.h"

namespace drypoint::io {

struct LoadOptions {
    // Foreign models whose node names are known. One is used for a file if it knows at least half of the file's nodes;
    // of several the one that knows most.
    std::vector<ModelProfile> profiles;
    // Where more of them lie (*.toml); read only when a file holds nodes that are not our own. Empty: nowhere.
    std::string profiles_folder;
};

// Reads .glb and .gltf, OBJ, STL, PLY and FBX; the kind is told by the content first, then by the extension. The atlas
// is in millimetres, welded, with the SHA-256 of the file. Nodes that cannot be read are left out and named in the
// issues; a file without one usable node is a failure. Never throws.
base::Result<anatomy::Atlas> load_model(const std::string& path, const LoadOptions& options = {});

}  // namespace drypoint::io
