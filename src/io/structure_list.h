#pragma once

#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"

namespace drypoint::io {

// The ids that the limb ought to have: the tables of data/anatomy/structures.toml, in the file's order.
base::Result<std::vector<base::Id>> load_structure_ids(const std::string& path);

}  // namespace drypoint::io
