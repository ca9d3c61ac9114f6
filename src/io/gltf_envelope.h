#pragma once
// What can be said about glTF bytes before a parser sees them.

#include <optional>
#include <string>
#include <string_view>

#include "base/issue.h"

namespace drypoint::io {

// "glTF" stands at the start: the binary form.
bool is_binary_gltf(std::string_view bytes);

// The lengths of the binary form's header and chunks against the bytes there are, and the nesting of the JSON (parsers
// that call themselves overflow the stack on a million brackets). Nothing: a parser may have it.
std::optional<base::Issue> envelope_issue(std::string_view bytes, const std::string& path);

}  // namespace drypoint::io
