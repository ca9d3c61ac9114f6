#pragma once
// What a foreign model's node names mean: data/models/*.toml.

#include <map>
#include <string>
#include <vector>

#include "anatomy/atlas.h"
#include "base/result.h"

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

}  // namespace drypoint::io
