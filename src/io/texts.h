#pragma once
// Every string that a person sees: data/text/LANG.toml.

#include <map>
#include <string>

#include "base/result.h"
#include "io/toml_table.h"

namespace drypoint::io {

// Tables of `key = "text"`; a text is known as "table.key".
base::Result<std::map<std::string, std::string>> load_texts(const std::string& path);

// What such a file may hold.
const Rule& texts_rule();

}  // namespace drypoint::io
