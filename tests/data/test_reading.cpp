// Every shipped plain text can be read by everyone.
#include <doctest/doctest.h>

#include "io/content_reader.h"
#include "io/reading_check.h"
#include "source_dir.h"

using namespace drypoint;

TEST_CASE("every plain text has short sentences, grade 6 at most and no hard word") {
    const auto content = io::load_content(source_dir() + "/data");
    REQUIRE(content);
    for (const base::Issue& issue : io::check_reading(*content)) CHECK_MESSAGE(false, base::to_string(issue));
    const io::ReadingSummary summary = io::reading_summary(*content);
    MESSAGE(summary.texts << " plain texts, grade " << summary.mean_grade << " on average, " << summary.highest_grade
                          << " at most, longest sentence " << summary.longest_sentence_words << " words");
    CHECK(summary.texts > 1300);
    CHECK(summary.longest_sentence_words <= 15);
}
