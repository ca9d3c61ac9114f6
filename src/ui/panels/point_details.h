#pragma once
// Parts of the details panel that speak of trigger points and conditions.

#include "ui/panel.h"
#include "ui/statements.h"

namespace drypoint::ui {

void draw_point_details(Context& c, ImDrawList& draw, Pen& pen, const anatomy::TriggerPoint& point);
// Of a chosen point: what its tint on the muscle means, and its classic spot.
void draw_band(Context& c, ImDrawList& draw, Pen& pen, const anatomy::TriggerPoint& point,
               const session::PlacedPoint* place);
// And where its pain is felt: painted or not, and what of it is convention.
void draw_referral(Context& c, ImDrawList& draw, Pen& pen, const anatomy::TriggerPoint& point);
// An area of pain: what it is, and the points that refer to it.
void draw_zone_details(Context& c, ImDrawList& draw, Pen& pen, const anatomy::Zone& zone);
// The name of what is told about, and the cross that lets go of it: pressed, true. `id`: "condition", of the texts too.
bool draw_title(Context& c, ImDrawList& draw, Pen& pen, const std::string& id, const std::string& name);
// While no point is chosen: the condition, then the points to try.
void draw_condition_details(Context& c, ImDrawList& draw, Pen& pen, const anatomy::Condition& condition);
// Above a chosen point: name, certainty, evidence, and the way back.
void draw_condition_above(Context& c, ImDrawList& draw, Pen& pen, const anatomy::Condition& condition);
// What to take care of, as a card.
void draw_precautions(Context& c, ImDrawList& draw, Pen& pen, const anatomy::Condition& condition);
// The card of studies.
void draw_studies(Context& c, ImDrawList& draw, Pen& pen, const anatomy::Condition& condition);
// Of a structure: a muscle's action and nerve; of what is guarded, where it runs and why to keep off.
void draw_anatomy(Context& c, ImDrawList& draw, Pen& pen, const anatomy::Structure& structure);
// Cards of what was measured of a guarded structure, and how far it varies between people.
void draw_measured(Context& c, ImDrawList& draw, Pen& pen, const anatomy::Structure& structure);
// Buttons; nothing if no point lies in it.
void draw_points_of_muscle(Context& c, ImDrawList& draw, Pen& pen, const base::Id& muscle);

}  // namespace drypoint::ui
