#include "io/content_parts.h"

#include "io/toml_table.h"

namespace drypoint::io {

using anatomy::Statement;

base::Place place_of(const TomlValue& value, const std::string& file) {
    return base::at(file, value.line, value.column);
}

const TomlValue& table_of(const TomlValue& entry, std::string_view key) {
    static const TomlValue empty;
    const TomlValue* value = entry.find(key);
    return value != nullptr ? *value : empty;
}

std::optional<double> maybe_number(const TomlValue& entry, std::string_view key) {
    const TomlValue* value = entry.find(key);
    if (value == nullptr) return std::nullopt;
    return value->number;
}

std::optional<int> maybe_whole(const TomlValue& entry, std::string_view key) {
    const TomlValue* value = entry.find(key);
    if (value == nullptr) return std::nullopt;
    return static_cast<int>(value->integer);
}

Statement statement_from(const TomlValue& table) {
    Statement statement;
    statement.professional = text_of(table, "professional");
    statement.plain = text_of(table, "plain");
    statement.status = anatomy::status_named(text_of(table, "status")).value_or(anatomy::Status::unverified);
    statement.sources = texts_of(table, "sources");
    return statement;
}

Statement statement_at(const TomlValue& entry, std::string_view key) {
    return statement_from(table_of(entry, key));
}

std::optional<Statement> maybe_statement(const TomlValue& entry, std::string_view key) {
    const TomlValue* table = entry.find(key);
    if (table == nullptr) return std::nullopt;
    return statement_from(*table);
}

std::vector<Statement> statements_at(const TomlValue& entry, std::string_view key) {
    std::vector<Statement> statements;
    for (const TomlValue& item : table_of(entry, key).items) statements.push_back(statement_from(item));
    return statements;
}

anatomy::Figure figure_from(const TomlValue& entry) {
    anatomy::Figure figure;
    figure.label = text_of(entry, "label");
    figure.value = text_of(entry, "value");
    figure.unit = text_of(entry, "unit");
    figure.mean = maybe_number(entry, "mean");
    figure.sd = maybe_number(entry, "sd");
    figure.low = maybe_number(entry, "low");
    figure.high = maybe_number(entry, "high");
    figure.status = anatomy::status_named(text_of(entry, "status")).value_or(anatomy::Status::not_found);
    figure.sources = texts_of(entry, "sources");
    figure.note = text_of(entry, "note");
    return figure;
}

std::vector<anatomy::Direction> directions_at(const TomlValue& entry, std::string_view key) {
    std::vector<anatomy::Direction> directions;
    for (const std::string& name : texts_of(entry, key))
        directions.push_back(anatomy::direction_named(name).value_or(anatomy::Direction::anterior));
    return directions;
}

anatomy::LandmarkLine line_at(const TomlValue& table, std::string_view key) {
    const std::vector<std::string> ends = texts_of(table, key);
    return {ends[0], ends[1]};
}

anatomy::Stretch stretch_at(const TomlValue& table, std::string_view key) {
    const std::vector<double> ends = numbers_of(table, key);
    return {ends[0], ends[1]};
}

}  // namespace drypoint::io
