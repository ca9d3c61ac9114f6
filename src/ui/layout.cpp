#include "ui/layout.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace drypoint::ui {
namespace {

constexpr float top_bar_height = 48, bottom_bar_height = 48, rail_width = 56;
constexpr float list_width = 240, list_width_wide = 288;
constexpr float details_width = 328, details_width_wide = 384;
constexpr float step_width_rail = 400, step_width = 456, step_width_wide = 520;
constexpr float slices_width = 472, margins_width = 384;
constexpr float timeline_height = 96, tour_height = 136, tour_height_one_panel = 104;
constexpr float low_height = 560;

Form form_of(float width) {
    if (width >= 1600) return Form::wide;
    if (width >= 1280) return Form::regular;
    if (width >= 960) return Form::rail;
    return width >= 600 ? Form::single : Form::tiny;
}

void place_side_by_side(Layout& l, Shown shown, float top) {
    const auto px = [&l](float units) { return std::round(units * l.scale); };
    const bool wide = l.form == Form::wide;
    const float list = px(wide ? list_width_wide : list_width);
    const float details = px(wide ? details_width_wide : details_width);
    const float left = l.form == Form::rail ? px(rail_width) : list;
    l.viewport = {left, top, l.size.x - details, l.size.y};
    l.details = {l.size.x - details, top, l.size.x, l.size.y};
    if (l.form != Form::rail) {
        l.list = {0, top, list, l.size.y};
        return;
    }
    l.rail = {0, top, left, l.size.y};
    if (shown != Shown::list) return;
    l.list = {left, top, left + px(list_width_wide), l.size.y};
    l.floating = true;
}

// The session: limb and step side by side, the timeline below both.
void place_session(Layout& l, float top) {
    const auto px = [&l](float units) { return std::round(units * l.scale); };
    const float units = l.form == Form::wide ? step_width_wide : (l.form == Form::rail ? step_width_rail : step_width);
    const float bottom = l.size.y - (l.low ? 0 : px(timeline_height));
    const float left = l.size.x - px(units);
    l.viewport = {0, top, left, bottom};
    l.details = {left, top, l.size.x, bottom};
    if (!l.low) l.timeline = {0, bottom, l.size.x, l.size.y};
}

// The needle: skin, strip with slice, and margins side by side; where that is too much, the last two in one column.
void place_needle(Layout& l, float top) {
    const auto px = [&l](float units) { return std::round(units * l.scale); };
    const bool wide = l.form == Form::wide, rail = l.form == Form::rail;
    const float details = wide ? std::round(l.size.x * 0.3f) : (rail ? 0 : px(margins_width));
    const float middle = wide ? std::round(l.size.x * 1.1f / 3.0f) : px(slices_width);
    const float right = l.size.x - details, left = right - middle;
    l.viewport = {0, top, left, l.size.y};
    l.needle = {left, top, right, l.size.y};
    if (!rail) l.details = {right, top, l.size.x, l.size.y};
}

void place_one_panel(Layout& l, Shown shown, float top) {
    const float bottom = l.size.y - std::round(bottom_bar_height * l.scale);
    l.viewport = {0, top, l.size.x, bottom};
    l.bottom_bar = {0, bottom, l.size.x, l.size.y};
    l.floating = shown != Shown::limb;
    if (shown == Shown::list) l.list = l.viewport;
    if (shown == Shown::details) l.details = l.viewport;
    if (shown == Shown::strip) l.strip = l.viewport;
}

// Its words stand below the limb and take the limb's place for it; where everything is small, half of it.
void place_tour(Layout& l) {
    const float units = l.one_panel() ? tour_height_one_panel : tour_height;
    const float height = std::min(std::round(units * l.scale), std::floor(l.viewport.GetHeight() * 0.5f));
    const float whole = l.viewport.Max.y;
    l.viewport.Max.y = whole - height;
    l.tour = {l.viewport.Min.x, whole - height, l.viewport.Max.x, whole};
    l.low = l.low || l.size.y / l.scale - units < low_height;
    if (!l.one_panel()) return;
    if (l.list.GetWidth() > 0) l.list = l.viewport;
    if (l.details.GetWidth() > 0) l.details = l.viewport;
    if (l.needle.GetWidth() > 0) l.needle = l.viewport;
    if (l.strip.GetWidth() > 0) l.strip = l.viewport;
}

}  // namespace

Layout make_layout(ImVec2 size, float scale, Shown shown, bool clean, Occupied occupied) {
    Layout l;
    l.scale = scale;
    l.size = size;
    l.form = form_of(size.x / scale);
    l.low = size.y / scale < low_height;
    l.viewport = {0, 0, size.x, size.y};
    if (clean) return l;
    const float top = std::round(top_bar_height * scale);
    l.top_bar = {0, 0, size.x, top};
    if (l.one_panel()) {
        place_one_panel(l, occupied.session && shown == Shown::list ? Shown::limb : shown, top);
        if (occupied.needle) l.needle = std::exchange(shown == Shown::strip ? l.strip : l.details, ImRect());
    } else if (occupied.session) {
        place_session(l, top);
    } else if (occupied.needle) {
        place_needle(l, top);
    } else {
        place_side_by_side(l, shown, top);
    }
    if (occupied.tour) place_tour(l);
    return l;
}

}  // namespace drypoint::ui
