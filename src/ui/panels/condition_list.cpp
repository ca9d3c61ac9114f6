// Conditions with how certain their evidence is, and the points to try.
#include "ui/panels/condition_list.h"

#include <algorithm>
#include <cmath>

#include "ui/draw.h"
#include "ui/statements.h"
#include "ui/type.h"

namespace drypoint::ui {
namespace {

using anatomy::Condition;
using anatomy::TargetGroup;

anatomy::Certainty certainty_of(const Context& c, const Condition& condition) {
    const Condition* record = content(c).record_of(condition);
    return record != nullptr ? record->certainty : anatomy::Certainty::none;
}

void draw_caption(Context& c, ImDrawList& draw, Pen& pen, const std::string& text) {
    const ImRect rect = pen.take(24);
    write_in(c, draw, Type::regular12, rect, c.theme.t3, text);
}

void draw_point_grid(Context& c, ImDrawList& draw, Pen& pen, const std::vector<base::Id>& ids) {
    const float gap = c.px(8);
    const float width = std::floor((pen.width() - gap) * 0.5f);
    int column = 0;
    for (const base::Id& id : ids) {
        const anatomy::TriggerPoint* point = content(c).find_point(id);
        if (point == nullptr) continue;
        const float x = column == 0 ? pen.left : pen.right - width;
        const ImRect rect(x, pen.y, x + width, pen.y + c.px(40));
        if (draw_point_button(c, draw, "point-button/" + point->code, *point, rect)) {
            c.send(session::ChoosePoint{point->id});
        }
        column = 1 - column;
        if (column == 0) pen.skip(48);
    }
    if (column == 1) pen.skip(48);
}

// "Points to try first, 1 of 3", and on to the next group.
void draw_group_heading(Context& c, ImDrawList& draw, Pen& pen, const TargetGroup& group, std::size_t count) {
    const ImRect row = pen.take(40);
    const std::string title = c.t(points_title(group));
    ImRect text = row;
    if (count > 1) {
        const std::string which = c.t("points.group", {std::to_string(c.state.point_group + 1), std::to_string(count)});
        const float width = measure(c, Type::regular12, which).x + c.px(20);
        const ImRect press(row.Max.x - std::max(width, c.px(48)), row.Min.y, row.Max.x, row.Max.y);
        const Spec spec{.name = "points/next-group", .text = which, .tip = c.t("points.next-group")};
        const Response response = interact(c, spec, press);
        const ImU32 ink = response.hovered ? c.theme.t1 : c.theme.t2;
        write_in(c, draw, Type::regular12, {press.Min, {press.Max.x - c.px(14), press.Max.y}}, ink, which, 1);
        chevron(draw, {press.Max.x - c.px(5), press.GetCenter().y}, c.px(8), ink, Toward::right);
        if (response.clicked) c.state.point_group = (c.state.point_group + 1) % static_cast<int>(count);
        text.Max.x = press.Min.x;
    }
    write_in(c, draw, Type::regular12, text, c.theme.t3, title);
    announce(c, "points/title", title, text);
}

void draw_points_of(Context& c, ImDrawList& draw, Pen& pen, const Condition& condition) {
    const Condition* record = content(c).record_of(condition);
    if (record == nullptr || record->targets.empty()) return;
    if (c.state.grouped_for != condition.id) {
        c.state.grouped_for = condition.id;
        c.state.point_group = 0;
    }
    const std::size_t count = record->targets.size();
    c.state.point_group = std::clamp(c.state.point_group, 0, static_cast<int>(count) - 1);
    const TargetGroup& group = record->targets[static_cast<std::size_t>(c.state.point_group)];
    draw_group_heading(c, draw, pen, group, count);
    draw_point_grid(c, draw, pen, group.points);
    draw_statement(c, draw, pen, "points/why", group.why, c.theme.t2);
}

void draw_all_points(Context& c, ImDrawList& draw, Pen& pen) {
    std::vector<base::Id> ids;
    for (const anatomy::TriggerPoint& point : content(c).points) ids.push_back(point.id);
    if (ids.empty()) return;
    draw_caption(c, draw, pen, c.t("points.all"));
    pen.skip(4);
    draw_point_grid(c, draw, pen, ids);
}

}  // namespace

float condition_row_height(const Context& c, const Condition& condition, float width) {
    return two_lines_height(c, condition_name(c, condition), evidence_label(c, condition), width - c.px(52));
}

void draw_condition_row(Context& c, ImDrawList& draw, const Condition& condition, const ImRect& row) {
    const bool on = c.model().plan.condition == condition.id;
    const std::string name = condition_name(c, condition);
    const Condition* record = content(c).record_of(condition);
    const std::string sure = record != nullptr ? certainty_words(c, *record) : "";
    const Response response = interact(c,
                                       {.name = "condition/" + condition.id,
                                        .text = name,
                                        .role = Role::row,
                                        .on = on,
                                        .tip = c.t("condition.certainty", {sure})},
                                       row);
    if (on)
        draw.AddRectFilled(row.Min, row.Max, c.theme.accent_soft);
    else if (response.hovered)
        draw.AddRectFilled(row.Min, row.Max, c.theme.bg2);
    if (on) draw.AddRectFilled(row.Min, {row.Min.x + c.px(3), row.Max.y}, c.theme.accent);
    pie(draw, {row.Min.x + c.px(23), row.Min.y + c.px(22)}, c.px(7), quarters(certainty_of(c, condition)), c.theme.t2);
    const ImRect text(row.Min.x + c.px(40), row.Min.y, row.Max.x - c.px(12), row.Max.y);
    draw_two_lines(c, draw, text, c.theme.t1, name, c.theme.t2, evidence_label(c, condition));
    announce(c, "condition/" + condition.id + "/words", evidence_label(c, condition), text);
    if (response.clicked) c.send(session::ChooseCondition{condition.id});
}

void draw_condition_list(Context& c, ImDrawList& draw, Pen& pen) {
    for (const Condition& condition : content(c).conditions)
        draw_condition_row(c, draw, condition, pen.take_px(condition_row_height(c, condition, pen.width())));
    pen.skip(8);
    Pen inner{c, pen.left + c.px(16), pen.right - c.px(16), pen.y};
    draw.AddRectFilled({inner.left, inner.y}, {inner.right, inner.y + 1}, c.theme.line);
    if (const Condition* condition = chosen_condition(c)) {
        draw_points_of(c, draw, inner, *condition);
    } else {
        inner.skip(8);
        draw_all_points(c, draw, inner);
    }
    pen.y = inner.y;
}

}  // namespace drypoint::ui
