#include "anatomy/safety.h"

#include <algorithm>
#include <array>
#include <utility>

#include "anatomy/content.h"
#include "base/number.h"

namespace drypoint::anatomy {
namespace {

constexpr std::array<std::pair<std::string_view, SafetyTest>, 12> tests{
    {{"touches", SafetyTest::touches},
     {"nearer-than", SafetyTest::nearer_than},
     {"in-hull", SafetyTest::in_hull},
     {"not-in-model", SafetyTest::not_in_model},
     {"through-bone", SafetyTest::through_bone},
     {"bone-contact", SafetyTest::bone_contact},
     {"outside-less-than", SafetyTest::outside_less_than},
     {"no-needle", SafetyTest::no_needle},
     {"other-muscle", SafetyTest::other_muscle},
     {"guessed", SafetyTest::guessed},
     {"fold", SafetyTest::fold},
     {"otherwise", SafetyTest::otherwise}}};

constexpr std::array<std::string_view, 3> verdicts{"ok", "caution", "stop"};

void replace_all(std::string& text, std::string_view mark, const std::string& by) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + by.size()))
        text.replace(at, mark.size(), by);
}

std::string missing_names(const HazardGroup& group, const Atlas& atlas) {
    std::string names;
    const auto add = [&names](const std::string& name) { names += (names.empty() ? "" : ", ") + name; };
    for (const std::string& name : group.not_modelled) add(name);
    for (const base::Id& id : group.structures)
        if (atlas.find(id) == nullptr) add(group.name + " (" + id + ")");
    return names;
}

bool applies_to(const SafetyRule& rule, const Structure& structure) {
    return rule.structure.empty() || rule.structure == structure.id;
}

}  // namespace

std::string_view name(Verdict verdict) {
    return verdicts[static_cast<std::size_t>(verdict)];
}

std::optional<Verdict> verdict_named(std::string_view name) {
    const auto found = std::find(verdicts.begin(), verdicts.end(), name);
    if (found == verdicts.end()) return std::nullopt;
    return static_cast<Verdict>(found - verdicts.begin());
}

std::vector<std::string> verdict_names() {
    return {verdicts.begin(), verdicts.end()};
}

std::optional<SafetyTest> safety_test_named(std::string_view name) {
    for (const auto& test : tests)
        if (test.first == name) return test.second;
    return std::nullopt;
}

std::vector<std::string> safety_test_names() {
    std::vector<std::string> names;
    for (const auto& test : tests) names.emplace_back(test.first);
    return names;
}

Safety::Safety(const Content& content, const Atlas& atlas) : content_(content), atlas_(atlas) {
    for (const HazardGroup& group : content.hazards) {
        Gap gap{&group, {}};
        for (const base::Id& id : group.structures)
            if (const auto i = atlas.index_of(id)) gap.present.push_back(*i);
        if (!group.not_modelled.empty() || gap.present.size() < group.structures.size())
            gaps_.push_back(std::move(gap));
    }
}

// One reason for each hazard: the gravest rule; of equal ones the first in the file.
void Safety::judge_clearances(const PathReport& report, std::vector<Reason>& reasons) const {
    for (const Clearance& one : report.clearances) {
        const SafetyRule* worst = nullptr;
        for (const SafetyRule& rule : content_.safety) {
            if (worst != nullptr && rule.verdict <= worst->verdict) continue;
            const bool holds =
                (rule.when == SafetyTest::touches && one.distance_mm <= 0.0) ||
                (rule.when == SafetyTest::nearer_than && one.distance_mm < rule.mm.value_or(0.0)) ||
                (rule.when == SafetyTest::in_hull && one.hull_distance_mm && *one.hull_distance_mm <= 0.0);
            if (holds && applies_to(rule, atlas_.structures[one.structure])) worst = &rule;
        }
        if (worst != nullptr) reasons.push_back({worst, one.structure, nullptr, one.distance_mm});
    }
}

// What is missing counts where it may lie: where the path says so, beside what of its group is within reach, and
// everywhere if the model has nothing of its group.
void Safety::judge_missing(const SafetyRule& rule, const PathReport& report, const Purpose& purpose,
                           std::vector<Reason>& reasons) const {
    for (const Gap& gap : gaps_) {
        const auto within_reach = [&report](std::size_t i) {
            return std::any_of(report.clearances.begin(), report.clearances.end(), [i](const Clearance& one) {
                return one.structure == i && one.distance_mm <= clearance_reach_mm;
            });
        };
        const bool named = purpose.path != nullptr &&
                           std::count(purpose.path->avoid.begin(), purpose.path->avoid.end(), gap.group->id) != 0;
        const bool anywhere = gap.present.empty();
        if (anywhere || named || std::any_of(gap.present.begin(), gap.present.end(), within_reach))
            reasons.push_back({&rule, std::nullopt, gap.group, 0.0});
    }
}

void Safety::judge_rule(const SafetyRule& rule, const PathReport& report, const Purpose& purpose,
                        std::vector<Reason>& reasons) const {
    const double depth = report.needle.depth_mm;
    const bool beyond_bone = report.bone && depth - report.bone->depth_mm > touching_mm;
    switch (rule.when) {
        case SafetyTest::not_in_model:
            judge_missing(rule, report, purpose, reasons);
            break;
        case SafetyTest::through_bone:
            if (beyond_bone) reasons.push_back({&rule, report.bone->structure, nullptr, report.bone->depth_mm});
            break;
        case SafetyTest::bone_contact: {
            const bool stops = report.bone && purpose.path != nullptr &&
                               purpose.path->stop_bone == atlas_.structures[report.bone->structure].id;
            if (report.bone && !beyond_bone && !stops)
                reasons.push_back({&rule, report.bone->structure, nullptr, report.bone->depth_mm});
            break;
        }
        case SafetyTest::outside_less_than:
            if (purpose.needle != nullptr && purpose.outside_mm < rule.mm.value_or(0.0))
                reasons.push_back({&rule, std::nullopt, nullptr, purpose.outside_mm});
            break;
        case SafetyTest::no_needle:
            if (purpose.needle == nullptr) reasons.push_back({&rule, std::nullopt, nullptr, depth});
            break;
        case SafetyTest::other_muscle: {
            const bool there =
                purpose.muscle && std::count(report.tip_in.begin(), report.tip_in.end(), *purpose.muscle) != 0;
            if (purpose.muscle && !there) reasons.push_back({&rule, purpose.muscle, nullptr, depth});
            break;
        }
        case SafetyTest::guessed:
            if (!report.issues.empty()) reasons.push_back({&rule, std::nullopt, nullptr, 0.0});
            break;
        case SafetyTest::fold:
            if (purpose.fold) reasons.push_back({&rule, std::nullopt, nullptr, 0.0});
            break;
        case SafetyTest::touches:
        case SafetyTest::nearer_than:
        case SafetyTest::in_hull:
        case SafetyTest::otherwise:
            break;
    }
}

Judgement Safety::judge(const PathReport& report, const Purpose& purpose) const {
    Judgement judgement;
    judge_clearances(report, judgement.reasons);
    for (const SafetyRule& rule : content_.safety) judge_rule(rule, report, purpose, judgement.reasons);
    if (judgement.reasons.empty()) {
        for (const SafetyRule& rule : content_.safety)
            if (rule.when == SafetyTest::otherwise) judgement.reasons.push_back({&rule, std::nullopt, nullptr, 0.0});
    }
    std::stable_sort(judgement.reasons.begin(), judgement.reasons.end(), [](const Reason& a, const Reason& b) {
        if (a.rule->verdict != b.rule->verdict) return a.rule->verdict > b.rule->verdict;
        return a.rule < b.rule;
    });
    if (!judgement.reasons.empty()) judgement.verdict = judgement.reasons.front().rule->verdict;
    return judgement;
}

double Safety::reach_mm(std::size_t structure) const {
    double reach = 0.0;
    for (const SafetyRule& rule : content_.safety) {
        if (rule.when == SafetyTest::nearer_than && applies_to(rule, atlas_.structures[structure]))
            reach = std::max(reach, rule.mm.value_or(0.0));
    }
    const bool in_gap = std::any_of(gaps_.begin(), gaps_.end(), [structure](const Gap& gap) {
        return std::count(gap.present.begin(), gap.present.end(), structure) != 0;
    });
    return in_gap ? std::max(reach, clearance_reach_mm) : reach;
}

double Safety::outside_at_least_mm() const {
    for (const SafetyRule& rule : content_.safety)
        if (rule.when == SafetyTest::outside_less_than) return rule.mm.value_or(0.0);
    return 0.0;
}

const Needle* Safety::needle_for(double depth_mm, const NeedlePath* path) const {
    const double length = depth_mm + outside_at_least_mm();
    const auto shortest = [&](auto&& allowed) {
        const Needle* best = nullptr;
        for (const Needle& needle : content_.needles) {
            if (needle.length_mm < length || !allowed(needle)) continue;
            const bool better = best == nullptr || needle.length_mm < best->length_mm ||
                                (needle.length_mm == best->length_mm && needle.diameter_mm < best->diameter_mm);
            if (better) best = &needle;
        }
        return best;
    };
    if (path != nullptr) {
        const Needle* own = shortest([path](const Needle& needle) {
            return std::count(path->needles.begin(), path->needles.end(), needle.id) != 0;
        });
        if (own != nullptr) return own;
    }
    return shortest([](const Needle&) { return true; });
}

std::string Safety::sentence(const Reason& reason, bool plain) const {
    std::string text = plain ? reason.rule->words.plain : reason.rule->words.professional;
    std::string what;
    if (reason.structure) what = atlas_.structures[*reason.structure].name;
    if (reason.group != nullptr) what = missing_names(*reason.group, atlas_);
    replace_all(text, "{name}", what);
    replace_all(text, "{mm}", base::one_decimal(reason.mm));
    replace_all(text, "{limit}", base::one_decimal(reason.rule->mm.value_or(0.0)));
    return text;
}

}  // namespace drypoint::anatomy
