#include "anatomy/content.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace drypoint::anatomy {
namespace {

constexpr std::array<std::string_view, status_count> statuses{"page",       "abstract",   "code",  "derived",
                                                              "convention", "unverified", "claim", "not-found"};
constexpr std::array<std::string_view, 5> certainties{"none", "very-low", "low", "moderate", "high"};
constexpr std::array<std::string_view, 6> directions{"proximal", "distal",   "medial",
                                                     "lateral",  "anterior", "posterior"};
constexpr std::array<std::string_view, 3> techniques{"perpendicular", "oblique", "pincer"};
constexpr std::array<std::string_view, chapter_count> chapters{"prepare", "evaluate", "set-up", "needle", "finish"};
constexpr std::array<std::string_view, 4> stage_views{"keep", "limb", "point", "entry"};
constexpr std::array<std::string_view, 4> stage_needles{"keep", "none", "on-skin", "at-target"};
constexpr std::array<std::string_view, 4> step_acts{"none", "needle-at-target", "needle-in-muscle", "needle-out"};
constexpr std::array<std::string_view, 3> from_path{"nothing", "position", "needle"};

template <typename Enum, std::size_t N>
std::optional<Enum> named(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

template <std::size_t N>
std::vector<std::string> all(const std::array<std::string_view, N>& names) {
    return {names.begin(), names.end()};
}

template <typename T>
const T* by_id(const std::vector<T>& items, std::string_view id) {
    for (const T& item : items)
        if (item.id == id) return &item;
    return nullptr;
}

bool same_letters(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

std::string_view name(Status status) {
    return statuses[static_cast<std::size_t>(status)];
}
std::optional<Status> status_named(std::string_view name) {
    return named<Status>(statuses, name);
}
std::vector<std::string> status_names() {
    return all(statuses);
}

std::string_view name(Certainty certainty) {
    return certainties[static_cast<std::size_t>(certainty)];
}
std::optional<Certainty> certainty_named(std::string_view name) {
    return named<Certainty>(certainties, name);
}
std::vector<std::string> certainty_names() {
    return all(certainties);
}

std::string_view name(Direction direction) {
    return directions[static_cast<std::size_t>(direction)];
}
std::optional<Direction> direction_named(std::string_view name) {
    return named<Direction>(directions, name);
}
std::vector<std::string> direction_names() {
    return all(directions);
}

std::string_view name(Technique technique) {
    return techniques[static_cast<std::size_t>(technique)];
}
std::optional<Technique> technique_named(std::string_view name) {
    return named<Technique>(techniques, name);
}
std::vector<std::string> technique_names() {
    return all(techniques);
}

std::string_view name(Chapter chapter) {
    return chapters[static_cast<std::size_t>(chapter)];
}
std::optional<Chapter> chapter_named(std::string_view name) {
    return named<Chapter>(chapters, name);
}
std::optional<StageView> stage_view_named(std::string_view name) {
    return named<StageView>(stage_views, name);
}
std::vector<std::string> stage_view_names() {
    return all(stage_views);
}
std::optional<StageNeedle> stage_needle_named(std::string_view name) {
    return named<StageNeedle>(stage_needles, name);
}
std::vector<std::string> stage_needle_names() {
    return all(stage_needles);
}
std::string_view name(StepAct act) {
    return step_acts[static_cast<std::size_t>(act)];
}
std::optional<StepAct> step_act_named(std::string_view name) {
    return named<StepAct>(step_acts, name);
}
std::vector<std::string> step_act_names() {
    return all(step_acts);
}
std::optional<FromPath> from_path_named(std::string_view name) {
    return named<FromPath>(from_path, name);
}
std::vector<std::string> from_path_names() {
    return all(from_path);
}
std::vector<std::string> chapter_names() {
    return all(chapters);
}

std::string why_never_needled(const TriggerPoint& point) {
    if (!point.show_only) return {};
    std::string reason = point.show_only->professional;
    // "ACL ..." stays as it is.
    const bool abbreviation = reason.size() > 1 && std::isupper(static_cast<unsigned char>(reason[1])) != 0;
    if (!reason.empty() && !abbreviation)
        reason[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(reason[0])));
    return point.code + " is shown and explained, never needled: " + reason;
}

double Conventions::least_angle_deg(Technique technique) const {
    return technique == Technique::perpendicular ? perpendicular_at_least_deg : oblique_at_least_deg;
}

const Source* Content::find_source(std::string_view id) const {
    return by_id(sources, id);
}
const Muscle* Content::find_muscle(std::string_view id) const {
    return by_id(muscles, id);
}
const HazardGroup* Content::find_hazard(std::string_view id) const {
    return by_id(hazards, id);
}
const HazardSpread* Content::find_spread(std::string_view structure) const {
    return by_id(spreads, structure);
}
const Needle* Content::find_needle(std::string_view id) const {
    return by_id(needles, id);
}
const NeedlePath* Content::find_path(std::string_view id) const {
    return by_id(paths, id);
}
const Condition* Content::find_condition(std::string_view id) const {
    return by_id(conditions, id);
}
const SessionStep* Content::find_step(std::string_view id) const {
    return by_id(session, id);
}

const Midpoint* Content::find_midpoint(std::string_view id) const {
    return by_id(midpoints, id);
}

const Zone* Content::find_zone(std::string_view id) const {
    return by_id(zones, id);
}
const Topic* Content::find_topic(std::string_view id) const {
    return by_id(topics, id);
}
const EvaluationTest* Content::find_test(std::string_view id) const {
    return by_id(tests, id);
}

const TriggerPoint* Content::find_point(std::string_view id_or_code) const {
    for (const TriggerPoint& point : points)
        if (point.id == id_or_code || same_letters(point.code, id_or_code)) return &point;
    return nullptr;
}

const NeedlePath* Content::path_of(std::string_view point) const {
    for (const NeedlePath& path : paths)
        if (path.point == point) return &path;
    return nullptr;
}

bool Condition::takes_in(const base::Id& point) const {
    return std::any_of(targets.begin(), targets.end(), [&](const TargetGroup& group) {
        return std::find(group.points.begin(), group.points.end(), point) != group.points.end();
    });
}

const Condition* Content::record_of(const Condition& condition) const {
    const Condition* record = &condition;
    for (std::size_t steps = 0; record != nullptr && !record->alias_of.empty(); ++steps) {
        if (steps > conditions.size()) return nullptr;
        record = find_condition(record->alias_of);
    }
    return record;
}

}  // namespace drypoint::anatomy
