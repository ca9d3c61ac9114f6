#include "ui/panels/sheet.h"

#include <algorithm>
#include <cmath>

#include "ui/commands.h"
#include "ui/icons.h"
#include "ui/type.h"
#include "ui/widgets.h"

namespace drypoint::ui {
namespace {

constexpr float title_height = 56;

// Everything behind fades and takes no clicks; one beside the sheet closes it.
void draw_scrim(Context& c, bool closes) {
    const Panel scrim(c, "scrim", {ImVec2(0, 0), c.layout.size}, Ground::none, false, true);
    scrim.draw().AddRectFilled({0, 0}, c.layout.size, faded(c.theme.bg0, 0.7f));
    ImGui::SetCursorScreenPos({0, 0});
    if (ImGui::InvisibleButton("scrim-close", c.layout.size) && closes) close_sheet(c);
}

}  // namespace

float sheet_body_width(const Context& c, float units_wide) {
    return std::min(c.px(units_wide), c.layout.size.x - c.px(16)) - 2 * c.px(24);
}

float sheet_units_round(const Context& c, float body_px) {
    return body_px / c.layout.scale + title_height + 16;
}

void draw_sheet(Context& c, const char* id, const std::string& title, ImVec2 units,
                const std::function<void(ImDrawList&, Pen&)>& body) {
    c.layer = 1;
    const bool closes = !c.state.notice_due;  // that sheet is answered, not closed
    draw_scrim(c, closes);
    const ImVec2 most = c.layout.size - ImVec2(c.px(16), c.px(16));
    const ImVec2 size(std::min(c.px(units.x), most.x), std::min(c.px(units.y), most.y));
    const ImVec2 at((c.layout.size.x - size.x) * 0.5f, (c.layout.size.y - size.y) * 0.5f);
    const ImVec2 from(std::round(at.x), std::round(at.y));
    const ImRect rect(from, from + size);
    {
        const Panel head(c, id, rect, Ground::sheet, false, true);
        const ImRect text(rect.Min.x + c.px(24), rect.Min.y, rect.Max.x - c.px(64), rect.Min.y + c.px(title_height));
        const bool fits = measure(c, Type::semibold20, title).x <= text.GetWidth();
        write_in(c, head.draw(), fits ? Type::semibold20 : Type::semibold16, text, c.theme.t1, title);
        announce(c, "sheet/title", title, text);
        announce(c, "sheet/frame", title, rect);
        const ImRect close(rect.Max.x - c.px(48), rect.Min.y + c.px(8), rect.Max.x - c.px(8), rect.Min.y + c.px(48));
        const Spec spec{.name = "sheet/close", .text = c.t("sheet.close"), .command = Command::leave};
        if (closes && icon_button(c, spec, icon::close, close)) close_sheet(c);
    }
    const ImRect inner(rect.Min.x + c.px(8), rect.Min.y + c.px(title_height), rect.Max.x - c.px(8),
                       rect.Max.y - c.px(8));
    const Panel panel(c, (std::string(id) + "-body").c_str(), inner, Ground::none, true, true);
    Pen pen{c, inner.Min.x + c.px(16), inner.Max.x - c.px(16), panel.origin().y};
    body(panel.draw(), pen);
    ImGui::SetCursorScreenPos({inner.Min.x, pen.y + c.px(8)});
    c.layer = 0;
}

}  // namespace drypoint::ui
