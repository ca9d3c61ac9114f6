#include "anatomy/atlas.h"

#include <algorithm>
#include <set>

#include "anatomy/body.h"
#include "geometry/closed.h"

namespace drypoint::anatomy {
namespace {

template <typename Item>
const Item* find_by_id(const std::vector<Item>& items, std::string_view id) {
    const auto it = std::lower_bound(items.begin(), items.end(), id,
                                     [](const Item& item, std::string_view key) { return item.id < key; });
    return it != items.end() && it->id == id ? &*it : nullptr;
}

template <typename Item>
void sort_by_id(std::vector<Item>& items) {
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.id < b.id; });
}

void make_ids_unique(std::vector<Structure>& structures, const std::string& file, base::Issues& issues) {
    std::set<base::Id> taken;
    for (Structure& structure : structures) {
        const base::Id wanted = structure.id.empty() ? "unnamed" : structure.id;
        structure.id = wanted;
        for (int n = 2; !taken.insert(structure.id).second; ++n) structure.id = wanted + "-" + std::to_string(n);
        if (structure.id == wanted) continue;
        issues.push_back(
            base::warning(base::at_node(file, structure.node),
                          "a second structure has the id " + wanted + "; this one is called " + structure.id,
                          "give each node its own name or id", "duplicate-id"));
    }
}

// Lighter triangles over the same vertices are drawn in the full ones' place: they must be fewer, and close round the same.
bool is_light_level(const Structure& structure) {
    const geometry::ShadedMesh& mesh = structure.shading;
    if (mesh.light.size() >= mesh.triangles.size()) return false;
    if (!structure.closed) return true;
    // Fewer sides hold less: three of a vessel's twelve still hold two fifths.
    constexpr double least = 0.25, most = 1.5;
    const double full = geometry::enclosed_mm3(mesh.positions, mesh.triangles);
    const double light = geometry::enclosed_mm3(mesh.positions, mesh.light);
    return light >= least * full && light <= most * full;
}

void drop_bad_light_level(Structure& structure, const std::string& file, base::Issues& issues) {
    std::vector<geometry::Triangle>& light = structure.shading.light;
    if (light.empty() || is_light_level(structure)) return;
    const bool nothing_to_leave_out = light.size() == structure.shading.triangles.size();  // a small solid
    light.clear();
    if (nothing_to_leave_out) return;
    issues.push_back(base::warning(base::at_node(file, structure.node),
                                   "its lighter level of detail is no lighter form of it; it is not used", {}, "light-level"));
}

}  // namespace

const Structure* Atlas::find(std::string_view id) const {
    return find_by_id(structures, id);
}

std::optional<std::size_t> Atlas::index_of(std::string_view id) const {
    const Structure* structure = find(id);
    if (structure == nullptr) return std::nullopt;
    return static_cast<std::size_t>(structure - structures.data());
}

const Landmark* Atlas::find_landmark(std::string_view id) const {
    return find_by_id(landmarks, id);
}

bool Atlas::has(Tissue tissue) const {
    return std::any_of(structures.begin(), structures.end(),
                       [tissue](const Structure& structure) { return structure.tissue == tissue; });
}

Atlas make_atlas(Atlas raw, base::Issues& issues) {
    Atlas atlas = std::move(raw);
    make_ids_unique(atlas.structures, atlas.file, issues);
    sort_by_id(atlas.structures);
    sort_by_id(atlas.landmarks);
    for (Structure& structure : atlas.structures) {
        structure.bounds = {};
        for (const glm::vec3& position : structure.surface.positions) structure.bounds.add(position);
        atlas.bounds.add(structure.bounds);
        structure.closed = geometry::is_closed_outward(structure.surface);
        drop_bad_light_level(structure, atlas.file, issues);
    }
    atlas.has_builds = std::any_of(atlas.structures.begin(), atlas.structures.end(), changes_with_build);
    if (!atlas.has(Tissue::skin)) {
        atlas.notes.emplace_back(
            "This model has no skin: depth counts from the first structure that the needle meets.");
    }
    if (!atlas.has(Tissue::nerve)) {
        atlas.notes.emplace_back("This model has no nerves: no verdict can be better than caution.");
    }
    return atlas;
}

Side shown_side(const Atlas& atlas) {
    int right = 0, left = 0;
    for (const Structure& structure : atlas.structures) {
        right += structure.side == Side::right ? 1 : 0;
        left += structure.side == Side::left ? 1 : 0;
    }
    if (right > 0 && left == 0) return Side::right;
    return left > 0 && right == 0 ? Side::left : Side::none;
}

}  // namespace drypoint::anatomy
