#include "base/number.h"

#include <charconv>

namespace drypoint::base {

std::string one_decimal(double value) {
    char text[400];  // the largest double has 309 digits
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, 1).ptr;
    return {text, end};
}

}  // namespace drypoint::base
