#include "io/readability.h"

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

}  // namespace drypoint::io
