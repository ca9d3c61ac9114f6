#include "ui/panels/structure_rows.h"

#include <algorithm>
#include <array>
#include <map>

#include "ui/commands.h"
#include "ui/draw.h"
#include "ui/icons.h"
#include "ui/statements.h"
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

}  // namespace

// Wrapped like every row, beside the eye.
void draw_structure_row(Context& c, const Structure& structure, Pen& pen) {
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

void draw_structure_groups(Context& c, Pen& pen) {
    draw_regions(c, pen);
    for (const Group& group : groups_of(c)) {
        draw_heading(c, group, pen.take(40));
        if (c.state.folded.count(group.id) != 0) continue;
        for (const std::size_t index : group.members) draw_structure_row(c, c.atlas().structures[index], pen);
    }
}

}  // namespace drypoint::ui
