#include "ui/text_field.h"

#include <imgui_stdlib.h>

#include "ui/draw.h"
#include "ui/type.h"

namespace drypoint::ui {
namespace {

void draw_key_hint(const Context& c, const std::string& key, const ImRect& rect) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImVec2 size(c.px(20), c.px(22));
    const ImVec2 at(rect.Max.x - c.px(12) - size.x, rect.GetCenter().y - size.y * 0.5f);
    draw.AddRect(at, at + size, c.theme.line2, c.px(4));
    write_in(c, draw, Type::regular12, {at, at + size}, c.theme.t3, key, 0.5f);
}

void draw_frame(const Context& c, const ImRect& rect, const char* icon, bool active) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled(rect.Min, rect.Max, c.theme.bg0, c.px(6));
    draw.AddRect(rect.Min, rect.Max, active ? c.theme.accent : c.theme.line2, c.px(6), 0, active ? c.px(2) : 1.0f);
    if (icon != nullptr) write_icon(c, draw, icon, {rect.Min.x + c.px(19), rect.GetCenter().y}, c.theme.t3, Type::regular14);
}

// ImGui's own field, without any look of its own.
bool edit(const Context& c, const Spec& spec, const std::string& hint, const ImRect& rect, std::string& text) {
    ImGui::PushFont(c.fonts[Type::regular14]);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0, (rect.GetHeight() - ImGui::GetFontSize()) * 0.5f});
    ImGui::PushStyleColor(ImGuiCol_FrameBg, 0);
    ImGui::PushStyleColor(ImGuiCol_Text, c.theme.t1);
    ImGui::PushStyleColor(ImGuiCol_TextDisabled, c.theme.t3);
    ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, c.theme.accent_soft);
    ImGui::SetCursorScreenPos(rect.Min);
    ImGui::SetNextItemWidth(rect.GetWidth());
    const bool changed = ImGui::InputTextWithHint(("##" + spec.name).c_str(), hint.c_str(), &text, ImGuiInputTextFlags_AutoSelectAll);
    ImGui::PopStyleColor(4);
    ImGui::PopStyleVar();
    ImGui::PopFont();
    return changed;
}

}  // namespace

FieldResponse text_field(Context& c, const Spec& spec, const char* icon, const std::string& text,
                         const std::string& hint, const ImRect& rect) {
    const bool activated = c.state.activate == spec.name;
    if (activated) c.state.activate.clear();
    const bool was_typing = ImGui::GetActiveID() == ImGui::GetID(("##" + spec.name).c_str());
    draw_frame(c, rect, icon, was_typing || activated);
    ImRect inner = rect;
    inner.Min.x += c.px(icon != nullptr ? 36 : 12);
    inner.Max.x -= c.px(icon == nullptr ? 8 : text.empty() ? 40 : 44);
    if (text.empty() && !was_typing && spec.command) draw_key_hint(c, keys_of(*spec.command, c.texts), rect);
    if (activated) ImGui::SetKeyboardFocusHere();
    FieldResponse response;
    std::string edited = text;
    if (edit(c, spec, shortened(c, Type::regular14, hint, inner.GetWidth()), inner, edited)) response.text = edited;
    const bool active = ImGui::IsItemActive();
    if (ImGui::IsItemActivated()) c.state.focus = spec.name;
    if (active) c.state.typing = true;
    if (active || ImGui::IsItemDeactivated()) {
        const ImGuiIO& io = ImGui::GetIO();
        const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key)); };
        if (pressed(ImGuiKey_Enter)) response.submit = io.KeyCtrl ? Submit::ctrl_enter : Submit::enter;
        response.down = pressed(ImGuiKey_DownArrow);
    }
    const ImRect& clip = ImGui::GetCurrentWindow()->ClipRect;
    ImRect seen = rect;
    seen.ClipWithFull(clip);
    c.registry.add({spec.name, text, Role::field, rect, true, active, clip.Contains(rect.GetCenter()), c.layer, seen});
    return response;
}

}  // namespace drypoint::ui
