// The words of a walkthrough under way, below the limb.
#include <algorithm>

#include "ui/commands.h"
#include "ui/icons.h"
#include "ui/panel.h"
#include "ui/panels/panels.h"
#include "ui/statements.h"
#include "ui/type.h"

namespace drypoint::ui {
namespace {

using session::Walkthrough;

// From the right; returns where they begin.
float draw_buttons(Context& c, const Walkthrough& walk, int step, const ImRect& row) {
    const bool last = step + 1 >= static_cast<int>(walk.steps.size());
    const bool icons = c.layout.one_panel();
    float x = row.Max.x;
    const auto place = [&](const std::string& text) {
        const float width = icons ? c.px(40) : text_button_width(c, text, false);
        const ImRect rect(x - width, row.Min.y, x, row.Min.y + c.px(40));
        x -= width + c.px(8);
        return rect;
    };
    const auto press = [&](const Spec& spec, const char* icon, Look look) {
        const ImRect rect = place(spec.text);
        return icons ? icon_button(c, spec, icon, rect, look) : text_button(c, spec, nullptr, rect, look);
    };
    const Spec leave{.name = "tour/leave", .text = c.t("tour.leave"), .tip = c.t("tour.leave-tip")};
    if (press(leave, icon::close, last ? Look::primary : Look::outlined)) c.send(session::LeaveWalkthrough{});
    const Spec next{.name = "tour/next", .text = c.t("tour.next"), .enabled = !last, .command = Command::next_step};
    if (press(next, icon::chevron_right, last ? Look::quiet : Look::primary)) c.send(session::NextStep{});
    const Spec back{
        .name = "tour/back", .text = c.t("tour.back"), .enabled = step > 0, .command = Command::previous_step};
    if (press(back, icon::chevron_left, Look::quiet)) c.send(session::PreviousStep{});
    return x;
}

}  // namespace

void draw_tour_bar(Context& c) {
    const ImRect& area = c.layout.tour;
    if (area.GetWidth() <= 0 || !c.model().tour) return;
    const Walkthrough* walk = c.snapshot.world->find_walkthrough(c.model().tour->walkthrough);
    if (walk == nullptr || walk->steps.empty()) return;
    const int step = std::clamp(c.model().tour->step, 0, static_cast<int>(walk->steps.size()) - 1);
    const session::WalkthroughStep& said = walk->steps[static_cast<std::size_t>(step)];
    const Panel panel(c, ("tour-" + std::to_string(step)).c_str(), area, Ground::panel, true);
    ImDrawList& draw = panel.draw();
    Pen pen{c, area.Min.x + c.px(16), area.Max.x - c.px(16), panel.origin().y + c.px(10)};
    const ImRect row = pen.take(40);
    const float right = draw_buttons(c, *walk, step, row);
    const std::string where = c.t("tour.where", {std::to_string(step + 1), std::to_string(walk->steps.size()),
                                                 words(c, walk->title, walk->plain_title)});
    const ImRect caption(row.Min.x, row.Min.y, right, row.Min.y + c.px(16));
    write_in(c, draw, Type::regular12, caption, c.theme.t3, where);
    announce(c, "tour/where", where, caption);
    const ImRect title(row.Min.x, row.Min.y + c.px(16), right, row.Max.y);
    write_in(c, draw, Type::semibold16, title, c.theme.t1, said.title);
    announce(c, "tour/title", said.title, title);
    pen.skip(6);
    const std::string text = words(c, said.professional, said.plain);
    const float top = pen.y;
    pen.paragraph(draw, Type::regular14, c.theme.t1, text, 20);
    announce(c, "tour/text", text, {pen.left, top, pen.right, pen.y});
    pen.skip(8);
    ImGui::SetCursorScreenPos({area.Min.x, pen.y});
    draw.AddRectFilled(area.Min, {area.Max.x, area.Min.y + 1}, c.theme.line);
}

}  // namespace drypoint::ui
