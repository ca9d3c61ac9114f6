#pragma once
// Walkthroughs: data/walkthroughs/*.toml. docs/walkthroughs.md describes them.

#include <string>
#include <vector>

#include "anatomy/atlas.h"
#include "base/result.h"
#include "io/toml_table.h"
#include "session/walkthrough.h"

namespace drypoint::io {

// One file. Its id is the file's name. A step whose actions cannot be read keeps those that can; each wrong one is
// named with its line. A walkthrough without a step is a failure.
base::Result<session::Walkthrough> load_walkthrough(const std::string& path);

// All of a folder, by file name. One that cannot be read is left out and named. A folder that is not there holds none.
base::Result<std::vector<session::Walkthrough>> load_walkthroughs(const std::string& folder);

const Rule& walkthrough_rule();

// The report "list walkthroughs".
std::string list_walkthroughs_json(const std::vector<session::Walkthrough>& walkthroughs, const anatomy::Atlas& atlas);

}  // namespace drypoint::io
