// Two sheets that lead: what the marks mean, and the walkthroughs.
#include <algorithm>
#include <array>

#include "scene/point_paint.h"
#include "ui/draw.h"
#include "ui/icons.h"
#include "ui/panels/panels.h"
#include "ui/panels/sheet.h"
#include "ui/statements.h"
#include "ui/tone.h"
#include "ui/type.h"

namespace drypoint::ui {
namespace {

void draw_heading(Context& c, ImDrawList& draw, Pen& pen, const std::string& key) {
    pen.skip(8);
    pen.paragraph(draw, Type::semibold16, c.theme.t1, c.t(key), 28);
}

// A mark at the left edge, its word and what it says. Draws the mark into the 20 x 20 that it is given.
template <typename DrawMark>
void draw_meaning(Context& c, ImDrawList& draw, Pen& pen, const std::string& name, const std::string& word,
                  const std::string& says, DrawMark mark) {
    const float top = pen.y, column = std::min(c.px(148), pen.width() * 0.4f);
    mark(ImRect(pen.left, top, pen.left + c.px(20), top + c.px(20)));
    Pen left{c, pen.left + c.px(32), pen.left + column, top};
    left.paragraph(draw, Type::medium14, c.theme.t1, word, 20);
    Pen right{c, pen.left + column + c.px(8), pen.right, top};
    right.paragraph(draw, Type::regular14, c.theme.t2, says, 20);
    pen.y = std::max({left.y, right.y, top + c.px(20)});
    announce(c, "legend/" + name, word, {pen.left, top, pen.right, pen.y});
    pen.skip(8);
}

void draw_statuses(Context& c, ImDrawList& draw, Pen& pen) {
    draw_heading(c, draw, pen, "legend.statuses");
    for (int i = 0; i < anatomy::status_count; ++i) {
        const auto status = static_cast<anatomy::Status>(i);
        const std::string id(anatomy::name(status));
        draw_meaning(c, draw, pen, id, c.t("status." + id), c.t("status-says." + id),
                     [&](const ImRect& rect) { draw_status_sign(c, draw, status, rect); });
    }
}

void draw_certainties(Context& c, ImDrawList& draw, Pen& pen) {
    draw_heading(c, draw, pen, "legend.certainties");
    pen.paragraph(draw, Type::regular14, c.theme.t2, c.t("legend.certainties-whose"), 20);
    pen.skip(4);
    for (const std::string& id : anatomy::certainty_names()) {
        const int filled = quarters(*anatomy::certainty_named(id));
        draw_meaning(c, draw, pen, "certainty-" + id, c.t("certainty-name." + id), c.t("certainty-says." + id),
                     [&](const ImRect& rect) { pie(draw, rect.GetCenter(), c.px(8), filled, c.theme.t2); });
    }
}

void draw_limb_marks(Context& c, ImDrawList& draw, Pen& pen) {
    draw_heading(c, draw, pen, "legend.limb");
    draw_meaning(c, draw, pen, "point", c.t("legend.point"), c.t("legend.point-says"),
                 [&](const ImRect& rect) { draw_point_ring(c, draw, rect.GetCenter(), c.px(10), false); });
    const auto paint = [&](const std::string& name, const scene::Tone& tone) {
        draw_meaning(c, draw, pen, name, c.t("legend." + name), c.t("legend." + name + "-says"),
                     [&](const ImRect& rect) { draw_tone(c, draw, rect, tone); });
    };
    paint("band", scene::band_tones(c.palette).front());
    paint("essential", scene::referral_tones(c.palette).front());
    paint("spillover", scene::referral_tones(c.palette).back());
    paint("classic-spot", scene::classic_spot_tones(c.palette).front());
    draw_meaning(c, draw, pen, "caution", c.t("mark.caution"), c.t("legend.caution-says"),
                 [&](const ImRect& rect) { triangle(draw, rect.GetCenter(), c.px(15), c.theme.risk_text, false); });
    draw_meaning(c, draw, pen, "stop", c.t("legend.stop"), c.t("legend.stop-says"),
                 [&](const ImRect& rect) { triangle(draw, rect.GetCenter(), c.px(15), c.theme.risk_text, true); });
}

void draw_step_marks(Context& c, ImDrawList& draw, Pen& pen) {
    if (content(c).session.empty()) return;
    draw_heading(c, draw, pen, "legend.steps");
    using session::StepState;
    for (const StepState state : {StepState::done, StepState::read, StepState::skipped, StepState::left_out}) {
        const std::string id = step_state_id(state);
        draw_meaning(c, draw, pen, "step-" + id, c.t("step-state." + id), c.t("step-says." + id),
                     [&](const ImRect& rect) { draw_step_sign(c, draw, rect.GetCenter(), state, {}); });
    }
}

std::string title_of(const Context& c, const session::Walkthrough& tour) {
    const std::string title = words(c, tour.title, tour.plain_title);
    return title.empty() ? tour.id : title;
}

float height_of(const Context& c, const session::Walkthrough& tour, float width) {
    return paragraph_height(c, Type::medium14, title_of(c, tour), width - c.px(48), 20) + c.px(20) + c.px(16);
}

void draw_walkthrough(Context& c, ImDrawList& draw, Pen& pen, const session::Walkthrough& tour) {
    const std::string title = title_of(c, tour);
    const Spec spec{.name = "walkthrough/" + tour.id,
                    .text = title,
                    .on = c.model().tour && c.model().tour->walkthrough == tour.id,
                    .tip = c.t("tour.start-tip")};
    const ImRect rect = pen.take_px(height_of(c, tour, pen.width()));
    const Response response = interact(c, spec, rect);
    draw.AddRectFilled(rect.Min, rect.Max, ground(c, Look::quiet, spec.on, true, response.hovered, response.held),
                       c.px(6));
    write_icon(c, draw, icon::play, {rect.Min.x + c.px(20), rect.GetCenter().y}, c.theme.t1, Type::regular14);
    Pen text{c, rect.Min.x + c.px(40), rect.Max.x - c.px(8), rect.Min.y + c.px(8)};
    text.paragraph(draw, Type::medium14, c.theme.t1, title, 20);
    text.paragraph(draw, Type::regular12, c.theme.t2, c.t("tour.steps", {std::to_string(tour.steps.size())}), 20);
    pen.skip(8);
    if (!response.clicked) return;
    c.send(session::StartWalkthrough{tour.id});
    c.state.sheet = Sheet::none;
    if (c.layout.floating) c.state.shown = Shown::limb;
}

}  // namespace

void draw_legend_sheet(Context& c) {
    if (c.state.sheet != Sheet::legend) return;
    draw_sheet(c, "legend", c.t("legend.title"), {600, 648}, [&c](ImDrawList& draw, Pen& pen) {
        draw_statuses(c, draw, pen);
        draw_certainties(c, draw, pen);
        draw_limb_marks(c, draw, pen);
        draw_step_marks(c, draw, pen);
    });
}

void draw_walkthrough_sheet(Context& c) {
    if (c.state.sheet != Sheet::walkthroughs) return;
    const auto& tours = c.snapshot.world->walkthroughs;
    const std::string about = c.t(tours.empty() ? "tour.none" : "tour.about");
    constexpr float wide = 480, highest = 600;
    const float width = sheet_body_width(c, wide);
    float height = paragraph_height(c, Type::regular14, about, width, 20) + c.px(10) + c.px(8);
    for (const session::Walkthrough& tour : tours) height += height_of(c, tour, width) + c.px(8);
    const float units = std::min(sheet_units_round(c, height), highest);
    draw_sheet(c, "walkthroughs", c.t("tour.list"), {wide, units}, [&](ImDrawList& draw, Pen& pen) {
        pen.paragraph(draw, Type::regular14, c.theme.t2, about, 20);
        pen.skip(10);
        for (const session::Walkthrough& tour : tours) draw_walkthrough(c, draw, pen, tour);
    });
}

}  // namespace drypoint::ui
