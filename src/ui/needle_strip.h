#pragma once
// The one drawing of a needle strip, for every screen that has one.

#include <optional>

#include "scene/strip.h"
#include "ui/context.h"

namespace drypoint::ui {

inline constexpr float strip_width = 176;  // of the card, units

// The height of a card in which the strip has this scale (at 100 %).
float height_of_strip(const Context& c, const scene::Strip& strip, float px_per_mm);

// Bar, ruler, needle, names and tip alone. `at`: the skin at the bar's left edge; names go to `right`; pixels.
void draw_strip_bar(Context& c, ImDrawList& draw, const scene::Strip& strip, ImVec2 at, float px_per_mm, float right);

// From the skin up to the needle's handle, and from the ruler's left to the bar, units.
inline constexpr float strip_handle_height = 44, strip_ruler_width = 38;

// Into a panel that is there; `draw_strip` is the card with one of its own.
void draw_strip_in(Context& c, ImDrawList& draw, const scene::Strip& strip, const ImRect& rect, float most_px_per_mm);

// The card in this rectangle; a drag on its bar moves the needle. `most_px_per_mm` at 100 %.
void draw_strip(Context& c, const scene::Strip& strip, const ImRect& rect, float most_px_per_mm);

// Where the card over the picture begins, so that others keep off it; nothing while there is none.
std::optional<float> left_of_strip(const Context& c);

}  // namespace drypoint::ui
