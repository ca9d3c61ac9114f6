// The chosen condition: its name, how sure its evidence is, the points to try, the studies.
#include <algorithm>
#include <cctype>

#include "ui/claims.h"
#include "ui/draw.h"
#include "ui/icons.h"
#include "ui/panels/point_details.h"
#include "ui/type.h"

namespace drypoint::ui {
namespace {

using anatomy::Condition;

bool is_same_word(const std::string& a, const std::string& b) {
    const auto lower = [](char letter) { return std::tolower(static_cast<unsigned char>(letter)); };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

// Design, people and how sure the study is. What has no grade says what it is: a guideline, or not retrieved.
std::string about_study(const Context& c, const anatomy::Study& study) {
    std::string line = study.design;
    const std::string people = study.people ? c.t("evidence.people", {std::to_string(*study.people)}) : "";
    if (study.label.find(people) == std::string::npos) line += " · " + people;
    if (study.certainty != anatomy::Certainty::none)
        return line + " · " + c.t("evidence.study-certainty", {study.certainty_words});
    return study.certainty_words.empty() || is_same_word(study.design, study.certainty_words)
               ? line
               : line + " · " + study.certainty_words;
}

void draw_study(Context& c, ImDrawList& draw, Pen& pen, const anatomy::Study& study, std::size_t number) {
    const std::string name = "evidence/study-" + std::to_string(number);
    if (!plain_words(c)) {
        pen.paragraph(draw, Type::medium14, c.theme.t1, study.label, 20);
        pen.paragraph(draw, Type::regular12, c.theme.t2, about_study(c, study), 16);
    }
    draw_statement(c, draw, pen, name, study.finding, plain_words(c) ? c.theme.t1 : c.theme.t2);
    pen.skip(8);
}

void draw_certainty(Context& c, ImDrawList& draw, Pen& pen, const Condition& record) {
    const std::string sure = c.texts("condition.certainty", {certainty_words(c, record)});
    pie(draw, {pen.left + c.px(7), pen.y + c.px(10)}, c.px(7), quarters(record.certainty), c.theme.t2);
    Pen text{c, pen.left + c.px(22), pen.right, pen.y};
    text.paragraph(draw, Type::regular14, c.theme.t2, sure, 20);
    announce(c, "evidence/certainty", sure, {pen.left, pen.y, pen.right, text.y});
    pen.y = text.y;
    pen.skip(6);
}

// Whose other name it is, and the name in the other register.
void draw_other_names(Context& c, ImDrawList& draw, Pen& pen, const Condition& condition) {
    const std::string alias = alias_line(c, condition);
    const std::string& other = plain_words(c) && alias.empty() ? condition.name : condition.plain_name;
    const float top = pen.y;
    if (!alias.empty()) pen.paragraph(draw, Type::regular14, c.theme.t1, alias, 20);
    if (other != condition_name(c, condition)) pen.paragraph(draw, Type::regular14, c.theme.t2, other, 20);
    announce(c, "condition/other-names", alias.empty() ? other : alias, {pen.left, top, pen.right, pen.y});
}

void draw_summary(Context& c, ImDrawList& draw, Pen& pen, const Condition& condition) {
    const Condition* record = content(c).record_of(condition);
    if (record == nullptr) return;
    draw_certainty(c, draw, pen, *record);
    draw_statement(c, draw, pen, "evidence/summary", record->evidence, c.theme.t1);
}

// Ring, code and muscle, over the whole width.
void draw_point_row(Context& c, ImDrawList& draw, Pen& pen, const anatomy::TriggerPoint& point) {
    const std::string muscle = point_line(c, point);
    const ImRect rect = pen.take_px(two_lines_height(c, point.code, muscle, pen.width() - c.px(52)) + c.px(4));
    const Response response = interact(c, {.name = "details/point/" + point.code, .text = point.code}, rect);
    draw.AddRectFilled(rect.Min, rect.Max, ground(c, Look::quiet, false, true, response.hovered, response.held),
                       c.px(6));
    draw_point_ring(c, draw, {rect.Min.x + c.px(23), rect.GetCenter().y}, c.px(10), point.show_only.has_value());
    draw_two_lines(c, draw, {rect.Min.x + c.px(42), rect.Min.y + c.px(1), rect.Max.x - c.px(10), rect.Max.y},
                   c.theme.t1, point.code, c.theme.t2, muscle);
    pen.skip(6);
    if (response.clicked) c.send(session::ChoosePoint{point.id});
}

void draw_group(Context& c, ImDrawList& draw, Pen& pen, const anatomy::TargetGroup& group, std::size_t number) {
    const std::string title = c.t(points_title(group));
    pen.paragraph(draw, Type::semibold16, c.theme.t1, title, 24);
    pen.skip(4);
    for (const base::Id& id : group.points) {
        if (const anatomy::TriggerPoint* point = content(c).find_point(id)) draw_point_row(c, draw, pen, *point);
    }
    draw_statement(c, draw, pen, "details/why-" + std::to_string(number), group.why, c.theme.t2);
    pen.skip(12);
}

// Whose choice and order the points are.
void draw_order(Context& c, ImDrawList& draw, Pen& pen) {
    const auto& words = content(c).conventions.words;
    const auto order = words.find("order");
    if (order == words.end()) return;
    draw_statement(c, draw, pen, "details/order", order->second, c.theme.t2);
    pen.skip(10);
}

void draw_precaution_card(Context& c, ImDrawList& draw, Pen& pen, const std::vector<anatomy::Statement>& precautions) {
    Card card(c, draw, pen);
    Pen& in = card.pen;
    in.paragraph(draw, Type::semibold16, c.theme.t1, c.t("evidence.precautions"), 22);
    in.skip(4);
    std::size_t number = 0;
    for (const anatomy::Statement& precaution : precautions) {
        triangle(draw, {in.left + c.px(8), in.y + c.px(10)}, c.px(13), c.theme.risk_text, false);
        Pen text{c, in.left + c.px(24), in.right, in.y};
        draw_statement(c, draw, text, "evidence/precaution-" + std::to_string(++number), precaution, c.theme.t1);
        in.y = text.y;
        in.skip(6);
    }
}

}  // namespace

void draw_studies(Context& c, ImDrawList& draw, Pen& pen, const Condition& condition) {
    const Condition* record = content(c).record_of(condition);
    if (record == nullptr) return;
    if (record->studies.empty() && !condition.note) return;
    Card card(c, draw, pen);
    Pen& in = card.pen;
    in.paragraph(draw, Type::semibold16, c.theme.t1, c.t("evidence.title"), 22);
    in.skip(4);
    if (condition.note) {
        draw_statement(c, draw, in, "evidence/note", *condition.note, c.theme.t2);
        in.skip(6);
    }
    std::size_t number = 0;
    for (const anatomy::Study& study : record->studies) draw_study(c, draw, in, study, ++number);
}

void draw_precautions(Context& c, ImDrawList& draw, Pen& pen, const Condition& condition) {
    const Condition* record = content(c).record_of(condition);
    if (record == nullptr || record->precautions.empty()) return;
    draw_precaution_card(c, draw, pen, record->precautions);
    pen.skip(12);
}

void draw_condition_above(Context& c, ImDrawList& draw, Pen& pen, const Condition& condition) {
    const std::string name = condition_name(c, condition);
    const float wide = pen.width() - c.px(24), lines = paragraph_height(c, Type::semibold16, name, wide, 24);
    const ImRect rect = pen.take_px(std::max(lines, c.px(40)));
    const Spec spec{.name = "details/condition", .text = name, .tip = c.t("condition.back")};
    const Response response = interact(c, spec, rect);
    if (response.hovered) draw.AddRectFilled(rect.Min, rect.Max, c.theme.bg2, c.px(6));
    chevron(draw, {rect.Min.x + c.px(5), rect.GetCenter().y}, c.px(10), c.theme.t2, Toward::left);
    paragraph(c, draw, Type::semibold16, {rect.Min.x + c.px(22), rect.GetCenter().y - lines * 0.5f}, c.theme.t1, name,
              wide, 24);
    if (response.clicked) c.send(session::ChoosePoint{});
    if (const std::string alias = alias_line(c, condition); !alias.empty())
        pen.paragraph(draw, Type::regular14, c.theme.t2, alias, 20);
    draw_summary(c, draw, pen, condition);
}

bool draw_title(Context& c, ImDrawList& draw, Pen& pen, const std::string& id, const std::string& name) {
    const float top = pen.y, wide = pen.width() - c.px(48);
    pen.y += paragraph(c, draw, Type::semibold20, {pen.left, top}, c.theme.t1, name, wide, 26);
    announce(c, id + "/name", name, {pen.left, top, pen.left + wide, pen.y});
    const ImRect close(pen.right - c.px(40), top - c.px(6), pen.right, top + c.px(34));
    return icon_button(c, {.name = id + "/close", .text = c.t(id + ".close")}, icon::close, close);
}

void draw_condition_details(Context& c, ImDrawList& draw, Pen& pen, const Condition& condition) {
    draw_words_switch_here(c, draw, pen);
    if (draw_title(c, draw, pen, "condition", condition_name(c, condition))) c.send(session::ChooseCondition{});
    draw_other_names(c, draw, pen, condition);
    pen.skip(10);
    draw_summary(c, draw, pen, condition);
    pen.skip(12);
    draw_precautions(c, draw, pen, condition);
    if (const Condition* record = content(c).record_of(condition)) {
        draw_order(c, draw, pen);
        std::size_t number = 0;
        for (const anatomy::TargetGroup& group : record->targets) draw_group(c, draw, pen, group, ++number);
    }
    draw_studies(c, draw, pen, condition);
    draw_claims(c, draw, pen, &anatomy::Claim::conditions, condition.id);
}

}  // namespace drypoint::ui
