#pragma once

#include <string>

namespace drypoint::base {

// With one digit behind the point, whatever the locale: "12.3".
std::string one_decimal(double value);

}  // namespace drypoint::base
