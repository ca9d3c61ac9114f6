#include "io/spread_content.h"

#include <iterator>
#include <utility>

#include "io/content_rules.h"
#include "io/content_values.h"

namespace drypoint::io {
namespace {

Rule figure_rule(std::string doc, std::vector<KeyRule> more = {}) {
    std::vector<KeyRule> keys{optional("mm", number_rule("one standard deviation").in("mm").within(0.1, 60.0)),
                              optional("what", text_rule("what was measured")), required("status", status_rule()),
                              optional("sources", sources_rule()), optional("note", text_rule("a reservation"))};
    keys.insert(keys.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    return table_rule(std::move(keys), std::move(doc));
}

constexpr const char *upper_end = "upper-end", *lower_end = "lower-end";

std::optional<anatomy::CourseEnd> end_named(const std::string& name) {
    if (name == upper_end) return anatomy::CourseEnd::upper;
    if (name == lower_end) return anatomy::CourseEnd::lower;
    return std::nullopt;
}

anatomy::Spread spread_from(const TomlValue& table) {
    anatomy::Spread spread;
    spread.mm = maybe_number_of(table, "mm");
    spread.what = text_of(table, "what");
    spread.status = anatomy::status_named(text_of(table, "status")).value_or(anatomy::Status::not_found);
    spread.sources = texts_of(table, "sources");
    spread.note = text_of(table, "note");
    return spread;
}

}  // namespace

const Rule& spread_rule() {
    static const Rule rule =
        table_rule({required("id", id_rule("a structure of the model").refers_to("structure")),
                    required("across", figure_rule("how far its course wanders sideways: makes the hull")),
                    required("along", figure_rule("how far its branching point moves along the limb",
                                                  {optional("at", one_of({upper_end, lower_end},
                                                                         "the end of the structure at which that point "
                                                                         "lies; left out: somewhere on its way"))}))},
                   "how far a hazard varies between people");
    return rule;
}

base::Issues check_spread(const TomlValue& entry, const std::string& file) {
    base::Issues issues;
    for (const char* key : {"across", "along"}) {
        const TomlValue* table = entry.find(key);
        if (table == nullptr) continue;
        const bool found = text_of(*table, "status") != "not-found";
        const bool complete = table->find("mm") != nullptr && table->find("what") != nullptr;
        const bool empty = table->find("mm") == nullptr && table->find("what") == nullptr;
        if (found ? complete : empty) continue;
        issues.push_back(base::error(base::at(file, table->line, table->column),
                                     found ? std::string(key) + " needs mm and what was measured"
                                           : std::string(key) + " was not found: then it has no mm and no what",
                                     "no number without a source, no source without a number", "spread"));
    }
    return issues;
}

anatomy::HazardSpread spread_from(const TomlValue& entry, const std::string& file) {
    return {text_of(entry, "id"), spread_from(*entry.find("across")), spread_from(*entry.find("along")),
            end_named(text_of(*entry.find("along"), "at")), base::at(file, entry.line, entry.column)};
}

}  // namespace drypoint::io
