#include "anatomy/assess.h"

#include <algorithm>

namespace drypoint::anatomy {
namespace {

void find_margin(Assessment& assessment) {
    for (const Clearance& one : assessment.report.clearances) {
        const double margin = one.hull_distance_mm.value_or(one.distance_mm);
        if (margin >= assessment.margin_mm) continue;
        assessment.margin_mm = margin;
        assessment.nearest = one.structure;
    }
}

}  // namespace

Assessment assess(const ProbeIndex& index, const Safety& safety, const NeedleUse& use, double hull_k) {
    Assessment assessment;
    assessment.path = use.path;
    const double length = use.line.depth_mm + use.cover_mm;
    assessment.needle = use.needle != nullptr ? use.needle : safety.needle_for(length, use.path);
    NeedleLine line = use.line;
    line.radius_mm = assessment.needle != nullptr ? assessment.needle->diameter_mm / 2.0 : 0.0;
    if (assessment.needle != nullptr) assessment.outside_mm = assessment.needle->length_mm - length;
    assessment.report = index.probe(line, hull_k);
    assessment.judgement =
        safety.judge(assessment.report, {use.path, use.muscle, assessment.needle, assessment.outside_mm, use.fold});
    find_margin(assessment);
    return assessment;
}

NeedleUse use_of(const Content& content, const Atlas& atlas, const NeedlePath& path, const PathGeometry& way) {
    NeedleUse use;
    use.line = {way.entry_mm, way.direction, way.depth_mm, 0.0};
    use.path = &path;
    if (const TriggerPoint* point = content.find_point(path.point)) use.muscle = atlas.index_of(point->muscle);
    use.fold = way.fold;
    use.cover_mm = way.cover_mm;
    return use;
}

}  // namespace drypoint::anatomy
