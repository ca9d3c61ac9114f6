#include "ui/type.h"

#include <cfloat>
#include <cmath>

namespace drypoint::ui {

ImVec2 measure(const Context& c, Type type, std::string_view text, float wrap) {
    const ImFont* font = c.fonts[type];
    return font->CalcTextSizeA(font->FontSize, FLT_MAX, wrap, text.data(), text.data() + text.size());
}

float write(const Context& c, ImDrawList& draw, Type type, ImVec2 at, ImU32 colour, std::string_view text, float wrap) {
    const ImFont* font = c.fonts[type];
    const ImVec2 whole(std::round(at.x), std::round(at.y));
    draw.AddText(font, font->FontSize, whole, colour, text.data(), text.data() + text.size(), wrap);
    return measure(c, type, text, wrap).y;
}

bool write_in(const Context& c, ImDrawList& draw, Type type, const ImRect& rect, ImU32 colour, std::string_view text,
              float x) {
    const std::string shown = shortened(c, type, text, rect.GetWidth());
    const ImVec2 size = measure(c, type, shown);
    const ImVec2 at(rect.Min.x + (rect.GetWidth() - size.x) * x, rect.Min.y + (rect.GetHeight() - size.y) * 0.5f);
    write(c, draw, type, at, colour, shown);
    return shown.size() == text.size();
}

std::string shortened(const Context& c, Type type, std::string_view text, float width) {
    if (measure(c, type, text).x <= width + 1.0f) return std::string(text);
    static constexpr const char* ellipsis = "\xe2\x80\xa6";
    std::string shorter(text);
    while (!shorter.empty()) {
        while (!shorter.empty() && (static_cast<unsigned char>(shorter.back()) & 0xC0u) == 0x80u) shorter.pop_back();
        if (!shorter.empty()) shorter.pop_back();
        while (!shorter.empty() && shorter.back() == ' ') shorter.pop_back();
        if (measure(c, type, shorter + ellipsis).x <= width) break;
    }
    return shorter + ellipsis;
}

void write_icon(const Context& c, ImDrawList& draw, const char* icon, ImVec2 centre, ImU32 colour, Type type) {
    if (!c.fonts.has_icons) {  // a plain dot keeps the place; the name stands in the tooltip
        draw.AddCircleFilled(centre, c.px(3), colour);
        return;
    }
    const ImVec2 size = measure(c, type, icon);
    write(c, draw, type, centre - size * 0.5f, colour, icon);
}

}  // namespace drypoint::ui
