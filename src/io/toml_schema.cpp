// The second half of toml_table.h: a rule as JSON Schema.
#include <nlohmann/json.hpp>

#include "io/toml_table.h"

namespace drypoint::io {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* id_pattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

// Limits as people write them: 5 and not 5.0.
Json number(double value) {
    const auto whole = static_cast<std::int64_t>(value);
    if (static_cast<double>(whole) == value) return whole;
    return value;
}

Json schema_of(const Rule& rule);

std::string description(const Rule& rule) {
    std::string text = rule.doc;
    if (!rule.unit.empty()) text += (text.empty() ? "" : "; ") + rule.unit;
    if (!rule.reference.empty()) text += (text.empty() ? "" : "; ") + std::string("id of a ") + rule.reference;
    return text;
}

void add_table(const Rule& rule, Json& schema) {
    schema["type"] = "object";
    Json properties = Json::object();
    Json required = Json::array();
    for (const KeyRule& key : rule.keys) {
        properties[key.key] = schema_of(key.rule);
        if (key.required) required.push_back(key.key);
    }
    schema["properties"] = std::move(properties);
    if (!required.empty()) schema["required"] = std::move(required);
    schema["additionalProperties"] = false;
}

void add_kind(const Rule& rule, Json& schema) {
    switch (rule.kind) {
        case Rule::Kind::text:
            schema["type"] = "string";
            if (!rule.choices.empty()) schema["enum"] = rule.choices;
            break;
        case Rule::Kind::id:
            schema["type"] = "string";
            schema["pattern"] = id_pattern;
            break;
        case Rule::Kind::colour:
            schema["type"] = "string";
            schema["pattern"] = "^#[0-9A-Fa-f]{6}$";
            break;
        case Rule::Kind::number:
            schema["type"] = "number";
            break;
        case Rule::Kind::integer:
            schema["type"] = "integer";
            break;
        case Rule::Kind::boolean:
            schema["type"] = "boolean";
            break;
        case Rule::Kind::list:
            schema["type"] = "array";
            schema["items"] = schema_of(rule.item.front());
            if (rule.length) {
                schema["minItems"] = *rule.length;
                schema["maxItems"] = *rule.length;
            }
            break;
        case Rule::Kind::table:
            add_table(rule, schema);
            break;
        case Rule::Kind::map:
            schema["type"] = "object";
            if (rule.keys_are_ids) schema["propertyNames"] = {{"pattern", id_pattern}};
            schema["additionalProperties"] = schema_of(rule.item.front());
            break;
    }
}

Json schema_of(const Rule& rule) {
    Json schema = Json::object();
    const std::string text = description(rule);
    if (!text.empty()) schema["description"] = text;
    add_kind(rule, schema);
    if (rule.least) schema["minimum"] = number(*rule.least);
    if (rule.most) schema["maximum"] = number(*rule.most);
    return schema;
}

}  // namespace

std::string json_schema(const Rule& rule, const std::string& title) {
    Json schema = {{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", title}};
    schema.update(schema_of(rule));
    return schema.dump(2) + "\n";
}

}  // namespace drypoint::io
