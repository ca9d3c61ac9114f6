#include "scene/map_paint.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <utility>

#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace drypoint::scene {
namespace {

constexpr float safe_opacity = 0.62f, half_opacity = 0.5f, stop_opacity = 0.7f, short_opacity = 0.5f;
constexpr double near_spacings = 1.8;  // an entry speaks for the skin so far around it

// Entries near a place.
class Entries {
  public:
    Entries(const anatomy::Atlas& atlas, const anatomy::EntryMap& map, double spacing_mm)
        : atlas_(atlas), map_(map), reach_mm_(spacing_mm * near_spacings) {
        for (std::size_t i = 0; i < map.entries.size(); ++i) cells_[cell(map.entries[i].entry_mm)].push_back(i);
    }

    struct Found {
        double margin_mm = 0.0, bone = 0.0;  // means; bone: 0..1, in the way
        double inside_mm = 0.0;              // of what the entries cover; negative: none is near
    };

    Found at(const glm::dvec3& place) const {
        Found found;
        double sum = 0.0, nearest = 2.0 * reach_mm_;
        const Cell middle = cell(place);
        for (int i = 0; i < 27; ++i) {
            const auto near = cells_.find({middle[0] + i % 3 - 1, middle[1] + i / 3 % 3 - 1, middle[2] + i / 9 - 1});
            if (near == cells_.end()) continue;
            for (const std::size_t index : near->second) {
                const anatomy::MapEntry& entry = map_.entries[index];
                const double distance = glm::distance(entry.entry_mm, place);
                nearest = std::min(nearest, distance);
                if (distance >= reach_mm_) continue;
                const double weight = (1.0 - distance / reach_mm_) * (1.0 - distance / reach_mm_);
                sum += weight;
                found.margin_mm += weight * entry.margin_mm;
                found.bone += is_bone(entry) ? weight : 0.0;
            }
        }
        found.inside_mm = reach_mm_ - nearest;
        if (sum <= 0.0) return found;
        found.margin_mm /= sum;
        found.bone /= sum;
        return found;
    }

  private:
    using Cell = std::array<std::int64_t, 3>;

    Cell cell(const glm::dvec3& at) const {
        const auto step = [this](double mm) { return static_cast<std::int64_t>(std::floor(mm / reach_mm_)); };
        return {step(at.x), step(at.y), step(at.z)};
    }

    bool is_bone(const anatomy::MapEntry& entry) const {
        return entry.first_obstacle && atlas_.structures[*entry.first_obstacle].tissue == anatomy::Tissue::bone;
    }

    const anatomy::Atlas& atlas_;
    const anatomy::EntryMap& map_;
    double reach_mm_;
    std::map<Cell, std::vector<std::size_t>> cells_;
};

}  // namespace

PatchPtr map_patch(const anatomy::Atlas& atlas, const anatomy::EntryMap& map, const MapPatchRequest& request) {
    const anatomy::Structure* skin = anatomy::skin_of(atlas);
    if (skin == nullptr || map.entries.empty()) return nullptr;
    const Entries entries(atlas, map, request.spacing_mm);
    const double flattest = std::sin(glm::radians(request.flattest_deg));
    const auto field = [&](const glm::vec3& at, const glm::vec3& outward) {
        const glm::dvec3 out = glm::dvec3(at) - request.target_mm;
        const double depth = glm::length(out);
        const double too_short = depth - request.reach_mm;
        // Flat lines have no entries; where the needle is too short it is enough that the skin looks away.
        const double flat = too_short < 0.0 ? flattest * depth : 0.0;
        const double upright = glm::dot(out, glm::dvec3(outward)) - flat;  // mm
        const double inside = std::min(map_rim_mm - too_short, upright);
        if (inside < -20.0) return glm::vec4(0.0f, 0.0f, 0.0f, static_cast<float>(inside));
        const Entries::Found found = entries.at(at);
        const double covered = std::max(too_short + request.spacing_mm, found.inside_mm);
        return glm::vec4(found.margin_mm, too_short, found.margin_mm * (2.0 * found.bone - 1.0),
                         std::min(inside, covered));
    };
    geometry::PatchOptions options;
    options.everywhere = true;
    auto patch = geometry::make_patch(skin->shading, field, options);
    if (patch.mesh.triangles.empty()) return nullptr;
    return std::make_shared<const geometry::Patch>(std::move(patch));
}

std::vector<Tone> map_tones(double margin_mm, const Palette& palette) {
    const auto margin = static_cast<float>(margin_mm);
    const Colour& skin = palette.tissue[static_cast<std::size_t>(anatomy::Tissue::skin)];
    const Colour light = glm::mix(palette.safe, palette.needle, 0.55f);
    return {{1, 0.0f, skin * 0.55f, short_opacity, Pattern::flat, skin * 0.3f, true},
            {2, -margin / 2.0f, palette.risk, stop_opacity, Pattern::hatch, palette.risk * 0.3f, true},
            {0, margin, palette.safe, safe_opacity, Pattern::ticks, palette.needle, true},
            {0, margin / 2.0f, light, half_opacity, Pattern::dots, palette.safe, true}};
}

std::optional<Paint> map_paint(const anatomy::Atlas& atlas, const PatchPtr& patch, double margin_mm,
                               const Palette& palette) {
    const anatomy::Structure* skin = anatomy::skin_of(atlas);
    const auto index = skin != nullptr ? atlas.index_of(skin->id) : std::nullopt;
    if (!index || patch == nullptr) return std::nullopt;
    return Paint{*index, patch, map_tones(margin_mm, palette)};
}

}  // namespace drypoint::scene
