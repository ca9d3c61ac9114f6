#pragma once
// Parts of the list at the left that speak of conditions.

#include "ui/panel.h"

namespace drypoint::ui {

void draw_condition_row(Context& c, ImDrawList& draw, const anatomy::Condition& condition, const ImRect& row);
void draw_condition_list(Context& c, ImDrawList& draw, Pen& pen);

}  // namespace drypoint::ui
