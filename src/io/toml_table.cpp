#include "io/toml_table.h"

#include <utility>

namespace drypoint::io {
namespace {

Rule rule_of(Rule::Kind kind, std::string doc) {
    Rule rule;
    rule.kind = kind;
    rule.doc = std::move(doc);
    return rule;
}

KeyRule key_of(std::string key, bool required, Rule rule) {
    KeyRule made;
    made.key = std::move(key);
    made.required = required;
    made.rule = std::move(rule);
    return made;
}

}  // namespace

Rule Rule::in(std::string unit_name) const {
    Rule rule = *this;
    rule.unit = std::move(unit_name);
    return rule;
}

Rule Rule::within(double low, double high) const {
    Rule rule = *this;
    rule.least = low;
    rule.most = high;
    return rule;
}

Rule Rule::refers_to(std::string what) const {
    Rule rule = *this;
    rule.reference = std::move(what);
    return rule;
}

Rule text_rule(std::string doc) {
    return rule_of(Rule::Kind::text, std::move(doc));
}
Rule one_of(std::vector<std::string> choices, std::string doc) {
    Rule rule = rule_of(Rule::Kind::text, std::move(doc));
    rule.choices = std::move(choices);
    return rule;
}
Rule id_rule(std::string doc) {
    return rule_of(Rule::Kind::id, std::move(doc));
}
Rule colour_rule(std::string doc) {
    return rule_of(Rule::Kind::colour, std::move(doc));
}
Rule number_rule(std::string doc) {
    return rule_of(Rule::Kind::number, std::move(doc));
}
Rule integer_rule(std::string doc) {
    return rule_of(Rule::Kind::integer, std::move(doc));
}
Rule boolean_rule(std::string doc) {
    return rule_of(Rule::Kind::boolean, std::move(doc));
}
Rule list_of(Rule item, std::string doc) {
    Rule rule = rule_of(Rule::Kind::list, std::move(doc));
    rule.item.push_back(std::move(item));
    return rule;
}
Rule point_rule(std::string doc) {
    Rule rule = list_of(number_rule("x, y or z").in("mm"), std::move(doc));
    rule.length = 3;
    return rule;
}
Rule table_rule(std::vector<KeyRule> keys, std::string doc) {
    Rule rule = rule_of(Rule::Kind::table, std::move(doc));
    rule.keys = std::move(keys);
    return rule;
}
Rule map_of(Rule item, std::string doc) {
    Rule rule = rule_of(Rule::Kind::map, std::move(doc));
    rule.item.push_back(std::move(item));
    return rule;
}
Rule ids_to(Rule item, std::string doc) {
    Rule rule = map_of(std::move(item), std::move(doc));
    rule.keys_are_ids = true;
    return rule;
}
KeyRule required(std::string key, Rule rule) {
    return key_of(std::move(key), true, std::move(rule));
}
KeyRule optional(std::string key, Rule rule) {
    return key_of(std::move(key), false, std::move(rule));
}

std::string text_of(const TomlValue& table, std::string_view key, std::string otherwise) {
    const TomlValue* value = table.find(key);
    return value != nullptr ? value->text : std::move(otherwise);
}

double number_of(const TomlValue& table, std::string_view key, double otherwise) {
    const TomlValue* value = table.find(key);
    return value != nullptr ? value->number : otherwise;
}

bool boolean_of(const TomlValue& table, std::string_view key, bool otherwise) {
    const TomlValue* value = table.find(key);
    return value != nullptr ? value->boolean : otherwise;
}

std::vector<std::string> texts_of(const TomlValue& table, std::string_view key) {
    std::vector<std::string> texts;
    if (const TomlValue* value = table.find(key))
        for (const TomlValue& item : value->items) texts.push_back(item.text);
    return texts;
}

std::vector<double> numbers_of(const TomlValue& table, std::string_view key) {
    std::vector<double> numbers;
    if (const TomlValue* value = table.find(key))
        for (const TomlValue& item : value->items) numbers.push_back(item.number);
    return numbers;
}

}  // namespace drypoint::io
