#include <doctest/doctest.h>

#include "io/readability.h"

using drypoint::io::sentences_of;

TEST_CASE("sentences end at marks before a space, and words are what holds letters or digits") {
    const auto sentences = sentences_of("A finger is 17.5 mm wide. It differs! “Does it?” Yes — a lot");
    REQUIRE(sentences.size() == 3);
    CHECK(sentences[0].words == 6);
    CHECK(sentences[1].words == 2);
    CHECK(sentences_of("").empty());
    CHECK(sentences_of(" . ").empty());
    CHECK(sentences_of("one two three").front().words == 3);
    CHECK(sentences_of("Line one\nand two.").front().words == 4);
}
