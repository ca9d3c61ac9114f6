#pragma once
// Claims that the evidence does not bear out, never shown without what was found.

#include <vector>

#include "ui/panel.h"
#include "ui/statements.h"

namespace drypoint::ui {

// A card for each claim that must stand with this condition, step, point or topic: claimed, found, and what follows.
void draw_claims(Context& c, ImDrawList& draw, Pen& pen, std::vector<base::Id> anatomy::Claim::*where,
                 const base::Id& id);

}  // namespace drypoint::ui
