#include "ui/statements.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/draw.h"
#include "ui/icons.h"
#include "ui/tooltip.h"
#include "ui/type.h"

namespace drypoint::ui {
namespace {

using anatomy::Statement;
using anatomy::Status;

enum class Border { filled, solid, dashed, dotted };

struct StatusLook {
    const char* icon;
    Border border;
};

StatusLook look_of(Status status) {
    switch (status) {
        case Status::page:
            return {icon::page, Border::filled};
        case Status::abstract:
            return {icon::abstract, Border::filled};
        case Status::code:
            return {icon::code, Border::filled};
        case Status::derived:
            return {icon::calculator, Border::filled};
        case Status::convention:
            return {icon::scales, Border::solid};
        case Status::unverified:
            return {icon::question, Border::dashed};
        case Status::claim:
            return {icon::bullhorn, Border::dashed};
        case Status::not_found:
            return {icon::ban, Border::dotted};
    }
    return {icon::question, Border::dashed};
}

std::string citations(const Context& c, const Statement& statement) {
    std::string lines = c.t("status-says." + std::string(anatomy::name(statement.status)));
    for (const base::Id& id : statement.sources) {
        const anatomy::Source* source = content(c).find_source(id);
        lines += '\n' + (source != nullptr ? source->citation : id);
    }
    return lines;
}

}  // namespace

bool plain_words(const Context& c) {
    return c.model().words == session::Words::plain;
}

std::string words(const Context& c, const std::string& professional, const std::string& plain) {
    if (plain_words(c)) return plain.empty() ? professional : plain;
    return professional.empty() ? plain : professional;
}

std::string words(const Context& c, const Statement& statement) {
    return words(c, statement.professional, statement.plain);
}

void draw_words_switch(Context& c, ImDrawList& draw, const ImRect& rect) {
    draw.AddRectFilled(rect.Min, rect.Max, c.theme.bg0, c.px(6));
    const float half = std::floor(rect.GetWidth() * 0.5f);
    float x = rect.Min.x;
    for (const session::Words one : {session::Words::professional, session::Words::plain}) {
        const std::string id(session::name(one));
        const bool last = one == session::Words::plain;
        const ImRect part(x, rect.Min.y, last ? rect.Max.x : x + half, rect.Max.y);
        const Spec spec{.name = "words/" + id, .text = c.t("words." + id), .on = c.model().words == one};
        if (segment(c, spec, part, Look::plain)) c.send(session::SetWords{one});
        x += half;
    }
}

bool words_switch_in_bar(const Context& c) {
    return c.layout.form <= Form::regular;
}

void draw_words_switch_here(Context& c, ImDrawList& draw, Pen& pen) {
    if (words_switch_in_bar(c) || c.layout.form == Form::tiny) return;  // there the menu has it
    draw_words_switch(c, draw, pen.take(40));
    pen.skip(12);
}

void explain(Context& c, const Explained& what, const ImRect& rect) {
    announce(c, what.name, what.text, rect);
    Response response;
    response.hovered = ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(rect.Min, rect.Max);
    arm_tooltip(c, {.name = what.name, .text = what.title, .role = Role::text, .tip = what.line}, rect, response);
}

void draw_status_sign(const Context& c, ImDrawList& draw, Status status, const ImRect& rect) {
    const StatusLook look = look_of(status);
    const float line = std::max(1.0f, std::floor(c.layout.scale));
    switch (look.border) {
        case Border::filled:
            draw.AddRectFilled(rect.Min, rect.Max, c.theme.bg4, c.px(4));
            break;
        case Border::solid:
            draw.AddRect(rect.Min, rect.Max, c.theme.t3, c.px(4), 0, line);
            break;
        case Border::dashed:
            dashed_rect(draw, rect, c.theme.t3, line, c.px(3), c.px(2));
            break;
        case Border::dotted:
            dashed_rect(draw, rect, c.theme.t3, line, c.px(1), c.px(2));
            break;
    }
    write_icon(c, draw, look.icon, rect.GetCenter(), c.theme.t1, Type::regular12);
}

void draw_status_mark(Context& c, ImDrawList& draw, const std::string& name, const Statement& statement, ImVec2 at) {
    const ImRect rect(at, at + ImVec2(c.px(20), c.px(20)));
    draw_status_sign(c, draw, statement.status, rect);
    const std::string word = c.t("status." + std::string(anatomy::name(statement.status)));
    explain(c, {name + "/status", word, word, citations(c, statement)}, rect);
}

void draw_statement(Context& c, ImDrawList& draw, Pen& pen, const std::string& name, const Statement& statement,
                    ImU32 ink) {
    const std::string text = words(c, statement);
    if (text.empty()) return;
    const float top = pen.y;
    const float height = paragraph(c, draw, Type::regular14, {pen.left, top}, ink, text, pen.width() - c.px(28), 20);
    announce(c, name, text, {pen.left, top, pen.right - c.px(28), top + height});
    draw_status_mark(c, draw, name, statement, {pen.right - c.px(20), top});
    pen.y = top + std::max(height, c.px(20));
}

void draw_statement_row(Context& c, ImDrawList& draw, Pen& pen, const std::string& name, const std::string& key,
                        const Statement& statement) {
    if (words(c, statement).empty()) return;
    const float column = c.px(88);  // the same for all rows; a longer key wraps
    const float key_height =
        paragraph(c, draw, Type::regular14, {pen.left, pen.y}, c.theme.t3, key, column - c.px(8), 20);
    Pen inner{c, pen.left + column, pen.right, pen.y};
    draw_statement(c, draw, inner, name, statement, c.theme.t1);
    pen.y = std::max(inner.y, pen.y + key_height);
    pen.skip(8);
}

void draw_point_ring(const Context& c, ImDrawList& draw, ImVec2 centre, float radius, bool show_only) {
    draw.AddCircleFilled(centre, radius, c.theme.bg0);
    const float width = std::max(2.0f, radius * 0.16f);
    if (show_only)
        dashed_circle(draw, centre, radius - width * 0.5f, packed(c.palette.point), width);
    else
        draw.AddCircle(centre, radius - width * 0.5f, packed(c.palette.point), 0, width);
    draw.AddCircleFilled(centre, radius * 0.3f, packed(c.palette.point));
}

std::string step_state_id(session::StepState state) {
    static constexpr std::array<const char*, 6> ids{"ahead", "current", "done", "read", "skipped", "left-out"};
    return ids[static_cast<std::size_t>(state)];
}

void draw_step_sign(const Context& c, ImDrawList& draw, ImVec2 centre, session::StepState state,
                    const std::string& number, bool optional) {
    using session::StepState;
    const bool current = state == StepState::current;
    const float radius = c.px(current ? 13 : 10), line = std::max(1.0f, c.px(1.5f));
    const ImRect inside(centre - ImVec2(radius, radius), centre + ImVec2(radius, radius));
    if (current || state == StepState::done) {
        draw.AddCircleFilled(centre, radius, current ? c.theme.accent : c.theme.bg4);
    } else if (optional || state == StepState::left_out) {
        dashed_circle(draw, centre, radius - c.px(1), c.theme.t3, line);
    } else {
        draw.AddCircle(centre, radius - c.px(1), c.theme.t3, 0, line);
    }
    if (state == StepState::done) return tick(draw, centre, c.px(9), c.theme.t1);
    if (current) return static_cast<void>(write_in(c, draw, Type::semibold14, inside, c.theme.on_accent, number, 0.5f));
    if (state == StepState::ahead) {
        write_in(c, draw, Type::regular12, inside, c.theme.t2, number, 0.5f);
        return;
    }
    if (state == StepState::read) return draw.AddCircleFilled(centre, c.px(3.5f), c.theme.t2);
    const float reach = c.px(4);  // passed without it: a bar, never a tick
    draw.AddLine(centre - ImVec2(reach, 0), centre + ImVec2(reach, 0), c.theme.t2, std::max(2.0f, c.px(2)));
}

int quarters(anatomy::Certainty certainty) {
    return static_cast<int>(certainty);
}

std::string muscle_name(const Context& c, const anatomy::TriggerPoint& point) {
    if (const anatomy::Muscle* muscle = content(c).find_muscle(point.muscle))
        return words(c, muscle->name, muscle->plain_name);
    const anatomy::Structure* structure = c.atlas().find(point.muscle);
    return structure != nullptr ? structure->name : point.muscle;
}

std::string point_line(const Context& c, const anatomy::TriggerPoint& point) {
    const std::string muscle = muscle_name(c, point);
    return point.show_only ? c.t("point.line-never", {muscle}) : muscle;
}

std::string condition_name(const Context& c, const anatomy::Condition& condition) {
    const bool alias = !condition.alias_of.empty();
    const std::string name = alias ? condition.name : words(c, condition.name, condition.plain_name);
    return name.empty() ? condition.id : name;
}

std::string step_title(const Context& c, const anatomy::SessionStep& step) {
    const std::string title = words(c, step.title, step.plain_title);
    return title.empty() ? step.id : title;
}

std::string certainty_words(const Context& c, const anatomy::Condition& record) {
    return record.certainty_words.empty() ? c.t("certainty." + std::string(anatomy::name(record.certainty)))
                                          : record.certainty_words;
}

std::string alias_line(const Context& c, const anatomy::Condition& condition) {
    const anatomy::Condition* record = content(c).record_of(condition);
    if (record == nullptr || record == &condition) return {};
    std::string name = condition_name(c, *record);
    const auto is_small = [](char letter) { return letter >= 'a' && letter <= 'z'; };
    const bool word = name.size() > 1 && is_small(name[1]);  // not "ACL"
    if (word && name[0] >= 'A' && name[0] <= 'Z') name[0] = static_cast<char>(name[0] - 'A' + 'a');
    return c.t("condition.another-name", {name});
}

std::string evidence_label(const Context& c, const anatomy::Condition& condition) {
    const anatomy::Condition* record = content(c).record_of(condition);
    if (record == nullptr) return {};
    if (record != &condition) return alias_line(c, condition);
    return words(c, record->label, record->plain_label);
}

const anatomy::Content& content(const Context& c) {
    return c.snapshot.world->content;
}

const anatomy::TriggerPoint* chosen_point(const Context& c) {
    const base::Id& id = c.model().plan.point;
    return id.empty() ? nullptr : content(c).find_point(id);
}

const session::PlacedPoint* chosen_place(const Context& c) {
    const base::Id& id = c.model().plan.point;
    return id.empty() ? nullptr : c.snapshot.world->find_point(id);
}

const anatomy::Condition* chosen_condition(const Context& c) {
    const base::Id& id = c.model().plan.condition;
    return id.empty() ? nullptr : content(c).find_condition(id);
}

const char* points_title(const anatomy::TargetGroup& group) {
    if (group.priority <= 1) return "points.first";
    return group.priority == 2 ? "points.next" : "points.later";
}

bool draw_point_button(Context& c, ImDrawList& draw, const std::string& name, const anatomy::TriggerPoint& point,
                       const ImRect& rect) {
    const bool on = c.model().plan.point == point.id;
    const Response response =
        interact(c, {.name = name, .text = point.code, .on = on, .tip = point_line(c, point)}, rect);
    draw.AddRectFilled(rect.Min, rect.Max,
                       on ? c.theme.accent_soft : ground(c, Look::quiet, false, true, response.hovered, response.held),
                       c.px(6));
    if (on) draw.AddRect(rect.Min, rect.Max, c.theme.accent, c.px(6));
    draw_point_ring(c, draw, {rect.Min.x + c.px(19), rect.GetCenter().y}, c.px(10), point.show_only.has_value());
    write_in(c, draw, Type::medium14, {rect.Min.x + c.px(38), rect.Min.y, rect.Max.x - c.px(4), rect.Max.y}, c.theme.t1,
             point.code);
    return response.clicked;
}

Card::Card(Context& c, ImDrawList& draw, Pen& outer)
    : pen{c, outer.left + c.px(12), outer.right - c.px(12), outer.y + c.px(12)},
      c_(c),
      draw_(draw),
      outer_(outer),
      from_(outer.left, outer.y) {
    draw_.ChannelsSplit(2);
    draw_.ChannelsSetCurrent(1);
}

Card::~Card() {
    draw_.ChannelsSetCurrent(0);
    draw_.AddRectFilled(from_, {outer_.right, pen.y + c_.px(12)}, c_.theme.bg2, c_.px(8));
    draw_.ChannelsMerge();
    outer_.y = pen.y + c_.px(12);
}

}  // namespace drypoint::ui
