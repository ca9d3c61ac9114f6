#include "anatomy/taught.h"

#include <algorithm>

#include "base/number.h"

namespace drypoint::anatomy {
namespace {

constexpr const char* remedy = "put the path right by its sources, or make its point show-only and say why";

bool bone_in_the_way(const Atlas& atlas, const NeedlePath& path, const PathReport& report) {
    if (!report.bone) return false;
    const bool beyond = report.needle.depth_mm - report.bone->depth_mm > touching_mm;
    return beyond || atlas.structures[report.bone->structure].id != path.stop_bone;
}

}  // namespace

TaughtResult try_taught(const ProbeIndex& index, const Safety& safety, const Content& content,
                        const TaughtPath& taught) {
    const Atlas& atlas = index.atlas();
    const NeedleUse use = use_of(content, atlas, *taught.path, taught.way);
    TaughtResult result{taught, assess(index, safety, use), false, false};
    const std::vector<std::size_t>& tip_in = result.assessment.report.tip_in;
    result.tip_in_muscle = use.muscle && std::count(tip_in.begin(), tip_in.end(), *use.muscle) != 0;
    const std::optional<BeyondNeedles>& beyond = taught.path->beyond_needles;
    result.beyond_needles = beyond && atlas.build >= beyond->from_build && result.assessment.needle == nullptr;
    result.bone_in_the_way = bone_in_the_way(atlas, *taught.path, result.assessment.report);
    return result;
}

base::Issues check_taught(const Safety& safety, const TaughtResult& result) {
    base::Issues issues;
    const auto say = [&](const std::string& what, const char* code) {
        issues.push_back(base::error(result.taught.path->place, result.taught.path->id + ": " + what, remedy, code));
    };
    if (!result.tip_in_muscle) say("the tip is not in " + result.taught.point->muscle, "tip-outside-muscle");
    if (result.bone_in_the_way) say("there is bone before the target", "bone-in-the-way");
    if (result.beyond_needles) return issues;
    if (result.assessment.needle == nullptr) say("no needle of the catalogue reaches its target", "no-needle");
    if (result.assessment.judgement.verdict == Verdict::stop)
        say("the verdict is stop: " + safety.sentence(result.assessment.judgement.reasons.front()), "verdict-stop");
    return issues;
}

std::string deciding_rule(const Atlas& atlas, const Judgement& judgement) {
    if (judgement.reasons.empty()) return "none";
    const Reason& reason = judgement.reasons.front();
    if (reason.structure) return reason.rule->id + ": " + atlas.structures[*reason.structure].id;
    return reason.rule->id + (reason.group != nullptr ? ": " + reason.group->id : "");
}

namespace {

std::string row_of(const Atlas& atlas, const TaughtResult& result) {
    const Assessment& one = result.assessment;
    return base::one_decimal(one.report.needle.depth_mm) + " | " + base::one_decimal(one.margin_mm) + " | " +
           (one.nearest ? atlas.structures[*one.nearest].id : "none within reach") + " | " +
           std::string(name(one.judgement.verdict)) + " | " + deciding_rule(atlas, one.judgement);
}

std::string row_without_path(const TriggerPoint& point) {
    if (!point.show_only) return "| | | cannot be placed |";
    return "| | | show only | " + point.show_only->professional;
}

}  // namespace

std::string taught_table(const Content& content, const Atlas& atlas, const std::vector<TaughtResult>& results) {
    std::string text = "| point | depth, mm | smallest margin, mm | to | verdict | rule |\n|---|---|---|---|---|---|\n";
    for (const TriggerPoint& point : content.points) {
        const auto tried = std::find_if(results.begin(), results.end(),
                                        [&point](const TaughtResult& one) { return one.taught.point->id == point.id; });
        text += "| " + point.code + " | " + (tried != results.end() ? row_of(atlas, *tried) : row_without_path(point)) + " |\n";
    }
    return text;
}

}  // namespace drypoint::anatomy
