#pragma once
// The frame of a sheet over the screen.

#include <functional>
#include <string>

#include "ui/panel.h"

namespace drypoint::ui {

// Everything behind fades; below the title comes the body, which scrolls. `units`: its size where the window has room.
void draw_sheet(Context& c, const char* id, const std::string& title, ImVec2 units,
                const std::function<void(ImDrawList&, Pen&)>& body);

// The width that a body's pen gets, and the units of height that a sheet needs round a body of this many pixels.
float sheet_body_width(const Context& c, float units_wide);
float sheet_units_round(const Context& c, float body_px);

}  // namespace drypoint::ui
