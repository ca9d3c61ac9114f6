#pragma once
// All clinical content from its folder. docs/content.md describes the files.

#include <string>

#include "anatomy/content.h"
#include "base/result.h"

namespace drypoint::io {

// Reads data/: sources, muscles, hazards, needles, harms, midpoints, zones, topics, tests, claims, search, session,
// conventions, ids, reading, safety, anatomy/spread .toml and the folders trigger_points/, needle_paths/ and
// conditions/. A broken entry is left out and named, and so is what cannot do without it; the rest works. Every finding
// carries file, line and column. Only a missing folder is a failure. Never throws.
base::Result<anatomy::Content> load_content(const std::string& data_folder);

}  // namespace drypoint::io
