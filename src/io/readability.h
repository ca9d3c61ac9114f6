#pragma once
// How hard a plain text is to read.

#include <string>
#include <string_view>
#include <vector>

#include "anatomy/teaching.h"

namespace drypoint::io {

inline constexpr int longest_plain_sentence_words = 15;
inline constexpr double highest_plain_grade = 6.0;
inline constexpr int hard_word_syllables = 4;

struct Sentence {
    std::string text;
    int words = 0;  // parts between spaces that hold a letter or a digit
};

// A sentence ends with . ! or ? before a space or the end, so that 17.5 is no end.
std::vector<Sentence> sentences_of(std::string_view text);

// By rules of English spelling: right for most words, one too many or too few for some. A number counts as one.
int syllables_in(std::string_view word);

struct Counts {
    int sentences = 0, words = 0, syllables = 0;
};
Counts counts_of(std::string_view text);

// Flesch-Kincaid grade level (Kincaid et al. 1975): 0.39 words per sentence + 11.8 syllables per word - 15.59. Zero for
// an empty text.
double grade_of(const Counts& counts);

// The text without names of structures, whole words in any case; the longest name wins.
std::string without_names(std::string_view text, const std::vector<std::string>& names);

struct HardWord {
    std::string word;
    std::string instead;  // what to write; empty: it is just long
};
// Words that reading.instead names, and words of four syllables or more that are not in reading.known.
std::vector<HardWord> hard_words_in(std::string_view text, const anatomy::Reading& reading);

}  // namespace drypoint::io
