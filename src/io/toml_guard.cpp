#include "io/toml_guard.h"

#include <algorithm>

#include "io/toml_file.h"

namespace drypoint::io {
namespace {

// A parser that calls itself for each part of a dotted key, inside 256 nested values, overflows the stack.
constexpr int most_key_parts = 32;

bool is_key_character(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

// The parts of the longest run that could be a dotted key, quoted parts included.
int longest_dotted_run(std::string_view line) {
    int longest = 0;
    int parts = 0;
    bool after_part = false;
    for (std::size_t i = 0; i < line.size();) {
        const char c = line[i];
        const bool quote = c == '"' || c == '\'';
        if (is_key_character(c) || quote) {
            parts = after_part ? 1 : parts + 1;  // two parts without a dot between them: a new run
            longest = std::max(longest, parts);
            after_part = true;
            if (quote) {
                const std::size_t close = line.find(c, i + 1);
                i = close == std::string_view::npos ? line.size() : close + 1;
            } else {
                while (i < line.size() && is_key_character(line[i])) ++i;
            }
            continue;
        }
        if (c == '.' && after_part) {
            after_part = false;
        } else if (c != ' ' && c != '\t') {
            parts = 0;
            after_part = false;
        }
        ++i;
    }
    return longest;
}

}  // namespace

std::optional<base::Issue> toml_guard_issue(std::string_view bytes, const std::string& path) {
    const auto issue = [&](int line, std::string message) {
        return base::error(base::at(path, line, line > 0 ? 1 : 0), std::move(message), {}, "toml-file");
    };
    if (bytes.size() > largest_toml_bytes) return issue(0, "is larger than 4 MiB, the most that is read");
    int number = 1;
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        const std::string_view line = bytes.substr(0, end);
        if (line.find('\0') != std::string_view::npos) return issue(number, "is no text: there is a NUL byte in it");
        if (line.size() > longest_toml_line_bytes) return issue(number, "this line is longer than 16 KiB");
        if (longest_dotted_run(line) > most_key_parts)
            return issue(number, "this key has more than " + std::to_string(most_key_parts) + " dotted parts");
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        ++number;
    }
    return std::nullopt;
}

}  // namespace drypoint::io
