#pragma once

#include <string>

namespace drypoint::base {

// With one digit behind the point, whatever the locale: "12.3".
std::string one_decimal(double value);

// "10", "7.5", "-3.25".
std::string at_most_two_decimals(double value);

}  // namespace drypoint::base
