// The list at the left: search over everything; conditions, or the structures of the model, one row each with an eye.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "ui/commands.h"
#include "ui/draw.h"
#include "ui/icons.h"
#include "ui/panel.h"
#include "ui/panels/condition_list.h"
#include "ui/panels/panels.h"
#include "ui/search.h"
#include "ui/statements.h"
#include "ui/text_field.h"
#include "ui/type.h"

namespace drypoint::ui {
namespace {

using anatomy::Structure;
using anatomy::Tissue;

// As a student goes through the limb: the muscles of the thigh, the hip, the knee, the leg, then what runs between
// them.
constexpr std::array<const char*, 14> known_groups{
    "anterior-thigh", "medial-thigh",  "posterior-thigh", "gluteal", "iliopsoas", "knee",  "leg-anterior",
    "leg-lateral",    "leg-posterior", "arteries",        "veins",   "nerves",    "bones", "envelope"};

// Groups of other models by what is in them, behind the known ones.
int order_of(Tissue tissue) {
    switch (tissue) {
        case Tissue::muscle:
            return 0;
        case Tissue::artery:
        case Tissue::vein:
            return 2;
        case Tissue::nerve:
            return 3;
        case Tissue::bone:
            return 4;
        case Tissue::skin:
        case Tissue::fat:
            return 6;
        case Tissue::other:
            return 7;
        default:
            return 5;
    }
}

struct Group {
    std::string id, title;
    int order = 100;
    std::vector<std::size_t> members;
};

std::vector<Group> groups_of(const Context& c) {
    std::map<std::string, Group> by_id;
    const auto& structures = c.atlas().structures;
    for (std::size_t i = 0; i < structures.size(); ++i) {
        Group& group = by_id[structures[i].group];
        group.members.push_back(i);
        group.order = std::min(group.order, order_of(structures[i].tissue) + static_cast<int>(known_groups.size()));
    }
    std::vector<Group> groups;
    for (auto& [id, group] : by_id) {
        group.id = id.empty() ? "none" : id;
        group.title = c.texts.name_of("group.", group.id);
        const auto known = std::find(known_groups.begin(), known_groups.end(), group.id);
        if (known != known_groups.end()) group.order = static_cast<int>(known - known_groups.begin());
        groups.push_back(std::move(group));
    }
    std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
        return a.order != b.order ? a.order < b.order : a.title < b.title;
    });
    return groups;
}

void open_menu(Context& c, const Structure& structure) {
    c.send(session::Select{structure.id});
    c.state.menu_structure = structure.id;
    c.state.menu_open = true;
    c.state.menu_at = ImGui::GetIO().MousePos;
}

std::string words_under(const Context& c, const Structure& structure) {
    const std::string tissue = c.texts.name_of("tissue.", anatomy::name(structure.tissue));
    const session::Appearance& look = c.appearance(structure);
    if (!look.visible) return c.t("list.hidden", {tissue});
    if (look.opacity < 0.995f) {
        return c.t("list.faded", {tissue, std::to_string(static_cast<int>(look.opacity * 100.0f + 0.5f))});
    }
    return structure.uncertain ? c.t("list.uncertain", {tissue}) : tissue;
}

void draw_eye(Context& c, const Structure& structure, const ImRect& row) {
    const bool visible = c.appearance(structure).visible;
    const ImRect rect(row.Max.x - c.px(44), row.Min.y + c.px(2), row.Max.x - c.px(4), row.Min.y + c.px(42));
    const Spec spec{.name = "list/" + structure.id + "/eye",
                    .text = c.t(visible ? "list.hide" : "list.show", {structure.name}),
                    .role = Role::part,
                    .on = visible,
                    .explain = true};
    const Response response = interact(c, spec, rect);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    if (response.hovered) draw.AddRectFilled(rect.Min, rect.Max, c.theme.bg3, c.px(6));
    write_icon(c, draw, visible ? icon::eye : icon::eye_slash, rect.GetCenter(),
               visible && !response.hovered ? c.theme.t3 : c.theme.t1, Type::regular14);
    if (!response.clicked) return;
    if (visible)
        c.send(session::Hide{structure.id});
    else
        c.send(session::Show{structure.id});
}

void draw_swatch(const Context& c, const Structure& structure, const ImRect& row) {
    if (!ImGui::IsRectVisible(row.Min, row.Max))
        return;  // ImGui leaves out text that is scrolled out of sight, but no circles
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImVec2 centre(row.Min.x + c.px(23), row.Min.y + c.px(22));
    const ImU32 tint = packed(c.palette.tissue[static_cast<std::size_t>(structure.tissue)]);
    if (c.appearance(structure).visible)
        draw.AddCircleFilled(centre, c.px(7), tint);
    else
        draw.AddCircle(centre, c.px(6), tint, 0, c.px(1.5f));
}

// Wrapped like every row, beside the eye.
void draw_row(Context& c, const Structure& structure, Pen& pen) {
    const float wide = pen.width() - c.px(84);
    const ImRect row = pen.take_px(two_lines_height(c, structure.name, words_under(c, structure), wide));
    const bool selected = c.model().selected == structure.id;
    ImRect press = row;
    press.Max.x -= c.px(44);
    const ImRect text(row.Min.x + c.px(40), row.Min.y, press.Max.x, row.Max.y);
    const Response response =
        interact(c, {.name = "list/" + structure.id, .text = structure.name, .role = Role::row, .on = selected}, press);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const bool hovered = response.hovered || c.model().hovered == structure.id;
    if (selected)
        draw.AddRectFilled(row.Min, row.Max, c.theme.accent_soft);
    else if (hovered)
        draw.AddRectFilled(row.Min, row.Max, c.theme.bg2);
    if (selected) draw.AddRectFilled(row.Min, {row.Min.x + c.px(3), row.Max.y}, c.theme.accent);
    draw_swatch(c, structure, row);
    const ImU32 ink = c.appearance(structure).visible ? c.theme.t1 : c.theme.t3;
    draw_two_lines(c, draw, text, ink, structure.name, selected ? c.theme.t2 : c.theme.t3, words_under(c, structure));
    if (response.hovered) c.pointed_at = structure.id;
    if (response.menu) open_menu(c, structure);
    if (response.clicked) {
        c.send(session::Select{structure.id});
        if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) c.send(session::CentreOn{structure.id});
    }
    draw_eye(c, structure, row);
}

void draw_heading(Context& c, const Group& group, const ImRect& rect) {
    const bool folded = c.state.folded.count(group.id) != 0;
    const Response response = interact(c,
                                       {.name = "list/group/" + group.id,
                                        .text = group.title,
                                        .on = !folded,
                                        .tip = c.t(folded ? "list.unfold" : "list.fold")},
                                       rect);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const ImU32 ink = response.hovered ? c.theme.t1 : c.theme.t3;
    chevron(draw, {rect.Min.x + c.px(23), rect.GetCenter().y}, c.px(8), ink, folded ? Toward::right : Toward::down);
    const ImRect text(rect.Min.x + c.px(40), rect.Min.y, rect.Max.x - c.px(40), rect.Max.y);
    write_in(c, draw, Type::medium12, text, ink, group.title);
    write_in(c, draw, Type::regular12, {text.Max.x, rect.Min.y, rect.Max.x - c.px(17), rect.Max.y}, c.theme.t3,
             std::to_string(group.members.size()), 1);
    if (!response.clicked) return;
    if (folded)
        c.state.folded.erase(group.id);
    else
        c.state.folded.insert(group.id);
}

// Presets of what is shown, and from where.
void draw_regions(Context& c, Pen& pen) {
    const auto& regions = c.snapshot.world->regions;
    if (regions.empty()) return;
    draw_heading(c, {"regions", c.t("list.regions"), 0, std::vector<std::size_t>(regions.size())}, pen.take(40));
    if (c.state.folded.count("regions") != 0) return;
    for (const session::Walkthrough& region : regions) {
        const std::string title = words(c, region.title, region.plain_title);
        const ImRect row = pen.take(40);
        const Spec spec{.name = "region/" + region.id, .text = title, .role = Role::row, .tip = c.t("list.region-tip")};
        const Response response = interact(c, spec, row);
        ImDrawList& draw = *ImGui::GetWindowDrawList();
        if (response.hovered) draw.AddRectFilled(row.Min, row.Max, c.theme.bg2);
        write_in(c, draw, Type::medium14, {row.Min.x + c.px(40), row.Min.y, row.Max.x - c.px(12), row.Max.y},
                 c.theme.t1, title);
        if (response.clicked) c.send(session::ShowRegion{region.id});
    }
}

void draw_groups(Context& c, Pen& pen) {
    draw_regions(c, pen);
    for (const Group& group : groups_of(c)) {
        draw_heading(c, group, pen.take(40));
        if (c.state.folded.count(group.id) != 0) continue;
        for (const std::size_t index : group.members) draw_row(c, c.atlas().structures[index], pen);
    }
}

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

// What the words in the search field lead to. Positions in the content and in the atlas.
struct Found {
    std::vector<std::size_t> conditions, zones, structures, points, topics;

    std::size_t count() const {
        return conditions.size() + zones.size() + structures.size() + points.size() + topics.size();
    }
};

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

void draw_found(Context& c, ImDrawList& draw, Pen& pen, const Found& found) {
    if (found.count() == 0) return draw_no_hit(c, draw, pen);
    for (const std::size_t index : found.conditions) {
        const anatomy::Condition& condition = content(c).conditions[index];
        draw_condition_row(c, draw, condition, pen.take_px(condition_row_height(c, condition, pen.width())));
    }
    for (const std::size_t index : found.zones) draw_zone_row(c, draw, content(c).zones[index], pen);
    for (const std::size_t index : found.structures) draw_row(c, c.atlas().structures[index], pen);
    for (const std::size_t index : found.points) draw_point_row(c, draw, content(c).points[index], found, pen);
    for (const std::size_t index : found.topics) draw_topic_row(c, draw, content(c).topics[index], pen);
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
        draw_groups(c, pen);
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
