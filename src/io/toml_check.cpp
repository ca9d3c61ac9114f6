// A file against the table of its kind: the messages of toml_table.h.
#include <algorithm>
#include <cmath>
#include <utility>

#include "base/id.h"
#include "io/toml_table.h"

namespace drypoint::io {
namespace {

using Kind = TomlValue::Kind;

std::string number_text(double value) {
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string expected(const Rule& rule) {
    switch (rule.kind) {
        case Rule::Kind::text:
            return "a text";
        case Rule::Kind::id:
            return "an id";
        case Rule::Kind::colour:
            return "a colour";
        case Rule::Kind::number:
            return rule.unit.empty() ? "a number" : "a number in " + rule.unit;
        case Rule::Kind::integer:
            return "a whole number";
        case Rule::Kind::boolean:
            return "true or false";
        case Rule::Kind::list:
            return "a list";
        case Rule::Kind::table:
        case Rule::Kind::map:
            return "a table";
    }
    return "";
}

bool has_kind(const TomlValue& value, const Rule& rule) {
    switch (rule.kind) {
        case Rule::Kind::text:
        case Rule::Kind::id:
        case Rule::Kind::colour:
            return value.kind == Kind::text;
        case Rule::Kind::number:
            return value.kind == Kind::number || value.kind == Kind::integer;
        case Rule::Kind::integer:
            return value.kind == Kind::integer;
        case Rule::Kind::boolean:
            return value.kind == Kind::boolean;
        case Rule::Kind::list:
            return value.kind == Kind::list;
        case Rule::Kind::table:
        case Rule::Kind::map:
            return value.kind == Kind::table;
    }
    return false;
}

bool is_colour(const std::string& text) {
    const auto hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
    return text.size() == 7 && text[0] == '#' && std::all_of(text.begin() + 1, text.end(), hex);
}

class Checker {
  public:
    Checker(const std::string& path, const References& references) : path_(path), references_(references) {}

    base::Issues run(const TomlValue& value, const Rule& rule) {
        check(value, rule, "");
        return std::move(issues_);
    }

  private:
    void add(int line, int column, std::string message, std::string hint, const char* code) {
        issues_.push_back(base::error(base::at(path_, line, column), std::move(message), std::move(hint), code));
    }

    // `name` is what the value is called in messages: its key, or empty for the file.
    void check(const TomlValue& value, const Rule& rule, const std::string& name) {
        if (!has_kind(value, rule)) {
            add(value.line, value.column,
                name + " must be " + expected(rule) + ", but is " + std::string(words_for(value.kind)), rule.doc,
                "type");
            return;
        }
        switch (rule.kind) {
            case Rule::Kind::text:
                check_choice(value, rule, name);
                break;
            case Rule::Kind::id:
                check_id(value.text, value.line, value.column, rule, name);
                break;
            case Rule::Kind::colour:
                if (!is_colour(value.text))
                    add(value.line, value.column, name + " is no colour: \"" + value.text + "\"",
                        "write red, green and blue as #RRGGBB", "colour");
                break;
            case Rule::Kind::number:
            case Rule::Kind::integer:
                check_range(value, rule, name);
                break;
            case Rule::Kind::boolean:
                break;
            case Rule::Kind::list:
                check_list(value, rule, name);
                break;
            case Rule::Kind::table:
                check_table(value, rule);
                break;
            case Rule::Kind::map:
                check_map(value, rule);
                break;
        }
    }

    void check_choice(const TomlValue& value, const Rule& rule, const std::string& name) {
        if (rule.choices.empty()) return;
        if (std::find(rule.choices.begin(), rule.choices.end(), value.text) != rule.choices.end()) return;
        std::string hint = base::nearest(value.text, rule.choices);
        if (hint.empty()) {
            for (const std::string& choice : rule.choices) hint += (hint.empty() ? "one of " : ", ") + choice;
        } else {
            hint = "use " + hint;
        }
        add(value.line, value.column, name + " cannot be \"" + value.text + "\"", hint, "choice");
    }

    void check_id(const std::string& id, int line, int column, const Rule& rule, const std::string& name) {
        if (!base::is_kebab_case(id)) {
            const std::string better = base::to_kebab_case(id);
            add(line, column, (name.empty() ? "" : name + ": ") + "\"" + id + "\" is no id",
                better.empty() ? "lower-case words joined by hyphens" : "use " + better, "id");
            return;
        }
        const auto known = references_.find(rule.reference);
        if (rule.reference.empty() || known == references_.end() || known->second.count(id) != 0) return;
        const std::string near = base::nearest(id, known->second);
        add(line, column, "there is no " + rule.reference + " \"" + id + "\"", near.empty() ? "" : "use " + near,
            "unknown-id");
    }

    void check_range(const TomlValue& value, const Rule& rule, const std::string& name) {
        const std::string unit = rule.unit.empty() ? "" : " " + rule.unit;
        if (!std::isfinite(value.number)) {
            add(value.line, value.column, name + " must be a finite number", "", "range");
        } else if (rule.least && value.number < *rule.least) {
            add(value.line, value.column, name + " must be at least " + number_text(*rule.least) + unit, rule.doc,
                "range");
        } else if (rule.most && value.number > *rule.most) {
            add(value.line, value.column, name + " must be at most " + number_text(*rule.most) + unit, rule.doc,
                "range");
        }
    }

    void check_list(const TomlValue& value, const Rule& rule, const std::string& name) {
        if (rule.length && value.items.size() != *rule.length) {
            add(value.line, value.column,
                name + " must hold " + std::to_string(*rule.length) + " values, but holds " +
                    std::to_string(value.items.size()),
                rule.doc, "length");
            return;
        }
        for (const TomlValue& item : value.items) check(item, rule.item.front(), "each of " + name);
    }

    void check_table(const TomlValue& value, const Rule& rule) {
        std::vector<std::string> names;
        for (const KeyRule& key : rule.keys) names.push_back(key.key);
        for (const TomlMember& member : value.members) {
            const auto known = std::find(names.begin(), names.end(), member.key);
            if (known != names.end()) {
                check(member.value, rule.keys[static_cast<std::size_t>(known - names.begin())].rule, member.key);
                continue;
            }
            const std::string near = base::nearest(member.key, names);
            add(member.line, member.column, "unknown key \"" + member.key + "\"",
                near.empty() ? "known keys are " + joined(names) : "use " + near, "unknown-key");
        }
        for (const KeyRule& key : rule.keys) {
            if (!key.required || value.find(key.key) != nullptr) continue;
            add(value.line, value.column, key.key + " is missing", key.rule.doc, "missing-key");
        }
    }

    void check_map(const TomlValue& value, const Rule& rule) {
        for (const TomlMember& member : value.members) {
            if (rule.keys_are_ids) check_id(member.key, member.line, member.column, rule, "");
            check(member.value, rule.item.front(), member.key);
        }
    }

    static std::string joined(const std::vector<std::string>& names) {
        std::string text;
        for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
        return text;
    }

    const std::string& path_;
    const References& references_;
    base::Issues issues_;
};

}  // namespace

base::Issues check(const TomlValue& value, const Rule& rule, const std::string& path, const References& references) {
    return Checker(path, references).run(value, rule);
}

}  // namespace drypoint::io
