#pragma once

#include <string>
#include <vector>

#include "anatomy/hazards_in_muscle.h"
#include "base/id.h"
#include "base/result.h"

namespace drypoint::io {

// What data/anatomy/structures.toml asks of a model of the limb, in the file's order.
struct StructureList {
    std::vector<base::Id> ids;
    std::vector<anatomy::Enters> enters;  // courses and the muscles that they enter on purpose
};

base::Result<StructureList> load_structure_list(const std::string& path);

}  // namespace drypoint::io
