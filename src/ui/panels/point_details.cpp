// The chosen trigger point, its taught path and the evidence of the chosen condition.
#include "ui/panels/point_details.h"

#include <algorithm>
#include <cmath>

#include "ui/draw.h"
#include "ui/icons.h"
#include "ui/rooms.h"
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
    draw_point_ring(c, draw, {pen.left + radius, top + c.px(20)}, radius, point.mark);
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
    pen.skip(10);
    draw_words_switch(c, draw, pen.take(40));
}

// What the model did to the words: how far the dot was moved, or why there is none.
void draw_place(Context& c, ImDrawList& draw, Pen& pen, const session::PlacedPoint& place) {
    std::string line;
    if (!place.place.at_mm) {
        line = c.t("point.not-placed");
        if (!place.place.issues.empty()) line += ' ' + place.place.issues.front().message;
    } else if (place.place.moved_mm >= 0.5) {
        line = c.texts("point.moved", {millimetres(place.place.moved_mm)});
    }
    if (line.empty()) return;
    const float top = pen.y;
    pen.paragraph(draw, Type::regular12, c.theme.t3, line, 16);
    announce(c, "point/place", line, {pen.left, top, pen.right, pen.y});
    pen.skip(8);
}

void draw_place_rows(Context& c, ImDrawList& draw, Pen& pen, const TriggerPoint& point,
                     const session::PlacedPoint* place) {
    draw_statement_row(c, draw, pen, "point/where", c.t("point.where"), point.where);
    draw_statement_row(c, draw, pen, "point/exact-spot", c.t("point.exact-spot"), point.exact_spot);
    if (place != nullptr) draw_place(c, draw, pen, *place);
    draw_statement_row(c, draw, pen, "point/feel", c.t("point.feel"), point.feel);
    draw_statement_row(c, draw, pen, "point/refers-to", c.t("point.refers-to"), point.refers_to());
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
    const std::string line = c.texts("path.in-model", {millimetres(way.depth_mm)});
    const float top = pen.y;
    pen.paragraph(draw, Type::regular12, c.theme.t3, line, 16);
    announce(c, "path/in-model", line, {pen.left, top, pen.right, pen.y});
    pen.skip(8);
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
    draw_statement_row(c, draw, pen, "path/depth", c.t("path.depth"), path->depth);
    if (place != nullptr && place->way) draw_depth(c, draw, pen, *place->way);
    Spec spec = room_spec(c, session::Room::session);
    spec.name = "point/session";
    spec.text = c.t("point.session");
    spec.on = false;
    if (text_button(c, spec, icon::play, pen.take(40))) open_room(c, session::Room::session);
}

void draw_study(Context& c, ImDrawList& draw, Pen& pen, const anatomy::Study& study, std::size_t number) {
    anatomy::Statement line = study.finding;
    line.professional = study.label;
    const std::string name = "evidence/study-" + std::to_string(number);
    const float top = pen.y;
    draw_statement(c, draw, pen, name, line, c.theme.t1);
    const ImRect text(pen.left, top, pen.right - c.px(28), pen.y);
    explain(c, {name + "/finding", words(c, study.finding), study.design, words(c, study.finding)}, text);
    pen.skip(6);
}

void draw_certainty(Context& c, ImDrawList& draw, Pen& pen, const Condition& record) {
    const bool own = !record.certainty_words.empty() && !plain_words(c);
    const std::string sure = c.texts(
        "condition.certainty", {own ? record.certainty_words
                                    : c.t("certainty." + std::string(anatomy::name(record.certainty)))});
    pie(draw, {pen.left + c.px(7), pen.y + c.px(10)}, c.px(7), quarters(record.certainty), c.theme.t2);
    Pen text{c, pen.left + c.px(22), pen.right, pen.y};
    text.paragraph(draw, Type::regular14, c.theme.t2, sure, 20);
    announce(c, "evidence/certainty", sure, {pen.left, pen.y, pen.right, text.y});
    pen.y = text.y;
    pen.skip(6);
}

}  // namespace

void draw_evidence(Context& c, ImDrawList& draw, Pen& pen, const Condition& condition) {
    const Condition* record = content(c).record_of(condition);
    if (record == nullptr) return;
    Card card(c, draw, pen);
    Pen& in = card.pen;
    in.paragraph(draw, Type::semibold16, c.theme.t1, c.texts("evidence.title", {condition_name(c, condition)}), 22);
    in.skip(4);
    draw_certainty(c, draw, in, *record);
    if (condition.note) {
        draw_statement(c, draw, in, "evidence/note", *condition.note, c.theme.t2);
        in.skip(6);
    }
    draw_statement(c, draw, in, "evidence/summary", record->evidence, c.theme.t1);
    in.skip(8);
    std::size_t number = 0;
    if (!record->studies.empty()) in.paragraph(draw, Type::medium12, c.theme.t3, c.t("evidence.studies"), 20);
    for (const anatomy::Study& study : record->studies) draw_study(c, draw, in, study, ++number);
    number = 0;
    if (!record->precautions.empty()) in.paragraph(draw, Type::medium12, c.theme.t3, c.t("evidence.precautions"), 20);
    for (const anatomy::Statement& precaution : record->precautions) {
        triangle(draw, {in.left + c.px(8), in.y + c.px(10)}, c.px(13), c.theme.risk_text, false);
        Pen text{c, in.left + c.px(24), in.right, in.y};
        draw_statement(c, draw, text, "evidence/precaution-" + std::to_string(++number), precaution, c.theme.t1);
        in.y = text.y;
        in.skip(6);
    }
}

void draw_point_details(Context& c, ImDrawList& draw, Pen& pen, const TriggerPoint& point) {
    const session::PlacedPoint* place = chosen_place(c);
    draw_head(c, draw, pen, point);
    pen.hairline(draw);
    draw_place_rows(c, draw, pen, point, place);
    pen.skip(-8);
    pen.hairline(draw);
    draw_path(c, draw, pen, point, place);
    const Condition* condition = chosen_condition(c);
    if (condition == nullptr) return;
    pen.skip(16);
    draw_evidence(c, draw, pen, *condition);
}

void draw_condition_details(Context& c, ImDrawList& draw, Pen& pen, const Condition& condition) {
    pen.paragraph(draw, Type::semibold20, c.theme.t1, condition_name(c, condition), 26);
    pen.skip(10);
    draw_words_switch(c, draw, pen.take(40));
    pen.skip(12);
    draw_evidence(c, draw, pen, condition);
}

void draw_points_of_muscle(Context& c, ImDrawList& draw, Pen& pen, const base::Id& muscle) {
    std::vector<const TriggerPoint*> points;
    for (const TriggerPoint& point : content(c).points) {
        if (point.muscle == muscle) points.push_back(&point);
    }
    if (points.empty()) return;
    pen.paragraph(draw, Type::medium14, c.theme.t2, c.t("points.in-muscle"), 24);
    const float gap = c.px(8), width = std::floor((pen.width() - gap) * 0.5f);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const float x = i % 2 == 0 ? pen.left : pen.right - width;
        const ImRect rect(x, pen.y, x + width, pen.y + c.px(40));
        if (draw_point_button(c, draw, "details/point/" + points[i]->code, *points[i], rect))
            c.send(session::ChoosePoint{points[i]->id});
        if (i % 2 == 1 || i + 1 == points.size()) pen.skip(48);
    }
    pen.skip(-8);
    pen.hairline(draw);
}

}  // namespace drypoint::ui
