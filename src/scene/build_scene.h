#pragma once
// From what the user is doing to what is on screen. Pure.

#include "scene/palette.h"
#include "scene/scene.h"
#include "session/model.h"

namespace drypoint::scene {

inline constexpr float hovered_emphasis = 0.35f;
inline constexpr float selected_emphasis = 1.0f;

// Of what is x-rayed, where it faces the eye.
inline constexpr float xray_opacity = 0.04f;

// How light meets a tissue.
Surface surface_of(anatomy::Tissue tissue);

// Items stand in the atlas's order. A structure that is hidden, wholly clear or without triangles has none.
Scene build_scene(const session::Snapshot& snapshot, const Palette& palette);

}  // namespace drypoint::scene
