// Which way is up, to the middle and to the front: turns with the limb.
#include <algorithm>
#include <array>

#include "geometry/camera.h"
#include "ui/commands.h"
#include "ui/panel.h"
#include "ui/panels/panels.h"
#include "ui/type.h"
#include "ui/widgets.h"

namespace drypoint::ui {
namespace {

struct Axis {
    ImVec2 at;       // end on the picture, right and down, length up to 1
    float towards;   // -1..1: 1 straight at the viewer
    const char* key;
};

// Of each axis the end that points towards the viewer or, across the picture, up or right.
std::array<Axis, 3> axes_of(const geometry::Camera& camera, anatomy::Side side) {
    const geometry::CameraAxes picture = geometry::axes(camera);
    const bool left_leg = side == anatomy::Side::left;
    const std::array<std::array<const char*, 2>, 3> keys{{{left_leg ? "lateral" : "medial", left_leg ? "medial" : "lateral"},
                                                          {"proximal", "distal"},
                                                          {"anterior", "posterior"}}};
    std::array<Axis, 3> axes{};
    for (int i = 0; i < 3; ++i) {
        glm::vec3 direction(0.0f);
        direction[i] = 1.0f;
        float towards = glm::dot(direction, picture.backward);
        glm::vec2 flat(glm::dot(direction, picture.right), -glm::dot(direction, picture.up));
        const bool flip = towards < -0.3f;
        if (flip) {
            flat = -flat;
            towards = -towards;
        }
        axes[static_cast<std::size_t>(i)] = {{flat.x, flat.y}, towards, keys[static_cast<std::size_t>(i)][flip ? 1 : 0]};
    }
    return axes;
}

void draw_axis(const Context& c, ImDrawList& draw, const ImRect& rect, ImVec2 centre, const Axis& axis) {
    const std::string word = c.t(std::string("axis.") + axis.key);
    const ImVec2 end = centre + axis.at * c.px(20);
    const ImVec2 size = measure(c, Type::medium12, word);
    const bool at_viewer = axis.towards > 0.95f;
    if (at_viewer) {
        draw.AddCircleFilled(centre, c.px(3), c.theme.t1);
        draw.AddCircle(centre, c.px(6), c.theme.t1, 0, c.px(1.5f));
    } else {
        draw.AddLine(centre, end, c.theme.t1, c.px(1.5f));
        draw.AddCircleFilled(end, c.px(2.5f), c.theme.t1);
    }
    ImVec2 at = at_viewer ? centre + ImVec2(-size.x * 0.5f, c.px(10)) : centre + axis.at * c.px(31) - size * 0.5f;
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
    const ImVec2 centre = rect.GetCenter();
    for (const Axis& axis : axes_of(c.model().camera, shown_side(c.atlas()))) draw_axis(c, panel.draw(), rect, centre, axis);
}

}  // namespace drypoint::ui
