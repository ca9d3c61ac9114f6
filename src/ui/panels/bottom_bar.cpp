// Where only one panel fits: which one. Where the list folds: the rail that opens it.
#include <algorithm>
#include <array>

#include "ui/commands.h"
#include "ui/icons.h"
#include "ui/panel.h"
#include "ui/panels/panels.h"
#include "ui/statements.h"
#include "ui/widgets.h"

namespace drypoint::ui {
namespace {

struct Choice {
    Shown shown;
    const char* id;
    const char* icon;
};

constexpr std::array<Choice, 4> choices{{{Shown::list, "list", icon::list},
                                         {Shown::limb, "limb", icon::cube},
                                         {Shown::details, "details", icon::info},
                                         {Shown::strip, "strip", icon::ruler}}};

// There is no list in the session, and no strip without a point that has a path.
bool is_there(const Context& c, Shown shown) {
    if (shown == Shown::list) return c.model().plan.room != session::Room::session;
    if (shown == Shown::strip && c.model().plan.room == session::Room::needle) return false;  // the room has it
    const session::PlacedPoint* place = chosen_place(c);
    return shown != Shown::strip || (place != nullptr && place->way);
}

void draw_choices(Context& c, const ImRect& bar) {
    float x = bar.Min.x;
    const session::Room room = c.model().plan.room;
    const auto key_of = [room](const Choice& one) {
        if (one.shown != Shown::details || room == session::Room::explore) return std::string("show.") + one.id;
        return std::string(room == session::Room::session ? "show.step" : "room.needle");
    };
    const auto count =
        std::count_if(choices.begin(), choices.end(), [&c](const Choice& one) { return is_there(c, one.shown); });
    const float width = std::floor(bar.GetWidth() / static_cast<float>(count));
    for (const Choice& choice : choices) {
        if (!is_there(c, choice.shown)) continue;
        const Spec spec{
            .name = std::string("show/") + choice.id, .text = c.t(key_of(choice)), .on = c.state.shown == choice.shown};
        const ImRect rect(x + c.px(4), bar.Min.y + c.px(4), x + width - c.px(4), bar.Max.y - c.px(4));
        const bool roomy = text_button_width(c, spec.text, true) <= rect.GetWidth();
        if (text_button(c, spec, roomy ? choice.icon : nullptr, rect, Look::plate)) c.state.shown = choice.shown;
        x += width;
    }
}

void draw_rail(Context& c, const ImRect& rail) {
    const bool open = c.state.shown == Shown::list;
    const ImRect search(rail.Min.x + c.px(8), rail.Min.y + c.px(12), rail.Min.x + c.px(48), rail.Min.y + c.px(52));
    const Spec find{.name = "rail/search", .text = c.t("list.search"), .command = Command::search};
    if (icon_button(c, find, icon::search, search)) perform(c, Command::search);
    ImRect list = search;
    list.Translate({0, c.px(48)});
    const Spec spec{.name = "rail/list", .text = c.t("show.list"), .on = open};
    if (icon_button(c, spec, icon::list, list, Look::plate)) c.state.shown = open ? Shown::limb : Shown::list;
}

}  // namespace

void draw_bottom_bar(Context& c) {
    const bool rail = c.layout.rail.GetWidth() > 0;
    const ImRect& bar = rail ? c.layout.rail : c.layout.bottom_bar;
    if (bar.GetWidth() <= 0) return;
    const Panel panel(c, "chooser", bar, Ground::panel);
    const ImVec2 edge = rail ? ImVec2(bar.Max.x - 1, bar.Min.y) : bar.Min;
    const ImVec2 edge_end = rail ? bar.Max : ImVec2(bar.Max.x, bar.Min.y + 1);
    panel.draw().AddRectFilled(edge, edge_end, c.theme.line);
    if (rail)
        draw_rail(c, bar);
    else
        draw_choices(c, bar);
}

}  // namespace drypoint::ui
