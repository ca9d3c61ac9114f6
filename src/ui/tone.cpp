#include "ui/tone.h"

#include <cmath>

#include "ui/draw.h"

namespace drypoint::ui {
namespace {

void draw_dots(const Context& c, ImDrawList& draw, const ImRect& rect, ImU32 ink) {
    const float step = c.px(5), radius = std::max(1.0f, c.px(1.3f));
    bool odd = false;
    for (float y = rect.Min.y + step * 0.5f; y < rect.Max.y; y += step, odd = !odd)
        for (float x = rect.Min.x + step * (odd ? 0.5f : 1.0f); x < rect.Max.x; x += step)
            draw.AddCircleFilled({x, y}, radius, ink, 8);
}

}  // namespace

void draw_tone(const Context& c, ImDrawList& draw, const ImRect& rect, const scene::Tone& tone,
               anatomy::Tissue on) {
    const ImU32 fill = packed(tone.fill, tone.opacity), ink = packed(tone.ink);
    draw.PushClipRect(rect.Min, rect.Max, true);
    draw.AddRectFilled(rect.Min, rect.Max, packed(c.palette.tissue[static_cast<std::size_t>(on)]));
    draw.AddRectFilled(rect.Min, rect.Max, fill);
    switch (tone.pattern) {
        case scene::Pattern::flat:
            break;
        case scene::Pattern::dots:
            draw_dots(c, draw, rect, ink);
            break;
        case scene::Pattern::ticks:
            tick(draw, rect.GetCenter(), std::round(rect.GetHeight() * 0.7f), ink);
            break;
        case scene::Pattern::hatch:
        case scene::Pattern::cross:
            hatched_rect(draw, rect, ink, c.px(2), c.px(6));
            break;
        case scene::Pattern::dashes:
            dashed_line(draw, {rect.Min.x, rect.GetCenter().y}, {rect.Max.x, rect.GetCenter().y}, ink, c.px(1), c.px(5),
                        c.px(6));
            break;
    }
    draw.PopClipRect();
    draw.AddRect(rect.Min, rect.Max, c.theme.line2, 0.0f, 0, 1.0f);
}

}  // namespace drypoint::ui
