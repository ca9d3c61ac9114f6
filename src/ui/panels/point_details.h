#pragma once
// Parts of the details panel that speak of trigger points and conditions.

#include "ui/panel.h"
#include "ui/statements.h"

namespace drypoint::ui {

void draw_point_details(Context& c, ImDrawList& draw, Pen& pen, const anatomy::TriggerPoint& point);
// While no point is chosen.
void draw_condition_details(Context& c, ImDrawList& draw, Pen& pen, const anatomy::Condition& condition);
void draw_evidence(Context& c, ImDrawList& draw, Pen& pen, const anatomy::Condition& condition);
// Buttons; nothing if no point lies in it.
void draw_points_of_muscle(Context& c, ImDrawList& draw, Pen& pen, const base::Id& muscle);

}  // namespace drypoint::ui
