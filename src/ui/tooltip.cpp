#include "ui/tooltip.h"

#include <algorithm>

#include "ui/type.h"

namespace drypoint::ui {
namespace {

constexpr double delay_s = 0.4;
constexpr double never = 1.0e18;
constexpr float largest_width = 280, tip_padding = 12;

bool pointer_moves_something() {
    const ImGuiIO& io = ImGui::GetIO();
    return io.MouseDown[0] || io.MouseDown[1] || io.MouseDown[2];
}

// Below what it explains, or above where there is no room.
ImVec2 place(const Context& c, const ImRect& about, ImVec2 size) {
    ImVec2 at(about.GetCenter().x - size.x * 0.5f, about.Max.y + c.px(6));
    if (at.y + size.y > c.layout.size.y) at.y = about.Min.y - c.px(6) - size.y;
    at.x = std::clamp(at.x, c.px(4), std::max(c.px(4), c.layout.size.x - size.x - c.px(4)));
    at.y = std::max(at.y, c.px(4));
    return at;
}

}  // namespace

void arm_tooltip(Context& c, const Spec& spec, const ImRect& rect, const Response& response) {
    const bool says_more = spec.explain || !spec.tip.empty();
    const bool by_focus = response.focused && c.state.focus_ring;
    if (!says_more || (!response.hovered && !by_focus)) return;
    if (response.hovered && c.state.hovered != spec.name) {
        c.state.hovered = spec.name;
        c.state.hovered_since_s = c.now_s;
    }
    if (response.hovered) c.hovering = true;
    if (response.hovered && pointer_moves_something())
        c.state.hovered_since_s = never;  // used, so known: until it leaves
    const bool rested = response.hovered && c.now_s - c.state.hovered_since_s >= delay_s;
    if (response.hovered && !rested && c.state.hovered_since_s < never) c.wake_at(c.state.hovered_since_s + delay_s);
    if (!rested && !by_focus) return;
    c.tooltip = Tooltip{rect, spec.text, spec.command ? keys_of(*spec.command, c.texts) : std::string(), spec.tip};
}

void draw_tooltip(Context& c) {
    if (!c.hovering) c.state.hovered.clear();
    if (!c.tooltip) return;
    const Tooltip& tip = *c.tooltip;
    const float wrap = c.px(largest_width - 2 * tip_padding);
    const ImVec2 name = measure(c, Type::medium14, tip.text, wrap);
    const float keys = tip.keys.empty() ? 0.0f : measure(c, Type::regular12, tip.keys).x + c.px(16);
    const ImVec2 line = tip.line.empty() ? ImVec2(0, 0) : measure(c, Type::regular12, tip.line, wrap);
    const float gap = tip.line.empty() ? 0.0f : c.px(4);
    const ImVec2 size(std::max(std::min(name.x + keys, wrap + keys), line.x) + c.px(2 * tip_padding),
                      name.y + gap + line.y + c.px(16));
    const ImVec2 at = place(c, tip.about, size);
    ImDrawList& draw = *ImGui::GetForegroundDrawList();
    draw.AddRectFilled(at, at + size, c.theme.bg2, c.px(6));
    draw.AddRect(at, at + size, c.theme.line2, c.px(6));
    const ImVec2 inner = at + ImVec2(c.px(tip_padding), c.px(8));
    write(c, draw, Type::medium14, inner, c.theme.t1, tip.text, wrap);
    if (keys > 0) {
        write(c, draw, Type::regular12, {at.x + size.x - c.px(tip_padding) - keys + c.px(16), inner.y + c.px(1)},
              c.theme.t3, tip.keys);
    }
    write(c, draw, Type::regular12, inner + ImVec2(0, name.y + gap), c.theme.t2, tip.line, wrap);
}

}  // namespace drypoint::ui
