#pragma once
// How a tone that is painted on the limb looks in a legend: the same colours, the same patterns.

#include "scene/scene.h"
#include "ui/context.h"

namespace drypoint::ui {

void draw_tone(const Context& c, ImDrawList& draw, const ImRect& rect, const scene::Tone& tone);

}  // namespace drypoint::ui
