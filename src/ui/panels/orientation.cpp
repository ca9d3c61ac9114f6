// Which way is up, to the middle and to the front: turns with the limb.
#include <algorithm>

#include "scene/orientation_marker.h"
#include "ui/commands.h"
#include "ui/panel.h"
#include "ui/panels/panels.h"
#include "ui/type.h"
#include "ui/widgets.h"

namespace drypoint::ui {
namespace {

constexpr float arm = 20, word_distance = 31;

void draw_axis(const Context& c, ImDrawList& draw, const ImRect& rect, const scene::MarkerAxis& axis) {
    const std::string word = c.texts("axis." + std::string(axis.word));
    const ImVec2 centre = rect.GetCenter();
    const ImVec2 tip(axis.tip.x, axis.tip.y);
    const ImVec2 end = centre + tip * c.px(arm);
    const ImVec2 size = measure(c, Type::medium12, word);
    const bool at_viewer = axis.towards_eye > 0.95f;
    if (at_viewer) {
        draw.AddCircleFilled(centre, c.px(3), c.theme.t1);
        draw.AddCircle(centre, c.px(6), c.theme.t1, 0, c.px(1.5f));
    } else {
        draw.AddLine(centre, end, c.theme.t1, c.px(1.5f));
        draw.AddCircleFilled(end, c.px(2.5f), c.theme.t1);
    }
    ImVec2 at = at_viewer ? centre + ImVec2(-size.x * 0.5f, c.px(10)) : centre + tip * c.px(word_distance) - size * 0.5f;
    at.x = std::clamp(at.x, rect.Min.x + c.px(3), rect.Max.x - size.x - c.px(3));
    at.y = std::clamp(at.y, rect.Min.y + c.px(2), rect.Max.y - size.y - c.px(3));
    write(c, draw, Type::medium12, at, c.theme.t1, word);
}

}  // namespace

void draw_orientation_marker(Context& c) {
    if (c.layout.low || c.layout.form == Form::tiny) return;
    const ImRect& v = c.layout.viewport;
    const ImRect rect(v.Min.x + c.px(16), v.Max.y - c.px(92), v.Min.x + c.px(92), v.Max.y - c.px(16));
    const Panel panel(c, "marker", rect, Ground::plate);
    announce(c, "viewport/orientation", c.t("viewport.orientation"), rect);
    for (const scene::MarkerAxis& axis : scene::orientation_marker(c.model().camera, shown_side(c.atlas()))) {
        draw_axis(c, panel.draw(), rect, axis);
    }
}

}  // namespace drypoint::ui
