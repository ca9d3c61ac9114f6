#include "ui/panels/search_results.h"

#include <algorithm>

#include "ui/commands.h"
#include "ui/draw.h"
#include "ui/icons.h"
#include "ui/panels/condition_list.h"
#include "ui/panels/structure_rows.h"
#include "ui/search.h"
#include "ui/statements.h"
#include "ui/text_field.h"
#include "ui/type.h"

namespace drypoint::ui {
namespace {

void draw_no_hit(Context& c, ImDrawList& draw, Pen& pen) {
    pen.left += c.px(16);
    pen.right -= c.px(16);
    pen.skip(8);
    pen.paragraph(draw, Type::regular14, c.theme.t2, c.t("list.no-hit", {c.model().search}), 20);
    const std::vector<std::string> near = near_spellings(c.atlas(), c.texts, c.model().search);
    if (!near.empty()) pen.paragraph(draw, Type::regular14, c.theme.t2, c.t("list.near"), 20);
    for (std::size_t i = 0; i < near.size(); ++i) {
        pen.skip(8);
        const Spec spec{.name = "list/near/" + std::to_string(i + 1), .text = near[i]};
        if (text_button(c, spec, nullptr, pen.take(40))) c.send(session::Search{near[i]});
    }
}

enum class Refers { mostly, also, no };

// Whether a point refers to an area that was found.
Refers refers(const Context& c, const anatomy::TriggerPoint& point, const Found& found) {
    const auto any_of = [&](const std::vector<base::Id>& ids) {
        return std::any_of(found.zones.begin(), found.zones.end(), [&](std::size_t zone) {
            return std::find(ids.begin(), ids.end(), content(c).zones[zone].id) != ids.end();
        });
    };
    if (any_of(point.referral.essential_zones)) return Refers::mostly;
    return any_of(point.referral.spillover_zones) ? Refers::also : Refers::no;
}

// An area of pain, and how many points refer to it.
void draw_zone_row(Context& c, ImDrawList& draw, const anatomy::Zone& zone, Pen& pen) {
    std::size_t count = 0;
    for (const anatomy::Referring& one : anatomy::referring_to(content(c), zone.id))
        count += one.part == anatomy::ReferralPart::seen ? 0 : 1;
    const std::string name = words(c, zone.name, zone.plain_name);
    const std::string line = c.t("zone.points", {std::to_string(count)});
    const ImRect row = pen.take_px(two_lines_height(c, name, line, pen.width() - c.px(52)));
    const bool on = c.model().plan.zone == zone.id;
    const Response response =
        interact(c, {.name = "zone/" + zone.id, .text = name, .role = Role::row, .on = on}, row);
    if (on)
        draw.AddRectFilled(row.Min, row.Max, c.theme.accent_soft);
    else if (response.hovered)
        draw.AddRectFilled(row.Min, row.Max, c.theme.bg2);
    write_icon(c, draw, icon::paint_brush, {row.Min.x + c.px(23), row.Min.y + c.px(22)}, c.theme.t2, Type::regular14);
    draw_two_lines(c, draw, {row.Min.x + c.px(40), row.Min.y, row.Max.x - c.px(12), row.Max.y}, c.theme.t1, name,
                   c.theme.t2, line);
    if (response.clicked) c.send(session::ChooseZone{zone.id});
}

// The muscle, and whether the point refers to an area that was found.
std::string words_under(const Context& c, const anatomy::TriggerPoint& point, const Found& found) {
    const std::string muscle = point_line(c, point);
    const Refers how = refers(c, point, found);
    if (how == Refers::mostly) return c.t("zone.refers", {muscle});
    return how == Refers::also ? c.t("zone.spills-over", {muscle}) : muscle;
}

void draw_point_row(Context& c, ImDrawList& draw, const anatomy::TriggerPoint& point, const Found& found, Pen& pen) {
    const std::string muscle = words_under(c, point, found);
    const ImRect row = pen.take_px(two_lines_height(c, point.code, muscle, pen.width() - c.px(52)));
    const bool on = c.model().plan.point == point.id;
    const Response response =
        interact(c, {.name = "list/" + point.id, .text = point.code, .role = Role::row, .on = on}, row);
    if (on)
        draw.AddRectFilled(row.Min, row.Max, c.theme.accent_soft);
    else if (response.hovered)
        draw.AddRectFilled(row.Min, row.Max, c.theme.bg2);
    draw_point_ring(c, draw, {row.Min.x + c.px(23), row.Min.y + c.px(22)}, c.px(10), point.show_only.has_value());
    draw_two_lines(c, draw, {row.Min.x + c.px(40), row.Min.y, row.Max.x - c.px(12), row.Max.y}, c.theme.t1, point.code,
                   c.theme.t2, muscle);
    if (response.clicked) c.send(session::ChoosePoint{point.id});
}

void draw_topic_row(Context& c, ImDrawList& draw, const anatomy::Topic& topic, Pen& pen) {
    const std::string title = words(c, topic.title, topic.plain_title), kind = c.t("topic.to-read");
    const ImRect row = pen.take_px(two_lines_height(c, title, kind, pen.width() - c.px(52)));
    const Response response = interact(c, {.name = "list/" + topic.id, .text = title, .role = Role::row}, row);
    if (response.hovered) draw.AddRectFilled(row.Min, row.Max, c.theme.bg2);
    write_icon(c, draw, icon::page, {row.Min.x + c.px(23), row.Min.y + c.px(22)}, c.theme.t2, Type::regular14);
    draw_two_lines(c, draw, {row.Min.x + c.px(40), row.Min.y, row.Max.x - c.px(12), row.Max.y}, c.theme.t1, title,
                   c.theme.t2, kind);
    if (response.clicked) c.send(session::OpenTopic{topic.id});
}

// The name of the first row.
std::string first_row(const Context& c, const Found& found) {
    if (!found.conditions.empty()) return "condition/" + content(c).conditions[found.conditions.front()].id;
    if (!found.zones.empty()) return "zone/" + content(c).zones[found.zones.front()].id;
    if (!found.structures.empty()) return "list/" + c.atlas().structures[found.structures.front()].id;
    if (!found.points.empty()) return "list/" + content(c).points[found.points.front()].id;
    return "list/" + content(c).topics[found.topics.front()].id;
}

void submit(Context& c, const Found& found, Submit how) {
    if (found.count() == 0) return;
    if (!found.conditions.empty())
        return c.send(session::ChooseCondition{content(c).conditions[found.conditions.front()].id});
    if (!found.zones.empty()) return c.send(session::ChooseZone{content(c).zones[found.zones.front()].id});
    if (found.structures.empty() && found.points.empty())
        return c.send(session::OpenTopic{content(c).topics[found.topics.front()].id});
    if (found.structures.empty()) {
        return c.send(session::ChoosePoint{content(c).points[found.points.front()].id});
    }
    const base::Id& id = c.atlas().structures[found.structures.front()].id;
    c.send(session::Select{id});
    if (how == Submit::ctrl_enter) c.send(session::Isolate{id});
    c.send(session::CentreOn{id});
}

}  // namespace

Found find_all(const Context& c) {
    const std::string& query = c.model().search;
    const session::World& world = *c.snapshot.world;
    Found found{find_conditions(world, query), find_zones(world, query), find_structures(world, c.texts, query),
            find_points(world, query), find_topics(world, query)};
    std::stable_sort(found.points.begin(), found.points.end(), [&](std::size_t a, std::size_t b) {
        return refers(c, content(c).points[a], found) < refers(c, content(c).points[b], found);
    });
    return found;
}

void draw_found(Context& c, ImDrawList& draw, Pen& pen, const Found& found) {
    if (found.count() == 0) return draw_no_hit(c, draw, pen);
    for (const std::size_t index : found.conditions) {
        const anatomy::Condition& condition = content(c).conditions[index];
        draw_condition_row(c, draw, condition, pen.take_px(condition_row_height(c, condition, pen.width())));
    }
    for (const std::size_t index : found.zones) draw_zone_row(c, draw, content(c).zones[index], pen);
    for (const std::size_t index : found.structures) draw_structure_row(c, c.atlas().structures[index], pen);
    for (const std::size_t index : found.points) draw_point_row(c, draw, content(c).points[index], found, pen);
    for (const std::size_t index : found.topics) draw_topic_row(c, draw, content(c).topics[index], pen);
}

void draw_search(Context& c, const Found& found, const ImRect& rect) {
    const Spec spec{.name = "search", .text = c.t("list.search"), .command = Command::search};
    const FieldResponse field = text_field(c, spec, icon::search, c.model().search, c.t("list.hint"), rect);
    if (field.text) c.send(session::Search{*field.text});
    if (field.submit != Submit::none) submit(c, found, field.submit);
    if (field.down && found.count() > 0) {
        ImGui::ClearActiveID();
        c.state.focus = c.state.scroll_to = first_row(c, found);
        c.state.focus_ring = true;
    }
    if (c.model().search.empty()) return;
    const ImRect clear(rect.Max.x - c.px(40), rect.Min.y, rect.Max.x, rect.Max.y);
    if (icon_button(c, {.name = "search/clear", .text = c.t("list.clear")}, icon::close, clear)) {
        c.send(session::Search{});
    }
}

}  // namespace drypoint::ui
