#include "io/safety_content.h"

#include "io/content_rules.h"
#include "io/content_values.h"

namespace drypoint::io {
namespace {

bool compares(const std::string& test) {
    return test == "nearer-than" || test == "outside-less-than";
}

bool is_about_hazards(const std::string& test) {
    return test == "touches" || test == "nearer-than" || test == "in-hull";
}

}  // namespace

const Rule& safety_rule() {
    static const Rule rule = statement_rule(
        "when a needle is ok, when it asks for caution and when to stop; {name}, {mm} and {limit} stand for what was "
        "found",
        {required("id", id_rule("lower-case words joined by hyphens")),
         required("when", one_of(anatomy::safety_test_names(), "what it looks at")),
         required("verdict", one_of(anatomy::verdict_names(), "what follows")),
         optional("mm", number_rule("the limit").in("mm").within(0.0, 60.0)),
         optional("structure", id_rule("only this hazard").refers_to("structure"))});
    return rule;
}

base::Issues check_safety_rule(const TomlValue& entry, const std::string& file) {
    base::Issues issues;
    const std::string test = text_of(entry, "when");
    const TomlValue* mm = entry.find("mm");
    const TomlValue* structure = entry.find("structure");
    const auto say = [&](const TomlValue& at, std::string message, std::string hint) {
        issues.push_back(
            base::error(base::at(file, at.line, at.column), std::move(message), std::move(hint), "safety-rule"));
    };
    if (compares(test) && mm == nullptr) say(entry, "\"" + test + "\" needs a limit", "add mm");
    if (!compares(test) && mm != nullptr) say(*mm, "\"" + test + "\" has no limit", "take mm away");
    if (!is_about_hazards(test) && structure != nullptr)
        say(*structure, "\"" + test + "\" is not about one structure", "take structure away");
    return issues;
}

anatomy::SafetyRule safety_rule_from(const TomlValue& entry, const std::string& file) {
    anatomy::SafetyRule rule;
    rule.id = text_of(entry, "id");
    rule.when = anatomy::safety_test_named(text_of(entry, "when")).value_or(anatomy::SafetyTest::otherwise);
    rule.verdict = anatomy::verdict_named(text_of(entry, "verdict")).value_or(anatomy::Verdict::caution);
    rule.mm = maybe_number_of(entry, "mm");
    rule.structure = text_of(entry, "structure");
    rule.words = statement_of(entry);
    rule.place = base::at(file, entry.line, entry.column);
    return rule;
}

}  // namespace drypoint::io
