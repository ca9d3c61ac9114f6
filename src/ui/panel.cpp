#include "ui/panel.h"

#include "ui/type.h"

namespace drypoint::ui {
namespace {

ImU32 colour_of(const Context& c, Ground ground) {
    if (ground == Ground::panel) return c.theme.bg1;
    if (ground == Ground::sheet) return c.theme.bg1;
    return ground == Ground::plate ? c.theme.plate : 0;
}

}  // namespace

Panel::Panel(Context& c, const char* id, const ImRect& rect, Ground ground, bool scrolls, bool over) {
    constexpr ImGuiWindowFlags common = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                        ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                        ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoBringToFrontOnFocus;
    ImGuiWindowFlags flags = common;
    if (scrolls) flags &= ~ImGuiWindowFlags_NoScrollbar;
    else flags |= ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::SetNextWindowPos(rect.Min);
    ImGui::SetNextWindowSize(rect.GetSize());
    const float rounding = ground == Ground::plate ? c.px(6) : (ground == Ground::sheet ? c.px(8) : 0.0f);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, rounding);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, ground == Ground::sheet ? 1.0f : 0.0f);
    ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, c.px(8));
    ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarRounding, c.px(4));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, colour_of(c, ground));
    ImGui::PushStyleColor(ImGuiCol_Border, c.theme.line2);
    ImGui::PushStyleColor(ImGuiCol_ScrollbarBg, faded(c.theme.bg1, 0.0f));
    ImGui::PushStyleColor(ImGuiCol_ScrollbarGrab, c.theme.bg4);
    ImGui::PushStyleColor(ImGuiCol_ScrollbarGrabHovered, c.theme.line2);
    ImGui::PushStyleColor(ImGuiCol_ScrollbarGrabActive, c.theme.t3);
    ImGui::Begin(id, nullptr, flags);
    if (over && ImGui::IsWindowAppearing()) ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    draw_ = ImGui::GetWindowDrawList();
    origin_ = {rect.Min.x, rect.Min.y - ImGui::GetScrollY()};
}

Panel::~Panel() {
    ImGui::End();
    ImGui::PopStyleColor(6);
    ImGui::PopStyleVar(4);
}

ImRect Pen::take(float units) {
    return take_px(c.px(units));
}

ImRect Pen::take_px(float pixels) {
    const ImRect rect(left, y, right, y + pixels);
    y += pixels;
    return rect;
}

void Pen::hairline(ImDrawList& draw) {
    skip(12);
    draw.AddRectFilled({left, y}, {right, y + 1}, c.theme.line);
    y += 1;
    skip(12);
}

void Pen::paragraph(ImDrawList& draw, Type type, ImU32 colour, std::string_view text, float line_height) {
    y += ui::paragraph(c, draw, type, {left, y}, colour, text, width(), line_height);
}

float paragraph(const Context& c, ImDrawList& draw, Type type, ImVec2 at, ImU32 colour, std::string_view text,
                float width, float line_height) {
    const ImFont* font = c.fonts[type];
    const char* line = text.data();
    const char* end = text.data() + text.size();
    const float height = c.px(line_height);
    float y = at.y;
    while (line < end) {
        const char* stop = font->CalcWordWrapPositionA(1.0f, line, end, width);
        if (stop == line) ++stop;  // not even one letter fits: never hang
        const std::string_view part(line, static_cast<std::size_t>(stop - line));
        write(c, draw, type, {at.x, y + (height - font->FontSize) * 0.5f}, colour, part);
        y += height;
        line = stop;
        while (line < end && (*line == ' ' || *line == '\n')) ++line;
    }
    return y - at.y;
}

}  // namespace drypoint::ui
