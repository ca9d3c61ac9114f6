#pragma once
// The one drawing of a needle strip, for every screen that has one.

#include "scene/strip.h"
#include "ui/context.h"

namespace drypoint::ui {

// The card in this rectangle; a drag on its bar moves the needle. `most_px_per_mm` at 100 %.
void draw_strip(Context& c, const scene::Strip& strip, const ImRect& rect, float most_px_per_mm);

}  // namespace drypoint::ui
