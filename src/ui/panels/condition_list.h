#pragma once
// Parts of the list at the left that speak of conditions.

#include "ui/panel.h"

namespace drypoint::ui {

float condition_row_height(const Context& c, const anatomy::Condition& condition, float width);
void draw_condition_row(Context& c, ImDrawList& draw, const anatomy::Condition& condition, const ImRect& row);
// Points to try, group by group, with a way from one group to the next.
void draw_condition_list(Context& c, ImDrawList& draw, Pen& pen);

}  // namespace drypoint::ui
