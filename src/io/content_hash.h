#pragma once

#include <string>
#include <string_view>

namespace drypoint::io {

// SHA-256 as 64 lower-case hex digits.
std::string content_hash(std::string_view bytes);

}  // namespace drypoint::io
