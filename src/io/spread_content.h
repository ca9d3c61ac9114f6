#pragma once
// Inside io only: data/anatomy/spread.toml, entry by entry.

#include <string>

#include "anatomy/spread.h"
#include "io/toml_table.h"

namespace drypoint::io {

const Rule& spread_rule();
// A figure has a number and says what was measured; what was not found has neither.
base::Issues check_spread(const TomlValue& entry, const std::string& file);
anatomy::HazardSpread spread_from(const TomlValue& entry, const std::string& file);

}  // namespace drypoint::io
