#pragma once
// The colours of the interface, by what they are for. Widgets read this value and hold no colour of their own.

#include <map>
#include <string>
#include <vector>

#include <imgui.h>
#include <glm/vec3.hpp>

namespace drypoint::ui {

struct Theme {
    ImU32 bg0 = 0, bg1 = 0, bg2 = 0, bg3 = 0, bg4 = 0;  // wells, panels, cards, buttons, pressed
    ImU32 line = 0, line2 = 0;                          // hairlines, borders of controls
    ImU32 t1 = 0, t2 = 0, t3 = 0;                       // text: main, secondary, captions
    ImU32 accent = 0, on_accent = 0, accent_soft = 0;   // "selected" or "do this now"; label on it; selected row
    ImU32 risk_text = 0, safe_text = 0;
    ImU32 viewport_top = 0, viewport_bottom = 0;
    ImU32 plate = 0;  // behind what stands over the picture; a little transparent
    ImU32 under = 0;  // outline of marks on the picture
    ImU32 outline = 0, on_outline = 0;  // round needle and rings, in both themes the same; words in it
};

// sRGB 0..1 to ImGui's packed form.
ImU32 packed(const glm::vec3& colour, float alpha = 1.0f);
ImU32 faded(ImU32 colour, float factor);

// From the names in data/themes/*.toml. Names that the map lacks are added to `missing` and stay mid grey.
Theme make_theme(const std::map<std::string, glm::vec3>& colours, std::vector<std::string>& missing);

}  // namespace drypoint::ui
