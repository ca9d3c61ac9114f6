// Mark, rooms, what there is to read; at the right undo, redo, text size, help, settings.
#include "ui/commands.h"
#include "ui/draw.h"
#include "ui/icons.h"
#include "ui/panel.h"
#include "ui/panels/panels.h"
#include "ui/rooms.h"
#include "ui/statements.h"
#include "ui/type.h"
#include "ui/widgets.h"

namespace drypoint::ui {
namespace {

float draw_mark(Context& c, ImDrawList& draw, bool with_name) {
    const float middle = c.layout.top_bar.GetCenter().y;
    brand_mark(draw, {c.px(27), middle}, c.px(21), c.theme.t1, c.theme.t1);
    if (!with_name) return c.px(52);
    const std::string name = c.t("program.name");
    const ImRect rect(c.px(48), middle - c.px(12), c.px(48) + measure(c, Type::semibold16, name).x + 1,
                      middle + c.px(12));
    write_in(c, draw, Type::semibold16, rect, c.theme.t1, name);
    announce(c, "top/name", name, rect);
    return rect.Max.x + c.px(24);
}

float draw_divider(Context& c, ImDrawList& draw, float x) {
    draw.AddRectFilled({x + c.px(16), c.px(12)}, {x + c.px(16) + 1, c.px(36)}, c.theme.line2);
    return x + c.px(30);
}

// A word in the bar. Pressed: true.
bool draw_word(Context& c, ImDrawList& draw, float& x, const Spec& spec) {
    const float text = measure(c, Type::medium14, spec.text).x;
    const ImRect rect(x, c.px(4), x + text + c.px(32), c.px(44));
    const Response response = interact(c, spec, rect);
    const ImU32 can = response.hovered ? c.theme.t1 : c.theme.t2;
    write_in(c, draw, Type::medium14, rect, spec.on ? c.theme.t1 : (spec.enabled ? can : c.theme.t3), spec.text, 0.5f);
    if (spec.on)
        draw.AddRectFilled({x + c.px(16), c.px(45)}, {x + c.px(16) + text, c.px(48)}, c.theme.accent, c.px(1));
    x = rect.Max.x;
    return response.clicked;
}

float draw_rooms(Context& c, ImDrawList& draw, float x) {
    for (int i = 0; i < session::room_count; ++i) {
        const auto room = static_cast<session::Room>(i);
        if (draw_word(c, draw, x, room_spec(c, room))) open_room(c, room);
    }
    return x;
}

// What is there to read and to be led through. Where the bar is too short, the help leads to them.
void draw_guides(Context& c, ImDrawList& draw, float x) {
    if (!content(c).topics.empty()) {
        const Spec learn{.name = "top/topics", .text = c.t("topic.open"), .tip = c.t("topic.open-tip"),
                         .command = Command::topics};
        if (draw_word(c, draw, x, learn)) c.state.sheet = Sheet::topics;
    }
    if (c.snapshot.world->walkthroughs.empty()) return;
    const Spec walk{.name = "top/walkthroughs", .text = c.t("tour.list"), .tip = c.t("tour.open-tip"),
                    .command = Command::walkthroughs};
    if (draw_word(c, draw, x, walk)) c.state.sheet = Sheet::walkthroughs;
}

bool button_from_right(Context& c, float& x, const Spec& spec, const char* icon) {
    x -= c.px(40);
    return icon_button(c, spec, icon, {x, c.px(4), x + c.px(40), c.px(44)});
}

void draw_text_size(Context& c, float& x) {
    const int percent = static_cast<int>(c.model().text_scale * 100.0f + 0.5f);
    const std::string value = c.t("top.percent", {std::to_string(percent)});
    const float width = measure(c, Type::regular14, value).x + c.px(36);
    x -= width;
    Spec spec{.name = "top/text-size", .text = c.t("top.text-size"), .command = Command::larger_text, .explain = true};
    spec.tip = c.t("top.text-size-tip");
    const ImRect rect(x, c.px(4), x + width, c.px(44));
    const Response response = interact(c, spec, rect);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled(rect.Min, rect.Max, ground(c, Look::plain, false, true, response.hovered, response.held),
                       c.px(6));
    write_icon(c, draw, icon::text_size, {x + c.px(16), rect.GetCenter().y}, c.theme.t2, Type::regular14);
    write_in(c, draw, Type::regular14, {x + c.px(28), rect.Min.y, rect.Max.x, rect.Max.y}, c.theme.t2, value);
    if (response.clicked) c.state.sheet = Sheet::settings;
}

void draw_right(Context& c) {
    float x = c.layout.size.x - c.px(8);
    const bool tiny = c.layout.form == Form::tiny;
    const Spec settings{.name = "top/settings", .text = c.t(tiny ? "top.menu" : "top.settings")};
    if (button_from_right(c, x, settings, tiny ? icon::menu : icon::settings)) c.state.sheet = Sheet::settings;
    if (tiny) return;
    const Spec help{.name = "top/help", .text = c.t("top.help"), .command = Command::help};
    if (button_from_right(c, x, help, icon::help)) perform(c, Command::help);
    draw_text_size(c, x);
    const Spec redo{
        .name = "top/redo", .text = c.t("top.redo"), .enabled = c.snapshot.can_redo, .command = Command::redo};
    if (button_from_right(c, x, redo, icon::redo)) perform(c, Command::redo);
    const Spec undo{
        .name = "top/undo", .text = c.t("top.undo"), .enabled = c.snapshot.can_undo, .command = Command::undo};
    if (button_from_right(c, x, undo, icon::undo)) perform(c, Command::undo);
    if (!words_switch_in_bar(c)) return;
    const float width = 2 * (measure(c, Type::medium14, c.t("words.professional")).x + c.px(24));
    const ImRect words(x - c.px(12) - width, c.px(4), x - c.px(12), c.px(44));
    draw_words_switch(c, *ImGui::GetWindowDrawList(), words);
}

}  // namespace

void draw_top_bar(Context& c) {
    if (c.layout.top_bar.GetHeight() <= 0) return;
    const Panel panel(c, "top", c.layout.top_bar, Ground::panel);
    const float x = draw_mark(c, panel.draw(), c.layout.form <= Form::regular);
    if (c.layout.form <= Form::regular) {
        const float rooms = draw_rooms(c, panel.draw(), draw_divider(c, panel.draw(), x - c.px(16)));
        draw_guides(c, panel.draw(), draw_divider(c, panel.draw(), rooms));
    } else {
        draw_rooms(c, panel.draw(), x);
    }
    draw_right(c);
    const float bottom = c.layout.top_bar.Max.y;
    panel.draw().AddRectFilled({0, bottom - 1}, {c.layout.size.x, bottom}, c.theme.line);
}

}  // namespace drypoint::ui
