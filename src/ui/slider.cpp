#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/number.h"
#include "ui/commands.h"
#include "ui/text_field.h"
#include "ui/widgets.h"

namespace drypoint::ui {
namespace {

struct Track {
    ImRect rect;
    const SliderRange& range;

    float x(float value) const {
        const float share = (value - range.low) / (range.high - range.low);
        return rect.Min.x + std::clamp(share, 0.0f, 1.0f) * rect.GetWidth();
    }
    float value(float at) const {
        const float share = std::clamp((at - rect.Min.x) / rect.GetWidth(), 0.0f, 1.0f);
        return kept(range.low + share * (range.high - range.low));
    }
    float kept(float wanted) const {
        return std::clamp(std::round(wanted / range.grain) * range.grain, range.low, range.high);
    }
};

// "12.5", "12,5 mm", "30 %": the number that it begins with.
std::optional<float> number_in(std::string text) {
    std::replace(text.begin(), text.end(), ',', '.');
    const std::size_t from = std::min(text.find_first_not_of(" +"), text.size());
    float value = 0.0f;
    const auto read = std::from_chars(text.data() + from, text.data() + text.size(), value);
    if (read.ec != std::errc() || !std::isfinite(value)) return std::nullopt;
    return value;
}

void begin_typing(Context& c, const Spec& spec, float value, const SliderRange& range) {
    c.state.typed_value = TypedValue{spec.name, base::at_most_two_decimals(static_cast<double>(value / range.shown_as_one)), false};
    c.state.activate = spec.name + "/value";
}

// In place of the slider, until Enter, Esc or a click elsewhere.
SliderResponse type_value(Context& c, const Spec& spec, const Track& track) {
    TypedValue& typed = *c.state.typed_value;
    const FieldResponse field =
        text_field(c, {.name = spec.name + "/value", .text = spec.text}, nullptr, typed.text, "", track.rect);
    const bool active = ImGui::IsItemActive();
    if (field.text) typed.text = *field.text;
    SliderResponse result;
    if (field.submit != Submit::none) {
        if (const std::optional<float> number = number_in(typed.text)) {
            result.value = track.kept(*number * track.range.shown_as_one);
            result.released = result.nudged = true;
        } else {
            notify(c, c.t("slider.no-number", {typed.text}));
        }
    } else if (active || !typed.begun) {
        typed.begun = typed.begun || active;
        return result;
    }
    c.state.typed_value.reset();
    c.state.focus = spec.name;
    c.state.focus_ring = true;
    return result;
}

void draw_slider(const Context& c, float value, const Track& track, bool lit) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float y = std::round(track.rect.GetCenter().y), half = c.px(2), x = track.x(value);
    draw.AddRectFilled({track.rect.Min.x, y - half}, {track.rect.Max.x, y + half}, c.theme.bg4, half);
    const float from = track.range.rest ? track.x(*track.range.rest) : track.rect.Min.x;
    const ImU32 fill = track.range.rest ? c.theme.accent : c.theme.t2;
    draw.AddRectFilled({std::min(from, x), y - half}, {std::max(from, x), y + half}, fill, half);
    if (track.range.rest) draw.AddRectFilled({from - c.px(1), y - c.px(8)}, {from + c.px(1), y + c.px(8)}, c.theme.t2);
    draw.AddCircleFilled({x, y}, c.px(8), lit ? c.theme.t1 : c.theme.t2);
    draw.AddCircleFilled({x, y}, c.px(6), c.theme.bg1);
    draw.AddCircleFilled({x, y}, c.px(4), lit ? c.theme.t1 : c.theme.t2);
}

}  // namespace

SliderResponse slider(Context& c, const Spec& spec, float value, const ImRect& rect, const SliderRange& range) {
    Track track{rect, range};
    if (c.state.typed_value && c.state.typed_value->slider == spec.name) return type_value(c, spec, track);
    Spec slider_spec = spec;
    slider_spec.role = Role::slider;
    const bool entered = c.state.activate == spec.name && c.state.focus == spec.name;
    const Response response = interact(c, slider_spec, rect);
    track.rect.Expand({-c.px(8), 0});
    SliderResponse result;
    if (spec.enabled && (entered || (response.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)))) {
        begin_typing(c, spec, value, range);
        result.released = std::exchange(c.state.sliding, false);  // the first of two clicks moved the knob
        return result;
    }
    if (response.held && track.rect.GetWidth() > 0) {
        const float at = track.value(ImGui::GetIO().MousePos.x);
        if (at != track.kept(value)) result.value = at;
        c.state.sliding = true;
    }
    if (response.focused && c.state.nudge != 0 && spec.enabled) {
        const float by = (c.state.nudge_fine ? range.fine : range.step) * static_cast<float>(c.state.nudge);
        result.value = track.kept(value + by);
        result.released = result.nudged = true;
        c.state.nudge = 0;
    }
    if (ImGui::IsItemDeactivated() && c.state.sliding) {
        c.state.sliding = false;
        result.released = true;
    }
    draw_slider(c, result.value.value_or(value), track, response.hovered || response.held || response.focused);
    return result;
}

}  // namespace drypoint::ui
