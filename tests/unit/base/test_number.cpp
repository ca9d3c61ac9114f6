#include <doctest/doctest.h>

#include <limits>

#include "base/number.h"

using drypoint::base::at_most_two_decimals;
using drypoint::base::one_decimal;

TEST_CASE("a number is written with one decimal, rounded to even where it lies between, however large") {
    CHECK(one_decimal(12.34) == "12.3");
    CHECK(one_decimal(-0.25) == "-0.2");
    CHECK(one_decimal(0.0) == "0.0");
    CHECK(one_decimal(60) == "60.0");
    CHECK(one_decimal(1e9) == "1000000000.0");
    CHECK(one_decimal(std::numeric_limits<double>::max()).size() == 311);
}

TEST_CASE("a number is written with no more decimals than it needs, at most two, whatever its sign") {
    CHECK(at_most_two_decimals(10.0) == "10");
    CHECK(at_most_two_decimals(7.5) == "7.5");
    CHECK(at_most_two_decimals(3.25) == "3.25");
    CHECK(at_most_two_decimals(-0.5) == "-0.5");
    CHECK(at_most_two_decimals(-0.001) == "0");
    CHECK(at_most_two_decimals(100.0) == "100");
}
