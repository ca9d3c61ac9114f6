#include "ui/overlay.h"

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>

#include "base/number.h"
#include "scene/hulls.h"
#include "ui/commands.h"
#include "ui/draw.h"
#include "ui/keyboard.h"
#include "ui/names.h"
#include "ui/statements.h"
#include "ui/type.h"

namespace drypoint::ui {
namespace {

constexpr const char* ring_prefix = "point/";
constexpr float hidden_part = 0.4f;  // of the strength of what names something hidden

struct Drawing {
    const Context& c;
    ImDrawList& draw;
    ImVec2 origin;

    ImVec2 at(glm::vec2 px) const { return origin + ImVec2(px.x, px.y); }
    ImRect at(const scene::Rect& rect) const { return {at(rect.min), at(rect.max)}; }
    float u(float units) const { return units * c.layout.scale; }
};

void dashed(const Drawing& d, ImVec2 from, ImVec2 to, ImU32 colour, float width, float dash, float gap) {
    dashed_line(d.draw, from, to, d.c.theme.outline, d.u(width + 1.9f), d.u(dash), d.u(gap));
    dashed_line(d.draw, from, to, colour, d.u(width), d.u(dash), d.u(gap));
}

void draw_path(const Drawing& d, const scene::OverlayPath& path, ImU32 colour) {
    const ImU32 ink = faded(colour, path.dimmed ? hidden_part : (path.behind ? 0.45f : 0.9f));
    const ImVec2 outside = d.at(path.outside), entry = d.at(path.entry), target = d.at(path.target);
    d.draw.AddLine(outside, entry, d.c.theme.outline, d.u(3.2f));
    d.draw.AddLine(outside, entry, ink, d.u(1.4f));
    dashed(d, entry, target, ink, 1.4f, 4, 3);
    d.draw.AddCircleFilled(entry, d.u(2.6f), d.c.theme.outline);
    d.draw.AddCircleFilled(entry, d.u(1.7f), ink);
}

void draw_handle(const Drawing& d, const scene::OverlayNeedle& needle, ImU32 colour) {
    const ImVec2 from = d.at(needle.handle_end), to = d.at(needle.handle_start);
    d.draw.AddLine(from, to, d.c.theme.outline, d.u(10));
    d.draw.AddLine(from, to, colour, d.u(8));
    const ImVec2 way = to - from;
    const float length = std::sqrt(ImLengthSqr(way));
    if (length < d.u(8)) return;
    const ImVec2 across = ImVec2(-way.y, way.x) / length * d.u(3);
    const int ribs = static_cast<int>(length / d.u(4));
    for (int i = 1; i < ribs; ++i) {
        const ImVec2 at = from + way * (static_cast<float>(i) / static_cast<float>(ribs));
        d.draw.AddLine(at - across, at + across, faded(d.c.theme.outline, 0.6f), d.u(1));
    }
}

// A clear tube round shaft and handle: its walls.
void draw_tube(const Drawing& d, ImVec2 skin, ImVec2 end, ImU32 colour) {
    const ImVec2 way = end - skin;
    const float length = std::sqrt(ImLengthSqr(way));
    if (length < d.u(8)) return;
    const ImVec2 across = ImVec2(-way.y, way.x) / length * d.u(7);
    d.draw.AddQuadFilled(skin - across, skin + across, end + across, end - across, faded(colour, 0.15f));
    d.draw.AddQuad(skin - across, skin + across, end + across, end - across, d.c.theme.outline, d.u(3));
    d.draw.AddQuad(skin - across, skin + across, end + across, end - across, faded(colour, 0.8f), d.u(1.2f));
}

void draw_needle(const Drawing& d, const scene::OverlayNeedle& needle, ImU32 full) {
    const ImU32 colour = faded(full, needle.dimmed ? hidden_part : 1.0f);
    const ImVec2 entry = d.at(needle.entry), tip = d.at(needle.tip);
    if (needle.short_of_target) dashed(d, tip, d.at(needle.target), faded(colour, 0.55f), 1.4f, 3, 4);
    dashed(d, entry, tip, faded(colour, 0.8f), 2.4f, 5, 4);
    d.draw.AddLine(d.at(needle.handle_start), entry, d.c.theme.outline, d.u(5));
    d.draw.AddLine(d.at(needle.handle_start), entry, colour, d.u(3));
    draw_handle(d, needle, colour);
    if (needle.tube_end) draw_tube(d, entry, d.at(*needle.tube_end), colour);
    const ImVec2 way = tip - entry;
    const float length = std::sqrt(ImLengthSqr(way));
    const ImVec2 across = length > 0 ? ImVec2(-way.y, way.x) / length * d.u(4) : ImVec2(0, 0);
    for (const glm::vec2& depth : needle.depths) {
        d.draw.AddLine(d.at(depth) - across, d.at(depth) + across, d.c.theme.outline, d.u(3));
        d.draw.AddLine(d.at(depth) - across, d.at(depth) + across, colour, d.u(1.2f));
    }
    if (!needle.at_target) d.draw.AddCircleFilled(tip, d.u(2.5f), colour);
}

void draw_clearance(const Drawing& d, const scene::OverlayClearance& one, ImU32 risk) {
    const ImU32 colour = faded(one.touched ? risk : d.c.theme.on_outline, one.dimmed ? hidden_part : 1.0f);
    const ImVec2 from = d.at(one.from), to = d.at(one.to);
    dashed(d, from, to, colour, 1.3f, 3, 3);
    d.draw.AddCircleFilled(to, d.u(3.4f), d.c.theme.outline);
    d.draw.AddCircleFilled(to, d.u(2.2f), colour);
}

// Bars at both ends of the reach, across the limb, and a dot where it is in this model.
void draw_bracket(const Drawing& d, const scene::OverlayBracket& bracket) {
    const ImVec2 low = d.at(bracket.low), high = d.at(bracket.high), way = high - low;
    const float length = std::sqrt(ImLengthSqr(way));
    const ImVec2 across = length > 0 ? ImVec2(-way.y, way.x) / length * d.u(7) : ImVec2(d.u(7), 0);
    const ImU32 colour = d.c.theme.on_outline;
    dashed(d, low, high, colour, 1.6f, 4, 3);
    for (const ImVec2& end : {low, high}) {
        d.draw.AddLine(end - across, end + across, d.c.theme.outline, d.u(4.4f));
        d.draw.AddLine(end - across, end + across, colour, d.u(2.2f));
    }
    d.draw.AddCircleFilled(d.at(bracket.at), d.u(4.2f), d.c.theme.outline);
    d.draw.AddCircleFilled(d.at(bracket.at), d.u(2.8f), colour);
}

// A stadium round a code; `inset` pixels inside of the ring's border.
void stadium(const Drawing& d, const scene::OverlayRing& one, float inset, ImU32 colour, float width) {
    const ImVec2 half(one.half.x - inset, one.half.y - inset), centre = d.at(one.centre);
    d.draw.AddRect(centre - half, centre + half, colour, half.y, 0, width);
}

// Never needled: a broken ring.
void broken_stadium(const Drawing& d, const scene::OverlayRing& one, float inset, ImU32 colour, float width) {
    const ImVec2 half(one.half.x - inset, one.half.y - inset), centre = d.at(one.centre);
    d.draw.PathRect(centre - half, centre + half, half.y);
    const ImVector<ImVec2> border = d.draw._Path;
    d.draw.PathClear();
    dashed_outline(d.draw, border.Data, border.Size, true, colour, width, d.u(7), d.u(5));
}

void draw_ring(const Drawing& d, const scene::OverlayRing& one, ImU32 point) {
    const ImVec2 centre = d.at(one.centre), half(one.half.x, one.half.y);
    const float strength = one.dimmed ? hidden_part : (one.behind ? 0.6f : 1.0f);
    const ImU32 colour = faded(point, strength);
    if (one.bare) return ring(d.draw, centre, half.y - d.u(2), colour, faded(d.c.theme.outline, strength), d.u(2));
    const ImVec2 dark_half = half + ImVec2(d.u(1), d.u(1));
    d.draw.AddRectFilled(centre - dark_half, centre + dark_half,
                         faded(d.c.theme.outline, one.dimmed ? 0.65f : std::min(strength, 0.92f)), dark_half.y);
    if (one.chosen) {
        stadium(d, one, d.u(0.8f), colour, d.u(1.6f));
        stadium(d, one, d.u(4), colour, d.u(2.6f));
    } else if (one.show_only) {
        broken_stadium(d, one, d.u(2), colour, d.u(2.4f));
    } else {
        stadium(d, one, d.u(2), colour, d.u(2.4f));
    }
    write_in(d.c, d.draw, Type::medium12, {centre - half, centre + half},
             faded(d.c.theme.on_outline, std::min(1.0f, strength + 0.25f)), one.code, 0.5f);
}

// From a ring that had to move to where its point is.
void draw_way_to_place(const Drawing& d, const scene::OverlayRing& one, ImU32 point) {
    if (one.centre == one.place) return;
    const ImU32 colour = faded(point, one.dimmed ? hidden_part : (one.behind ? 0.6f : 1.0f));
    const ImVec2 place = d.at(one.place);
    leader(d.draw, d.at(one.centre), place, colour, faded(d.c.theme.outline, 0.8f), d.c.layout.scale);
    d.draw.AddCircleFilled(place, d.u(4), d.c.theme.outline);
    d.draw.AddCircleFilled(place, d.u(2.8f), colour);
}

void draw_leader(const Drawing& d, const scene::OverlayLabel& label) {
    const float strength = label.dimmed ? hidden_part : 1.0f;
    const bool referral = label.kind == scene::LabelKind::referral;
    const ImU32 plain = referral ? packed(d.c.palette.point) : d.c.theme.t1;
    const ImU32 line = faded(label.touched ? d.c.theme.risk_text : plain, strength);
    leader(d.draw, d.at(label.leader_from), d.at(label.leader_to), line, faded(d.c.theme.under, strength),
           d.c.layout.scale);
}

void draw_label(const Drawing& d, const scene::OverlayLabel& label) {
    const Theme& t = d.c.theme;
    const ImRect plate = d.at(label.plate);
    const bool quiet = label.kind == scene::LabelKind::clearance;
    d.draw.AddRectFilled(plate.Min, plate.Max, t.plate, d.u(4));
    if (label.touched) d.draw.AddRect(plate.Min, plate.Max, t.risk_text, d.u(4));
    ImRect row(plate.Min.x + d.u(scene::label_padding_x), plate.Min.y + d.u(scene::label_padding_y),
               plate.Max.x - d.u(scene::label_padding_x) + 1, 0);
    const auto write_rows = [&](const std::vector<std::string>& lines, Type type, float height, ImU32 ink) {
        for (const std::string& line : lines) {
            row.Max.y = row.Min.y + d.u(height);
            write_in(d.c, d.draw, type, row, label.dimmed ? t.t3 : ink, line);
            row.Min.y = row.Max.y;
        }
    };
    write_rows(label.title_lines, Type::medium14, scene::label_title_row, quiet ? t.t2 : t.t1);
    write_rows(label.line_lines, Type::regular12, scene::label_line_row,
               label.touched ? t.risk_text : (quiet ? t.t1 : t.t2));
}

void draw_more(const Drawing& d, const scene::Overlay& overlay) {
    if (!overlay.more_plate) return;
    const ImRect plate = d.at(*overlay.more_plate);
    d.draw.AddRectFilled(plate.Min, plate.Max, d.c.theme.plate, d.u(4));
    write_in(d.c, d.draw, Type::medium12, plate, d.c.theme.t1, "+" + std::to_string(overlay.more_labels), 0.5f);
}

// What the number means, for who rests the pointer on it.
void explain_more(Context& c, const scene::Overlay& overlay, const ImRect& plate) {
    const std::string title = c.t("overlay.more", {std::to_string(overlay.more_labels)});
    c.registry.add({"label/more", title, Role::text, plate, true, false, true, 0});
    if (plate.Contains(ImGui::GetIO().MousePos)) c.tooltip = Tooltip{plate, title, "", c.t("overlay.more-tip")};
}

// A ring of its own, or within the point's where the two lie together.
void draw_target(const Drawing& d, const scene::Overlay& overlay) {
    if (!overlay.shaft) return;
    const ImU32 colour = faded(packed(overlay.target), overlay.shaft->dimmed ? hidden_part : 1.0f);
    for (const scene::OverlayRing& one : overlay.rings) {
        if (one.chosen && holds(one.box(), overlay.shaft->target)) return stadium(d, one, d.u(7), colour, d.u(1.6f));
    }
    ring(d.draw, d.at(overlay.shaft->target), d.u(6.5f), colour, d.c.theme.outline, d.u(2));
}

void draw_all(const Drawing& d, const scene::Overlay& overlay) {
    const ImU32 point = packed(overlay.point);
    for (const scene::OverlayPath& path : overlay.paths) draw_path(d, path, point);
    for (const scene::OverlayClearance& one : overlay.clearances) draw_clearance(d, one, packed(overlay.risk));
    if (overlay.bracket) draw_bracket(d, *overlay.bracket);
    for (const scene::OverlayLabel& label : overlay.labels) draw_leader(d, label);
    if (overlay.shaft) draw_needle(d, *overlay.shaft, packed(overlay.needle));
    for (const scene::OverlayRing& one : overlay.rings) draw_way_to_place(d, one, point);
    for (const scene::OverlayRing& one : overlay.rings) draw_ring(d, one, point);
    draw_target(d, overlay);
    for (const scene::OverlayLabel& label : overlay.labels) draw_label(d, label);
    draw_more(d, overlay);
}

// What the panels of this frame cover of the picture.
std::vector<scene::Rect> covered(const Context& c) {
    std::vector<scene::Rect> rects;
    const ImRect& v = c.layout.viewport;
    for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
        if (!window->Active || window->IsFallbackWindow || !window->Rect().Overlaps(v)) continue;
        const ImRect rect = window->Rect();
        rects.push_back({{rect.Min.x - v.Min.x, rect.Min.y - v.Min.y}, {rect.Max.x - v.Min.x, rect.Max.y - v.Min.y}});
    }
    return rects;
}

void name_all(Context& c, const scene::Overlay& overlay) {
    const Drawing d{c, *ImGui::GetBackgroundDrawList(), c.layout.viewport.Min};
    for (const scene::OverlayRing& one : overlay.rings) {
        const ImRect rect = d.at(one.box());
        const std::string name = one.code + " " + one.muscle;
        c.registry.add({ring_prefix + one.code, name, Role::text, rect, true, one.chosen, true, 0});
        const bool free = ImGui::GetCurrentContext()->HoveredWindow == nullptr && c.state.drag == Drag::none;
        if (free && !sheet_is_open(c) && rect.Contains(ImGui::GetIO().MousePos)) {
            c.tooltip = Tooltip{rect, name, "", c.t(one.show_only ? "point.show-only" : "point.choose")};
        }
    }
    if (overlay.more_plate) explain_more(c, overlay, d.at(*overlay.more_plate));
    for (const scene::OverlayLabel& label : overlay.labels) {
        const std::string text = label.line.empty() ? label.title : label.title + ", " + label.line;
        c.registry.add({"label/" + label.id, text, Role::text, d.at(label.plate), true, label.strong, true, 0});
    }
}

}  // namespace

void draw_overlay(Context& c) {
    const ImRect& v = c.layout.viewport;
    if (v.GetWidth() <= 0 || v.GetHeight() <= 0 || (c.layout.one_panel() && c.layout.floating)) return;
    scene::OverlayOptions options;
    options.size_px = {v.GetWidth(), v.GetHeight()};
    options.scale = c.layout.scale;
    options.labels = c.state.labels && !hides_labels(c);
    options.reserved = covered(c);
    options.text_size = [&c](std::string_view text, scene::TextStyle style) {
        const bool title = style == scene::TextStyle::title, code = style == scene::TextStyle::code;
        const ImVec2 size = measure(c, title ? Type::medium14 : (code ? Type::medium12 : Type::regular12), text);
        return glm::vec2(size.x, size.y);
    };
    options.name_of = [&c](const base::Id& id, const std::string& name) { return name_in_register(c, id, name); };
    options.area_words = [&c](const anatomy::Zone& area) {
        return std::pair(c.t("referral.here"), words(c, area.name, area.plain_name));
    };
    if (c.needle.assessment != nullptr) options.hulls = scene::shown_hulls(c.snapshot, *c.needle.assessment);
    options.hull_words = c.t("overlay.hull");
    options.level_words = [&c](double along_mm) {
        return std::pair(c.t("overlay.level", {base::at_most_two_decimals(along_mm)}), c.t("overlay.level-line"));
    };
    const scene::Overlay overlay = scene::build_overlay(c.snapshot, c.needle.report(), c.palette, options);
    ImDrawList& draw = *ImGui::GetBackgroundDrawList();
    draw.PushClipRect(v.Min, v.Max, true);
    draw_all({c, draw, v.Min}, overlay);
    draw.PopClipRect();
    name_all(c, overlay);
}

base::Id ring_under(const Context& c, ImVec2 at) {
    const std::string_view prefix(ring_prefix);
    for (const Widget& widget : c.registry.widgets()) {
        const std::string_view name(widget.name);
        if (name.substr(0, prefix.size()) != prefix || !widget.rect.Contains(at)) continue;
        const session::PlacedPoint* point = c.snapshot.world->find_point(name.substr(prefix.size()));
        if (point != nullptr) return point->id;
    }
    return {};
}

}  // namespace drypoint::ui
