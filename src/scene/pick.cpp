#include "scene/pick.h"

#include <algorithm>
#include <limits>
#include <vector>

#include <glm/geometric.hpp>

#include "geometry/ray_cast.h"

namespace drypoint::scene {
namespace {

geometry::RayCaster make_caster(const anatomy::Atlas& atlas) {
    std::vector<const geometry::TriangleMesh*> meshes;
    meshes.reserve(atlas.structures.size());
    for (const anatomy::Structure& structure : atlas.structures) meshes.push_back(&structure.surface);
    return geometry::RayCaster(meshes);
}

// By the structure's index; null: not drawn.
std::vector<const Item*> items_by_index(const Scene& scene, std::size_t structures) {
    std::vector<const Item*> items(structures, nullptr);
    for (const Item& item : scene.items) {
        if (item.index < structures) items[item.index] = &item;
    }
    return items;
}

// Only the part of the ray where nothing is cut away.
// True: it begins on the plane.
bool stay_where_kept(const CutAway& cut, geometry::Ray& ray, double& reach_mm) {
    const float beyond = glm::dot(cut.normal, ray.origin) - cut.at_mm;
    const float towards = glm::dot(cut.normal, ray.direction);
    if (beyond <= 0.0f) {
        if (towards > 0.0f) reach_mm = static_cast<double>(-beyond / towards);
        return false;
    }
    if (towards >= 0.0f) {
        reach_mm = 0.0;
        return false;
    }
    ray.origin += ray.direction * (-beyond / towards);
    return true;
}

// The innermost solid that holds the ray's origin: its cut face lies there.
std::optional<std::size_t> cut_open_at(const geometry::RayCaster& caster, const geometry::Ray& ray,
                                       const std::vector<const Item*>& items) {
    std::vector<bool> met(items.size(), false);
    const auto shown = [&](std::size_t mesh, bool) { return items[mesh] != nullptr && items[mesh]->closed; };
    for (const geometry::RayHit& hit : caster.all(ray, shown)) {
        if (met[hit.mesh]) continue;
        met[hit.mesh] = true;
        if (!hit.entering) return hit.mesh;
    }
    return std::nullopt;
}

}  // namespace

struct Picker::State {
    anatomy::AtlasPtr atlas;
    std::optional<geometry::RayCaster> caster;
};

Picker::Picker(anatomy::AtlasPtr atlas) : state_(std::make_unique<State>()) {
    state_->atlas = std::move(atlas);
}
Picker::~Picker() = default;
Picker::Picker(Picker&&) noexcept = default;
Picker& Picker::operator=(Picker&&) noexcept = default;

const anatomy::AtlasPtr& Picker::atlas() const {
    return state_->atlas;
}

std::optional<Hit> Picker::pick(const Scene& scene, glm::vec2 size_px, glm::vec2 pixel) {
    if (!state_->caster) state_->caster.emplace(make_caster(*state_->atlas));
    const std::vector<const Item*> items = items_by_index(scene, state_->atlas->structures.size());
    geometry::Ray ray = geometry::ray_through(scene.camera, size_px, pixel);
    double reach_mm = std::numeric_limits<double>::infinity();
    const bool on_plane = scene.cut && stay_where_kept(*scene.cut, ray, reach_mm);
    if (!(reach_mm > 0.0)) return std::nullopt;
    if (on_plane) {
        if (const auto face = cut_open_at(*state_->caster, ray, items)) return Hit{*face, ray.origin};
    }
    const auto first_of_at_least = [&](float opacity) {
        const auto counts = [&](std::size_t mesh, bool entering) {
            const Item* item = items[mesh];
            return item != nullptr && item->opacity >= opacity && (entering || !item->closed);
        };
        return state_->caster->first(ray, counts, reach_mm);
    };
    std::optional<geometry::RayHit> hit = first_of_at_least(picked_opacity);
    if (!hit) hit = first_of_at_least(0.0f);
    if (!hit) return std::nullopt;
    return Hit{hit->mesh, ray.origin + ray.direction * static_cast<float>(hit->distance_mm)};
}

}  // namespace drypoint::scene
