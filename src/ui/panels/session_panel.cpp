// The step of the treatment session: what is done, the needle, when to stop, what to say, and on to the next step.
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "ui/commands.h"
#include "ui/draw.h"
#include "ui/icons.h"
#include "ui/panel.h"
#include "ui/panels/panels.h"
#include "ui/statements.h"
#include "ui/type.h"

namespace drypoint::ui {
namespace {

using anatomy::SessionStep;

constexpr float reached_mm = 3.0f;

std::size_t index_of(const Context& c, const SessionStep& step) {
    return static_cast<std::size_t>(&step - content(c).session.data());
}

std::string title_of(const Context& c, const SessionStep& step) {
    const std::string title = words(c, step.title, step.plain_title);
    return title.empty() ? step.id : title;
}

void draw_head(Context& c, ImDrawList& draw, Pen& pen, const SessionStep& step) {
    const anatomy::TriggerPoint* point = chosen_point(c);
    const std::string where =
        c.texts("session.where", {std::to_string(index_of(c, step) + 1), std::to_string(content(c).session.size()),
                                  point != nullptr ? point->code : std::string(),
                                  c.t("chapter." + std::string(anatomy::name(step.chapter)))});
    const float top = pen.y;
    pen.paragraph(draw, Type::regular12, c.theme.t3, where, 18);
    announce(c, "session/where", where, {pen.left, top, pen.right, pen.y});
    const float line = pen.y;
    const std::string title = title_of(c, step);
    pen.paragraph(draw, Type::semibold20, c.theme.t1, title, 26);
    announce(c, "session/title", title, {pen.left, line, pen.right, pen.y});
    if (step.optional) pen.paragraph(draw, Type::regular14, c.theme.t2, c.t("session.optional"), 20);
    pen.skip(10);
    draw_words_switch(c, draw, pen.take(40));
    pen.skip(12);
}

void draw_actions(Context& c, ImDrawList& draw, Pen& pen, const SessionStep& step) {
    int number = 0;
    for (const anatomy::Statement& action : step.actions) {
        const std::string digits = std::to_string(++number);
        const ImRect circle(pen.left, pen.y - c.px(1), pen.left + c.px(22), pen.y + c.px(21));
        draw.AddCircleFilled(circle.GetCenter(), c.px(11), c.theme.bg4);
        write_in(c, draw, Type::medium12, circle, c.theme.t1, digits, 0.5f);
        Pen text{c, pen.left + c.px(34), pen.right, pen.y};
        draw_statement(c, draw, text, "session/action-" + digits, action, c.theme.t1);
        pen.y = text.y;
        pen.skip(10);
    }
}

std::string whole_mm(double mm) {
    return std::to_string(std::lround(std::abs(mm)));
}

// "6 mm to go", as the hand moves it.
std::string distance_to(const Context& c, double to_go) {
    if (std::lround(to_go) == 0) return c.t("session.at-target");
    return c.texts(to_go > 0 ? "session.to-go" : "session.beyond", {whole_mm(to_go)});
}

void draw_depth(Context& c, ImDrawList& draw, Pen& pen, double depth, double target) {
    const std::string text = distance_to(c, target - depth);
    const ImRect row = pen.take(24);
    const float width = std::max(measure(c, Type::semibold14, text).x, c.px(96)) + c.px(12);
    const ImRect track(row.Min.x, row.GetCenter().y - c.px(4), row.Max.x - width, row.GetCenter().y + c.px(4));
    const float part = static_cast<float>(std::clamp(target > 0 ? depth / target : 0.0, 0.0, 1.0));
    draw.AddRectFilled(track.Min, track.Max, c.theme.bg4, c.px(4));
    if (part > 0)
        draw.AddRectFilled(track.Min, {track.Min.x + track.GetWidth() * part, track.Max.y}, c.theme.accent, c.px(4));
    write_in(c, draw, Type::semibold14, {track.Max.x, row.Min.y, row.Max.x, row.Max.y}, c.theme.t1, text, 1);
    announce(c, "session/to-go", text, row);
    pen.paragraph(draw, Type::regular12, c.theme.t3,
                  c.texts("session.depth", {whole_mm(depth), whole_mm(target)}), 16);
    pen.skip(10);
}

bool has_needle_controls(const Context& c, const SessionStep& step) {
    const session::PlacedPoint* place = chosen_place(c);
    if (place == nullptr || !place->way) return false;
    return c.model().plan.needle.has_value() || step.chapter == anatomy::Chapter::needle;
}

// There is still some way to the target: then going in is what is to be done now.
bool still_to_go(const Context& c, const SessionStep& step) {
    if (!has_needle_controls(c, step) || step.stage.needle != anatomy::StageNeedle::on_skin) return false;
    const auto& needle = c.model().plan.needle;
    return !needle || chosen_place(c)->way->depth_mm - needle->depth_mm > static_cast<double>(reached_mm);
}

void draw_needle(Context& c, ImDrawList& draw, Pen& pen, const SessionStep& step) {
    if (!has_needle_controls(c, step)) return;
    const auto& needle = c.model().plan.needle;
    const double depth = needle ? needle->depth_mm : 0.0;
    const ImRect row = pen.take(40);
    const float gap = c.px(8), third = std::floor((row.GetWidth() - 2 * gap) / 3);
    const auto part = [&](int i) {
        const float x = row.Min.x + static_cast<float>(i) * (third + gap);
        return ImRect(x, row.Min.y, i == 2 ? row.Max.x : x + third, row.Max.y);
    };
    const Spec out{.name = "session/out", .text = c.t("session.out"), .enabled = depth > 0};
    if (text_button(c, out, icon::arrow_up, part(0))) c.send(session::AdvanceNeedle{-1.0});
    const Spec in{.name = "session/in", .text = c.t("session.in")};
    if (text_button(c, in, icon::arrow_down, part(1), still_to_go(c, step) ? Look::primary : Look::quiet))
        c.send(session::AdvanceNeedle{1.0});
    const Spec skin{.name = "session/to-skin", .text = c.t("session.to-skin"), .enabled = depth > 0};
    if (text_button(c, skin, nullptr, part(2), Look::outlined)) c.send(session::SetNeedleDepth{0.0});
    pen.skip(8);
    draw_depth(c, draw, pen, depth, chosen_place(c)->way->depth_mm);
}

void draw_done_when(Context& c, ImDrawList& draw, Pen& pen, const SessionStep& step) {
    if (words(c, step.done_when).empty()) return;
    draw_statement_row(c, draw, pen, "session/done-when", c.t("session.done-when"), step.done_when);
    pen.skip(4);
}

void draw_stop(Context& c, ImDrawList& draw, Pen& pen, const SessionStep& step) {
    if (!step.stop) return;
    {
        Card card(c, draw, pen);
        triangle(draw, {card.pen.left + c.px(8), card.pen.y + c.px(11)}, c.px(15), c.theme.risk_text, true);
        Pen text{c, card.pen.left + c.px(26), card.pen.right, card.pen.y};
        text.paragraph(draw, Type::semibold14, c.theme.t1, c.t("session.stop"), 22);
        draw_statement(c, draw, text, "session/stop", *step.stop, c.theme.t2);
        card.pen.y = text.y;
    }
    pen.skip(8);
}

void draw_list_card(Context& c, ImDrawList& draw, Pen& pen, const std::string& id,
                    const std::vector<anatomy::Statement>& statements) {
    if (statements.empty()) return;
    {
        Card card(c, draw, pen);
        card.pen.paragraph(draw, Type::semibold14, c.theme.t1, c.t("session." + id), 22);
        int number = 0;
        for (const anatomy::Statement& one : statements) {
            if (number > 0) card.pen.skip(6);
            draw_statement(c, draw, card.pen, "session/" + id + '-' + std::to_string(++number), one, c.theme.t2);
        }
    }
    pen.skip(8);
}

void draw_footer(Context& c, const ImRect& rect, const SessionStep& step) {
    const Panel panel(c, "session-foot", rect, Ground::panel, false, c.layout.floating);
    panel.draw().AddRectFilled(rect.Min, {rect.Max.x, rect.Min.y + 1}, c.theme.line);
    const std::size_t index = index_of(c, step);
    const auto& steps = content(c).session;
    const float top = rect.GetCenter().y - c.px(20);
    const ImRect row(rect.Min.x + c.px(16), top, rect.Max.x - c.px(16), top + c.px(40));
    const float back = std::min(text_button_width(c, c.t("session.back"), true), row.GetWidth() * 0.4f);
    const Spec before{.name = "session/back",
                      .text = c.t("session.back"),
                      .enabled = index > 0,
                      .tip = index > 0 ? title_of(c, steps[index - 1]) : c.t("session.first"),
                      .command = Command::previous_step};
    if (text_button(c, before, icon::chevron_left, {row.Min, {row.Min.x + back, row.Max.y}}))
        c.send(session::PreviousStep{});
    const bool last = index + 1 >= steps.size();
    const std::string title = last ? c.t("session.last") : title_of(c, steps[index + 1]);
    const float width = std::min(text_button_width(c, title, true), row.GetWidth() - back - c.px(8));
    const Spec next{.name = "session/next",
                    .text = title,
                    .enabled = !last,
                    .tip = last ? c.t("session.over") : c.t("session.next"),
                    .command = Command::next_step};
    const Look look = still_to_go(c, step) ? Look::quiet : Look::primary;
    if (text_button(c, next, last ? nullptr : icon::chevron_right, {{row.Max.x - width, row.Min.y}, row.Max}, look))
        c.send(session::NextStep{});
}

}  // namespace

void draw_session_panel(Context& c) {
    const ImRect& area = c.layout.details;
    if (area.GetWidth() <= 0 || c.model().room != session::Room::session) return;
    const SessionStep* step = content(c).find_step(c.model().plan.step);
    if (step == nullptr) return;
    const float foot = c.px(c.layout.low ? 48 : 72);
    {
        const ImRect body(area.Min, {area.Max.x, area.Max.y - foot});
        // A name for each step, so that every step begins at its top.
        const Panel panel(c, ("session-" + step->id).c_str(), body, Ground::panel, true, c.layout.floating);
        Pen pen{c, area.Min.x + c.px(20), area.Max.x - c.px(20), panel.origin().y + c.px(16)};
        draw_head(c, panel.draw(), pen, *step);
        draw_actions(c, panel.draw(), pen, *step);
        draw_needle(c, panel.draw(), pen, *step);
        draw_done_when(c, panel.draw(), pen, *step);
        draw_stop(c, panel.draw(), pen, *step);
        draw_list_card(c, panel.draw(), pen, "say", step->say);
        draw_list_card(c, panel.draw(), pen, "know", step->know);
        pen.skip(8);
        ImGui::SetCursorScreenPos({area.Min.x, pen.y});
        panel.draw().AddRectFilled(area.Min, {area.Min.x + 1, area.Max.y}, c.theme.line);
    }
    draw_footer(c, {{area.Min.x, area.Max.y - foot}, area.Max}, *step);
}

}  // namespace drypoint::ui
