// The steps of the session from left to right, under the words of their chapters.
#include <algorithm>
#include <cmath>

#include "ui/draw.h"
#include "ui/panel.h"
#include "ui/panels/panels.h"
#include "ui/statements.h"
#include "ui/type.h"

namespace drypoint::ui {
namespace {

using anatomy::SessionStep;

enum class Progress { done, current, ahead };

void dashed_circle(ImDrawList& draw, ImVec2 centre, float radius, ImU32 colour, float width) {
    constexpr int dashes = 10;
    for (int i = 0; i < dashes; ++i) {
        const float from = static_cast<float>(i) * 2 * IM_PI / dashes;
        draw.PathArcTo(centre, radius, from, from + IM_PI * 1.2f / dashes, 4);
        draw.PathStroke(colour, ImDrawFlags_None, width);
    }
}

void draw_circle(const Context& c, ImDrawList& draw, ImVec2 centre, const SessionStep& step, Progress progress,
                 const std::string& number) {
    const float radius = c.px(progress == Progress::current ? 13 : 10);
    const ImRect inside(centre - ImVec2(radius, radius), centre + ImVec2(radius, radius));
    if (progress == Progress::current) {
        draw.AddCircleFilled(centre, radius, c.theme.accent);
        write_in(c, draw, Type::semibold14, inside, c.theme.on_accent, number, 0.5f);
    } else if (progress == Progress::done) {
        draw.AddCircleFilled(centre, radius, c.theme.bg4);
        tick(draw, centre, c.px(9), c.theme.t1);
    } else {
        if (step.optional)
            dashed_circle(draw, centre, radius - c.px(1), c.theme.t3, std::max(1.0f, c.px(1.5f)));
        else
            draw.AddCircle(centre, radius - c.px(1), c.theme.t3, 0, std::max(1.0f, c.px(1.5f)));
        write_in(c, draw, Type::regular12, inside, c.theme.t2, number, 0.5f);
    }
}

// In one line, or in two; what is longer ends in an ellipsis.
bool draw_name(const Context& c, ImDrawList& draw, const ImRect& rect, ImU32 ink, Type type, const std::string& name) {
    const float width = rect.GetWidth();
    if (measure(c, type, name).x <= width) {
        return write_in(c, draw, type, {rect.Min, {rect.Max.x, rect.Min.y + c.px(16)}}, ink, name, 0.5f);
    }
    std::size_t cut = std::string::npos;
    for (std::size_t at = name.find(' '); at != std::string::npos; at = name.find(' ', at + 1)) {
        if (measure(c, type, name.substr(0, at)).x <= width) cut = at;
    }
    if (cut == std::string::npos)
        return write_in(c, draw, type, {rect.Min, {rect.Max.x, rect.Min.y + c.px(16)}}, ink, name, 0.5f);
    write_in(c, draw, type, {rect.Min, {rect.Max.x, rect.Min.y + c.px(14)}}, ink, name.substr(0, cut), 0.5f);
    return write_in(c, draw, type, {{rect.Min.x, rect.Min.y + c.px(14)}, {rect.Max.x, rect.Min.y + c.px(28)}}, ink,
                    name.substr(cut + 1), 0.5f);
}

void draw_step(Context& c, ImDrawList& draw, const SessionStep& step, std::size_t number, Progress progress,
               const ImRect& column) {
    std::string title = words(c, step.title, step.plain_title);
    if (title.empty()) title = step.id;
    const Type type = progress == Progress::current ? Type::medium12 : Type::regular12;
    Spec spec{.name = "timeline/" + step.id, .text = title, .on = progress == Progress::current, .explain = true};
    if (step.optional) spec.tip = c.t("session.optional");
    const Response response = interact(c, spec, column);
    if (response.hovered) draw.AddRectFilled(column.Min, column.Max, c.theme.bg2, c.px(6));
    draw_circle(c, draw, {column.GetCenter().x, column.Min.y + c.px(20)}, step, progress, std::to_string(number));
    const ImU32 ink = progress == Progress::ahead && !response.hovered ? c.theme.t2 : c.theme.t1;
    draw_name(c, draw, {column.Min.x + c.px(2), column.Min.y + c.px(35), column.Max.x - c.px(2), column.Max.y}, ink,
              type, title);
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
    std::size_t current = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].id == c.model().plan.step) current = i;
    }
    const float left = area.Min.x + c.px(16), width = area.GetWidth() - c.px(32);
    const auto x = [&](std::size_t i) {
        return std::round(left + width * static_cast<float>(i) / static_cast<float>(steps.size()));
    };
    for (std::size_t first = 0, next = 0; first < steps.size(); first = next) {
        while (next < steps.size() && steps[next].chapter == steps[first].chapter) ++next;
        draw_chapter(c, panel.draw(), steps[first].chapter, current >= first && current < next,
                     {x(first), area.Min.y + c.px(6), x(next), area.Min.y + c.px(28)});
    }
    const float top = area.Min.y + c.px(30), bottom = area.Max.y - c.px(2), middle = top + c.px(20);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Progress progress = i < current ? Progress::done : (i == current ? Progress::current : Progress::ahead);
        const ImRect column(x(i), top, x(i + 1), bottom);
        draw_step(c, panel.draw(), steps[i], i + 1, progress, column);
        if (i + 1 == steps.size()) continue;
        const float from = column.GetCenter().x + c.px(17), to = (x(i + 1) + x(i + 2)) * 0.5f - c.px(17);
        panel.draw().AddLine({from, middle}, {to, middle}, i < current ? c.theme.t2 : c.theme.line2,
                             std::max(1.0f, c.px(1)));
    }
}

}  // namespace drypoint::ui
