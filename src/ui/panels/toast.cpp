// One sentence at the bottom of the picture, for four seconds.
#include <algorithm>
#include <cmath>

#include "ui/draw.h"
#include "ui/panel.h"
#include "ui/panels/panels.h"
#include "ui/type.h"
#include "ui/widgets.h"

namespace drypoint::ui {

void draw_toast(Context& c) {
    UiState& s = c.state;
    if (s.toast.empty()) return;
    if (c.now_s >= s.toast_until_s) {
        s.toast.clear();
        return;
    }
    c.wake_at(s.toast_until_s);
    const ImRect& v = c.layout.viewport;
    // The strip with its warning stands at the right where there is room for it.
    const float right = v.GetWidth() >= c.px(480) ? v.Max.x - c.px(196) : v.Max.x;
    const float most = std::min(right - v.Min.x - c.px(32), c.px(560));
    const float text = std::min(measure(c, Type::regular14, s.toast).x + 1, most - c.px(56));
    const float lines = measure(c, Type::regular14, s.toast, text).y / measure(c, Type::regular14, s.toast).y;
    const float height = std::max(c.px(52), std::round(lines) * c.px(20) + c.px(24));
    const float x = std::round((v.Min.x + right) * 0.5f - (text + c.px(56)) * 0.5f);
    const float bottom = v.Max.y - c.px(c.layout.low ? 64 : 104);
    const ImRect rect(x, bottom - height, x + text + c.px(56), bottom);
    const Panel panel(c, "toast", rect, Ground::plate, false, true);
    panel.draw().AddRect(rect.Min, rect.Max, c.theme.line2, c.px(6));
    triangle(panel.draw(), {x + c.px(24), rect.GetCenter().y}, c.px(16), c.theme.t2, false);
    const float top = rect.GetCenter().y - std::round(lines) * c.px(20) * 0.5f;
    paragraph(c, panel.draw(), Type::regular14, {x + c.px(44), top}, c.theme.t1, s.toast, text, 20);
    announce(c, "toast", s.toast, rect);
}

}  // namespace drypoint::ui
