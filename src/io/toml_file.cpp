#include "io/toml_file.h"

#include <toml++/toml.h>

#include <algorithm>

#include "io/file.h"
#include "io/toml_guard.h"

namespace drypoint::io {
namespace {

void place(const toml::source_region& source, int& line, int& column) {
    line = static_cast<int>(source.begin.line);
    column = static_cast<int>(source.begin.column);
}

TomlValue convert(const toml::node& node);

void convert_table(const toml::table& table, TomlValue& value) {
    value.kind = TomlValue::Kind::table;
    for (const auto& [key, node] : table) {
        TomlMember member;
        member.key = std::string(key.str());
        place(key.source(), member.line, member.column);
        member.value = convert(node);
        value.members.push_back(std::move(member));
    }
    std::stable_sort(value.members.begin(), value.members.end(), [](const TomlMember& a, const TomlMember& b) {
        return a.line != b.line ? a.line < b.line : a.column < b.column;
    });
}

// Depth is bounded: the parser stops at 256 nested values, the guard at 32 dotted parts.
TomlValue convert(const toml::node& node) {
    TomlValue value;
    place(node.source(), value.line, value.column);
    if (const auto* table = node.as_table()) {
        convert_table(*table, value);
    } else if (const auto* list = node.as_array()) {
        value.kind = TomlValue::Kind::list;
        for (const toml::node& item : *list) value.items.push_back(convert(item));
    } else if (const auto* text = node.as_string()) {
        value.kind = TomlValue::Kind::text;
        value.text = text->get();
    } else if (const auto* integer = node.as_integer()) {
        value.kind = TomlValue::Kind::integer;
        value.integer = integer->get();
        value.number = static_cast<double>(integer->get());
    } else if (const auto* number = node.as_floating_point()) {
        value.kind = TomlValue::Kind::number;
        value.number = number->get();
    } else if (const auto* boolean = node.as_boolean()) {
        value.kind = TomlValue::Kind::boolean;
        value.boolean = boolean->get();
    } else {
        value.kind = TomlValue::Kind::date;
    }
    return value;
}

// "Error while parsing key: expected ...; saw ..." reads better without its first words.
std::string message_of(const toml::parse_error& error) {
    std::string text(error.description());
    constexpr std::string_view start = "Error while parsing ";
    if (text.compare(0, start.size(), start) == 0) text = "in this " + text.substr(start.size());
    for (char& c : text)
        if (c == '\n') c = ' ';
    return text;
}

}  // namespace

const TomlValue* TomlValue::find(std::string_view key) const {
    for (const TomlMember& member : members)
        if (member.key == key) return &member.value;
    return nullptr;
}

std::string_view words_for(TomlValue::Kind kind) {
    switch (kind) {
        case TomlValue::Kind::text:
            return "a text";
        case TomlValue::Kind::integer:
            return "a whole number";
        case TomlValue::Kind::number:
            return "a number";
        case TomlValue::Kind::boolean:
            return "true or false";
        case TomlValue::Kind::date:
            return "a date";
        case TomlValue::Kind::list:
            return "a list";
        case TomlValue::Kind::table:
            return "a table";
    }
    return "";
}

base::Result<TomlValue> parse_toml(std::string_view bytes, const std::string& path) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (bytes.substr(0, byte_order_mark.size()) == byte_order_mark) bytes.remove_prefix(byte_order_mark.size());
    if (const auto issue = toml_guard_issue(bytes, path)) return base::failure<TomlValue>(*issue);
    try {
        const toml::table table = toml::parse(bytes);
        TomlValue value;
        value.line = value.column = 1;
        convert_table(table, value);
        return base::success(std::move(value));
    } catch (const toml::parse_error& error) {
        int line = 0;
        int column = 0;
        place(error.source(), line, column);
        return base::failure<TomlValue>(base::error(base::at(path, line, column), message_of(error),
                                                    "texts stand in \"quotes\", lists in [brackets]", "toml-syntax"));
    } catch (const std::exception& exception) {
        return base::failure<TomlValue>(
            base::error(base::in_file(path), std::string("cannot be read: ") + exception.what(), {}, "toml-file"));
    }
}

base::Result<TomlValue> read_toml(const std::string& path) {
    base::Result<std::string> bytes = read_file(path, largest_toml_bytes);
    if (!bytes) return base::failure<TomlValue>(std::move(bytes.issues));
    return parse_toml(*bytes, path);
}

}  // namespace drypoint::io
