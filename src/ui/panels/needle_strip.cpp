// The needle strip over the picture, the buttons that move the needle, and the note below.
#include <algorithm>

#include "scene/overlay.h"
#include "ui/commands.h"
#include "ui/names.h"
#include "ui/needle_strip.h"
#include "ui/panel.h"
#include "ui/panels/panels.h"
#include "ui/statements.h"
#include "ui/type.h"
#include "ui/widgets.h"

namespace drypoint::ui {
namespace {

constexpr float card_inset = 16, card_padding = 12, least_card = 260, empty_card = 60, card_gap = 4;
constexpr float buttons_height = 48, buttons_padding = 4;

// Of a point that has a taught path. Out, in, back to the taught place; without a needle, one button that lays it.
void draw_buttons(Context& c, const ImRect& plate) {
    const bool over = c.layout.strip.GetWidth() > 0;
    const Panel panel(c, over ? "needle-over" : "needle", plate, Ground::plate, false, over);
    ImRect rect = plate;
    rect.Expand(-c.px(buttons_padding));
    if (!c.model().plan.needle) {
        const Spec spec{.name = "needle/lay", .text = c.t("needle.lay"), .tip = c.t("needle.lay-tip")};
        if (text_button(c, spec, nullptr, rect)) c.send(session::LayNeedle{});
        return;
    }
    const float small = c.px(46);
    const Spec out{.name = "needle/out",
                   .text = c.t("needle.out"),
                   .enabled = c.model().plan.needle->depth_mm > 0.0,
                   .tip = c.t("needle.out-tip"),
                   .command = Command::needle_out};
    const Spec in{
        .name = "needle/in", .text = c.t("needle.in"), .tip = c.t("needle.in-tip"), .command = Command::needle_in};
    const session::PlacedPoint* place = chosen_place(c);
    const Spec taught{.name = "needle/taught",
                      .text = c.t("needle.taught"),
                      .enabled = place->way->depth_mm != c.model().plan.needle->depth_mm,
                      .tip = c.t("needle.taught-tip")};
    const float y = rect.Min.y, bottom = rect.Max.y;
    float x = rect.Min.x;
    if (text_button(c, out, nullptr, {x, y, x + small, bottom})) perform(c, Command::needle_out);
    x += small + c.px(card_gap);
    if (text_button(c, in, nullptr, {x, y, x + small, bottom})) perform(c, Command::needle_in);
    x += small + c.px(card_gap);
    if (text_button(c, taught, nullptr, {x, y, rect.Max.x, bottom})) c.send(session::LayNeedle{});
}

// Where the card and the note under it are, and what they show.
struct Place {
    ImRect card, buttons, note;         // from the top down; empty: not there
    std::optional<scene::Strip> strip;  // nothing: no needle is laid, and the card says so
    float most_px_per_mm = 7.0f;
};

// Explore: the session has buttons of its own, and a clean picture none.
bool has_buttons(const Context& c) {
    const session::PlacedPoint* place = chosen_place(c);
    return c.model().plan.room == session::Room::explore && !c.state.clean && place != nullptr && place->way;
}

// What must be said under every strip.
std::vector<const char*> note_keys(const scene::Strip& strip) {
    std::vector<const char*> keys{"strip.note-1", "strip.note-2"};
    if (strip.fold) keys.insert(keys.begin(), {"strip.note-fold-1", "strip.note-fold-2"});
    if (strip.has_hidden()) keys.push_back("strip.note-hidden");
    return keys;
}

scene::NameOf names(const Context& c) {
    return [&c](const base::Id& id, const std::string& name) { return name_in_register(c, id, name); };
}

std::optional<Place> place_of_strip(const Context& c) {
    const ImRect& v = c.layout.viewport;
    if (c.layout.form == Form::tiny || v.GetWidth() < c.px(480)) return std::nullopt;
    Place place;
    place.strip = scene::build_strip(c.snapshot, c.needle.report(), names(c));
    if (!place.strip && !has_buttons(c)) return std::nullopt;
    const float top = v.Min.y + c.px(c.state.clean ? card_inset : 72);
    const float note = place.strip ? c.px(6 + 16 * static_cast<float>(note_keys(*place.strip).size())) : 0.0f;
    const float buttons = has_buttons(c) ? c.px(buttons_height + card_gap) : 0.0f;
    const float bottom = v.Max.y - c.px(c.state.clean ? 12 : 64) - note - buttons;
    if (bottom - top < c.px(place.strip ? least_card : empty_card)) return std::nullopt;
    place.most_px_per_mm = c.layout.form == Form::wide ? 9.0f : 7.0f;
    const float wanted = place.strip ? height_of_strip(c, *place.strip, place.most_px_per_mm) : c.px(empty_card);
    const float left = v.Max.x - c.px(card_inset + strip_width), right = v.Max.x - c.px(card_inset);
    place.card = {left, top, right, std::min(bottom, top + wanted)};
    float y = place.card.Max.y + c.px(card_gap);
    if (buttons > 0) place.buttons = {left, y, right, y + c.px(buttons_height)};
    y += buttons;
    if (place.strip) place.note = {left, y, right, y + note - c.px(card_gap)};
    return place;
}

void draw_note(Context& c, const ImRect& rect, const scene::Strip& strip) {
    const Panel panel(c, "strip-note", rect, Ground::plate);
    ImRect line(rect.Min, {rect.Max.x, rect.Min.y + c.px(16)});
    std::string all;
    for (const char* key : note_keys(strip)) {
        write_in(c, panel.draw(), Type::regular12, line, c.theme.t2, c.t(key), 0.5f);
        line.TranslateY(c.px(16));
        all += (all.empty() ? "" : " ") + c.t(key);
    }
    announce(c, "strip/note", all, rect);
}

// No needle is laid: the card says so.
void draw_empty_card(Context& c, const ImRect& rect) {
    const Panel panel(c, "strip", rect, Ground::plate);
    const float left = rect.Min.x + c.px(card_padding), right = rect.Max.x - c.px(card_padding), top = rect.Min.y;
    write_in(c, panel.draw(), Type::semibold14, {left, top + c.px(8), right, top + c.px(32)}, c.theme.t1,
             c.t("strip.title"));
    const ImRect words(left, top + c.px(32), right, top + c.px(52));
    write_in(c, panel.draw(), Type::regular12, words, c.theme.t2, c.t("needle.none"));
    announce(c, "needle/none", c.t("needle.none"), words);
}

// Where the strip finds no room its buttons stand above the layers, and over them how deep the tip is.
void draw_buttons_alone(Context& c) {
    const ImRect& v = c.layout.viewport;
    const float right = v.Max.x - c.px(card_inset), bottom = v.Max.y - c.px(c.layout.form == Form::tiny ? card_inset : 64);
    const ImRect buttons(right - c.px(strip_width), bottom - c.px(buttons_height), right, bottom);
    draw_buttons(c, buttons);
    if (!c.model().plan.needle) return;
    const ImRect plate(buttons.Min.x, buttons.Min.y - c.px(card_gap + 60), right, buttons.Min.y - c.px(card_gap));
    if (plate.Min.y < v.Min.y + c.px(72)) return;
    const Panel panel(c, "tip", plate, Ground::plate);
    ImRect line(plate.Min.x, plate.Min.y + c.px(6), plate.Max.x, plate.Min.y + c.px(26));
    const std::string tip = c.t("strip.tip-alone", {scene::millimetres(c.model().plan.needle->depth_mm)});
    write_in(c, panel.draw(), Type::semibold14, line, c.theme.t1, tip, 0.5f);
    announce(c, "needle/tip", tip, line);
    for (const char* key : {"strip.note-1", "strip.note-2"}) {
        line = {plate.Min.x, line.Max.y, plate.Max.x, line.Max.y + c.px(14)};
        write_in(c, panel.draw(), Type::regular12, line, c.theme.t2, c.t(key), 0.5f);
    }
}

// The whole strip in the limb's place, which scrolls, with its note and buttons below.
void draw_strip_sheet(Context& c) {
    const ImRect& area = c.layout.strip;
    const session::PlacedPoint* place = chosen_place(c);
    const std::optional<scene::Strip> strip = scene::build_strip(c.snapshot, c.needle.report(), names(c));
    const bool buttons = c.model().plan.room == session::Room::explore && place != nullptr && place->way;
    const float foot = c.px(buttons ? 64 : 8), middle = area.GetCenter().x, half = c.px(strip_width) * 0.5f;
    {
        const Panel panel(c, "strip-sheet", {area.Min, {area.Max.x, area.Max.y - foot}}, Ground::panel, true, true);
        Pen pen{c, middle - half, middle + half, panel.origin().y + c.px(8)};
        if (strip) {
            constexpr float px_per_mm = 4.5f;
            draw_strip_in(c, panel.draw(), *strip, pen.take_px(height_of_strip(c, *strip, px_per_mm)), px_per_mm);
            for (const char* key : note_keys(*strip))
                pen.paragraph(panel.draw(), Type::regular12, c.theme.t2, c.t(key), 16);
        } else {
            pen.paragraph(panel.draw(), Type::regular14, c.theme.t2, c.t("needle.none"), 20);
        }
        ImGui::SetCursorScreenPos({area.Min.x, pen.y + c.px(8)});
    }
    {
        const Panel ground(c, "strip-sheet-foot", {{area.Min.x, area.Max.y - foot}, area.Max}, Ground::panel, false,
                           true);
    }
    if (buttons) draw_buttons(c, {{middle - half, area.Max.y - c.px(56)}, {middle + half, area.Max.y - c.px(8)}});
}

}  // namespace

std::optional<float> left_of_strip(const Context& c) {
    const std::optional<Place> place = place_of_strip(c);
    if (!place) return std::nullopt;
    return place->card.Min.x;
}

void draw_needle_strip(Context& c) {
    if (c.layout.strip.GetWidth() > 0) return draw_strip_sheet(c);
    const std::optional<Place> place = place_of_strip(c);
    if (!place) {
        if (has_buttons(c)) draw_buttons_alone(c);
        return;
    }
    if (place->strip)
        draw_strip(c, *place->strip, place->card, place->most_px_per_mm);
    else
        draw_empty_card(c, place->card);
    if (has_buttons(c)) draw_buttons(c, place->buttons);
    if (place->strip) draw_note(c, place->note, *place->strip);
}

}  // namespace drypoint::ui
