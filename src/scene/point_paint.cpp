#include "scene/point_paint.h"

#include <algorithm>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace drypoint::scene {
namespace {

constexpr float band_opacity = 0.2f, referral_opacity = 0.5f, spillover_opacity = 0.08f, spot_opacity = 0.6f;
constexpr float dark = 0.25f;          // of an ink that is a darker fill
constexpr double far_outside = -1e3;  // mm

PatchPtr made(geometry::Patch patch) {
    if (patch.mesh.triangles.empty()) return nullptr;
    return std::make_shared<const geometry::Patch>(std::move(patch));
}

PatchPtr patch_on(const anatomy::Structure& structure, const geometry::PatchField& field) {
    return made(geometry::make_patch(structure.shading, field));
}

glm::vec4 same(double mm) {
    return glm::vec4(static_cast<float>(mm));
}

const anatomy::Structure* muscle_of(const session::World& world, const session::PlacedPoint& point) {
    const anatomy::TriggerPoint* content = world.content.find_point(point.id);
    return content != nullptr ? world.atlas->find(content->muscle) : nullptr;
}

using Zones = std::vector<anatomy::ZoneOnModel>;

// What a model lacks is said where the content is checked.
Zones on_model(const session::World& world, const std::vector<base::Id>& ids, anatomy::Side side) {
    Zones zones;
    base::Issues said_elsewhere;
    for (const base::Id& id : ids) {
        const anatomy::Zone* zone = world.content.find_zone(id);
        if (zone == nullptr) continue;
        const auto placed = anatomy::resolve_zone(world.content, *world.atlas, *zone, side, said_elsewhere);
        if (placed) zones.push_back(*placed);
    }
    return zones;
}

double depth_in_any(const Zones& zones, const glm::dvec3& at, const glm::dvec3& outward) {
    double deepest = far_outside;
    for (const anatomy::ZoneOnModel& zone : zones)
        deepest = std::max(deepest, anatomy::depth_in_zone(zone, at, outward));
    return deepest;
}

}  // namespace

PatchPtr band_patch(const session::World& world, const session::PlacedPoint& point) {
    const anatomy::Structure* muscle = muscle_of(world, point);
    const std::vector<glm::dvec3>& band = point.place.band_mm;
    if (muscle == nullptr || band.size() < 2) return nullptr;
    const glm::dvec3 from = band.front(), to = band.back();
    const double length = glm::distance(from, to);
    if (length < 1.0) return nullptr;
    const glm::dvec3 along = (to - from) / length;
    return patch_on(*muscle, [&](const glm::vec3& at, const glm::vec3&) {
        return same(std::min(glm::dot(glm::dvec3(at) - from, along), glm::dot(to - glm::dvec3(at), along)));
    });
}

PatchPtr referral_patch(const session::World& world, const session::PlacedPoint& point) {
    const anatomy::TriggerPoint* content = world.content.find_point(point.id);
    const anatomy::Structure* muscle = muscle_of(world, point);
    const anatomy::Structure* skin = anatomy::skin_of(*world.atlas);
    if (content == nullptr || muscle == nullptr || skin == nullptr) return nullptr;
    const Zones essential = on_model(world, content->referral.essential_zones, muscle->side);
    const Zones spillover = on_model(world, content->referral.spillover_zones, muscle->side);
    if (essential.empty() && spillover.empty()) return nullptr;
    return patch_on(*skin, [&](const glm::vec3& at, const glm::vec3& outward) {
        const auto x = static_cast<float>(depth_in_any(essential, at, outward));
        const auto y = static_cast<float>(depth_in_any(spillover, at, outward));
        const float inside = std::max(x, y);
        return glm::vec4(x, y, inside, inside);
    });
}

PatchPtr zone_patch(const session::World& world, const base::Id& zone) {
    const anatomy::Structure* skin = anatomy::skin_of(*world.atlas);
    if (skin == nullptr) return nullptr;
    const Zones zones = on_model(world, {zone}, anatomy::shown_side(*world.atlas));
    if (zones.empty()) return nullptr;
    return patch_on(*skin, [&](const glm::vec3& at, const glm::vec3& outward) {
        return same(depth_in_any(zones, at, outward));
    });
}

PatchPtr classic_spot_patch(const session::World& world, const session::PlacedPoint& point) {
    const anatomy::Structure* muscle = muscle_of(world, point);
    const anatomy::TriggerPoint* content = world.content.find_point(point.id);
    if (muscle == nullptr || !content->classic_spot || !point.place.classic_spot_mm) return nullptr;
    const glm::dvec3 finger = anatomy::towards(content->classic_spot->side, muscle->side);
    const auto nearest = anatomy::outer_place(muscle->surface, *point.place.classic_spot_mm, finger);
    if (!nearest) return nullptr;
    const double radius = world.content.conventions.fingerwidth_mm / 2.0;
    return patch_on(*muscle, [&](const glm::vec3& at, const glm::vec3&) {
        return same(radius - glm::distance(glm::dvec3(at), nearest->at_mm));
    });
}

std::vector<Tone> band_tones(const Palette& palette) {
    return {{0, 0.0f, palette.point, band_opacity, Pattern::flat, palette.point, false}};
}

std::vector<Tone> referral_tones(const Palette& palette) {
    return {{0, 0.0f, palette.point, referral_opacity, Pattern::flat, palette.point, true},
            {1, 0.0f, palette.point, spillover_opacity, Pattern::dots, palette.point, false}};
}

std::vector<Tone> classic_spot_tones(const Palette& palette) {
    return {{0, 0.0f, palette.risk, spot_opacity, Pattern::hatch, palette.risk * dark, true}};
}

}  // namespace drypoint::scene
