#include <algorithm>
#include <cmath>

#include "ui/widgets.h"

namespace drypoint::ui {
namespace {

constexpr float step = 0.05f, fine_step = 0.01f;

void draw_slider(const Context& c, float value, const ImRect& track, bool lit) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float y = std::round(track.GetCenter().y);
    const float half = c.px(2);
    const float x = track.Min.x + value * track.GetWidth();
    draw.AddRectFilled({track.Min.x, y - half}, {track.Max.x, y + half}, c.theme.bg4, half);
    draw.AddRectFilled({track.Min.x, y - half}, {x, y + half}, c.theme.t2, half);
    draw.AddCircleFilled({x, y}, c.px(8), lit ? c.theme.t1 : c.theme.t2);
    draw.AddCircleFilled({x, y}, c.px(6), c.theme.bg1);
    draw.AddCircleFilled({x, y}, c.px(4), lit ? c.theme.t1 : c.theme.t2);
}

}  // namespace

SliderResponse slider(Context& c, const Spec& spec, float value, const ImRect& rect) {
    Spec slider_spec = spec;
    slider_spec.role = Role::slider;
    const Response response = interact(c, slider_spec, rect);
    ImRect track = rect;
    track.Expand({-c.px(8), 0});
    SliderResponse result;
    if (response.held && track.GetWidth() > 0) {
        const float at = std::clamp((ImGui::GetIO().MousePos.x - track.Min.x) / track.GetWidth(), 0.0f, 1.0f);
        const float whole_percent = std::round(at * 100.0f) / 100.0f;
        if (whole_percent != value) result.value = whole_percent;
        c.state.sliding = true;
    }
    if (response.focused && c.state.nudge != 0 && spec.enabled) {
        const float by = (c.state.nudge_fine ? fine_step : step) * static_cast<float>(c.state.nudge);
        result.value = std::clamp(std::round((value + by) * 100.0f) / 100.0f, 0.0f, 1.0f);
        result.released = true;
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
