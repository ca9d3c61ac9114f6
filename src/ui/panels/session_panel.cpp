// The step of the treatment session: what is done, the needle, when to stop, what to say, and on to the next step.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <utility>
#include <vector>

#include "ui/commands.h"
#include "ui/claims.h"
#include "ui/draw.h"
#include "ui/evaluation.h"
#include "ui/icons.h"
#include "ui/panel.h"
#include "ui/panels/panels.h"
#include "ui/statements.h"
#include "ui/type.h"

namespace drypoint::ui {
namespace {

using anatomy::SessionStep;

std::size_t index_of(const Context& c, const SessionStep& step) {
    return static_cast<std::size_t>(&step - content(c).session.data());
}

// Nothing while no session has begun.
const SessionStep* open_step_of(const Context& c) {
    const auto& session = c.model().plan.session;
    return session ? content(c).find_step(session->step) : nullptr;
}

void draw_head(Context& c, ImDrawList& draw, Pen& pen, const SessionStep& step) {
    const anatomy::TriggerPoint* point = chosen_point(c);
    const std::string where =
        c.t("session.where", {std::to_string(index_of(c, step) + 1), std::to_string(content(c).session.size()),
                              point != nullptr ? point->code : std::string(),
                              c.t("chapter." + std::string(anatomy::name(step.chapter)))});
    const float top = pen.y;
    pen.paragraph(draw, Type::regular12, c.theme.t2, where, 18);
    announce(c, "session/where", where, {pen.left, top, pen.right, pen.y});
    const float line = pen.y;
    const std::string title = step_title(c, step);
    pen.paragraph(draw, Type::semibold20, c.theme.t1, title, 26);
    announce(c, "session/title", title, {pen.left, line, pen.right, pen.y});
    if (step.optional) pen.paragraph(draw, Type::regular14, c.theme.t2, c.t("session.optional"), 20);
    pen.skip(12);
    draw_words_switch_here(c, draw, pen);
}

void draw_titles(Context& c, ImDrawList& draw, Pen& pen, const std::string& name, const std::string& heading,
                 const std::vector<std::size_t>& steps) {
    std::string titles;
    for (const std::size_t step : steps) titles += (titles.empty() ? "" : ", ") + step_title(c, content(c).session[step]);
    pen.paragraph(draw, Type::semibold14, c.theme.t1, heading, 22);
    const float top = pen.y;
    pen.paragraph(draw, Type::regular14, c.theme.t2, titles, 20);
    announce(c, name, titles, {pen.left, top, pen.right, pen.y});
}

// At the end: what was passed without being done.
void draw_summary(Context& c, ImDrawList& draw, Pen& pen, const SessionStep& step) {
    if (index_of(c, step) + 1 != content(c).session.size()) return;
    const std::vector<std::size_t> skipped = session::skipped_steps(*c.snapshot.world, c.model().plan);
    std::vector<std::size_t> left_out;
    for (std::size_t i = 0; i < content(c).session.size(); ++i) {
        if (session::state_of(*c.snapshot.world, c.model().plan, i) == session::StepState::left_out)
            left_out.push_back(i);
    }
    {
        Card card(c, draw, pen);
        if (skipped.empty()) {
            card.pen.paragraph(draw, Type::semibold14, c.theme.t1, c.t("session.nothing-skipped"), 22);
        } else {
            draw_titles(c, draw, card.pen, "session/skipped", c.t("session.skipped"), skipped);
        }
        if (!left_out.empty()) {
            card.pen.skip(6);
            draw_titles(c, draw, card.pen, "session/left-out", c.t("session.left-out"), left_out);
        }
    }
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

// "6 mm to go", as the hand moves it; on the way out "12 mm still in".
std::string distance_to(const Context& c, double depth, double to_go, bool goes_in) {
    if (!goes_in) return depth > 0 ? c.t("session.still-in", {whole_mm(depth)}) : c.t("session.is-out");
    if (std::lround(to_go) == 0) return c.t("session.at-target");
    return c.t(to_go > 0 ? "session.to-go" : "session.beyond", {whole_mm(to_go)});
}

void draw_depth(Context& c, ImDrawList& draw, Pen& pen, double depth, double target, bool goes_in) {
    const std::string text = distance_to(c, depth, target - depth, goes_in);
    const ImRect row = pen.take(24);
    const float width = std::max(measure(c, Type::semibold14, text).x, c.px(96)) + c.px(12);
    const ImRect track(row.Min.x, row.GetCenter().y - c.px(4), row.Max.x - width, row.GetCenter().y + c.px(4));
    // Beyond the target the track grows: what is too deep is hatched behind the target's mark.
    const double longest = std::max(depth, target);
    const auto at = [&track, longest](double mm) {
        return track.Min.x +
               track.GetWidth() * static_cast<float>(longest > 0 ? std::clamp(mm / longest, 0.0, 1.0) : 0.0);
    };
    draw.AddRectFilled(track.Min, track.Max, c.theme.bg4, c.px(4));
    if (depth > 0) draw.AddRectFilled(track.Min, {at(std::min(depth, target)), track.Max.y}, c.theme.accent, c.px(4));
    if (goes_in && std::lround(depth - target) > 0) {
        hatched_rect(draw, {{at(target), track.Min.y}, track.Max}, c.theme.risk_text, c.px(1.5f), c.px(5));
        draw.AddRectFilled({at(target) - 1, track.Min.y - c.px(4)}, {at(target) + 1, track.Max.y + c.px(4)},
                           c.theme.t1);
    }
    write_in(c, draw, Type::semibold14, {track.Max.x, row.Min.y, row.Max.x, row.Max.y}, c.theme.t1, text, 1);
    announce(c, "session/to-go", text, row);
    pen.paragraph(draw, Type::regular12, c.theme.t2, c.t("session.depth", {whole_mm(depth), whole_mm(target)}), 16);
    pen.skip(10);
}

// What the step repeats from the path: how to lie, or which needles.
void draw_from_path(Context& c, ImDrawList& draw, Pen& pen, const SessionStep& step) {
    const anatomy::TriggerPoint* point = chosen_point(c);
    const anatomy::NeedlePath* path = point != nullptr ? content(c).path_of(point->id) : nullptr;
    if (path == nullptr || step.from_path == anatomy::FromPath::nothing) return;
    const bool position = step.from_path == anatomy::FromPath::position;
    {
        Card card(c, draw, pen);
        card.pen.paragraph(draw, Type::semibold14, c.theme.t1,
                           c.t(position ? "session.position-of" : "session.needle-of", {point->code}), 22);
        draw_statement(c, draw, card.pen, "session/from-path", position ? path->position : path->needle, c.theme.t1);
    }
    pen.skip(10);
}

bool goes_in(const SessionStep& step) {
    return step.act == anatomy::StepAct::needle_at_target || step.act == anatomy::StepAct::needle_in_muscle;
}

bool has_needle_controls(const Context& c, const SessionStep& step) {
    const session::PlacedPoint* place = chosen_place(c);
    if (place == nullptr || !place->way) return false;
    return c.model().plan.needle.has_value() || goes_in(step);
}

bool act_is_done(const Context& c, const SessionStep& step) {
    return session::act_is_done(*c.snapshot.world, c.model().plan, step);
}

bool is_last(const Context& c, const SessionStep& step) {
    return content(c).session.back().id == step.id;
}

// The needle has to be moved now: that button is the one to press. Nobody goes home with a needle in.
bool needle_is_due(const Context& c, const SessionStep& step) {
    if (!has_needle_controls(c, step) || step.optional) return false;
    if (is_last(c, step)) return session::needle_is_in(c.model().plan);
    if (step.act == anatomy::StepAct::needle_out) return session::needle_is_in(c.model().plan);
    return !act_is_done(c, step);
}

// The tip lies deeper than the step allows: the way on is out.
bool is_too_deep(const Context& c, const SessionStep& step, double depth) {
    return goes_in(step) && depth > chosen_place(c)->way->depth_mm && !act_is_done(c, step);
}

// Three, or two where the needle only comes out.
void draw_needle_buttons(Context& c, Pen& pen, const SessionStep& step, double depth) {
    const bool in = goes_in(step), due = needle_is_due(c, step), back = is_too_deep(c, step, depth);
    const ImRect row = pen.take(40);
    const float gap = c.px(8), count = in ? 3.0f : 2.0f,
                width = std::floor((row.GetWidth() - (count - 1) * gap) / count);
    float x = row.Min.x;
    const auto next = [&] {
        const ImRect rect(x, row.Min.y, x + width, row.Max.y);
        x += width + gap;
        return rect;
    };
    const Spec out{.name = "session/out",
                   .text = c.t("session.out"),
                   .enabled = depth > 0,
                   .tip = depth > 0 ? std::string() : c.t("session.is-out"),
                   .command = Command::needle_out};
    if (text_button(c, out, icon::arrow_up, next(), back ? Look::primary : Look::quiet))
        c.send(session::AdvanceNeedle{-1.0});
    if (in) {
        const Spec deeper{.name = "session/in", .text = c.t("session.in"), .command = Command::needle_in};
        if (text_button(c, deeper, icon::arrow_down, next(), due && !back ? Look::primary : Look::quiet))
            c.send(session::AdvanceNeedle{1.0});
        const Spec skin{.name = "session/to-skin",
                        .text = c.t("session.to-skin"),
                        .enabled = depth > 0,
                        .tip = depth > 0 ? std::string() : c.t("session.is-out")};
        if (text_button(c, skin, nullptr, next(), Look::outlined)) c.send(session::SetNeedleDepth{0.0});
        return;
    }
    const Spec away{.name = "session/take-out",
                    .text = c.t("session.take-out"),
                    .enabled = depth > 0,
                    .tip = c.t(depth > 0 ? "session.take-out-tip" : "session.is-out")};
    if (text_button(c, away, icon::arrow_up, next(), due ? Look::primary : Look::quiet))
        c.send(session::RemoveNeedle{});
}

void draw_needle(Context& c, ImDrawList& draw, Pen& pen, const SessionStep& step) {
    if (!has_needle_controls(c, step)) return;
    const auto& needle = c.model().plan.needle;
    const double depth = needle ? needle->depth_mm : 0.0;
    draw_needle_buttons(c, pen, step, depth);
    pen.skip(8);
    draw_depth(c, draw, pen, depth, chosen_place(c)->way->depth_mm, goes_in(step));
}

// What the needle does not show is done only if somebody says so.
void draw_mark_button(Context& c, Pen& pen, const SessionStep& step) {
    if (!session::is_marked_by_hand(step)) return;
    const bool done = c.model().plan.session->done.count(step.id) != 0;
    const bool possible = done || act_is_done(c, step);
    const Spec spec{.name = "session/mark",
                    .text = c.t(done ? "session.marked" : "session.mark"),
                    .role = Role::toggle,
                    .enabled = possible,
                    .on = done,
                    .tip = c.t(possible ? "session.mark-tip" : "session.mark-needs-needle")};
    if (text_button(c, spec, done ? icon::check : nullptr, pen.take(40))) c.send(session::MarkStep{!done});
    pen.skip(12);
}

void draw_done_when(Context& c, ImDrawList& draw, Pen& pen, const SessionStep& step) {
    if (words(c, step.done_when).empty()) return;
    draw_statement_row(c, draw, pen, "session/done-when", c.t("session.done-when"), step.done_when);
    pen.skip(4);
}

// Filled: when to stop. Outlined: a caution, here whom the step is not for.
void draw_warning(Context& c, ImDrawList& draw, Pen& pen, const std::string& id,
                  const std::optional<anatomy::Statement>& statement, bool filled) {
    if (!statement) return;
    {
        Card card(c, draw, pen);
        triangle(draw, {card.pen.left + c.px(8), card.pen.y + c.px(11)}, c.px(15), c.theme.risk_text, filled);
        Pen text{c, card.pen.left + c.px(26), card.pen.right, card.pen.y};
        text.paragraph(draw, Type::semibold14, c.theme.t1, c.t("session." + id), 22);
        draw_statement(c, draw, text, "session/" + id, *statement, c.theme.t2);
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

struct Hint {
    std::string text;
    bool done = false;
};

// What going on would mean; nothing for steps that ask only to be read.
Hint hint_of(const Context& c, const SessionStep& step) {
    const std::string act(anatomy::name(step.act));
    const bool marked = c.model().plan.session->done.count(step.id) != 0;
    if (is_last(c, step) && session::needle_is_in(c.model().plan)) return {c.t("session.needle-left-in"), false};
    if (marked && session::is_marked_by_hand(step)) return {c.t("session.marked-hint"), true};
    if (step.optional) return {c.t("session.optional-hint"), false};
    if (act_is_done(c, step)) return {c.t("step-met." + act), !session::is_marked_by_hand(step)};
    if (marked) return {c.t("session.done-before"), true};
    const bool never_in = step.act == anatomy::StepAct::needle_out && !session::needle_is_in(c.model().plan);
    const anatomy::TriggerPoint* point = chosen_point(c);
    const std::string muscle = point != nullptr ? muscle_name(c, *point) : std::string();
    return {c.t(never_in ? std::string("session.never-in") : "step-hint." + act, {muscle}), false};
}

float hint_height(const Context& c, const Hint& hint, float width) {
    if (hint.text.empty()) return 0;
    return paragraph_height(c, Type::regular12, hint.text, width - c.px(22), 16) + c.px(12);
}

void draw_hint(Context& c, ImDrawList& draw, const Hint& hint, const ImRect& rect) {
    if (hint.text.empty()) return;
    const ImVec2 mark(rect.Min.x + c.px(7), rect.Min.y + c.px(8));
    if (hint.done)
        tick(draw, mark, c.px(10), c.theme.t1);
    else
        draw.AddLine(mark - ImVec2(c.px(4), 0), mark + ImVec2(c.px(4), 0), c.theme.t1, std::max(2.0f, c.px(2)));
    paragraph(c, draw, Type::regular12, {rect.Min.x + c.px(22), rect.Min.y}, c.theme.t2, hint.text,
              rect.GetWidth() - c.px(22), 16);
    announce(c, "session/hint", hint.text, rect);
}

// The next step by its name, where there is room for it.
void draw_next(Context& c, const SessionStep& step, const ImRect& row) {
    const auto& steps = content(c).session;
    const std::size_t index = index_of(c, step);
    const bool last = index + 1 >= steps.size();
    const std::string name = last ? c.t("session.finish") : step_title(c, steps[index + 1]);
    const bool fits = text_button_width(c, name, true) <= row.GetWidth();
    const std::string text = last || fits ? name : c.t("session.next-short");
    const float width = std::min(text_button_width(c, text, !last), row.GetWidth());
    const Spec next{.name = "session/next",
                    .text = text,
                    .tip = last ? c.t("session.finish-tip") : c.t("session.next", {name}),
                    .command = last ? std::nullopt : std::optional(Command::next_step)};
    const Look look = needle_is_due(c, step) ? Look::quiet : Look::primary;
    const ImRect rect(row.Max.x - width, row.Min.y, row.Max.x, row.Max.y);
    if (!text_button(c, next, last ? nullptr : icon::chevron_right, rect, look)) return;
    if (last)
        c.send(session::FinishSession{});
    else
        c.send(session::NextStep{});
}

void draw_footer(Context& c, const ImRect& rect, const SessionStep& step, const Hint& hint) {
    const Panel panel(c, "session-foot", rect, Ground::panel, false, c.layout.floating);
    panel.draw().AddRectFilled(rect.Min, {rect.Max.x, rect.Min.y + 1}, c.theme.line);
    const float left = rect.Min.x + c.px(16), right = rect.Max.x - c.px(16);
    const float said = hint_height(c, hint, right - left - c.px(8));
    draw_hint(c, panel.draw(), hint, {left, rect.Min.y + c.px(10), right - c.px(8), rect.Min.y + said});
    const float top = rect.Min.y + said + std::round((rect.GetHeight() - said - c.px(40)) * 0.5f);
    const ImRect row(left, top, right, top + c.px(40));
    const std::size_t index = index_of(c, step);
    const float back = std::min(text_button_width(c, c.t("session.back"), true), row.GetWidth() * 0.45f);
    const Spec before{.name = "session/back",
                      .text = c.t("session.back"),
                      .enabled = index > 0,
                      .tip = index > 0 ? step_title(c, content(c).session[index - 1]) : c.t("session.first"),
                      .command = Command::previous_step};
    if (text_button(c, before, icon::chevron_left, {row.Min, {row.Min.x + back, row.Max.y}}))
        c.send(session::PreviousStep{});
    draw_next(c, step, {row.Min.x + back + c.px(8), row.Min.y, row.Max.x, row.Max.y});
}

}  // namespace

void draw_session_panel(Context& c) {
    const ImRect& area = c.layout.details;
    if (area.GetWidth() <= 0 || c.model().plan.room != session::Room::session) return;
    const SessionStep* step = open_step_of(c);
    if (step == nullptr) return;
    Hint hint = hint_of(c, *step);
    const float said = hint_height(c, hint, area.GetWidth() - c.px(40));
    // Where next to nothing of the step would be left, the hint goes up with the text.
    const Hint above = area.GetHeight() < c.px(240) ? std::exchange(hint, Hint{}) : Hint{};
    const float foot = c.px(c.layout.low ? 48 : 72) + (hint.text.empty() ? 0 : said);
    {
        const ImRect body(area.Min, {area.Max.x, area.Max.y - foot});
        // A name for each step, so that every step begins at its top.
        const Panel panel(c, ("session-" + step->id).c_str(), body, Ground::panel, true, c.layout.floating);
        Pen pen{c, area.Min.x + c.px(20), area.Max.x - c.px(20), panel.origin().y + c.px(16)};
        draw_head(c, panel.draw(), pen, *step);
        draw_summary(c, panel.draw(), pen, *step);
        draw_actions(c, panel.draw(), pen, *step);
        draw_from_path(c, panel.draw(), pen, *step);
        draw_needle(c, panel.draw(), pen, *step);
        draw_mark_button(c, pen, *step);
        draw_hint(c, panel.draw(), above, {pen.left, pen.y, pen.right, pen.y + (above.text.empty() ? 0 : said)});
        if (!above.text.empty()) pen.y += said;
        draw_done_when(c, panel.draw(), pen, *step);
        draw_warning(c, panel.draw(), pen, "not-for", step->not_for, false);
        draw_warning(c, panel.draw(), pen, "stop", step->stop, true);
        draw_tests(c, panel.draw(), pen, step->id);
        draw_list_card(c, panel.draw(), pen, "say", step->say);
        draw_list_card(c, panel.draw(), pen, "know", step->know);
        draw_claims(c, panel.draw(), pen, &anatomy::Claim::steps, step->id);
        pen.skip(8);
        ImGui::SetCursorScreenPos({area.Min.x, pen.y});
        panel.draw().AddRectFilled(area.Min, {area.Min.x + 1, area.Max.y}, c.theme.line);
    }
    draw_footer(c, {{area.Min.x, area.Max.y - foot}, area.Max}, *step, hint);
}

}  // namespace drypoint::ui
