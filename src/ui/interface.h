#pragma once
// The whole interface of one frame: between ImGui::NewFrame and ImGui::Render.

#include <vector>

#include "ui/context.h"
#include "ui/keys.h"

namespace drypoint::ui {

// Keys first, then every panel in the order in which Tab visits them. What is asked for is left in c.actions.
void draw_interface(Context& c, const std::vector<Chord>& keys);

}  // namespace drypoint::ui
