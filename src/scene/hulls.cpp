#include "scene/hulls.h"

#include <algorithm>
#include <set>
#include <utility>

#include "anatomy/resolve.h"
#include "geometry/normals.h"
#include "geometry/ray_cast.h"
#include "scene/naming.h"

namespace drypoint::scene {
namespace {

constexpr float hull_opacity = 0.14f;

geometry::TriangleMesh limit_of(const anatomy::Atlas& atlas) {
    const anatomy::Structure* skin = anatomy::skin_of(atlas);
    return skin != nullptr ? skin->surface : geometry::TriangleMesh{};
}

// A solid skin hides what lies beneath.
bool is_covered(const session::Snapshot& snapshot) {
    const anatomy::Structure* skin = anatomy::skin_of(*snapshot.atlas);
    if (skin == nullptr) return false;
    const std::size_t index = *snapshot.atlas->index_of(skin->id);
    return !is_hidden(snapshot, index) && snapshot.model.plan.appearance[index].opacity >= solid_opacity;
}

Tone hatched(const Palette& palette) {
    Tone tone;
    tone.fill = tone.ink = palette.risk;
    tone.opacity = 0.0f;
    tone.pattern = Pattern::hatch;
    return tone;
}

}  // namespace

geometry::ShadedMesh widened(const geometry::TriangleMesh& surface, float by_mm, const geometry::TriangleMesh& limit) {
    constexpr float smooth = 180.0f;
    constexpr double beneath_mm = 0.5;
    const geometry::ShadedMesh smoothed = geometry::shaded(surface, smooth);
    const geometry::RayCaster caster({&limit});
    geometry::TriangleMesh wide{smoothed.positions, smoothed.triangles};
    for (std::size_t i = 0; i < wide.positions.size(); ++i) {
        const glm::vec3& normal = smoothed.normals[i];
        const auto hit = caster.first({wide.positions[i], normal}, {}, static_cast<double>(by_mm) + beneath_mm);
        const float reach = hit ? static_cast<float>(std::max(hit->distance_mm - beneath_mm, 0.0)) : by_mm;
        wide.positions[i] += std::min(reach, by_mm) * normal;
    }
    return geometry::shaded(wide, smooth);
}

PatchPtr hull_of(const geometry::TriangleMesh& surface, double by_mm, const geometry::TriangleMesh& limit) {
    geometry::Patch hull;
    hull.mesh = widened(surface, static_cast<float>(by_mm), limit);
    hull.values.assign(hull.mesh.positions.size(), glm::vec4(1.0f));
    for (const glm::vec3& position : hull.mesh.positions) hull.bounds.add(position);
    return std::make_shared<const geometry::Patch>(std::move(hull));
}

void add_hull(const PatchPtr& hull, std::size_t index, bool closed, const Palette& palette, Scene& scene) {
    Item item;
    item.index = index;
    item.mesh = {hull, &hull->mesh};
    item.bounds = hull->bounds;
    item.colour = palette.risk;
    item.opacity = hull_opacity;
    item.closed = closed;
    scene.items.push_back(std::move(item));
    scene.paints.push_back({index, hull, {hatched(palette)}});
}

std::vector<std::size_t> shown_hulls(const session::Snapshot& snapshot, const anatomy::Assessment& assessment) {
    if (is_covered(snapshot)) return {};
    std::set<std::size_t> shown;
    for (const anatomy::Reason& reason : assessment.judgement.reasons) {
        if (!reason.structure || is_hidden(snapshot, *reason.structure)) continue;
        const base::Id& id = snapshot.atlas->structures[*reason.structure].id;
        const anatomy::HazardSpread* spread = snapshot.world->content.find_spread(id);
        if (spread != nullptr && spread->across.mm) shown.insert(*reason.structure);
    }
    return {shown.begin(), shown.end()};
}

void Hulls::add(const session::Snapshot& snapshot, const anatomy::Assessment& assessment, const Palette& palette,
                Scene& scene) {
    if (std::exchange(world_, snapshot.world) != snapshot.world) hulls_.clear();
    for (const std::size_t index : shown_hulls(snapshot, assessment)) {
        const anatomy::Structure& structure = snapshot.atlas->structures[index];
        const double by_mm = *snapshot.world->content.find_spread(structure.id)->across.mm;
        PatchPtr& hull = hulls_[index];
        if (!hull) hull = hull_of(structure.surface, by_mm, limit_of(*snapshot.atlas));
        add_hull(hull, snapshot.atlas->structures.size() + index, structure.closed, palette, scene);
    }
}

}  // namespace drypoint::scene
