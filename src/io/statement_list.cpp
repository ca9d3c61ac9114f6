#include "io/statement_list.h"

#include "io/content_parts.h"
#include "io/toml_table.h"

namespace drypoint::io {
namespace {

struct Lister {
    const std::string &file, &kind, &owner;
    std::vector<anatomy::StatementAt>& into;

    void take(const TomlValue& table, const std::string& key) {
        const TomlValue* plain = table.find("plain");
        anatomy::StatementAt at;
        at.kind = kind;
        at.owner = owner;
        at.key = key;
        at.is_figure = plain == nullptr;
        at.statement = statement_from(table);
        if (at.is_figure) {
            const std::string value = text_of(table, "value", "no figure found");
            at.statement.professional = text_of(table, "label") + ": " + value +
                                        (table.find("value") != nullptr ? " " + text_of(table, "unit") : "");
            if (table.find("note") != nullptr) at.statement.professional += " (" + text_of(table, "note") + ")";
        }
        at.place = place_of(plain != nullptr ? *plain : table, file);
        into.push_back(std::move(at));
    }

    void walk(const TomlValue& value, const std::string& key) {
        if (value.kind == TomlValue::Kind::list) {
            int number = 0;
            for (const TomlValue& item : value.items) walk(item, key + " " + std::to_string(++number));
        }
        if (value.kind != TomlValue::Kind::table) return;
        if (value.find("status") != nullptr) take(value, key);
        for (const TomlMember& member : value.members)
            walk(member.value, key.empty() ? member.key : key + "." + member.key);
    }
};

}  // namespace

void list_statements(const TomlValue& entry, const std::string& file, const std::string& kind, const std::string& owner,
                     std::vector<anatomy::StatementAt>& into) {
    Lister{file, kind, owner, into}.walk(entry, "");
}

}  // namespace drypoint::io
