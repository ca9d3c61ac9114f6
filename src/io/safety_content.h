#pragma once
// Inside io only: data/safety.toml, rule by rule.

#include <string>

#include "anatomy/safety_rule.h"
#include "io/toml_table.h"

namespace drypoint::io {

const Rule& safety_rule();
// A test that compares has a limit, others have none; only tests of hazards may name a structure.
base::Issues check_safety_rule(const TomlValue& entry, const std::string& file);
anatomy::SafetyRule safety_rule_from(const TomlValue& entry, const std::string& file);

}  // namespace drypoint::io
