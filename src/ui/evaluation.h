#pragma once
// The tests of the evaluation: how each is done, its norms as they were found, how well testers agree.

#include "ui/panel.h"

namespace drypoint::ui {

// A card for each test that belongs to this step of the session.
void draw_tests(Context& c, ImDrawList& draw, Pen& pen, const base::Id& step);

}  // namespace drypoint::ui
