// The list at the left: search over everything; conditions, or the structures of the model, one row each with an eye.
#include <cmath>

#include "ui/panel.h"
#include "ui/panels/condition_list.h"
#include "ui/panels/panels.h"
#include "ui/panels/search_results.h"
#include "ui/panels/structure_rows.h"
#include "ui/statements.h"
#include "ui/type.h"

namespace drypoint::ui {
namespace {

bool has_conditions(const Context& c) {
    return !content(c).conditions.empty();
}

void draw_tabs(Context& c, ImDrawList& draw, const ImRect& rect) {
    draw.AddRectFilled(rect.Min, rect.Max, c.theme.bg0, c.px(6));
    const float middle = std::floor(rect.GetCenter().x);
    const auto tab = [&c](ListTab which, const std::string& id, const std::string& text, const ImRect& part) {
        const Spec spec{.name = "list/tab/" + id, .text = text, .on = c.state.list_tab == which};
        if (segment(c, spec, part, Look::plain)) c.state.list_tab = which;
    };
    tab(ListTab::conditions, "conditions", c.t("list.tab-conditions"), {rect.Min.x, rect.Min.y, middle, rect.Max.y});
    tab(ListTab::structures, "structures", c.t("list.tab-structures"), {middle, rect.Min.y, rect.Max.x, rect.Max.y});
}

constexpr float least_list_height = 320;

// What the list holds now.
struct Content {
    bool searching, tabs, conditions;
    Found found;
};

Content content_of(const Context& c) {
    Content list{!c.model().search.empty(), false, false, {}};
    if (list.searching) list.found = find_all(c);
    list.tabs = !list.searching && has_conditions(c);
    list.conditions = list.tabs && c.state.list_tab == ListTab::conditions;
    return list;
}

// Tabs and count.
void draw_headings(Context& c, ImDrawList& draw, Pen& pen, const Content& list) {
    if (list.tabs) draw_tabs(c, draw, pen.take(40));
    const std::size_t all = list.conditions ? content(c).conditions.size() : c.atlas().structures.size();
    const std::string count = std::to_string(list.searching ? list.found.count() : all);
    const ImRect row = pen.take(24);
    const ImRect caption(row.Min.x + c.px(4), row.Min.y, row.Max.x - c.px(4), row.Max.y);
    write_in(c, draw, Type::regular12, caption, c.theme.t3,
             c.t(list.searching ? "list.found" : (list.conditions ? "list.conditions" : "list.title")));
    write_in(c, draw, Type::regular12, caption, c.theme.t3, count, 1);
    announce(c, "list/count", count, caption);
}

void draw_body(Context& c, ImDrawList& draw, Pen& pen, const Content& list) {
    if (list.searching)
        draw_found(c, draw, pen, list.found);
    else if (list.conditions)
        draw_condition_list(c, draw, pen);
    else
        draw_structure_groups(c, pen);
}

}  // namespace

void draw_structure_list(Context& c) {
    const ImRect& area = c.layout.list;
    if (area.GetWidth() <= 0) return;
    const Content list = content_of(c);
    // In very little height all but the search scrolls.
    const bool cramped = area.GetHeight() < c.px(least_list_height);
    const float head_height = c.px(cramped ? 60 : (list.tabs ? 128 : 88));
    const float left = area.Min.x + c.px(12), right = area.Max.x - c.px(13);
    {
        const Panel head(c, "list-head", {area.Min, {area.Max.x, area.Min.y + head_height}}, Ground::panel, false,
                         c.layout.floating);
        Pen pen{c, left, right, area.Min.y + c.px(12)};
        draw_search(c, list.found, pen.take(40));
        pen.skip(8);
        if (!cramped) draw_headings(c, head.draw(), pen, list);
        head.draw().AddRectFilled({area.Max.x - 1, area.Min.y}, {area.Max.x, area.Min.y + head_height}, c.theme.line);
    }
    const ImRect body_rect(area.Min.x, area.Min.y + head_height, area.Max.x, area.Max.y);
    {
        const Panel body(c, "list-body", body_rect, Ground::panel, true, c.layout.floating);
        Pen pen{c, area.Min.x, area.Max.x - 1, body.origin().y};
        Pen inner{c, left, right, pen.y};
        if (cramped) draw_headings(c, body.draw(), inner, list);
        pen.y = inner.y;
        draw_body(c, body.draw(), pen, list);
        pen.skip(16);
        ImGui::SetCursorScreenPos({area.Min.x, pen.y});
        body.draw().AddRectFilled({area.Max.x - 1, body_rect.Min.y}, body_rect.Max, c.theme.line);
    }
}

}  // namespace drypoint::ui
