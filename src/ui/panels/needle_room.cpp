// The needle's room: strip and slice along on one ruler, what if, the slice across, and what the needle keeps off.
#include "ui/panels/needle_room.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "session/needle.h"
#include "ui/names.h"
#include "ui/needle_strip.h"
#include "ui/own_needle.h"
#include "ui/panels/panels.h"
#include "ui/slice_view.h"
#include "ui/type.h"
#include "ui/widgets.h"

namespace drypoint::ui {
namespace {

constexpr float room_padding = 16, room_head = 38, skin_below_box = 58, strip_column = 176, room_foot = 26;
constexpr float most_px_per_mm = 7.2f, most_px_per_mm_wide = 12.0f, least_pictures = 380, pictures_in_column = 440;
constexpr float across_px_per_mm = 5.0f, across_height = 232, what_if_height = 168;
constexpr float most_tilt_deg = 30.0f;

void draw_heading(Context& c, ImDrawList& draw, const ImRect& row, const std::string& text, const std::string& line) {
    write_in(c, draw, Type::semibold16, row, c.theme.t1, text);
    const float width = measure(c, Type::semibold16, text).x + c.px(12);
    const ImRect rest(row.Min.x + width, row.Min.y + c.px(1), row.Max.x, row.Max.y + c.px(1));
    if (measure(c, Type::regular12, line).x <= rest.GetWidth())  // else the heading has to do
        write_in(c, draw, Type::regular12, rest, c.theme.t3, line);
}

// The plane's window around the needle for a box, from its scale and where the origin is in it.
scene::SliceWindow window_of(const ImRect& box, float px_per_mm, float origin_y) {
    const double half = static_cast<double>(box.GetWidth() / px_per_mm) / 2.0;
    return {{-half, -static_cast<double>((box.Max.y - origin_y) / px_per_mm)},
            {half, static_cast<double>((origin_y - box.Min.y) / px_per_mm)}};
}

std::string seen_from(const Context& c, const scene::Slice& slice) {
    return c.t("seen-from." + std::string(anatomy::name(slice.away)));
}

// Strip and slice along: same scale, the skin at the same height.
void draw_along(Context& c, ImDrawList& draw, Pen& pen, float height) {
    const ImRect area = pen.take_px(height);
    const float split = area.Min.x + c.px(strip_column);
    const ImRect over_strip(area.Min.x, area.Min.y, split - c.px(8), area.Min.y + c.px(24));
    const auto name_of = [&c](const base::Id& id, const std::string& name) { return name_in_register(c, id, name); };
    std::optional<scene::Strip> strip = scene::build_strip(c.snapshot, c.needle.report(), name_of);
    draw_heading(c, draw, over_strip, c.t("strip.title"), c.t("strip.unit"));
    if (!strip) return;
    const ImRect box(split, area.Min.y + c.px(room_head), area.Max.x, area.Max.y - c.px(room_foot));
    const ImVec2 bar(area.Min.x + c.px(strip_ruler_width), box.Min.y + c.px(skin_below_box));
    const float most = (c.layout.form == Form::wide ? most_px_per_mm_wide : most_px_per_mm) * c.layout.scale;
    const float scale = std::min((box.Max.y - bar.y) / static_cast<float>(strip->shown_mm), most);
    // As deep as the slice.
    strip =
        scene::build_strip(c.snapshot, c.needle.report(), name_of, static_cast<double>((box.Max.y - bar.y) / scale));
    const scene::Slice* slice = c.needle.slice(scene::SliceKind::along, window_of(box, scale, bar.y));
    if (slice != nullptr) {
        draw_heading(c, draw, {split, over_strip.Min.y, area.Max.x, over_strip.Max.y}, c.t("slice.along"),
                     c.t("slice.along-line", {seen_from(c, *slice)}));
        draw_slice(c, draw, *slice, box, scale, {"slice/along", true, true});
    }
    draw_strip_bar(c, draw, *strip, bar, scale, split - c.px(10));
}

void draw_across(Context& c, ImDrawList& draw, Pen& pen) {
    const ImRect row = pen.take(24);
    pen.skip(room_head - 24);
    const ImRect box = pen.take(across_height);
    const float scale = across_px_per_mm * c.layout.scale;
    const scene::Slice* slice = c.needle.slice(scene::SliceKind::across, window_of(box, scale, box.GetCenter().y));
    draw_heading(c, draw, row, c.t("slice.across"), c.t("slice.across-line"));
    if (slice != nullptr) draw_slice(c, draw, *slice, box, scale, {"slice/across", false, true});
    pen.skip(12);
}

// What is tried now: leans in degrees, and the tip's depth.
session::TryNeedle tried_now(const Context& c) {
    const auto& trial = c.model().trial;
    if (trial && trial->held) return {trial->lean_medial_deg, trial->lean_proximal_deg, trial->depth_mm};
    return {0.0, 0.0, c.model().plan.needle->depth_mm};
}

struct Tilt {
    const char* id;
    std::string text, low, high, shown;
    float value;
    SliderRange range;
};

// A row: name, the word for its left end, the slider, the word for its right end, the value. The new value, if any.
std::optional<float> draw_tilt(Context& c, ImDrawList& draw, Pen& pen, const Tilt& tilt) {
    const ImRect row = pen.take(40);
    const float width = row.GetWidth(), value = c.px(52);
    const float word = c.px(40), name = std::min(c.px(142), width * 0.33f);  // the same for all rows
    const ImRect low(row.Min.x + name, row.Min.y, row.Min.x + name + word + c.px(4), row.Max.y);
    const ImRect high(row.Max.x - value - word - c.px(4), row.Min.y, row.Max.x - value, row.Max.y);
    if (!write_in(c, draw, Type::medium14, {row.Min, {low.Min.x - c.px(4), row.Max.y}}, c.theme.t1, tilt.text))
        c.registry.note_cut();
    write_in(c, draw, Type::regular12, low, c.theme.t3, tilt.low, 1.0f);
    write_in(c, draw, Type::regular12, high, c.theme.t3, tilt.high);
    write_in(c, draw, Type::medium14, {high.Max.x, row.Min.y, row.Max.x, row.Max.y}, c.theme.t1, tilt.shown, 1.0f);
    const Spec spec{.name = std::string("what-if/") + tilt.id, .text = tilt.text + " " + tilt.shown};
    const SliderResponse response =
        slider(c, spec, tilt.value, {low.Max.x + c.px(6), row.Min.y, high.Min.x - c.px(6), row.Max.y}, tilt.range);
    if (response.released && !response.nudged) c.send(session::EndGesture{});
    return response.value;
}

std::string whole_degrees(double value) {
    return std::to_string(std::lround(std::abs(value))) + "°";
}

// The keyboard holds what is tried as long as it stays on the sliders.
void spring_back(Context& c) {
    const bool held = c.model().trial && c.model().trial->held;
    const bool here = c.state.sliding || (c.state.focus_ring && c.state.focus.rfind("what-if/", 0) == 0);
    if (held && !here) c.send(session::EndGesture{});
}

std::string tried_in_words(const Context& c, const session::Trial& trial) {
    const std::string lean = lean_in_words(c, trial.lean_medial_deg, trial.lean_proximal_deg);
    const std::string depth = c.t("what-if.depth-words", {one_digit(trial.depth_mm)});
    return lean.empty() ? depth : lean + ", " + depth;
}

// Above the sliders: what becomes of it, and the way to keep it.
void draw_what_if_head(Context& c, ImDrawList& draw, Pen& pen) {
    ImRect row = pen.take(40);
    const auto& trial = c.model().trial;
    const std::string keep = c.t("what-if.keep");
    const float width = text_button_width(c, keep, false);
    const Spec spec{.name = "what-if/keep",
                    .text = keep,
                    .enabled = trial.has_value(),
                    .tip = trial ? tried_in_words(c, *trial) : c.t("what-if.nothing")};
    if (text_button(c, spec, nullptr, {row.Max.x - width, row.Min.y, row.Max.x, row.Max.y}))
        c.send(session::KeepTried{});
    row.Max.x -= width + c.px(8);
    const bool own = c.model().plan.own.has_value();
    const bool last = trial && !trial->held;
    draw_heading(
        c, draw, row, c.t("what-if.title"),
        last ? c.t("what-if.last", {tried_in_words(c, *trial)}) : c.t(own ? "what-if.springs-own" : "what-if.springs"));
}

void draw_what_if(Context& c, ImDrawList& draw, Pen& pen) {
    if (!c.model().plan.needle) return;
    draw_what_if_head(c, draw, pen);
    session::TryNeedle tried = tried_now(c);
    const double resting = c.model().plan.needle->depth_mm;
    const anatomy::PathGeometry& way = *session::way_of(*c.snapshot.world, c.model().plan);
    const SliderRange degrees{-most_tilt_deg, most_tilt_deg, 1.0f, 5.0f, 1.0f, 0.0f};
    const int sign = medial_on_slices(c);
    const auto word = [&c](bool proximal, int way_sign) {
        return direction_word(c, lean_direction(c, proximal, way_sign), true);
    };
    const auto tilt = [&](const char* id, bool proximal, double value) {
        const int right = proximal ? 1 : sign;
        const std::string low = word(proximal, -right), high = word(proximal, right);
        return Tilt{id,
                    c.t("what-if.tilt", {low, high}),
                    low,
                    high,
                    whole_degrees(value),
                    static_cast<float>(value * right),
                    degrees};
    };
    bool changed = false;
    if (const auto value = draw_tilt(c, draw, pen, tilt("across", false, tried.lean_medial_deg))) {
        tried.lean_medial_deg = static_cast<double>(*value) * sign;
        changed = true;
    }
    if (const auto value = draw_tilt(c, draw, pen, tilt("along", true, tried.lean_proximal_deg))) {
        tried.lean_proximal_deg = static_cast<double>(*value);
        changed = true;
    }
    const SliderRange depth{0.0f, static_cast<float>(way.depth_mm + session::beyond_target_mm),
                            0.1f, 1.0f,
                            0.5f, static_cast<float>(resting)};
    const Tilt deeper{"depth",
                      c.t("what-if.depth"),
                      c.t("what-if.out"),
                      c.t("what-if.in"),
                      one_digit(tried.depth_mm),
                      static_cast<float>(tried.depth_mm),
                      depth};
    if (const auto value = draw_tilt(c, draw, pen, deeper)) {
        tried.depth_mm = std::round(static_cast<double>(*value) * 10.0) / 10.0;
        changed = true;
    }
    if (changed) c.send(tried);
}

void draw_side(Context& c, ImDrawList& draw, Pen& pen) {
    draw_across(c, draw, pen);
    draw_verdict(c, draw, pen);
    draw_margins(c, draw, pen);
    draw_needle_choice(c, draw, pen);
    draw_own_path(c, draw, pen);
    draw_suggestion(c, draw, pen);
    pen.skip(room_padding);
    ImGui::SetCursorScreenPos({pen.left, pen.y});  // what the wheel reaches
    ImGui::Dummy({1, 1});
}

// Strip and slice take what the sliders leave; where that is too little, the column scrolls.
void draw_middle(Context& c, ImDrawList& draw, Pen& pen, float height) {
    const float rest = height - c.px(what_if_height + 16 + 24);
    draw_along(c, draw, pen,
               std::max(rest, c.px(c.layout.details.GetWidth() > 0 ? least_pictures : pictures_in_column)));
    pen.hairline(draw);
    draw_what_if(c, draw, pen);
}

}  // namespace

std::string one_digit(double value) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, 1).ptr;
    return std::string(text, end);
}

void draw_needle_room(Context& c) {
    c.state.along.reset();
    c.state.across.reset();
    const ImRect& area = c.layout.needle;
    if (area.GetWidth() <= 0 || c.model().plan.room != session::Room::needle) return;
    spring_back(c);
    const bool two = c.layout.details.GetWidth() > 0;
    {
        const Panel panel(c, "needle-room", area, Ground::panel, true, c.layout.floating);
        Pen pen{c, area.Min.x + c.px(room_padding), area.Max.x - c.px(room_padding), panel.origin().y + c.px(12)};
        draw_middle(c, panel.draw(), pen, two ? area.GetHeight() : 0.0f);
        if (!two) {
            pen.hairline(panel.draw());
            draw_side(c, panel.draw(), pen);
        }
        panel.draw().AddRectFilled(area.Min, {area.Min.x + 1, area.Max.y}, c.theme.line);
    }
    if (!two) return;
    const ImRect& side = c.layout.details;
    const Panel panel(c, "needle-side", side, Ground::panel, true);
    Pen pen{c, side.Min.x + c.px(room_padding), side.Max.x - c.px(room_padding), panel.origin().y + c.px(12)};
    draw_side(c, panel.draw(), pen);
    panel.draw().AddRectFilled(side.Min, {side.Min.x + 1, side.Max.y}, c.theme.line);
}

}  // namespace drypoint::ui
