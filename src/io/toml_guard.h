#pragma once
// What can be said about a TOML file's bytes before a parser sees them. Private to toml_file.

#include <optional>
#include <string>
#include <string_view>

#include "base/issue.h"

namespace drypoint::io {

std::optional<base::Issue> toml_guard_issue(std::string_view bytes, const std::string& path);

}  // namespace drypoint::io
