#include "io/card_text.h"

#include <algorithm>

namespace drypoint::io {
namespace {

std::string words(std::string key) {
    std::replace(key.begin(), key.end(), '_', ' ');
    return key;
}

std::string scalar(const Json& value) {
    if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
    return value.is_string() ? value.get<std::string>() : value.dump();
}

bool is_scalar(const Json& value) {
    return !value.is_object() && !value.is_array();
}

bool is_empty(const Json& value) {
    return value.is_null() || ((value.is_object() || value.is_array()) && value.empty());
}

std::string joined(const Json& list) {
    std::string text;
    for (const Json& item : list) text += (text.empty() ? "" : ", ") + scalar(item);
    return text;
}

std::string margin(int depth) {
    return std::string(static_cast<std::size_t>(depth) * 2, ' ');
}

void write(const Json& value, int depth, std::string& text);

void write_statement(const Json& value, int depth, std::string& text) {
    text += margin(depth) + scalar(value["professional"]) + '\n';
    text += margin(depth) + "= " + scalar(value["plain"]) + '\n';
    text += margin(depth) + '[' + scalar(value["status"]);
    if (!is_empty(value["sources"])) text += ": " + joined(value["sources"]);
    text += "]\n";
}

void write_entry(const std::string& key, const Json& value, int depth, std::string& text) {
    if (is_empty(value)) return;
    const bool short_list = value.is_array() && std::all_of(value.begin(), value.end(), is_scalar);
    if (is_scalar(value) || short_list) {
        text += margin(depth) + words(key) + ": " + (short_list ? joined(value) : scalar(value)) + '\n';
        return;
    }
    text += margin(depth) + words(key) + '\n';
    write(value, depth + 1, text);
}

void write(const Json& value, int depth, std::string& text) {
    if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            // Statements end with their status; other entries need a gap.
            if (i > 0 && !value[i].contains("professional")) text += '\n';
            write(value[i], depth, text);
        }
    } else if (value.contains("professional")) {
        write_statement(value, depth, text);
    } else {
        for (const auto& entry : value.items()) write_entry(entry.key(), entry.value(), depth, text);
    }
}

}  // namespace

std::string card_text(const Json& card) {
    std::string text;
    write(card, 0, text);
    return text;
}

}  // namespace drypoint::io
