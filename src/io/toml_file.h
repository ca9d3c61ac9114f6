#pragma once
// A TOML file as a plain tree in which every key and value knows its place. No parser's types, nothing thrown.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace drypoint::io {

struct TomlMember;

struct TomlValue {
    enum class Kind { text, integer, number, boolean, date, list, table };

    Kind kind = Kind::table;
    int line = 0;    // from 1; of a table written as [header], its header
    int column = 0;  // from 1, in code points
    std::string text;
    std::int64_t integer = 0;
    double number = 0.0;  // of an integer too
    bool boolean = false;
    std::vector<TomlValue> items;     // of a list
    std::vector<TomlMember> members;  // of a table, in the file's order

    // Of a table: the value of a key, or null.
    const TomlValue* find(std::string_view key) const;
};

struct TomlMember {
    std::string key;
    int line = 0;
    int column = 0;
    TomlValue value;
};

// "a table", "a text", "a whole number" ...: for messages.
std::string_view words_for(TomlValue::Kind kind);

inline constexpr std::size_t largest_toml_bytes = std::size_t{4} << 20;
inline constexpr std::size_t longest_toml_line_bytes = std::size_t{16} << 10;

// Files over 4 MB, lines over 16 KB, NUL bytes, text that is not UTF-8 and keys of more than 32 dotted parts are
// refused before the parser sees them. A byte-order mark is skipped. Syntax errors carry line and column.
base::Result<TomlValue> parse_toml(std::string_view bytes, const std::string& path);
base::Result<TomlValue> read_toml(const std::string& path);

}  // namespace drypoint::io
