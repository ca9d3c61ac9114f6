#pragma once
// What the readers of data/anatomy/*.toml share: a file as a table, and faults with their line.

#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>

#include <toml++/toml.h>

#include "base/issue.h"

namespace drypoint::builder {

struct TomlReader {
    std::string file;
    base::Issues issues;

    void fail(const toml::source_region& where, const std::string& message) {
        issues.push_back(base::error(base::at(file, static_cast<int>(where.begin.line), static_cast<int>(where.begin.column)),
                                     message, {}, "bad-catalog"));
    }

    void fail(const std::string& message) { issues.push_back(base::error(base::in_file(file), message)); }
};

inline std::optional<toml::table> parse_toml(const std::filesystem::path& file, base::Issues& issues) {
    std::ifstream stream(file, std::ios::binary);
    std::stringstream text;
    text << stream.rdbuf();
    if (!stream) {
        issues.push_back(base::error(base::in_file(file.string()), "cannot be read"));
        return std::nullopt;
    }
    try {
        return toml::parse(text.str(), file.string());
    } catch (const toml::parse_error& error) {
        const auto& begin = error.source().begin;
        issues.push_back(base::error(base::at(file.string(), static_cast<int>(begin.line), static_cast<int>(begin.column)),
                                     std::string(error.description())));
        return std::nullopt;
    }
}

}  // namespace drypoint::builder
