// The chosen trigger point and its taught path, under the chosen condition.
#include "ui/panels/point_details.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/claims.h"
#include "ui/draw.h"
#include "ui/icons.h"
#include "ui/type.h"

namespace drypoint::ui {
namespace {

using anatomy::Condition;
using anatomy::TriggerPoint;

std::string millimetres(double mm) {
    return std::to_string(std::lround(mm));
}

void draw_head(Context& c, ImDrawList& draw, Pen& pen, const TriggerPoint& point) {
    const float radius = c.px(18), top = pen.y;
    draw_point_ring(c, draw, {pen.left + radius, top + c.px(20)}, radius, point.show_only.has_value());
    const float x = pen.left + c.px(48), wide = pen.right - c.px(88) - x;
    write(c, draw, Type::semibold20, {x, top - c.px(4)}, c.theme.t1, point.code);
    const float muscle =
        paragraph(c, draw, Type::regular14, {x, top + c.px(22)}, c.theme.t2, muscle_name(c, point), wide, 20);
    announce(c, "point/name", point.code, {x, top, x + wide, top + c.px(22) + muscle});
    const ImRect close(pen.right - c.px(40), top, pen.right, top + c.px(40));
    if (icon_button(c, {.name = "point/close", .text = c.t("point.close")}, icon::close, close))
        c.send(session::ChoosePoint{});
    const ImRect centre(pen.right - c.px(84), top, pen.right - c.px(44), top + c.px(40));
    const Spec spec{.name = "point/centre", .text = c.t("point.centre"), .tip = c.t("action.centre-tip")};
    if (icon_button(c, spec, icon::crosshairs, centre, Look::quiet)) c.send(session::CentreOn{point.id});
    pen.y = top + c.px(22) + std::max(muscle, c.px(20));
    pen.skip(4);
}

// What the model did to the words: how far the dot was moved, or why there is none.
void draw_place(Context& c, ImDrawList& draw, Pen& pen, const session::PlacedPoint& place) {
    std::string line;
    if (!place.place.at_mm) {
        line = c.t("point.not-placed");
        if (!place.place.issues.empty()) line += ' ' + place.place.issues.front().message;
    } else if (place.place.moved_mm >= 0.5) {
        line = c.t("point.moved", {millimetres(place.place.moved_mm)});
    }
    if (line.empty()) return;
    const float top = pen.y;
    pen.paragraph(draw, Type::regular12, c.theme.t2, line, 16);
    announce(c, "point/place", line, {pen.left, top, pen.right, pen.y});
    pen.skip(8);
}

void draw_place_rows(Context& c, ImDrawList& draw, Pen& pen, const TriggerPoint& point,
                     const session::PlacedPoint* place) {
    draw_statement_row(c, draw, pen, "point/where", c.t("point.where"), point.where);
    draw_statement_row(c, draw, pen, "point/exact-spot", c.t("point.exact-spot"), point.exact_spot);
    if (place != nullptr) draw_place(c, draw, pen, *place);
    draw_band(c, draw, pen, point, place);
    draw_statement_row(c, draw, pen, "point/feel", c.t("point.feel"), point.feel);
    draw_statement_row(c, draw, pen, "point/refers-to", c.t("point.refers-to"), point.refers_to());
    draw_referral(c, draw, pen, point);
    if (point.note) draw_statement_row(c, draw, pen, "point/note", c.t("point.note"), *point.note);
}

void draw_show_only(Context& c, ImDrawList& draw, Pen& pen, const anatomy::Statement& why) {
    Card card(c, draw, pen);
    triangle(draw, {card.pen.left + c.px(9), card.pen.y + c.px(11)}, c.px(16), c.theme.risk_text, false);
    Pen text{c, card.pen.left + c.px(28), card.pen.right, card.pen.y};
    text.paragraph(draw, Type::semibold14, c.theme.t1, c.t("point.show-only"), 22);
    draw_statement(c, draw, text, "point/show-only", why, c.theme.t2);
    card.pen.y = text.y;
}

void draw_depth(Context& c, ImDrawList& draw, Pen& pen, const anatomy::PathGeometry& way) {
    const std::string line = c.t("path.in-model", {millimetres(way.depth_mm)});
    const float top = pen.y;
    pen.paragraph(draw, Type::regular12, c.theme.t2, line, 16);
    announce(c, "path/in-model", line, {pen.left, top, pen.right, pen.y});
    pen.skip(8);
}

// A triangle and one sentence.
void draw_caution(Context& c, ImDrawList& draw, Pen& pen, const std::string& name, const std::string& line) {
    triangle(draw, {pen.left + c.px(8), pen.y + c.px(9)}, c.px(14), c.theme.risk_text, false);
    Pen text{c, pen.left + c.px(24), pen.right, pen.y};
    text.paragraph(draw, Type::regular14, c.theme.t1, line, 20);
    announce(c, name, line, {pen.left, pen.y, pen.right, text.y});
    pen.y = text.y;
    pen.skip(8);
}

// The needles that are taught for it end short of the target in this model.
void draw_reach(Context& c, ImDrawList& draw, Pen& pen, const anatomy::NeedlePath& path,
                const anatomy::PathGeometry& way) {
    double longest = 0.0;
    for (const base::Id& id : path.needles) {
        if (const anatomy::Needle* needle = content(c).find_needle(id)) longest = std::max(longest, needle->length_mm);
    }
    if (longest == 0.0 || longest >= way.depth_mm) return;
    const std::string line = c.t("path.too-short", {millimetres(longest), millimetres(way.depth_mm)});
    draw_caution(c, draw, pen, "path/too-short", line);
}

void draw_path(Context& c, ImDrawList& draw, Pen& pen, const TriggerPoint& point, const session::PlacedPoint* place) {
    if (point.show_only) return draw_show_only(c, draw, pen, *point.show_only);
    const anatomy::NeedlePath* path = content(c).path_of(point.id);
    pen.paragraph(draw, Type::semibold16, c.theme.t1, c.t("path.title"), 24);
    pen.skip(4);
    if (path == nullptr) return pen.paragraph(draw, Type::regular14, c.theme.t2, c.t("path.none"), 20);
    draw_statement_row(c, draw, pen, "path/position", c.t("path.position"), path->position);
    draw_statement_row(c, draw, pen, "path/angle", c.t("path.angle"), path->angle);
    draw_statement_row(c, draw, pen, "path/stop", c.t("path.stop"), path->stop);
    draw_statement_row(c, draw, pen, "path/needle", c.t("path.needle"), path->needle);
    if (path->beyond_needles)
        draw_statement_row(c, draw, pen, "path/beyond-needles", c.t("path.beyond-needles"), path->beyond_needles->why);
    draw_statement_row(c, draw, pen, "path/depth", c.t("path.depth"), path->depth);
    if (place == nullptr || !place->way) return;
    draw_depth(c, draw, pen, *place->way);
    draw_reach(c, draw, pen, *path, *place->way);
}

// In two columns.
void draw_point_buttons(Context& c, ImDrawList& draw, Pen& pen, const std::vector<const TriggerPoint*>& points) {
    const float gap = c.px(8), width = std::floor((pen.width() - gap) * 0.5f);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const float x = i % 2 == 0 ? pen.left : pen.right - width;
        const ImRect rect(x, pen.y, x + width, pen.y + c.px(40));
        if (draw_point_button(c, draw, "details/point/" + points[i]->code, *points[i], rect))
            c.send(session::ChoosePoint{points[i]->id});
        if (i % 2 == 1 || i + 1 == points.size()) pen.skip(48);
    }
}

// A point may be chosen that nobody teaches for the condition whose name stands above it.
void draw_not_of_condition(Context& c, ImDrawList& draw, Pen& pen, const TriggerPoint& point,
                           const Condition& condition) {
    const Condition* record = content(c).record_of(condition);
    if (record == nullptr || record->takes_in(point.id)) return;
    pen.skip(8);
    const std::string line = c.t("point.not-of-condition", {point.code, condition_name(c, condition)});
    draw_caution(c, draw, pen, "point/not-of-condition", line);
}

}  // namespace

void draw_point_details(Context& c, ImDrawList& draw, Pen& pen, const TriggerPoint& point) {
    const session::PlacedPoint* place = chosen_place(c);
    const Condition* condition = chosen_condition(c);
    draw_words_switch_here(c, draw, pen);
    if (condition != nullptr) {
        draw_condition_above(c, draw, pen, *condition);
        draw_not_of_condition(c, draw, pen, point, *condition);
        pen.hairline(draw);
    }
    draw_head(c, draw, pen, point);
    pen.hairline(draw);
    draw_place_rows(c, draw, pen, point, place);
    pen.skip(-8);
    pen.hairline(draw);
    if (condition != nullptr) draw_precautions(c, draw, pen, *condition);
    draw_path(c, draw, pen, point, place);
    draw_claims(c, draw, pen, &anatomy::Claim::points, point.id);
    if (condition == nullptr) return;
    pen.skip(16);
    draw_studies(c, draw, pen, *condition);
}

void draw_points_of_muscle(Context& c, ImDrawList& draw, Pen& pen, const base::Id& muscle) {
    std::vector<const TriggerPoint*> points;
    for (const TriggerPoint& point : content(c).points) {
        if (point.muscle == muscle) points.push_back(&point);
    }
    if (points.empty()) return;
    pen.paragraph(draw, Type::medium14, c.theme.t2, c.t("points.in-muscle"), 24);
    draw_point_buttons(c, draw, pen, points);
    pen.skip(-8);
    pen.hairline(draw);
}

}  // namespace drypoint::ui
