#pragma once
// Every string that a person reads, by key, from data/text/LANG.toml.

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

namespace drypoint::ui {

class Texts {
  public:
    Texts() = default;
    explicit Texts(const std::map<std::string, std::string>& by_key);

    // A key that is missing stands for itself, so that the gap is seen and nothing else breaks.
    std::string operator()(std::string_view key) const;
    // {0}, {1} ... in the text are replaced.
    std::string operator()(std::string_view key, std::initializer_list<std::string_view> values) const;

    bool has(std::string_view key) const { return by_key_.find(key) != by_key_.end(); }
    // The text of prefix + id; if there is none, the id as words: "anterior-thigh" -> "Anterior thigh".
    std::string name_of(std::string_view prefix, std::string_view id) const;

  private:
    std::map<std::string, std::string, std::less<>> by_key_;
};

}  // namespace drypoint::ui
