// The rest of resolve.h: what the content names and a model lacks.
#include <set>

#include "anatomy/resolve.h"

namespace drypoint::anatomy {
namespace {

struct Need {
    base::Id id;
    const char* what;
    const base::Place& place;
    std::string for_whom;
};

std::vector<Need> structures_needed(const Content& content) {
    std::vector<Need> needs;
    for (const Muscle& muscle : content.muscles) needs.push_back({muscle.id, "muscle", muscle.place, muscle.name});
    for (const HazardGroup& hazard : content.hazards)
        for (const base::Id& id : hazard.structures) needs.push_back({id, "structure", hazard.place, hazard.name});
    for (const NeedlePath& path : content.paths)
        for (const base::Id& id : {path.towards, path.stop_bone})
            if (!id.empty()) needs.push_back({id, "structure", path.place, path.id});
    return needs;
}

// A midpoint needs the two landmarks that it lies between.
void add_landmark(const Content& content, const base::Id& id, const base::Place& place, const std::string& for_whom,
                  std::vector<Need>& needs) {
    if (const Midpoint* midpoint = content.find_midpoint(id)) {
        needs.push_back({midpoint->from, "landmark", place, for_whom});
        needs.push_back({midpoint->to, "landmark", place, for_whom});
    } else {
        needs.push_back({id, "landmark", place, for_whom});
    }
}

void add_anchor(const Content& content, const Anchor& anchor, const std::string& code, std::vector<Need>& needs) {
    for (const auto& line : {anchor.line, anchor.band ? std::optional(anchor.band->line) : std::nullopt}) {
        if (!line) continue;
        add_landmark(content, line->from, anchor.place, code, needs);
        add_landmark(content, line->to, anchor.place, code, needs);
    }
}

std::vector<Need> landmarks_needed(const Content& content) {
    std::vector<Need> needs;
    for (const TriggerPoint& point : content.points) {
        add_anchor(content, point.anchor, point.code, needs);
        if (point.classic_spot) add_anchor(content, *point.classic_spot, point.code, needs);
    }
    const Conventions& conventions = content.conventions;
    for (const base::Id& id : conventions.condition_landmarks)
        add_landmark(content, id, conventions.condition_view_place, "the view of a condition", needs);
    return needs;
}

}  // namespace

base::Issues missing_in_model(const Content& content, const Atlas& atlas) {
    base::Issues issues;
    std::set<std::string> said;
    const auto say = [&](const Need& need) {
        if (!said.insert(need.id + " " + need.for_whom).second) return;
        issues.push_back(base::warning(need.place,
                                       "the model " + atlas.file + " has no " + need.what + " \"" + need.id +
                                           "\", which " + need.for_whom + " needs",
                                       "choose a model that has it", "not-in-model"));
    };
    for (const Need& need : structures_needed(content))
        if (atlas.find(need.id) == nullptr) say(need);
    for (const Need& need : landmarks_needed(content))
        if (atlas.find_landmark(need.id) == nullptr) say(need);
    return issues;
}

std::vector<std::string> hazards_not_in_model(const Content& content, const Atlas& atlas) {
    std::vector<std::string> names;
    for (const HazardGroup& hazard : content.hazards) {
        names.insert(names.end(), hazard.not_modelled.begin(), hazard.not_modelled.end());
        for (const base::Id& id : hazard.structures)
            if (atlas.find(id) == nullptr) names.push_back(hazard.name + ": " + id);
    }
    return names;
}

}  // namespace drypoint::anatomy
