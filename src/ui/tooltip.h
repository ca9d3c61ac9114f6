#pragma once
// What explains a widget: after the pointer rested on it for 400 ms, or at once when the keyboard came to it.

#include "ui/widgets.h"

namespace drypoint::ui {

// Called by every widget; remembers the tooltip to draw.
void arm_tooltip(Context& c, const Spec& spec, const ImRect& rect, const Response& response);
// Called once, last.
void draw_tooltip(Context& c);

}  // namespace drypoint::ui
