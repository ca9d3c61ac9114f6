#pragma once
// How hard a plain text is to read.

#include <string>
#include <string_view>
#include <vector>

namespace drypoint::io {

inline constexpr int longest_plain_sentence_words = 15;

struct Sentence {
    std::string text;
    int words = 0;  // parts between spaces that hold a letter or a digit
};

// A sentence ends with . ! or ? before a space or the end, so that 17.5 is no end.
std::vector<Sentence> sentences_of(std::string_view text);

}  // namespace drypoint::io
