#include "app/needle_probe.h"

#include "session/needle.h"

namespace drypoint::app {

std::shared_ptr<const anatomy::ProbeIndex> NeedleProbe::index(const session::WorldPtr& world) {
    if (world == world_) return index_;
    index_ = std::make_shared<const anatomy::ProbeIndex>(world->atlas, world->content.spreads);
    safety_.emplace(world->content, *world->atlas);
    assessment_.reset();
    slices_ = {};
    world_ = world;
    return index_;
}

const anatomy::Assessment* NeedleProbe::assess(const session::WorldPtr& now, const session::Model& model) {
    const session::World& world = *now;
    const auto laid = session::laid_needle(world, model);
    const session::PlacedPoint* point = laid ? world.find_point(model.plan.point) : nullptr;
    const anatomy::NeedlePath* path = point != nullptr ? world.content.find_path(point->path) : nullptr;
    if (path == nullptr) return nullptr;
    anatomy::NeedleUse use = anatomy::use_of(world.content, *world.atlas, *path, *laid->way);
    use.line.depth_mm = laid->depth_mm;
    use.needle = model.plan.needle_choice.empty() ? nullptr : world.content.find_needle(model.plan.needle_choice);
    const bool known = assessment_ && world_ == now && point_ == model.plan.point && needle_ == model.plan.needle_choice &&
                       assessment_->report.needle.entry_mm == use.line.entry_mm &&
                       assessment_->report.needle.direction == use.line.direction &&
                       assessment_->report.needle.depth_mm == use.line.depth_mm;
    if (known) return &*assessment_;
    const auto index_now = index(now);
    assessment_ = anatomy::assess(*index_now, *safety_, use);
    point_ = model.plan.point;
    needle_ = model.plan.needle_choice;
    slices_ = {};
    return &*assessment_;
}

const scene::Slice* NeedleProbe::slice(const session::WorldPtr& now, const session::Model& model, scene::SliceKind kind,
                                       const scene::SliceWindow& window) {
    const session::World& world = *now;
    const anatomy::Assessment* assessment = assess(now, model);
    if (assessment == nullptr) return nullptr;
    std::optional<scene::Slice>& known = slices_[static_cast<std::size_t>(kind)];
    if (known && known->low == window.low && known->high == window.high) return &*known;
    const anatomy::PathGeometry& taught = *session::taught_way(world, model.plan);
    known = scene::build_slice(kind,
                               {*world.atlas, assessment->report, session::side_of_point(world, model.plan),
                                index_.get(), geometry::Segment{taught.entry_mm, taught.target_mm}},
                               window);
    return &*known;
}

}  // namespace drypoint::app
