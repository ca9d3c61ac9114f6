#include "app/needle_probe.h"

namespace drypoint::app {

const anatomy::PathReport* NeedleProbe::report(const session::World& world, const session::Plan& plan) {
    const session::PlacedPoint* point = plan.point.empty() ? nullptr : world.find_point(plan.point);
    if (!plan.needle || point == nullptr || !point->way) return nullptr;
    const bool same = report_ && point_ == plan.point && report_->needle.depth_mm == plan.needle->depth_mm;
    if (same) return &*report_;
    if (!index_) index_.emplace(world.atlas, world.content.spreads);
    report_ = index_->probe({point->way->entry_mm, point->way->direction, plan.needle->depth_mm});
    point_ = plan.point;
    return &*report_;
}

}  // namespace drypoint::app
