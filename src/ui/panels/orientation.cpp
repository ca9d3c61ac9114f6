// Which way is up, to the middle and to the front: turns with the limb.
#include <cmath>
#include <vector>

#include "scene/orientation_marker.h"
#include "ui/commands.h"
#include "ui/panel.h"
#include "ui/panels/panels.h"
#include "ui/statements.h"
#include "ui/type.h"
#include "ui/widgets.h"

namespace drypoint::ui {
namespace {

constexpr float longest_arm = 18, shortest_arm = 8, word_gap = 4, plate_padding = 6;

// An axis as it is drawn round a centre at 0: its tip, and the box of its word.
struct Arrow {
    ImVec2 tip;
    ImRect word_box;
    std::string word;
    bool at_viewer;
};

Arrow arrow_of(const Context& c, const scene::MarkerAxis& axis, float arm) {
    Arrow arrow{ImVec2(axis.tip.x, axis.tip.y) * c.px(arm), {}, c.t("axis." + std::string(axis.direction)), false};
    arrow.at_viewer = ImLengthSqr(ImVec2(axis.tip.x, axis.tip.y)) < 0.1f;
    const ImVec2 half = measure(c, Type::medium12, arrow.word) * 0.5f;
    ImVec2 middle(0, c.px(9) + half.y);
    if (!arrow.at_viewer) {  // beyond the tip, by as much as the word reaches in that direction
        const ImVec2 way = arrow.tip / std::sqrt(ImLengthSqr(arrow.tip));
        middle = arrow.tip + way * (c.px(word_gap) + std::abs(way.x) * half.x + std::abs(way.y) * half.y);
    }
    arrow.word_box = {middle - half, middle + half};
    return arrow;
}

struct Arrows {
    std::vector<Arrow> arrows;
    ImRect box{0, 0, 0, 0};  // of all words
};

Arrows arrows_of(const Context& c, float arm) {
    Arrows all;
    for (const scene::MarkerAxis& axis : scene::orientation_marker(c.model().camera, shown_side(c.atlas()))) {
        all.arrows.push_back(arrow_of(c, axis, arm));
        all.box.Add(all.arrows.back().word_box);
    }
    return all;
}

void draw_arrow(const Context& c, ImDrawList& draw, ImVec2 centre, const Arrow& arrow) {
    if (arrow.at_viewer) {
        draw.AddCircleFilled(centre, c.px(2.5f), c.theme.t1);
        draw.AddCircle(centre, c.px(6), c.theme.t1, 0, c.px(1.5f));
    } else {
        draw.AddLine(centre, centre + arrow.tip, c.theme.t1, c.px(1.5f));
        draw.AddCircleFilled(centre + arrow.tip, c.px(2.5f), c.theme.t1);
    }
    write(c, draw, Type::medium12, centre + arrow.word_box.Min, c.theme.t1, arrow.word);
}

}  // namespace

float orientation_marker_width(const Context& c) {
    return c.px(plain_words(c) ? 98 : 76);  // whole words need more room than their short forms
}

void draw_orientation_marker(Context& c) {
    if (c.layout.low || c.layout.form == Form::tiny) return;
    const ImRect& v = c.layout.viewport;
    const float left = v.Min.x + c.px(16), widest = orientation_marker_width(c) - c.px(plate_padding);
    const ImRect rect(left, v.Max.y - c.px(92), left + orientation_marker_width(c), v.Max.y - c.px(16));
    const Panel panel(c, "marker", rect, Ground::plate);
    announce(c, "viewport/orientation", c.t("viewport.orientation"), rect);
    // Two words side by side need shorter arms, so that nothing touches the edge.
    float arm = longest_arm;
    Arrows shown = arrows_of(c, arm);
    while (shown.box.GetWidth() > widest && arm > shortest_arm) shown = arrows_of(c, arm -= 1);
    const ImVec2 centre = rect.GetCenter() - shown.box.GetCenter();
    for (const Arrow& arrow : shown.arrows) draw_arrow(c, panel.draw(), centre, arrow);
}

}  // namespace drypoint::ui
