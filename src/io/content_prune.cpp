#include "io/content_prune.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace drypoint::io {
namespace {

using anatomy::Content;

// `why` says why an entry goes, or nothing. All are judged before one goes, so that a circle is named from each end.
template <typename T, typename Why>
void drop_if(std::vector<T>& items, const char* code, base::Issues& issues, const Why& why) {
    std::vector<T> kept;
    for (const T& item : items) {
        const std::string reason = why(item);
        if (reason.empty()) {
            kept.push_back(item);
        } else {
            issues.push_back(base::error(item.place, item.id + " is left out: " + reason, {}, code));
        }
    }
    items = std::move(kept);
}

template <typename Known>
void keep_known(std::vector<base::Id>& ids, const Known& known) {
    ids.erase(std::remove_if(ids.begin(), ids.end(), [&](const base::Id& id) { return !known(id); }), ids.end());
}

std::string gone(const base::Id& id) {
    return "\"" + id + "\" was left out";
}

std::string bad_alias(const Content& content, const anatomy::Condition& condition) {
    if (content.record_of(condition) != nullptr) return "";
    const anatomy::Condition* next = content.find_condition(condition.alias_of);
    if (next == nullptr) return gone(condition.alias_of);
    return "its aliases run in a circle: " + condition.id + ", " + next->id + " ...";
}

void prune_points(Content& content, base::Issues& issues) {
    drop_if(content.points, "left-out", issues, [&](const anatomy::TriggerPoint& point) {
        return content.find_muscle(point.muscle) != nullptr ? "" : gone(point.muscle);
    });
    std::set<std::string> codes;
    drop_if(content.points, "duplicate-code", issues, [&](const anatomy::TriggerPoint& point) {
        return codes.insert(point.code).second ? "" : "another point already has the code " + point.code;
    });
}

void prune_paths(Content& content, base::Issues& issues) {
    drop_if(content.paths, "left-out", issues, [&](const anatomy::NeedlePath& path) {
        return content.find_point(path.point) != nullptr ? "" : gone(path.point);
    });
    for (anatomy::NeedlePath& path : content.paths) {
        keep_known(path.needles, [&](const base::Id& id) { return content.find_needle(id) != nullptr; });
        keep_known(path.avoid, [&](const base::Id& id) { return content.find_hazard(id) != nullptr; });
    }
}

void prune_conditions(Content& content, base::Issues& issues) {
    for (anatomy::Condition& condition : content.conditions) {
        for (anatomy::TargetGroup& group : condition.targets)
            keep_known(group.points, [&](const base::Id& id) { return content.find_point(id) != nullptr; });
    }
    drop_if(content.conditions, "alias", issues,
            [&](const anatomy::Condition& condition) { return bad_alias(content, condition); });
}

void prune_mentions(Content& content) {
    const auto condition = [&](const base::Id& id) { return content.find_condition(id) != nullptr; };
    const auto point = [&](const base::Id& id) { return content.find_point(id) != nullptr; };
    const auto muscle = [&](const base::Id& id) { return content.find_muscle(id) != nullptr; };
    const auto zone = [&](const base::Id& id) { return content.find_zone(id) != nullptr; };
    const auto topic = [&](const base::Id& id) { return content.find_topic(id) != nullptr; };
    const auto step = [&](const base::Id& id) { return content.find_step(id) != nullptr; };
    for (anatomy::TriggerPoint& one : content.points) {
        keep_known(one.referral.essential_zones, zone);
        keep_known(one.referral.spillover_zones, zone);
        keep_known(one.referral.seen_zones, zone);
    }
    for (anatomy::EvaluationTest& test : content.tests) keep_known(test.muscles, muscle);
    for (anatomy::Claim& claim : content.claims) {
        keep_known(claim.conditions, condition);
        keep_known(claim.points, point);
        keep_known(claim.steps, step);
        keep_known(claim.topics, topic);
    }
    for (anatomy::SearchWords& words : content.search_words) {
        keep_known(words.conditions, condition);
        keep_known(words.points, point);
        keep_known(words.muscles, muscle);
        keep_known(words.zones, zone);
        keep_known(words.topics, topic);
    }
}

}  // namespace

void prune(Content& content, base::Issues& issues) {
    prune_points(content, issues);
    prune_paths(content, issues);
    prune_conditions(content, issues);
    prune_mentions(content);
}

}  // namespace drypoint::io
