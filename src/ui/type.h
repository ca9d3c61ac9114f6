#pragma once
// Text on a draw list: measured, shortened, wrapped and placed.

#include <string>
#include <string_view>

#include "ui/context.h"

namespace drypoint::ui {

// Pixels; `wrap` > 0: broken at that width.
ImVec2 measure(const Context& c, Type type, std::string_view text, float wrap = 0);

// Top left at `at`. Returns the height taken.
float write(const Context& c, ImDrawList& draw, Type type, ImVec2 at, ImU32 colour, std::string_view text,
            float wrap = 0);

// `x`: 0 left, 0.5 centre, 1 right; always in the middle of the height. What is too long ends in an ellipsis.
// Returns whether everything was shown.
bool write_in(const Context& c, ImDrawList& draw, Type type, const ImRect& rect, ImU32 colour, std::string_view text,
              float x = 0);

// The text, or as much of it as fits with an ellipsis.
std::string shortened(const Context& c, Type type, std::string_view text, float width);

// An icon of Fork Awesome in the middle of a rectangle; `size` picks the raster by its points.
void write_icon(const Context& c, ImDrawList& draw, const char* icon, ImVec2 centre, ImU32 colour,
                Type type = Type::semibold16);

}  // namespace drypoint::ui
