#pragma once
// One table per kind of file says what may stand in it. It checks the file, makes every message with its place, and
// writes the JSON Schema with which editors complete and check it.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "io/toml_file.h"

namespace drypoint::io {

struct KeyRule;

// What one value may be. Made by the functions below; `doc` is one sentence for people.
struct Rule {
    enum class Kind { text, id, colour, number, integer, boolean, list, table, map };

    Kind kind = Kind::text;
    std::string doc;
    std::string unit;                   // "mm", "deg"; of numbers and lists of numbers
    std::optional<double> least, most;  // of numbers
    std::vector<std::string> choices;   // of texts: one of these
    std::string reference;              // of ids: what must exist, "structure"
    std::optional<std::size_t> length;  // of lists: exactly so many
    std::vector<Rule> item;             // of lists and maps: the one rule of all their items
    std::vector<KeyRule> keys;          // of tables
    bool keys_are_ids = false;          // of maps: keys are kebab-case ids

    Rule in(std::string unit_name) const;        // with a unit
    Rule within(double low, double high) const;  // with a range, ends included
    Rule refers_to(std::string what) const;      // with a reference
};

struct KeyRule {
    std::string key;
    bool required = false;
    Rule rule;
};

Rule text_rule(std::string doc);
Rule one_of(std::vector<std::string> choices, std::string doc);
Rule id_rule(std::string doc);
Rule colour_rule(std::string doc);  // "#RRGGBB"
Rule number_rule(std::string doc);  // whole numbers too
Rule integer_rule(std::string doc);
Rule boolean_rule(std::string doc);
Rule list_of(Rule item, std::string doc);
Rule point_rule(std::string doc);  // three numbers, mm
Rule table_rule(std::vector<KeyRule> keys, std::string doc);
Rule map_of(Rule item, std::string doc);  // a table with any keys
Rule ids_to(Rule item, std::string doc);  // a table whose keys are ids
KeyRule required(std::string key, Rule rule);
KeyRule optional(std::string key, Rule rule);

// What ids may refer to: "structure" -> its ids. A kind that is not listed is not checked.
using References = std::map<std::string, std::set<std::string>>;

// Everything in `value` that the rule forbids, in the file's order. Empty: what the rule promises can be relied on.
base::Issues check(const TomlValue& value, const Rule& rule, const std::string& path,
                   const References& references = {});

// For reading a value that has been checked. A key that is not there gives the last argument.
std::string text_of(const TomlValue& table, std::string_view key, std::string otherwise = {});
double number_of(const TomlValue& table, std::string_view key, double otherwise = 0.0);
bool boolean_of(const TomlValue& table, std::string_view key, bool otherwise = false);
std::vector<std::string> texts_of(const TomlValue& table, std::string_view key);
std::vector<double> numbers_of(const TomlValue& table, std::string_view key);

// The rule as JSON Schema (draft 7), indented, ending in a newline. The same rule gives the same bytes.
std::string json_schema(const Rule& rule, const std::string& title);

}  // namespace drypoint::io
