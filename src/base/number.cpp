#include "base/number.h"

#include <charconv>

namespace drypoint::base {

namespace {

std::string with_decimals(double value, int decimals) {
    char text[400];  // the largest double has 309 digits
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, decimals).ptr;
    return {text, end};
}

}  // namespace

std::string one_decimal(double value) {
    return with_decimals(value, 1);
}

std::string at_most_two_decimals(double value) {
    std::string text = with_decimals(value, 2);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

}  // namespace drypoint::base
