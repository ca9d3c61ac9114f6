#include "scene/wrap.h"

#include <algorithm>

namespace drypoint::scene {
namespace {

constexpr const char* ellipsis = "\xe2\x80\xa6";

std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find(' ', at), name.size());
        if (end > at) words.emplace_back(name.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

std::string joined(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
    std::string text;
    for (std::size_t i = from; i < to; ++i) text += (i > from ? " " : "") + words[i];
    return text;
}

// As many words as fit, at least one.
std::size_t end_of_line(const std::vector<std::string>& words, std::size_t from, float width,
                        const TextWidth& width_of) {
    std::size_t end = from + 1;
    while (end < words.size() && width_of(joined(words, from, end + 1)) <= width) ++end;
    return end;
}

}  // namespace

std::vector<std::string> wrap(std::string_view name, float width, std::size_t most_lines, const TextWidth& width_of,
                              float last_less) {
    const std::vector<std::string> words = words_of(name);
    std::vector<std::string> lines;
    std::size_t at = 0;
    while (at < words.size()) {
        const std::string rest = joined(words, at, words.size());
        const bool last = lines.size() + 1 >= most_lines;
        if (at + 1 == words.size() || width_of(rest) <= width - last_less) {
            lines.push_back(rest);
            break;
        }
        if (last) {  // the end of the name, with an ellipsis for what is left out before it
            std::size_t from = at + 1;
            while (from + 1 < words.size() &&
                   width_of(ellipsis + (" " + joined(words, from, words.size()))) > width - last_less)
                ++from;
            lines.push_back(ellipsis + (" " + joined(words, from, words.size())));
            break;
        }
        const std::size_t end = std::min(end_of_line(words, at, width, width_of), words.size() - 1);
        lines.push_back(joined(words, at, end));
        at = end;
    }
    return lines;
}

}  // namespace drypoint::scene
