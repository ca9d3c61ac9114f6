// The steps of the session from left to right, under the words of their chapters.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ui/draw.h"
#include "ui/panel.h"
#include "ui/panels/panels.h"
#include "ui/statements.h"
#include "ui/type.h"

namespace drypoint::ui {
namespace {

using anatomy::SessionStep;

// A title in one line or two.
struct Title {
    std::string first, second;  // the second may be empty
    float width = 0;
};

Title in_one_line(const Context& c, const std::string& text) {
    return {text, {}, measure(c, Type::medium12, text).x};
}

// As even as its words allow.
Title in_two_lines(const Context& c, const std::string& text) {
    Title best = in_one_line(c, text);
    for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1)) {
        const std::string first = text.substr(0, at), second = text.substr(at + 1);
        const float width = std::max(measure(c, Type::medium12, first).x, measure(c, Type::medium12, second).x);
        if (width < best.width) best = {first, second, width};
    }
    return best;
}

float asked_by(const Context& c, const Title& title) {
    return std::max(title.width + c.px(8), c.px(40));
}

float asked_by_all(const Context& c, const std::vector<Title>& titles) {
    float width = 0;
    for (const Title& title : titles) width += asked_by(c, title);
    return width;
}

// Each in one line where all have room for that.
std::vector<Title> titles_of_steps(const Context& c, float width) {
    std::vector<Title> one, two;
    for (const SessionStep& step : content(c).session) {
        one.push_back(in_one_line(c, step_title(c, step)));
        two.push_back(in_two_lines(c, step_title(c, step)));
    }
    return asked_by_all(c, one) <= width ? one : two;
}

// Where the columns begin, and the end of the last. Each is as wide as its title asks for; the rest is shared.
std::vector<float> columns(const Context& c, const std::vector<Title>& titles, float left, float width) {
    const float spare = (width - asked_by_all(c, titles)) / static_cast<float>(titles.size());
    std::vector<float> at{left};
    float x = left;
    for (const Title& title : titles) {
        x += asked_by(c, title) + spare;
        at.push_back(std::round(x));
    }
    return at;
}

void draw_title(Context& c, ImDrawList& draw, const ImRect& rect, ImU32 ink, Type type, const Title& title) {
    const float top = rect.Min.y;
    bool whole = write_in(c, draw, type, {rect.Min, {rect.Max.x, top + c.px(14)}}, ink, title.first, 0.5f);
    if (!title.second.empty())
        whole = write_in(c, draw, type, {{rect.Min.x, top + c.px(14)}, {rect.Max.x, top + c.px(28)}}, ink, title.second,
                         0.5f) &&
                whole;
    if (!whole) c.registry.note_cut();
}

void draw_step(Context& c, ImDrawList& draw, std::size_t index, const Title& title, const ImRect& column) {
    const SessionStep& step = content(c).session[index];
    const session::StepState state = session::state_of(*c.snapshot.world, c.model().plan, index);
    const bool current = state == session::StepState::current, ahead = state == session::StepState::ahead;
    Spec spec{.name = "timeline/" + step.id, .text = step_title(c, step), .on = current, .explain = true};
    spec.tip = c.t(ahead && step.optional ? std::string("session.optional") : "step-state." + step_state_id(state));
    const Response response = interact(c, spec, column);
    if (response.hovered) draw.AddRectFilled(column.Min, column.Max, c.theme.bg2, c.px(6));
    const ImU32 ink = ahead && !response.hovered ? c.theme.t2 : c.theme.t1;
    draw_title(c, draw, {column.Min.x, column.Min.y + c.px(35), column.Max.x, column.Max.y}, ink,
               current ? Type::medium12 : Type::regular12, title);
    const ImVec2 centre(column.GetCenter().x, column.Min.y + c.px(20));
    draw_step_sign(c, draw, centre, state, std::to_string(index + 1), step.optional);
    announce(c, spec.name + "/state", c.t("step-state." + step_state_id(state)), {centre, centre + ImVec2(1, 1)});
    if (response.clicked) c.send(session::GoToStep{step.id});
}

void draw_chapter(Context& c, ImDrawList& draw, anatomy::Chapter chapter, bool current, const ImRect& rect) {
    const std::string id(anatomy::name(chapter));
    const std::string name = c.t("chapter." + id);
    const ImRect text(rect.Min.x + c.px(4), rect.Min.y, rect.Max.x - c.px(4), rect.Min.y + c.px(18));
    write_in(c, draw, current ? Type::medium12 : Type::regular12, text, current ? c.theme.t1 : c.theme.t3, name);
    announce(c, "timeline/chapter-" + id, name, text, current);
    const float y = rect.Min.y + c.px(20), thick = current ? c.px(2) : 1.0f;
    draw.AddRectFilled({text.Min.x, y}, {text.Max.x, y + thick}, current ? c.theme.accent : c.theme.line2);
}

}  // namespace

void draw_timeline(Context& c) {
    const ImRect& area = c.layout.timeline;
    const auto& steps = content(c).session;
    if (area.GetWidth() <= 0 || steps.empty()) return;
    const Panel panel(c, "timeline", area, Ground::panel);
    panel.draw().AddRectFilled(area.Min, {area.Max.x, area.Min.y + 1}, c.theme.line);
    const std::size_t current = session::current_step(*c.snapshot.world, c.model().plan).value_or(0);
    const float width = area.GetWidth() - c.px(16);
    const std::vector<Title> titles = titles_of_steps(c, width);
    const std::vector<float> x = columns(c, titles, area.Min.x + c.px(8), width);
    for (std::size_t first = 0, next = 0; first < steps.size(); first = next) {
        while (next < steps.size() && steps[next].chapter == steps[first].chapter) ++next;
        draw_chapter(c, panel.draw(), steps[first].chapter, current >= first && current < next,
                     {x[first], area.Min.y + c.px(6), x[next], area.Min.y + c.px(28)});
    }
    const float top = area.Min.y + c.px(30), bottom = area.Max.y - c.px(2), middle = top + c.px(20);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const ImRect column(x[i], top, x[i + 1], bottom);
        draw_step(c, panel.draw(), i, titles[i], column);
        if (i + 1 == steps.size()) continue;
        const float from = column.GetCenter().x + c.px(17), to = (x[i + 1] + x[i + 2]) * 0.5f - c.px(17);
        if (to <= from) continue;
        panel.draw().AddLine({from, middle}, {to, middle}, i < current ? c.theme.t2 : c.theme.line2,
                             std::max(1.0f, c.px(1)));
    }
}

}  // namespace drypoint::ui
