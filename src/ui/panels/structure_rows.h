#pragma once
// Parts of the list at the left that speak of structures.

#include "ui/panel.h"

namespace drypoint::ui {

// One structure, with its eye.
void draw_structure_row(Context& c, const anatomy::Structure& structure, Pen& pen);
// All of them, under headings that fold, after the regions.
void draw_structure_groups(Context& c, Pen& pen);

}  // namespace drypoint::ui
