#include "ui/texts.h"

#include <algorithm>
#include <cctype>

namespace drypoint::ui {

Texts::Texts(const std::map<std::string, std::string>& by_key) : by_key_(by_key.begin(), by_key.end()) {}

std::string Texts::operator()(std::string_view key) const {
    const auto found = by_key_.find(key);
    return found == by_key_.end() ? std::string(key) : found->second;
}

std::string Texts::operator()(std::string_view key, std::initializer_list<std::string_view> values) const {
    std::string text = (*this)(key);
    std::size_t number = 0;
    for (const std::string_view value : values) {
        const std::string mark = "{" + std::to_string(number++) + "}";
        const std::size_t at = text.find(mark);
        if (at != std::string::npos) text.replace(at, mark.size(), value);
    }
    return text;
}

std::string Texts::name_of(std::string_view prefix, std::string_view id) const {
    const auto found = by_key_.find(std::string(prefix) + std::string(id));
    if (found != by_key_.end()) return found->second;
    std::string words(id);
    std::replace(words.begin(), words.end(), '-', ' ');
    if (!words.empty()) words[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(words[0])));
    return words;
}

}  // namespace drypoint::ui
