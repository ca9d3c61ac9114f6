// Which body is shown: right or left, lean to heavy.
#include <cmath>

#include "anatomy/body.h"
#include "ui/commands.h"
#include "ui/names.h"
#include "ui/panels/panels.h"
#include "ui/panels/sheet.h"
#include "ui/type.h"
#include "ui/widgets.h"

namespace drypoint::ui {
namespace {

constexpr float body_width = 480;

void draw_note(Context& c, ImDrawList& draw, Pen& pen, const char* key) {
    pen.skip(4);
    pen.paragraph(draw, Type::regular14, c.theme.t2, c.t(key), 20);
    pen.skip(12);
}

void draw_sides(Context& c, ImDrawList& draw, Pen& pen) {
    using anatomy::Side;
    pen.paragraph(draw, Type::semibold16, c.theme.t1, c.t("body.side"), 28);
    const Side shown = anatomy::shown_side(c.atlas());
    const ImRect row = pen.take(40);
    const float half = row.GetWidth() * 0.5f;
    float x = row.Min.x;
    for (const Side side : {Side::right, Side::left}) {
        const std::string id(anatomy::name(side));
        const Spec spec{.name = "body/" + id,
                        .text = c.t("side-word." + id),
                        .enabled = shown != Side::none,
                        .on = shown == side,
                        .tip = shown != Side::none ? std::string() : c.t("body.side-unknown")};
        if (segment(c, spec, {x, row.Min.y, x + half, row.Max.y}) && shown != side) c.send(session::SetSide{side});
        x += half;
    }
    draw_note(c, draw, pen, "body.side-note");
}

// The limb is shaped anew when the knob is let go of: that takes longer than a frame.
void draw_build_slider(Context& c, Pen& pen) {
    const auto build = static_cast<float>(c.model().plan.body.build);
    const Spec spec{.name = "body/build", .text = c.t("body.build"), .tip = c.t("body.build-tip"), .explain = true};
    const SliderRange range{-1.0f, 1.0f, 0.05f, 0.25f, 0.05f, 0.0f};
    const SliderResponse slid = slider(c, spec, c.state.held_build.value_or(build), pen.take(40), range);
    if (slid.value) c.state.held_build = slid.value;
    if (!slid.released || !c.state.held_build) return;
    c.send(session::SetBuild{std::round(static_cast<double>(*c.state.held_build) * 100.0) / 100.0});
    c.send(session::EndGesture{});
    c.state.held_build.reset();
}

void draw_builds(Context& c, ImDrawList& draw, Pen& pen) {
    pen.paragraph(draw, Type::semibold16, c.theme.t1, c.t("body.build"), 28);
    if (!c.atlas().has_builds) return draw_note(c, draw, pen, "body.one-build");
    const double build = c.state.held_build.value_or(static_cast<float>(c.model().plan.body.build));
    const ImRect row = pen.take(24);
    write_in(c, draw, Type::medium14, row, c.theme.t1, build_in_words(c, build));
    announce(c, "body/build-name", build_in_words(c, build), row);
    draw_build_slider(c, pen);
    draw_note(c, draw, pen, "body.build-note");
}

float height_of_body(Context& c) {
    const float width = sheet_body_width(c, body_width);
    const bool builds = c.atlas().has_builds;
    float height = c.px(4 + 2 * 28 + 40 + 2 * (4 + 12)) + (builds ? c.px(24 + 40) : 0.0f);
    for (const char* key : {"body.side-note", builds ? "body.build-note" : "body.one-build"})
        height += paragraph_height(c, Type::regular14, c.t(key), width, 20);
    return height;
}

}  // namespace

void draw_body_sheet(Context& c) {
    if (c.state.sheet != Sheet::body) return;
    draw_sheet(c, "body", c.t("body.title"), {body_width, sheet_units_round(c, height_of_body(c))},
               [&c](ImDrawList& draw, Pen& pen) {
                   pen.skip(4);
                   draw_sides(c, draw, pen);
                   draw_builds(c, draw, pen);
               });
}

}  // namespace drypoint::ui
