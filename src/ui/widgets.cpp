#include "ui/widgets.h"

#include <algorithm>

#include "ui/commands.h"
#include "ui/draw.h"
#include "ui/tooltip.h"
#include "ui/type.h"

namespace drypoint::ui {
namespace {

void draw_focus_ring(const Context& c, const ImRect& rect) {
    ImDrawList& front = *ImGui::GetForegroundDrawList();
    ImRect frame = ImGui::GetCurrentWindow()->InnerClipRect;
    frame.Expand(c.px(3));
    front.PushClipRect(frame.Min, frame.Max, false);
    ImRect ring = rect;
    ring.Expand(c.px(2));
    ring.ClipWith(frame);
    ring.Expand(-c.px(1));
    front.AddRect(ring.Min, ring.Max, c.theme.accent, c.px(6), 0, std::max(2.0f, c.px(2)));
    front.PopClipRect();
}

void register_widget(Context& c, const Spec& spec, const ImRect& rect) {
    const ImRect& clip = ImGui::GetCurrentWindow()->ClipRect;
    Widget widget{spec.name, spec.text, spec.role, rect, spec.enabled, spec.on, clip.Contains(rect.GetCenter()),
                  c.layer,   rect};
    widget.seen.ClipWithFull(clip);
    c.registry.add(std::move(widget));
}

// The ground of a button; returns the colour of what stands on it.
ImU32 draw_ground(Context& c, const Spec& spec, const ImRect& rect, Look look, const Response& response) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImU32 colour = ground(c, look, spec.on, spec.enabled, response.hovered, response.held);
    draw.AddRectFilled(rect.Min, rect.Max, colour, c.px(6));
    if (look == Look::outlined) draw.AddRect(rect.Min, rect.Max, c.theme.line2, c.px(6));
    return ink(c, look, spec.on, spec.enabled);
}

}  // namespace

Response interact(Context& c, const Spec& spec, const ImRect& rect) {
    Response response;
    ImGui::SetCursorScreenPos(rect.Min);
    const bool pressed = ImGui::InvisibleButton(spec.name.c_str(), rect.GetSize());
    response.clicked = pressed && spec.enabled;
    response.hovered = ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
    response.held = ImGui::IsItemActive() && spec.enabled;
    response.menu = response.hovered && ImGui::IsMouseReleased(ImGuiMouseButton_Right);
    register_widget(c, spec, rect);
    if (ImGui::IsItemActivated()) {
        c.state.focus = spec.name;
        c.state.focus_ring = false;
    }
    if (c.state.scroll_to == spec.name) {
        ImGui::ScrollToBringRectIntoView(ImGui::GetCurrentWindow(), rect);
        c.state.scroll_to.clear();
    }
    response.focused = c.state.focus == spec.name;
    const bool activated = response.focused && c.state.activate == spec.name;
    if (activated) {
        c.state.activate.clear();
        response.clicked = spec.enabled;
    }
    if ((pressed || activated) && !spec.enabled && !spec.tip.empty()) notify(c, spec.tip);  // never silent
    if (response.focused && c.state.focus_ring) draw_focus_ring(c, rect);
    arm_tooltip(c, spec, rect, response);
    return response;
}

void announce(Context& c, std::string name, std::string text, const ImRect& rect, bool on) {
    const bool visible = ImGui::GetCurrentWindow()->ClipRect.Contains(rect.GetCenter());
    c.registry.add({std::move(name), std::move(text), Role::text, rect, true, on, visible, c.layer, rect});
}

ImU32 ground(const Context& c, Look look, bool on, bool enabled, bool hovered, bool held) {
    const Theme& t = c.theme;
    if (look == Look::primary) return enabled ? t.accent : t.bg3;
    if (on) return look == Look::plate ? t.accent_soft : t.bg4;
    const ImU32 clear = faded(t.bg3, 0.0f);
    if (!enabled) return look == Look::quiet ? faded(t.bg3, 0.5f) : clear;
    if (held) return t.bg4;
    if (hovered) return look == Look::quiet ? t.bg4 : t.bg3;
    return look == Look::quiet ? t.bg3 : clear;
}

ImU32 ink(const Context& c, Look look, bool on, bool enabled) {
    const Theme& t = c.theme;
    if (!enabled) return t.t3;
    if (look == Look::primary) return t.on_accent;
    if (on) return look == Look::plate ? t.accent : t.t1;
    return look == Look::quiet || look == Look::outlined ? t.t1 : t.t2;
}

bool icon_button(Context& c, const Spec& spec, const char* icon, const ImRect& rect, Look look) {
    Spec explained = spec;
    explained.explain = true;
    const Response response = interact(c, explained, rect);
    const ImU32 colour = draw_ground(c, spec, rect, look, response);
    write_icon(c, *ImGui::GetWindowDrawList(), icon, rect.GetCenter(), spec.enabled ? colour : faded(colour, 0.6f));
    return response.clicked;
}

float text_button_width(const Context& c, std::string_view text, bool with_icon) {
    return measure(c, Type::medium14, text).x + c.px(with_icon ? 52 : 32);
}

bool text_button(Context& c, const Spec& spec, const char* icon, const ImRect& rect, Look look) {
    const Response response = interact(c, spec, rect);
    const ImU32 colour = draw_ground(c, spec, rect, look, response);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    ImRect inner = rect;
    inner.Expand({-c.px(8), 0});
    if (icon != nullptr) {
        const float gap = c.px(22);
        const float whole = std::min(measure(c, Type::medium14, spec.text).x + gap, inner.GetWidth());
        inner.Min.x = inner.GetCenter().x - whole * 0.5f;
        write_icon(c, draw, icon, {inner.Min.x + c.px(7), rect.GetCenter().y}, colour, Type::regular14);
        inner.Min.x += gap;
        inner.Max.x = inner.Min.x + whole - gap + 1;
    }
    if (!write_in(c, draw, Type::medium14, inner, colour, spec.text, 0.5f)) c.registry.note_cut();
    return response.clicked;
}

bool segment(Context& c, const Spec& spec, const ImRect& rect, Look look) {
    const Response response = interact(c, spec, rect);
    const ImU32 colour = draw_ground(c, spec, rect, look, response);
    const Type type = spec.on ? Type::medium14 : Type::regular14;
    if (!write_in(c, *ImGui::GetWindowDrawList(), type, rect, colour, spec.text, 0.5f)) c.registry.note_cut();
    return response.clicked;
}

}  // namespace drypoint::ui
