#include "io/readability.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <map>
#include <utility>

namespace drypoint::io {
namespace {

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool ends_sentence(std::string_view text, std::size_t at) {
    const bool mark = text[at] == '.' || text[at] == '!' || text[at] == '?';
    return mark && (at + 1 == text.size() || is_space(text[at + 1]));
}

// Bytes above 127 belong to letters such as é, or to signs that stand with them.
bool counts(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) > 127;
}

int words_in(std::string_view text) {
    int words = 0;
    bool in_word = false;
    for (const char c : text) {
        if (is_space(c)) {
            in_word = false;
        } else if (!in_word && counts(c)) {
            in_word = true;
            ++words;
        }
    }
    return words;
}

}  // namespace

std::vector<Sentence> sentences_of(std::string_view text) {
    std::vector<Sentence> sentences;
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!ends_sentence(text, i) && i + 1 != text.size()) continue;
        while (start < i && is_space(text[start])) ++start;
        Sentence sentence;
        sentence.text = std::string(text.substr(start, i + 1 - start));
        sentence.words = words_in(sentence.text);
        if (sentence.words > 0) sentences.push_back(std::move(sentence));
        start = i + 1;
    }
    return sentences;
}

namespace {

bool is_vowel(char c) {
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

// Letters only, lower case.
std::string letters_of(std::string_view word) {
    std::string letters;
    for (const char c : word)
        if (std::isalpha(static_cast<unsigned char>(c)) != 0)
            letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return letters;
}

bool ends_with(const std::string& word, std::string_view end) {
    return word.size() >= end.size() && word.compare(word.size() - end.size(), end.size(), end) == 0;
}

bool ends_with_any(const std::string& word, std::initializer_list<std::string_view> ends) {
    return std::any_of(ends.begin(), ends.end(), [&word](std::string_view end) { return ends_with(word, end); });
}

// "le" after a consonant is spoken: muscle, ankles, handled.
bool has_spoken_le(const std::string& word, std::size_t tail) {
    if (word.size() < tail + 3 || word.compare(word.size() - tail - 2, 2, "le") != 0) return false;
    const char before = word[word.size() - tail - 3];
    return !is_vowel(before) && before != 'l';
}

bool has_silent_end(const std::string& word) {
    if (ends_with(word, "e")) return !ends_with(word, "ee") && !has_spoken_le(word, 0);
    if (ends_with(word, "es"))
        return !ends_with_any(word, {"ses", "xes", "zes", "ces", "ges", "ches", "shes"}) && !has_spoken_le(word, 1);
    if (ends_with(word, "ed")) return !ends_with_any(word, {"ted", "ded", "eed"}) && !has_spoken_le(word, 1);
    return false;
}

// Two vowels that are spoken apart: tib-i-a, id-e-a, bi-o, u-su-al.
bool is_hiatus(const std::string& word, std::size_t at) {
    const std::string pair = word.substr(at, 2);
    const char before = at > 0 ? word[at - 1] : ' ';
    const bool soft = before == 't' || before == 's' || before == 'c' || before == 'g';
    if (pair == "ia") return !soft && word.compare(at, 3, "ian") != 0;
    if (pair == "io") return !soft && word.compare(at, 3, "ion") != 0;
    if (pair == "iu" || pair == "uo") return before != 'q' && !soft;
    if (pair == "ua") return before != 'q' && before != 'g';
    if (pair == "ea") return at + 2 == word.size() && word.size() > 3;  // area, idea; not sea
    return pair == "yi" || pair == "ei" || pair == "oi" ? word.compare(at + 1, 3, "ing") == 0 : false;
}

}  // namespace

int syllables_in(std::string_view word) {
    const std::string letters = letters_of(word);
    if (letters.empty()) return 1;
    int groups = 0, apart = 0;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (!is_vowel(letters[i])) continue;
        const bool starts = i == 0 || !is_vowel(letters[i - 1]);
        groups += starts ? 1 : 0;
        apart += is_hiatus(letters, i) ? 1 : 0;
    }
    const int silent = groups > 1 && has_silent_end(letters) ? 1 : 0;
    return std::max(1, groups + apart - silent);
}

Counts counts_of(std::string_view text) {
    Counts counts;
    for (const Sentence& sentence : sentences_of(text)) {
        ++counts.sentences;
        counts.words += sentence.words;
    }
    std::string word;
    const auto end_word = [&] {
        if (std::any_of(word.begin(), word.end(), [](char c) { return io::counts(c); }))
            counts.syllables += syllables_in(word);
        word.clear();
    };
    for (const char c : text) is_space(c) ? end_word() : word.push_back(c);
    end_word();
    return counts;
}

double grade_of(const Counts& counts) {
    if (counts.words == 0 || counts.sentences == 0) return 0.0;
    const double words = counts.words;
    return 0.39 * words / counts.sentences + 11.8 * counts.syllables / words - 15.59;
}

namespace {

// A word of a text, and where its letters stand.
struct Token {
    std::string letters;
    std::size_t begin = 0, end = 0;
};

std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    bool open = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool letter = counts(text[i]);
        if (letter && !open) tokens.push_back({"", i, i});
        if (letter) {
            tokens.back().letters += static_cast<char>(std::tolower(static_cast<unsigned char>(text[i])));
            tokens.back().end = i + 1;
        }
        open = letter;
    }
    return tokens;
}

// How many tokens from `at` on are the name; 0: they are not.
std::size_t matches(const std::vector<Token>& tokens, std::size_t at, const std::vector<Token>& name) {
    if (at + name.size() > tokens.size()) return 0;
    for (std::size_t i = 0; i < name.size(); ++i)
        if (tokens[at + i].letters != name[i].letters) return 0;
    return name.size();
}

}  // namespace

std::string without_names(std::string_view text, const std::vector<std::string>& names) {
    std::multimap<std::string, std::vector<Token>> by_first;
    for (const std::string& name : names) {
        std::vector<Token> tokens = tokens_of(name);
        if (!tokens.empty()) by_first.emplace(tokens.front().letters, std::move(tokens));
    }
    const std::vector<Token> tokens = tokens_of(text);
    std::string rest;
    std::size_t copied = 0;
    for (std::size_t i = 0; i < tokens.size();) {
        std::size_t length = 0;
        const auto range = by_first.equal_range(tokens[i].letters);
        for (auto it = range.first; it != range.second; ++it) length = std::max(length, matches(tokens, i, it->second));
        if (length > 0) {
            rest += text.substr(copied, tokens[i].begin - copied);
            copied = tokens[i + length - 1].end;
        }
        i += std::max<std::size_t>(length, 1);
    }
    return rest + std::string(text.substr(copied));
}

std::vector<HardWord> hard_words_in(std::string_view text, const anatomy::Reading& reading) {
    const auto is_known = [&reading](const std::string& word) {
        return std::find(reading.known.begin(), reading.known.end(), word) != reading.known.end();
    };
    std::vector<HardWord> hard;
    for (const Token& token : tokens_of(text)) {
        const std::string& word = token.letters;
        const auto better = reading.instead.find(word);
        if (better != reading.instead.end()) {
            hard.push_back({word, better->second});
        } else if (syllables_in(word) >= hard_word_syllables && !is_known(word)) {
            hard.push_back({word, {}});
        }
    }
    return hard;
}

}  // namespace drypoint::io
