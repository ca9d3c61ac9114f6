#pragma once
// Inside io only: every statement of an entry, whatever its kind.

#include <string>
#include <vector>

#include "anatomy/content.h"
#include "io/toml_file.h"

namespace drypoint::io {

// Appends the statements and figures of a checked entry in the file's order. `kind` and `owner` as StatementAt says.
void list_statements(const TomlValue& entry, const std::string& file, const std::string& kind, const std::string& owner,
                     std::vector<anatomy::StatementAt>& into);

}  // namespace drypoint::io
