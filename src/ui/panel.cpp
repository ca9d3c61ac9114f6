#include "ui/panel.h"

#include <algorithm>

#include "ui/type.h"

namespace drypoint::ui {
namespace {

ImU32 colour_of(const Context& c, Ground ground) {
    if (ground == Ground::panel) return c.theme.bg1;
    if (ground == Ground::sheet) return c.theme.bg1;
    return ground == Ground::plate ? c.theme.plate : 0;
}

template <typename Line>
void for_each_line(const Context& c, Type type, std::string_view text, float width, Line each) {
    const ImFont* font = c.fonts[type];
    const char* line = text.data();
    const char* end = text.data() + text.size();
    while (line < end) {
        const char* stop = font->CalcWordWrapPositionA(1.0f, line, end, width);
        if (stop == line) ++stop;  // not even one letter fits: never hang
        each(std::string_view(line, static_cast<std::size_t>(stop - line)));
        line = stop;
        while (line < end && (*line == ' ' || *line == '\n')) ++line;
    }
}

}  // namespace

Panel::Panel(Context& c, const char* id, const ImRect& rect, Ground ground, bool scrolls, bool over) {
    constexpr ImGuiWindowFlags common = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                        ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                        ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoBringToFrontOnFocus;
    ImGuiWindowFlags flags = common;
    if (scrolls)
        flags &= ~ImGuiWindowFlags_NoScrollbar;
    else
        flags |= ImGuiWindowFlags_NoScrollWithMouse;
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
    const float height = c.px(line_height);
    float y = at.y;
    for_each_line(c, type, text, width, [&](std::string_view line) {
        write(c, draw, type, {at.x, y + (height - c.fonts[type]->FontSize) * 0.5f}, colour, line);
        y += height;
    });
    return y - at.y;
}

float two_lines_height(const Context& c, const std::string& name, const std::string& line, float width) {
    return c.px(4) + paragraph_height(c, Type::medium14, name, width, 20) +
           std::max(paragraph_height(c, Type::regular12, line, width, 16), c.px(16)) + c.px(4);
}

void draw_two_lines(const Context& c, ImDrawList& draw, const ImRect& text, ImU32 name_ink, const std::string& name,
                    ImU32 line_ink, const std::string& line) {
    const float y = text.Min.y + c.px(4);
    const float height = paragraph(c, draw, Type::medium14, {text.Min.x, y}, name_ink, name, text.GetWidth(), 20);
    paragraph(c, draw, Type::regular12, {text.Min.x, y + height}, line_ink, line, text.GetWidth(), 16);
}

float paragraph_height(const Context& c, Type type, std::string_view text, float width, float line_height) {
    float height = 0;
    for_each_line(c, type, text, width, [&](std::string_view) { height += c.px(line_height); });
    return height;
}

}  // namespace drypoint::ui
