// How well is drawn while something moves: frame times in, quality out.
#include <doctest/doctest.h>

#include <initializer_list>

#include "app/pace.h"

using drypoint::app::after_frame;
using drypoint::app::at_rest;
using drypoint::app::Pace;
using drypoint::render::Quality;

namespace {

Pace after(Pace pace, std::initializer_list<double> frames_ms) {
    for (const double ms : frames_ms) pace = after_frame(pace, ms);
    return pace;
}

}  // namespace

TEST_CASE("frames of 20 a second or more keep every pixel while something moves") {
    const Pace pace = after({}, {49, 49, 49, 49, 49, 49});
    CHECK(pace.while_moving == Quality::moving);
    CHECK(at_rest(pace).while_moving == Quality::moving);
}

TEST_CASE("three slow frames make the picture coarser at once, one hiccup does not") {
    CHECK(after({}, {30, 400, 30}).while_moving == Quality::moving);
    CHECK(after({}, {60, 60}).while_moving == Quality::moving);
    CHECK(after({}, {60, 60, 60}).while_moving == Quality::coarse);
    CHECK(after({}, {60, 60, 60, 60, 60, 60, 60, 60, 60}).while_moving == Quality::coarse);  // there is no coarser one
}

TEST_CASE("the picture gets finer only once it has come to rest, and one step at a time") {
    Pace pace = after({}, {60, 60, 60});
    REQUIRE(pace.while_moving == Quality::coarse);
    pace = after(pace, {10, 10, 10, 10, 10, 10});
    CHECK(pace.while_moving == Quality::coarse);
    pace = at_rest(pace);
    CHECK(pace.while_moving == Quality::moving);
    CHECK(at_rest(pace).while_moving == Quality::moving);  // the same frames do not count twice
    CHECK(at_rest(after(pace, {3, 3, 3})).while_moving == Quality::rest);
}

TEST_CASE("what would be too slow one step finer stays as it is") {
    const Pace coarse = after({}, {60, 60, 60});
    CHECK(at_rest(after(coarse, {24, 24, 24})).while_moving == Quality::coarse);
    CHECK(at_rest(after(coarse, {17, 17, 17})).while_moving == Quality::moving);
    CHECK(at_rest(after({}, {24, 24, 24})).while_moving == Quality::moving);
    CHECK(at_rest(after({}, {12, 12, 12})).while_moving ==
          Quality::moving);  // the full picture takes five times as long
    CHECK(at_rest(after({}, {8, 8, 8})).while_moving == Quality::rest);
}

TEST_CASE("a card on which the full picture becomes slow leaves it") {
    Pace pace;
    pace.while_moving = Quality::rest;
    CHECK(after(pace, {55, 70, 80}).while_moving == Quality::moving);
}
