#pragma once
// Parts of the details panel that speak of trigger points and conditions.

#include "ui/panel.h"
#include "ui/statements.h"

namespace drypoint::ui {

void draw_point_details(Context& c, ImDrawList& draw, Pen& pen, const anatomy::TriggerPoint& point);
// While no point is chosen: the condition, then the points to try.
void draw_condition_details(Context& c, ImDrawList& draw, Pen& pen, const anatomy::Condition& condition);
// Above a chosen point: name, certainty, evidence, and the way back.
void draw_condition_above(Context& c, ImDrawList& draw, Pen& pen, const anatomy::Condition& condition);
// The card of studies and precautions.
void draw_studies(Context& c, ImDrawList& draw, Pen& pen, const anatomy::Condition& condition);
// Buttons; nothing if no point lies in it.
void draw_points_of_muscle(Context& c, ImDrawList& draw, Pen& pen, const base::Id& muscle);

}  // namespace drypoint::ui
