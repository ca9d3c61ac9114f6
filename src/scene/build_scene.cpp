#include "scene/build_scene.h"

#include <algorithm>

namespace drypoint::scene {
namespace {

float emphasis_of(const base::Id& id, const session::Model& model) {
    if (id == model.selected) return selected_emphasis;
    return id == model.hovered ? hovered_emphasis : 0.0f;
}

bool is_drawn(const anatomy::Structure& structure, const session::Appearance& appearance) {
    return appearance.visible && appearance.opacity > 0.0f && !structure.shading.triangles.empty();
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
        case Tissue::fascia:
            return Surface::tendon;
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
        item.emphasis = emphasis_of(structure.id, model);
        scene.items.push_back(std::move(item));
    }
    return scene;
}

}  // namespace drypoint::scene
