#include "session/update_context.h"

#include <algorithm>

#include <glm/geometric.hpp>

#include "anatomy/envelope.h"

namespace drypoint::session {
namespace {

template <typename Change>
void for_layer(anatomy::Layer layer, const UpdateContext& c, Change change) {
    bool any = false;
    for (std::size_t i = 0; i < c.atlas().structures.size(); ++i) {
        if (c.atlas().structures[i].layer != layer) continue;
        change(c.appearance(i));
        any = true;
    }
    if (!any) c.refuse("This model has nothing in the layer " + std::string(anatomy::name(layer)));
}

}  // namespace

void leave_isolation(Plan& plan) {
    if (!plan.isolation) return;
    plan.appearance = plan.isolation->before;
    plan.isolation.reset();
}

void apply(const Hide& action, const UpdateContext& c) {
    if (const auto index = c.structure(action.structure)) c.appearance(*index).visible = false;
}

void apply(const Show& action, const UpdateContext& c) {
    if (const auto index = c.structure(action.structure)) c.appearance(*index).visible = true;
}

void apply(const ShowAll&, const UpdateContext& c) {
    leave_isolation(c.plan());
    c.plan().xray.clear();
    // What encloses the muscles comes back as clear as the skin is, or it would hide all the rest.
    float clearest = 1.0f;
    for (std::size_t i = 0; i < c.atlas().structures.size(); ++i) {
        const Appearance& appearance = c.plan().appearance[i];
        if (c.atlas().structures[i].layer == anatomy::Layer::skin) clearest = std::min(clearest, appearance.opacity);
    }
    for (std::size_t i = 0; i < c.atlas().structures.size(); ++i) {
        Appearance& appearance = c.plan().appearance[i];
        if (anatomy::is_envelope(c.atlas().structures[i], c.atlas()) && !appearance.visible)
            appearance.opacity = std::min(appearance.opacity, clearest);
        appearance.visible = true;
    }
}

void apply(const HideOthers& action, const UpdateContext& c) {
    const auto index = c.structure(action.structure);
    if (!index) return;
    for (Appearance& appearance : c.plan().appearance) appearance.visible = false;
    c.appearance(*index).visible = true;
}

void apply(const Isolate& action, const UpdateContext& c) {
    const auto index = c.structure(action.structure);
    if (!index) return;
    const bool same = c.plan().isolation && c.plan().isolation->id == action.structure;
    leave_isolation(c.plan());
    if (same) return;
    c.plan().isolation = Isolation{action.structure, c.plan().appearance};
    for (Appearance& appearance : c.plan().appearance) appearance.visible = false;
    c.appearance(*index) = Appearance{};
}

void apply(const XrayRest& action, const UpdateContext& c) {
    base::Id& xray = c.plan().xray;
    if (action.structure.empty() || action.structure == xray) return xray.clear();
    if (c.structure(action.structure)) xray = action.structure;
}

void apply(const Cut& action, const UpdateContext& c) {
    const glm::vec3 normal(action.x, action.y, action.z);
    const float length = glm::length(normal);
    if (!std::isfinite(length) || length < 1e-3f || !std::isfinite(action.at_mm))
        return c.refuse("A section plane needs a direction and a distance");
    c.plan().section = Section{normal / length, action.at_mm};
}

void apply(const MoveCut& action, const UpdateContext& c) {
    if (!c.plan().section) return c.refuse("Nothing is cut: there is no section plane to move");
    if (!std::isfinite(action.by_mm)) return c.refuse("Distances are finite numbers");
    c.plan().section->at_mm += action.by_mm;
}

void apply(const LeaveCut&, const UpdateContext& c) {
    c.plan().section.reset();
}

void apply(const LeaveIsolation&, const UpdateContext& c) {
    leave_isolation(c.plan());
}

void apply(const SetOpacity& action, const UpdateContext& c) {
    const auto index = c.structure(action.structure);
    if (!index) return;
    if (!in_range(action.opacity, 0.0f, 1.0f)) return c.refuse("Opacity goes from 0 to 1");
    c.appearance(*index).opacity = action.opacity;
}

void apply(const ShowLayer& action, const UpdateContext& c) {
    for_layer(action.layer, c, [](Appearance& appearance) { appearance.visible = true; });
}

void apply(const HideLayer& action, const UpdateContext& c) {
    for_layer(action.layer, c, [](Appearance& appearance) { appearance.visible = false; });
}

void apply(const SetLayerOpacity& action, const UpdateContext& c) {
    if (!in_range(action.opacity, 0.0f, 1.0f)) return c.refuse("Opacity goes from 0 to 1");
    for_layer(action.layer, c, [&action](Appearance& appearance) { appearance.opacity = action.opacity; });
}

}  // namespace drypoint::session
