#include <algorithm>
#include <cmath>

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
    Spec slider_spec = spec;
    slider_spec.role = Role::slider;
    const Response response = interact(c, slider_spec, rect);
    Track track{rect, range};
    track.rect.Expand({-c.px(8), 0});
    SliderResponse result;
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
