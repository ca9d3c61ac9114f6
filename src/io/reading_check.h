#pragma once
// Whether the plain texts of the content can be read by everyone.

#include <string>
#include <vector>

#include "anatomy/content.h"
#include "base/issue.h"

namespace drypoint::io {

// Names that a plain text may hold without their being counted: of muscles and hazards, and those of reading.toml.
std::vector<std::string> uncounted_names(const anatomy::Content& content);

// A warning for every sentence of more than 15 words, every text above grade 6 (names of structures not counted) and
// every hard word, each with the place of its text.
base::Issues check_reading(const anatomy::Content& content);

struct ReadingSummary {
    int texts = 0;
    double mean_grade = 0.0, highest_grade = 0.0;
    base::Place highest_at;
    int longest_sentence_words = 0;
};
ReadingSummary reading_summary(const anatomy::Content& content);

}  // namespace drypoint::io
