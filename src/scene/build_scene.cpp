#include "scene/build_scene.h"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>

namespace drypoint::scene {
namespace {

float emphasis_of(const base::Id& id, const session::Model& model) {
    if (id == model.selected) return selected_emphasis;
    return id == model.hovered ? hovered_emphasis : 0.0f;
}

bool is_drawn(const anatomy::Structure& structure, const session::Appearance& appearance) {
    return appearance.visible && appearance.opacity > 0.0f && !structure.shading.triangles.empty();
}

// How far around a surface the model's occlusion looks.
constexpr float shade_reach_mm = 30.0f;
// Where an eighth of what stood round a surface is gone, more than half of the shade is.
constexpr float shade_fading = 7.0f;

// The envelope is not what the model's occlusion counts, nor is the joint's cavity.
bool casts_shade(const anatomy::Structure& structure) {
    using anatomy::Tissue;
    return structure.tissue != Tissue::skin && structure.tissue != Tissue::fat && structure.tissue != Tissue::fascia &&
           structure.tissue != Tissue::joint;
}

float shared_volume(const geometry::Bounds& a, const geometry::Bounds& b) {
    const glm::vec3 size = glm::max(glm::min(a.max, b.max + shade_reach_mm) - glm::max(a.min, b.min - shade_reach_mm), 0.0f);
    return size.x * size.y * size.z;
}

// Of what stands round a structure, the share that is drawn solid decides how far its occlusion holds.
float shaded_share(std::size_t index, const anatomy::Atlas& atlas, const session::Plan& plan) {
    const anatomy::Structure& structure = atlas.structures[index];
    if (structure.shading.occlusion.empty()) return 1.0f;
    float all = 0.0f, drawn = 0.0f;
    for (std::size_t i = 0; i < atlas.structures.size(); ++i) {
        if (i == index || !casts_shade(atlas.structures[i])) continue;
        const float volume = shared_volume(structure.bounds, atlas.structures[i].bounds);
        const bool xray = !plan.xray.empty() && atlas.structures[i].id != plan.xray;
        all += volume;
        if (plan.appearance[i].visible && !xray) drawn += volume * plan.appearance[i].opacity;
    }
    return all > 0.0f ? std::pow(drawn / all, shade_fading) : 1.0f;
}

}  // namespace

Surface surface_of(anatomy::Tissue tissue) {
    using anatomy::Tissue;
    switch (tissue) {
        case Tissue::skin:
            return Surface::skin;
        case Tissue::muscle:
            return Surface::muscle;
        case Tissue::tendon:
        case Tissue::ligament:
        case Tissue::membrane:
            return Surface::tendon;
        case Tissue::fascia:
            return Surface::fascia;
        case Tissue::bone:
            return Surface::bone;
        case Tissue::cartilage:
        case Tissue::meniscus:
        case Tissue::joint:
            return Surface::cartilage;
        case Tissue::artery:
        case Tissue::vein:
            return Surface::vessel;
        case Tissue::nerve:
            return Surface::nerve;
        case Tissue::fat:
        case Tissue::other:
            return Surface::plain;
    }
    return Surface::plain;
}

Scene build_scene(const session::Snapshot& snapshot, const Palette& palette) {
    const anatomy::Atlas& atlas = *snapshot.atlas;
    const session::Model& model = snapshot.model;
    Scene scene;
    scene.camera = model.camera;
    scene.bounds = atlas.bounds;
    scene.background_top = palette.background_top;
    scene.background_bottom = palette.background_bottom;
    scene.accent = palette.accent;
    scene.finish = palette.finish;
    for (std::size_t i = 0; i < atlas.structures.size(); ++i) {
        const anatomy::Structure& structure = atlas.structures[i];
        const session::Appearance& appearance = model.plan.appearance[i];
        if (!is_drawn(structure, appearance)) continue;
        Item item;
        item.index = i;
        // Shares the atlas, so that what a scene shows outlives any change of model.
        item.mesh = {snapshot.atlas, &structure.shading};
        item.bounds = structure.bounds;
        item.colour = palette.tissue[static_cast<std::size_t>(structure.tissue)];
        item.surface = surface_of(structure.tissue);
        item.opacity = appearance.opacity;
        item.closed = structure.closed;
        item.xray = !model.plan.xray.empty() && structure.id != model.plan.xray;
        if (item.xray) item.opacity = std::min(item.opacity, xray_opacity);
        item.shaded = shaded_share(i, atlas, model.plan);
        item.emphasis = emphasis_of(structure.id, model);
        scene.items.push_back(std::move(item));
    }
    return scene;
}

}  // namespace drypoint::scene
