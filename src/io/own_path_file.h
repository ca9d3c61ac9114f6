#pragma once
// A person's own needle as a TOML file. docs/needle.md describes it.

#include <string>

#include "anatomy/content.h"
#include "anatomy/own_path.h"
#include "base/result.h"
#include "io/toml_table.h"

namespace drypoint::io {

const Rule& own_path_rule();

// Points and needles must be in the content. Every finding has its place and what to do; nothing comes back if there is
// an error.
base::Result<anatomy::OwnPath> parse_own_path(std::string_view bytes, const std::string& path,
                                              const anatomy::Content& content);
base::Result<anatomy::OwnPath> load_own_path(const std::string& path, const anatomy::Content& content);

// What load_own_path reads back as the same value.
std::string own_path_toml(const anatomy::OwnPath& own);
// Written beside and renamed. An empty list: done.
base::Issues save_own_path(const std::string& path, const anatomy::OwnPath& own);

}  // namespace drypoint::io
