#include "app/entry_maps.h"

#include <chrono>
#include <utility>

#include "app/point_map.h"
#include "session/needle.h"

namespace drypoint::app {
namespace {

std::shared_ptr<const session::MapFindings> work_out(const session::WorldPtr& world, const anatomy::ProbeIndex& index,
                                                     const base::Id& point, const base::Id& needle) {
    const session::PlacedPoint& place = *world->find_point(point);
    auto findings = std::make_shared<session::MapFindings>();
    findings->point = point;
    findings->needle = needle;
    findings->suggestion.outcome = anatomy::SuggestOutcome::no_entry;
    std::optional<PointMap> made = make_point_map(
        *world, index, place, needle.empty() ? nullptr : world->content.find_needle(needle), findings->why_none);
    if (!made) return findings;
    findings->made_for = made->needle;
    findings->patch = made->patch;
    findings->map = std::move(made->map);
    findings->suggestion = anatomy::suggest(index, world->content, *world->content.find_path(place.path), *place.way,
                                            findings->map, made->needle);
    return findings;
}

bool can_have_map(const session::World& world, const session::Plan& plan) {
    const anatomy::PathGeometry* taught = session::taught_way(world, plan);
    return plan.entry_map && taught != nullptr && !taught->fold;
}

}  // namespace

void EntryMaps::take() {
    if (!work_.valid() || work_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return;
    last_ = work_.get();
}

std::shared_ptr<const session::MapFindings> EntryMaps::wanted(const session::WorldPtr& world, const session::Plan& plan,
                                                              NeedleProbe& probe) {
    take();
    if (!can_have_map(*world, plan)) return nullptr;
    if (last_ && world_ == world && last_->point == plan.point && last_->needle == plan.needle_choice) return last_;
    if (!work_.valid()) {
        world_ = world;
        work_ = std::async(std::launch::async,
                           [world, index = probe.index(world), point = plan.point, needle = plan.needle_choice] {
                               return work_out(world, *index, point, needle);
                           });
    }
    return nullptr;
}

}  // namespace drypoint::app
