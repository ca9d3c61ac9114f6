// What stands over the picture at the top: whose leg this is, and the ready-made views.
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/commands.h"
#include "ui/names.h"
#include "ui/needle_strip.h"
#include "ui/panel.h"
#include "ui/panels/panels.h"
#include "ui/type.h"
#include "ui/widgets.h"

namespace drypoint::ui {
namespace {

constexpr float hud_inset = 16;

struct ViewButton {
    session::View view;
    Command command;
    float width;
};

constexpr std::array<ViewButton, session::view_count> view_buttons{
    {{session::View::anterior, Command::look_anterior, 40},
     {session::View::posterior, Command::look_posterior, 40},
     {session::View::medial, Command::look_medial, 40},
     {session::View::lateral, Command::look_lateral, 40},
     {session::View::proximal, Command::look_proximal, 50},
     {session::View::distal, Command::look_distal, 46}}};

constexpr float least_for_side = 132;  // the badge beside them, and a gap

struct Buttons {
    std::array<std::string, view_buttons.size()> texts;
    std::array<float, view_buttons.size()> widths;
};

// In plain words where these have room, else in letters.
Buttons view_buttons_in(const Context& c, float room) {
    Buttons buttons;
    for (const bool letters : {false, true}) {
        float all = 0;
        for (std::size_t i = 0; i < view_buttons.size(); ++i) {
            const std::string key = "view." + std::string(session::name(view_buttons[i].view));
            buttons.texts[i] = letters ? c.texts(key) : c.t(key);
            buttons.widths[i] =
                std::max(c.px(view_buttons[i].width), measure(c, Type::medium14, buttons.texts[i]).x + c.px(16));
            all += buttons.widths[i];
        }
        if (all <= room) break;
    }
    return buttons;
}

// Whose leg, and which build where the model has several.
std::string words_of_badge(const Context& c, const std::string& side) {
    return c.atlas().has_builds ? c.texts("body.badge", {side, build_in_words(c, c.atlas().build)}) : side;
}

// Beside the ready-made views, which a clean picture does without.
float room_for_badge(const Context& c) {
    const float room = c.layout.viewport.GetWidth() - c.px(2 * hud_inset);
    if (c.state.clean) return room;
    float views = c.px(8);
    for (const float one : view_buttons_in(c, room - c.px(least_for_side)).widths) views += one;
    return room - views;
}

bool looks_from(const geometry::Camera& camera, session::View view, anatomy::Side side) {
    const geometry::Camera exact = session::camera_for(view, side, geometry::Bounds{{-1, -1, -1}, {1, 1, 1}}, 1.0f);
    const float turned = std::abs(std::remainder(camera.azimuth_deg - exact.azimuth_deg, 360.0f));
    return turned < 0.1f && std::abs(camera.elevation_deg - exact.elevation_deg) < 0.1f;
}

}  // namespace

void draw_side_badge(Context& c) {
    const anatomy::Side side = shown_side(c.atlas());
    const std::string id(anatomy::name(side));
    const std::string words = c.t("side." + id);
    const std::string whole = words_of_badge(c, words);
    const float least = c.px(56), room = room_for_badge(c) - least;
    std::string shown;  // beside the letter: as much as there is room for
    for (const std::string& one : {whole, words}) {
        if (shown.empty() && measure(c, Type::semibold14, one).x <= room) shown = one;
    }
    const float width = shown.empty() ? c.px(40) : std::ceil(measure(c, Type::semibold14, shown).x) + least;
    const ImVec2 at = c.layout.viewport.Min + ImVec2(c.px(hud_inset), c.px(hud_inset));
    const ImRect rect(at, at + ImVec2(width, c.px(40)));
    const Panel panel(c, "side", rect, Ground::plate);
    const Spec spec{.name = "viewport/side",
                    .text = whole,
                    .tip = c.t("body.open-tip"),
                    .command = Command::body,
                    .explain = shown != whole};
    const Response response = interact(c, spec, rect);
    if (response.clicked) c.state.sheet = Sheet::body;
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    if (response.hovered) draw.AddRectFilled(rect.Min, rect.Max, c.theme.bg3, c.px(6));
    const ImRect badge(at + ImVec2(c.px(6), c.px(6)), at + ImVec2(c.px(34), c.px(34)));
    draw.AddRectFilled(badge.Min, badge.Max, c.theme.t1, c.px(4));
    write_in(c, draw, Type::semibold16, badge, c.theme.bg1, c.t("side-letter." + id), 0.5f);
    write_in(c, draw, Type::semibold14, {at + ImVec2(c.px(44), 0), rect.Max}, c.theme.t1, shown);
}

void draw_view_buttons(Context& c) {
    const ImRect& v = c.layout.viewport;
    const Buttons buttons = view_buttons_in(c, v.GetWidth() - c.px(least_for_side + 2 * hud_inset));
    float width = 0;
    for (const float one : buttons.widths) width += one;
    const float y = v.Min.y + c.px(hud_inset);
    float x = v.Max.x - c.px(hud_inset) - width;
    const ImRect rect(x, y, x + width, y + c.px(40));
    const Panel panel(c, "views", rect, Ground::plate);
    const anatomy::Side side = shown_side(c.atlas());
    for (std::size_t i = 0; i < view_buttons.size(); ++i) {
        const ViewButton& button = view_buttons[i];
        const std::string id(session::name(button.view));
        const Spec spec{.name = "view/" + id,
                        .text = buttons.texts[i],
                        .on = looks_from(c.model().camera, button.view, side),
                        .tip = c.t("view-tip." + id),
                        .command = button.command};
        if (segment(c, spec, {x, y, x + buttons.widths[i], y + c.px(40)}, Look::plate)) perform(c, button.command);
        x += buttons.widths[i];
    }
}

// Between the tools and the strip. Where words and button do not fit side by side, the words are wrapped over it.
void draw_isolation_banner(Context& c) {
    const auto& isolation = c.model().plan.isolation;
    if (!isolation) return;
    const anatomy::Structure* structure = c.atlas().find(isolation->id);
    const std::string name = structure != nullptr ? name_in_register(c, structure->id, structure->name) : isolation->id;
    const std::string words = c.texts("banner.isolated", {name});
    const std::string back = c.t("banner.back");
    const ImRect& v = c.layout.viewport;
    const float left = v.Min.x + c.px(hud_inset + 56);
    const float right = left_of_strip(c).value_or(v.Max.x - c.px(hud_inset - 8)) - c.px(8);
    const float button = std::min(text_button_width(c, back, false), right - left - c.px(8));
    const float most_text = right - left - c.px(24);
    const float text = std::min(std::ceil(measure(c, Type::medium14, words).x), most_text);
    const bool stacked = text + button + c.px(28) > right - left;
    const ImVec2 size_of_text = measure(c, Type::medium14, words, text + 1);
    const float width = stacked ? std::max(text + c.px(24), button + c.px(8)) : text + button + c.px(28);
    const float height = stacked ? size_of_text.y + c.px(10 + 8 + 44) : c.px(48);
    const float x = std::clamp(std::round(v.GetCenter().x - width * 0.5f), left, std::max(left, right - width));
    const float y = v.Min.y + c.px(hud_inset + 48);
    const ImRect rect(x, y, x + width, y + height);
    const Panel panel(c, "banner", rect, Ground::plate);
    panel.draw().AddRect(rect.Min, rect.Max, c.theme.accent, c.px(6));
    const float text_y = stacked ? y + c.px(10) : y + (height - size_of_text.y) * 0.5f;
    write(c, panel.draw(), Type::medium14, {x + c.px(12), text_y}, c.theme.t1, words, text + 1);
    announce(c, "banner/text", words, rect);
    const Spec spec{.name = "banner/back", .text = back, .tip = c.t("banner.back-tip"), .command = Command::isolate};
    const ImVec2 end = rect.Max - ImVec2(c.px(4), c.px(4));
    if (text_button(c, spec, nullptr, {end - ImVec2(button, c.px(40)), end})) c.send(session::LeaveIsolation{});
}

}  // namespace drypoint::ui
