#include "ui/tone.h"

#include <cmath>

#include "ui/draw.h"

namespace drypoint::ui {
namespace {

constexpr float flat_at_least = 0.35f;  // a tint as weak as on the limb would not show on a panel

void draw_dots(const Context& c, ImDrawList& draw, const ImRect& rect, ImU32 ink) {
    const float step = c.px(5), radius = std::max(1.0f, c.px(1.3f));
    bool odd = false;
    for (float y = rect.Min.y + step * 0.5f; y < rect.Max.y; y += step, odd = !odd)
        for (float x = rect.Min.x + step * (odd ? 0.5f : 1.0f); x < rect.Max.x; x += step)
            draw.AddCircleFilled({x, y}, radius, ink, 8);
}

}  // namespace

void draw_tone(const Context& c, ImDrawList& draw, const ImRect& rect, const scene::Tone& tone) {
    const float opacity = tone.pattern == scene::Pattern::dots ? tone.opacity : std::max(tone.opacity, flat_at_least);
    const ImU32 fill = faded(packed(tone.fill), opacity), ink = packed(tone.ink);
    draw.PushClipRect(rect.Min, rect.Max, true);
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
            hatched_rect(draw, rect, ink, c.px(2), c.px(6));
            break;
    }
    draw.PopClipRect();
    draw.AddRect(rect.Min, rect.Max, packed(tone.fill), 0.0f, 0, 1.0f);
}

}  // namespace drypoint::ui
