#pragma once
// The blocks of the needle's room. Each draws from the pen downwards; where the window is narrow they stand in one
// column.

#include "ui/panel.h"

namespace drypoint::ui {

void draw_verdict(Context& c, ImDrawList& draw, Pen& pen);
void draw_margins(Context& c, ImDrawList& draw, Pen& pen);
void draw_needle_choice(Context& c, ImDrawList& draw, Pen& pen);
void draw_own_path(Context& c, ImDrawList& draw, Pen& pen);
void draw_suggestion(Context& c, ImDrawList& draw, Pen& pen);

// "12.3"
std::string one_digit(double value);

}  // namespace drypoint::ui
