#include "scene/painter.h"

#include <utility>

namespace drypoint::scene {
namespace {

bool is_shown(const session::Snapshot& snapshot, std::size_t index) {
    const session::Appearance& appearance = snapshot.model.plan.appearance[index];
    return appearance.visible && appearance.opacity > 0.0f;
}

std::optional<std::size_t> skin_index(const anatomy::Atlas& atlas) {
    const anatomy::Structure* skin = anatomy::skin_of(atlas);
    return skin != nullptr ? atlas.index_of(skin->id) : std::nullopt;
}

}  // namespace

void Painter::forget_others(const session::WorldPtr& world, const base::Id& point, const base::Id& zone) {
    if (world_ != world) *this = Painter();
    world_ = world;
    if (point_ != point) {
        has_band_ = has_referral_ = false;
        band_ = classic_spot_ = referral_ = nullptr;
        point_ = point;
    }
    if (zone_ == zone) return;
    has_zone_ = false;
    zone_patch_ = nullptr;
    zone_ = zone;
}

void Painter::make(const session::World& world, const session::PlacedPoint* point, const session::Plan& plan) {
    if (point != nullptr && !std::exchange(has_band_, true)) {
        band_ = band_patch(world, *point);
        classic_spot_ = classic_spot_patch(world, *point);
    }
    if (point != nullptr && plan.referral && !std::exchange(has_referral_, true))
        referral_ = referral_patch(world, *point);
    if (!plan.zone.empty() && !std::exchange(has_zone_, true)) zone_patch_ = zone_patch(world, plan.zone);
}

std::vector<Paint> Painter::paints(const session::Snapshot& snapshot, const Palette& palette) {
    const session::Plan& plan = snapshot.model.plan;
    const anatomy::Atlas& atlas = *snapshot.atlas;
    const session::PlacedPoint* point = plan.point.empty() ? nullptr : snapshot.world->find_point(plan.point);
    forget_others(snapshot.world, plan.point, plan.zone);
    make(*snapshot.world, point, plan);
    std::vector<Paint> paints;
    const auto add = [&](std::optional<std::size_t> on, const PatchPtr& patch, std::vector<Tone> tones) {
        if (on && patch && is_shown(snapshot, *on)) paints.push_back({*on, patch, std::move(tones)});
    };
    if (point != nullptr) {
        const auto muscle = atlas.index_of(snapshot.world->content.find_point(point->id)->muscle);
        add(muscle, band_, band_tones(palette));
        add(muscle, classic_spot_, classic_spot_tones(palette));
    }
    if (plan.referral) add(skin_index(atlas), referral_, referral_tones(palette));
    if (!plan.zone.empty()) add(skin_index(atlas), zone_patch_, referral_tones(palette));
    return paints;
}

}  // namespace drypoint::scene
