#include "scene/pick.h"

#include <algorithm>
#include <vector>

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

std::optional<Hit> Picker::pick(const Scene& scene, glm::vec2 size_px, glm::vec2 pixel) {
    if (!state_->caster) state_->caster.emplace(make_caster(*state_->atlas));
    const std::vector<const Item*> items = items_by_index(scene, state_->atlas->structures.size());
    const geometry::Ray ray = geometry::ray_through(scene.camera, size_px, pixel);
    const auto first_of_at_least = [&](float opacity) {
        return state_->caster->first(ray, [&](std::size_t mesh, bool entering) {
            const Item* item = items[mesh];
            return item != nullptr && item->opacity >= opacity && (entering || !item->closed);
        });
    };
    std::optional<geometry::RayHit> hit = first_of_at_least(picked_opacity);
    if (!hit) hit = first_of_at_least(0.0f);
    if (!hit) return std::nullopt;
    return Hit{hit->mesh, ray.origin + ray.direction * static_cast<float>(hit->distance_mm)};
}

}  // namespace drypoint::scene
