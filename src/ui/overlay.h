#pragma once
// Draws what stands over the picture: rings, paths, needle, clearances, labels. The value comes from scene/overlay.h.

#include "scene/overlay.h"
#include "ui/context.h"

namespace drypoint::ui {

// After the panels over the picture, so that labels keep off them. Names every ring "point/CODE", every label
// "label/ID".
void draw_overlay(Context& c);

// The trigger point whose ring was drawn under this place in the last frame; empty: none.
base::Id ring_under(const Context& c, ImVec2 at);

}  // namespace drypoint::ui
