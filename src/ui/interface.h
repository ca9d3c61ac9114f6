#pragma once
// The whole interface of one frame: between ImGui::NewFrame and ImGui::Render.

#include <vector>

#include "ui/context.h"
#include "ui/keys.h"

namespace drypoint::ui {

// Keys first, then every panel in the order in which Tab visits them. What is asked for is left in c.actions.
// What a saved picture of the limb bears: its side; and, unless it is bare, rings, needle, labels and strip. The layout
// is a clean one. Sends nothing.
void draw_on_picture(Context& c, bool bare);

void draw_interface(Context& c, const std::vector<Chord>& keys);

}  // namespace drypoint::ui
