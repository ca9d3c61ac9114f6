#pragma once
// Measured figures as lines, each with the mark of how it was come by.

#include <string>
#include <vector>

#include "ui/panel.h"
#include "ui/statements.h"

namespace drypoint::ui {

// Figures are for those who measure: they have no plain words, so that nothing is drawn in that register. Names in the
// registry are `name` with a number from 1.
void draw_figures(Context& c, ImDrawList& draw, Pen& pen, const std::string& name, const std::string& title,
                  const std::vector<anatomy::Figure>& figures);

}  // namespace drypoint::ui
