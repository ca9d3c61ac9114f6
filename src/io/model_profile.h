#pragma once
// What a foreign model's node names mean: data/models/*.toml.

#include <map>
#include <string>
#include <vector>

#include "anatomy/atlas.h"
#include "base/result.h"
#include "io/toml_table.h"

namespace drypoint::io {

// A node as we would have named it. Empty strings: not said.
struct NodeMeaning {
    base::Id id;
    std::string name, latin, group;
    anatomy::Tissue tissue = anatomy::Tissue::other;
    anatomy::Layer layer = anatomy::Layer::superficial;
    anatomy::Side side = anatomy::Side::none;
    bool hazard = false;
    bool uncertain = false;
};

struct ModelProfile {
    std::string name;                          // of the model that it describes
    std::string copyright;                     // line to show if the file has none; may be empty
    std::map<std::string, NodeMeaning> nodes;  // by the node's name in the file
    std::vector<anatomy::Landmark> landmarks;  // in the model's frame, mm
};

// Reads and checks one profile. Landmarks that lie between others are worked out here.
base::Result<ModelProfile> load_profile(const std::string& path);

// All profiles of a folder (*.toml), by file name. One that cannot be read is left out, and its issues are kept.
base::Result<std::vector<ModelProfile>> load_profiles(const std::string& folder);

// What such a file may hold.
const Rule& profile_rule();

}  // namespace drypoint::io
