#pragma once
// From what the user is doing to what is on screen. Pure.

#include "scene/palette.h"
#include "scene/scene.h"
#include "session/model.h"

namespace drypoint::scene {

Scene build_scene(const session::Snapshot& snapshot, const Palette& palette);

}  // namespace drypoint::scene
