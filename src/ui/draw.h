#pragma once
// Marks that fonts cannot be trusted with, over ImGui's draw list. Lengths in pixels.

#include <imgui.h>
#include <imgui_internal.h>

namespace drypoint::ui {

void dashed_line(ImDrawList& draw, ImVec2 from, ImVec2 to, ImU32 colour, float width, float dash, float gap);
void dashed_rect(ImDrawList& draw, const ImRect& rect, ImU32 colour, float width, float dash, float gap);
// Along the points; the dashes go on over the corners. Closed: the last is joined to the first.
void dashed_outline(ImDrawList& draw, const ImVec2* points, int count, bool closed, ImU32 colour, float width, float dash,
                    float gap);
void dashed_circle(ImDrawList& draw, ImVec2 centre, float radius, ImU32 colour, float width);
// From a label to what it names: a dark line under a bright one, so that it shows on any tissue.
void leader(ImDrawList& draw, ImVec2 from, ImVec2 to, ImU32 line, ImU32 under, float scale);
void ring(ImDrawList& draw, ImVec2 centre, float radius, ImU32 colour, ImU32 under, float width);
// Point up. Filled: stop or error. Outlined: caution or warning.
void triangle(ImDrawList& draw, ImVec2 centre, float size, ImU32 colour, bool filled);
void tick(ImDrawList& draw, ImVec2 centre, float size, ImU32 colour);
void cross(ImDrawList& draw, ImVec2 centre, float size, ImU32 colour);
// `quarters` of a disc, 0..4, clockwise from the top, in a ring.
void pie(ImDrawList& draw, ImVec2 centre, float radius, int quarters, ImU32 colour);
void hatched_rect(ImDrawList& draw, const ImRect& rect, ImU32 colour, float width, float step);
// The mark of the program: a needle in a rounded square.
void brand_mark(ImDrawList& draw, ImVec2 centre, float size, ImU32 line, ImU32 needle);
enum class Toward { right, down, left };
void chevron(ImDrawList& draw, ImVec2 centre, float size, ImU32 colour, Toward toward);

}  // namespace drypoint::ui
