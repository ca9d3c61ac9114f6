// The tools at the left of the picture; one button that opens them where they do not fit.
#include <array>

#include "ui/commands.h"
#include "ui/icons.h"
#include "ui/panel.h"
#include "ui/panels/panels.h"
#include "ui/widgets.h"

namespace drypoint::ui {
namespace {

struct Tool {
    Command command;
    const char* id;
    const char* icon;
    bool needs_target;
};

constexpr std::array<Tool, 8> tools{{{Command::labels, "labels", icon::labels, false},
                                     {Command::fade, "fade", icon::fade, true},
                                     {Command::xray, "xray", icon::cube, true},
                                     {Command::isolate, "isolate", icon::crosshairs, true},
                                     {Command::hide, "hide", icon::eye_slash, true},
                                     {Command::show_all, "show-all", icon::eye, false},
                                     {Command::referral, "referral", icon::paint_brush, false},
                                     {Command::legend, "legend", icon::info, false}}};

bool is_on(const Context& c, const Tool& tool) {
    if (tool.command == Command::labels) return c.state.labels;
    if (tool.command == Command::referral) return c.model().plan.referral;
    if (tool.command == Command::xray) return !c.model().plan.xray.empty();
    return tool.command == Command::isolate && c.model().plan.isolation.has_value();
}

void draw_tool(Context& c, const Tool& tool, const ImRect& rect) {
    const bool ready = !tool.needs_target || c.selected() != nullptr || is_on(c, tool);
    const Spec spec{.name = std::string("tools/") + tool.id,
                    .text = c.t(std::string("tools.") + tool.id),
                    .enabled = ready,
                    .on = is_on(c, tool),
                    .tip = ready ? std::string() : c.t("toast.select-first"),
                    .command = tool.command};
    if (!icon_button(c, spec, tool.icon, rect, Look::plate)) return;
    if (tool.command == Command::isolate && is_on(c, tool))
        c.send(session::LeaveIsolation{});
    else
        perform(c, tool.command);
    c.state.tools_open = false;
}

void draw_row_of_tools(Context& c, ImVec2 at, ImVec2 step) {
    const float side = c.px(40);
    const ImVec2 whole = at + step * static_cast<float>(tools.size() - 1) + ImVec2(side, side);
    const Panel panel(c, "tools", {at, whole}, Ground::plate, false, c.state.tools_open);
    for (const Tool& tool : tools) {
        draw_tool(c, tool, {at, at + ImVec2(side, side)});
        at += step;
    }
}

}  // namespace

void draw_tools(Context& c) {
    const ImRect& v = c.layout.viewport;
    ImVec2 at = v.Min + ImVec2(c.px(16), c.px(72));
    const float side = c.px(40);
    if (!c.layout.low) return draw_row_of_tools(c, at, {0, side});
    {
        const ImRect rect(at, at + ImVec2(side, side));
        const Panel panel(c, "tools-fold", rect, Ground::plate);
        const Spec spec{.name = "tools/open", .text = c.t("tools.open"), .on = c.state.tools_open};
        if (icon_button(c, spec, icon::menu, rect, Look::plate)) c.state.tools_open = !c.state.tools_open;
    }
    if (c.state.tools_open) draw_row_of_tools(c, at + ImVec2(c.px(48), 0), {side, 0});
}

}  // namespace drypoint::ui
