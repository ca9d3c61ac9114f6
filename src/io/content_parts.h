#pragma once
// Inside io only: parts that entries of several kinds are made of, from checked tables.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "anatomy/content.h"
#include "io/toml_file.h"

namespace drypoint::io {

base::Place place_of(const TomlValue& value, const std::string& file);

// The value of a key; an empty one if there is none.
const TomlValue& table_of(const TomlValue& entry, std::string_view key);
std::optional<double> maybe_number(const TomlValue& entry, std::string_view key);
std::optional<int> maybe_whole(const TomlValue& entry, std::string_view key);

anatomy::Statement statement_from(const TomlValue& table);
anatomy::Statement statement_at(const TomlValue& entry, std::string_view key);
std::optional<anatomy::Statement> maybe_statement(const TomlValue& entry, std::string_view key);
std::vector<anatomy::Statement> statements_at(const TomlValue& entry, std::string_view key);

anatomy::Figure figure_from(const TomlValue& entry);
std::vector<anatomy::Direction> directions_at(const TomlValue& entry, std::string_view key);
// Of a pair of landmarks under `key`.
anatomy::LandmarkLine line_at(const TomlValue& table, std::string_view key);
anatomy::Stretch stretch_at(const TomlValue& table, std::string_view key);

}  // namespace drypoint::io
