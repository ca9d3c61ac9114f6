#include <doctest/doctest.h>

#include <utility>

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

using namespace drypoint::io;

TEST_CASE("syllables of published examples: Wikipedia on Flesch-Kincaid gives 24 in 13 words and 6 in 6") {
    const Counts platypus =
        counts_of("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.");
    CHECK(platypus.words == 13);
    CHECK(platypus.syllables == 24);
    CHECK(grade_of(platypus) == doctest::Approx(11.3).epsilon(0.005));
    const Counts cat = counts_of("The cat sat on the mat.");
    CHECK(cat.syllables == 6);
    CHECK(grade_of(cat) == doctest::Approx(0.39 * 6 + 11.8 - 15.59));
    // Its reading ease is given as 69, which 23 syllables in 16 words make.
    const Counts passage =
        counts_of("This sentence, taken as a reading passage unto itself, is being used to prove a point.");
    CHECK(passage.words == 16);
    CHECK(passage.syllables == 23);
    CHECK(206.835 - 1.015 * passage.words - 84.6 * passage.syllables / passage.words ==
          doctest::Approx(69.0).epsilon(0.005));
}

TEST_CASE("syllables of the words that plain texts are made of") {
    const std::pair<const char*, int> known[]{
        {"muscle", 2},    {"needle", 2},  {"muscles", 2},  {"knee", 1},        {"outer", 2},    {"thigh", 1},
        {"moved", 1},     {"treated", 2}, {"needled", 2},  {"pinched", 1},     {"places", 2},   {"bones", 1},
        {"area", 3},      {"idea", 3},    {"being", 2},    {"lying", 2},       {"tibia", 3},    {"kneecap", 2},
        {"Pain", 1},      {"surface", 2}, {"little", 2},   {"ankles", 2},      {"exercise", 3}, {"injection", 3},
        {"infection", 3}, {"usual", 3},   {"question", 2}, {"acupuncture", 4}, {"17.5", 1},     {"agreed", 2},
        {"seen", 1},      {"the", 1},     {"pressure", 2}, {"buttock", 2},     {"patella", 3}};
    for (const auto& one : known) CHECK_MESSAGE(syllables_in(one.first) == one.second, one.first);
}

TEST_CASE("names of structures are not counted, whole words in any case, the longest first") {
    const std::vector<std::string> names{"femoral nerve", "nerve", "Vastus medialis"};
    CHECK(without_names("The femoral nerve works it.", names) == "The  works it.");
    CHECK(without_names("Nerve, and VASTUS medialis!", names) == ", and !");
    CHECK(without_names("Nervets stay.", names) == "Nervets stay.");
    CHECK(without_names("", names).empty());
    CHECK(grade_of(counts_of("")) == 0.0);
}

TEST_CASE("hard words are those that have a plainer one, and long ones that nobody listed") {
    drypoint::anatomy::Reading reading;
    reading.known = {"acupuncture"};
    reading.instead = {{"patella", "kneecap"}};
    const auto hard = hard_words_in("Acupuncture at the patella: an anatomical word.", reading);
    REQUIRE(hard.size() == 2);
    CHECK(hard[0].word == "patella");
    CHECK(hard[0].instead == "kneecap");
    CHECK(hard[1].word == "anatomical");
    CHECK(hard[1].instead.empty());
}
