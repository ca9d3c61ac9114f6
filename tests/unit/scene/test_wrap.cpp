#include <doctest/doctest.h>

#include "scene/wrap.h"

using namespace drypoint;
using Lines = std::vector<std::string>;

namespace {

// Ten pixels a letter; the ellipsis counts as one.
float ten_each(std::string_view text) {
    std::size_t letters = 0;
    for (const char c : text) letters += (static_cast<unsigned char>(c) & 0xC0u) == 0x80u ? 0u : 1u;
    return static_cast<float>(letters) * 10.0f;
}

Lines wrapped(std::string_view name, float width, std::size_t most, float last_less = 0) {
    return scene::wrap(name, width, most, ten_each, last_less);
}

}  // namespace

TEST_CASE("a name that fits is one line") {
    CHECK(wrapped("Femur", 100, 2) == Lines{"Femur"});
    CHECK(wrapped("", 100, 2).empty());
}

TEST_CASE("a longer one is broken between words") {
    CHECK(wrapped("Vastus medialis", 100, 2) == Lines{"Vastus", "medialis"});
    CHECK(wrapped("Lateral femoral cutaneous nerve", 160, 2) == Lines{"Lateral femoral", "cutaneous nerve"});
}

TEST_CASE("one that is too long loses its middle, never the word that says what it is") {
    CHECK(wrapped("Descending branch of lateral circumflex femoral artery", 180, 2) ==
          Lines{"Descending branch", "\xe2\x80\xa6 femoral artery"});
    CHECK(wrapped("Lateral femoral cutaneous nerve", 100, 1) == Lines{"\xe2\x80\xa6 nerve"});
}

TEST_CASE("the last line leaves room for what stands beside it") {
    CHECK(wrapped("Vastus medialis", 150, 3) == Lines{"Vastus medialis"});
    CHECK(wrapped("Vastus medialis", 150, 3, 30) == Lines{"Vastus", "medialis"});
}

TEST_CASE("a word that is wider than the line stands alone on it") {
    CHECK(wrapped("Semimembranosus", 80, 2) == Lines{"Semimembranosus"});
    CHECK(wrapped("Connective tissue", 80, 2) == Lines{"Connective", "tissue"});
}
