#include "io/content_checks.h"

#include <utility>

#include "io/toml_table.h"

namespace drypoint::io {
namespace {

base::Issue error_at(const TomlValue& value, const std::string& file, std::string message, std::string hint,
                     const char* code) {
    return base::error(base::at(file, value.line, value.column), std::move(message), std::move(hint), code);
}

bool is_blank(const std::string& text) {
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

bool is_text(std::string_view key) {
    return key == "professional" || key == "plain" || key == "title" || key == "plain_title" || key == "name" ||
           key == "plain_name" || key == "label" || key == "plain_label" || key == "citation";
}

void check_source(const TomlValue& table, const std::string& file, base::Issues& issues) {
    const TomlValue* status = table.find("status");
    if (status == nullptr || status->text == "not-found" || !texts_of(table, "sources").empty()) return;
    issues.push_back(error_at(*status, file, "a statement that is \"" + status->text + "\" needs a source",
                              "add sources = [\"...\"], or say not-found", "missing-source"));
}

void walk(const TomlValue& value, const std::string& file, base::Issues& issues) {
    for (const TomlValue& item : value.items) walk(item, file, issues);
    if (value.kind != TomlValue::Kind::table) return;
    check_source(value, file, issues);
    for (const TomlMember& member : value.members) {
        if (is_text(member.key) && is_blank(member.value.text))
            issues.push_back(error_at(member.value, file, member.key + " is empty", "write it", "empty-text"));
        walk(member.value, file, issues);
    }
}

void check_upward(const TomlValue* list, const std::string& file, base::Issues& issues) {
    if (list == nullptr || list->items.size() != 2 || list->items[0].number < list->items[1].number) return;
    issues.push_back(error_at(*list, file, "a stretch must run upwards", "the smaller number first", "range"));
}

int units_of(const TomlValue& offset) {
    int units = 0;
    for (const char* unit : {"mm", "fingerwidths", "percent_of_line"}) units += offset.find(unit) != nullptr ? 1 : 0;
    return units;
}

}  // namespace

base::Issues check_statements(const TomlValue& entry, const std::string& file) {
    base::Issues issues;
    walk(entry, file, issues);
    return issues;
}

namespace {

void check_anchor(const TomlValue* anchor, const std::string& file, base::Issues& issues) {
    if (anchor == nullptr) return;
    check_upward(anchor->find("layer"), file, issues);
    const TomlValue* band = anchor->find("band");
    if (band != nullptr) check_upward(band->find("stretch"), file, issues);
    const bool has_line = anchor->find("line") != nullptr;
    const bool has_at = anchor->find("at") != nullptr;
    if (band == nullptr && !(has_line && has_at)) {
        issues.push_back(error_at(*anchor, file, "an anchor without a band needs line and at",
                                  "say between which landmarks, and where", "anchor"));
    }
    if (has_line && !has_at)
        issues.push_back(error_at(*anchor, file, "an anchor with a line of its own needs at", "0 to 1", "anchor"));
    if (const TomlValue* offsets = anchor->find("offsets")) {
        for (const TomlValue& offset : offsets->items) {
            if (units_of(offset) == 1) continue;
            issues.push_back(
                error_at(offset, file, "an offset has one of mm, fingerwidths and percent_of_line", {}, "anchor"));
        }
    }
}

}  // namespace

base::Issues check_trigger_point(const TomlValue& entry, const std::string& file) {
    base::Issues issues;
    check_anchor(entry.find("anchor"), file, issues);
    check_anchor(entry.find("classic_spot"), file, issues);
    return issues;
}

base::Issues check_zone(const TomlValue& entry, const std::string& file) {
    base::Issues issues;
    if (const TomlValue* area = entry.find("area")) check_upward(area->find("stretch"), file, issues);
    return issues;
}

base::Issues check_needle_path(const TomlValue& entry, const std::string& file) {
    base::Issues issues;
    const TomlValue* direction = entry.find("direction");
    if (direction != nullptr) {
        const bool towards = text_of(*direction, "rule") == "towards";
        if (towards != (direction->find("towards") != nullptr)) {
            issues.push_back(error_at(
                *direction, file,
                towards ? "a direction towards something must name it" : "a perpendicular direction has no towards",
                "rule = \"towards\" goes with towards = \"structure\"", "direction"));
        }
    }
    const TomlValue* depth = entry.find("depth");
    const TomlValue* stop = entry.find("stop");
    if (depth != nullptr && stop != nullptr && text_of(*depth, "rule") == "to-stop" && stop->find("bone") == nullptr)
        issues.push_back(error_at(*depth, file, "depth goes to the stop, but no bone stops it",
                                  "add bone to [stop], or use middle-of-layer", "depth"));
    return issues;
}

base::Issues check_condition(const TomlValue& entry, const std::string& file) {
    base::Issues issues;
    const TomlValue* alias = entry.find("alias_of");
    for (const char* key : {"evidence", "target", "study", "precaution"}) {
        const TomlValue* value = entry.find(key);
        if (alias != nullptr && value != nullptr)
            issues.push_back(error_at(*value, file, std::string("an alias has no ") + key,
                                      "it shows those of " + alias->text, "alias"));
    }
    for (const char* key : {"evidence", "target"}) {
        if (alias == nullptr && entry.find(key) == nullptr)
            issues.push_back(error_at(entry, file, std::string(key) + " is missing",
                                      "every condition but an alias has it", "missing-key"));
    }
    return issues;
}

}  // namespace drypoint::io
