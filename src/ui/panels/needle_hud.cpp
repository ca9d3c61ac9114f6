// Over the limb in the needle's room: the map's button, the point, the legend, and the best entry beside the taught
// one.
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/number.h"
#include "scene/map_paint.h"
#include "session/needle.h"
#include "ui/commands.h"
#include "ui/draw.h"
#include "ui/icons.h"
#include "ui/panel.h"
#include "ui/panels/needle_room.h"
#include "ui/panels/panels.h"
#include "ui/statements.h"
#include "ui/tone.h"
#include "ui/type.h"
#include "ui/widgets.h"

namespace drypoint::ui {
namespace {

constexpr float edge_inset = 16, key_height = 92, margin_height = 44;

void draw_buttons(Context& c) {
    const ImRect& v = c.layout.viewport;
    const ImRect plate(v.Max.x - c.px(edge_inset + 80), v.Min.y + c.px(edge_inset), v.Max.x - c.px(edge_inset),
                       v.Min.y + c.px(edge_inset + 40));
    const Panel panel(c, "needle-hud", plate, Ground::plate);
    const bool on = c.model().plan.entry_map, fold = chosen_place(c)->way->fold;
    const Spec map{.name = "map/toggle",
                   .text = c.t("map.title"),
                   .enabled = on || !fold,
                   .on = on,
                   .tip = c.t(fold ? "way-in.fold" : "map.tip")};
    if (icon_button(c, map, icon::map, {plate.Min, {plate.Min.x + c.px(40), plate.Max.y}}, Look::plate))
        c.send(session::ShowMap{!on});
    const Spec centre{.name = "map/centre", .text = c.t("map.centre")};
    if (icon_button(c, centre, icon::crosshairs, {{plate.Min.x + c.px(40), plate.Min.y}, plate.Max}, Look::plate))
        c.send(session::CentreOn{c.model().plan.point});
}

// Which point, and whose path the needle lies on.
void draw_point(Context& c) {
    const anatomy::TriggerPoint* point = chosen_point(c);
    const auto laid = session::laid_needle(*c.snapshot.world, c.model());
    const std::string muscle = muscle_name(c, *point);
    const session::WayKind kind = laid ? laid->kind : session::WayKind::taught;
    const std::string whose = c.t(kind == session::WayKind::taught ? "own.title-taught"
                                  : kind == session::WayKind::own  ? "own.title"
                                                                   : "own.tried");
    const ImRect& v = c.layout.viewport;
    const float code = measure(c, Type::semibold14, point->code).x;
    const float text =
        std::max(code + c.px(8) + measure(c, Type::regular14, muscle).x, measure(c, Type::regular12, whose).x);
    const float width = std::min(text + c.px(52), v.GetWidth() - c.px(2 * edge_inset));
    const ImVec2 at = v.Min + ImVec2(c.px(edge_inset), c.px(edge_inset + 48));
    const ImRect rect(at, at + ImVec2(width, c.px(48)));
    const Panel panel(c, "needle-point", rect, Ground::plate);
    draw_point_ring(c, panel.draw(), {at.x + c.px(20), rect.GetCenter().y}, c.px(11), false);
    const float x = at.x + c.px(40);
    write_in(c, panel.draw(), Type::semibold14, {x, at.y + c.px(4), rect.Max.x, at.y + c.px(26)}, c.theme.t1,
             point->code);
    write_in(c, panel.draw(), Type::regular14,
             {x + code + c.px(8), at.y + c.px(4), rect.Max.x - c.px(8), at.y + c.px(26)}, c.theme.t2, muscle);
    write_in(c, panel.draw(), Type::regular12, {x, at.y + c.px(26), rect.Max.x - c.px(8), at.y + c.px(44)}, c.theme.t2,
             whose);
    announce(c, "needle-room/point", point->code + " " + muscle, {at, {rect.Max.x, at.y + c.px(26)}});
    announce(c, "needle-room/path", whose, {{at.x, at.y + c.px(26)}, rect.Max});
}

void draw_legend_tiles(Context& c, ImDrawList& draw, Pen& pen) {
    const std::string margin = base::at_most_two_decimals(c.model().plan.map_margin_mm);
    const std::string half = base::at_most_two_decimals(c.model().plan.map_margin_mm / 2.0);
    const std::vector<scene::Tone> tones = scene::map_tones(c.model().plan.map_margin_mm, c.palette);
    // The best first; the tones come in the order in which they are painted.
    const std::array<std::pair<std::string, const scene::Tone*>, 4> rows{
        {{c.t("map.spare", {margin}), &tones[2]},
         {c.t("map.some", {half, margin}), &tones[3]},
         {c.t("map.little", {half}), &tones[1]},
         {c.t("map.short"), &tones[0]}}};
    const float half_width = std::floor(pen.width() * 0.5f);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& [words, tone] = rows[i];
        const float x = pen.left + (i % 2 == 1 ? half_width : 0.0f), y = pen.y + c.px(24) * static_cast<float>(i / 2);
        draw_tone(c, draw, {x, y + c.px(2), x + c.px(28), y + c.px(20)}, *tone, anatomy::Tissue::skin);
        const ImRect rect(x + c.px(36), y, x + half_width - c.px(4), y + c.px(22));
        if (!write_in(c, draw, Type::regular12, rect, c.theme.t1, words)) c.registry.note_cut();
        announce(c, "map/legend/" + std::to_string(i), words, rect);
    }
    pen.skip(52);
}

// What counts as to spare.
void draw_margin(Context& c, ImDrawList& draw, const ImRect& row) {
    const std::string words = c.t("map.margin"), value = base::at_most_two_decimals(c.model().plan.map_margin_mm) + " mm";
    const float text = measure(c, Type::regular12, words).x + c.px(8);
    write_in(c, draw, Type::regular12, row, c.theme.t2, words);
    write_in(c, draw, Type::medium14, row, c.theme.t1, value, 1.0f);
    const SliderRange range{static_cast<float>(session::least_map_margin_mm),
                            static_cast<float>(session::most_map_margin_mm),
                            0.5f,
                            1.0f,
                            0.5f};
    const Spec spec{.name = "map/margin", .text = words + " " + value, .tip = c.t("map.margin-tip")};
    const SliderResponse response = slider(c, spec, static_cast<float>(c.model().plan.map_margin_mm),
                                           {row.Min.x + text, row.Min.y, row.Max.x - c.px(64), row.Max.y}, range);
    if (response.value) c.send(session::SetMapMargin{static_cast<double>(*response.value)});
    if (response.released) c.send(session::EndGesture{});
}

// "In this model" in its title; the four tiles; the margin, which a clean picture and a low one only tell.
void draw_legend(Context& c) {
    if (!c.model().plan.entry_map) return;
    const ImRect& v = c.layout.viewport;
    const float bottom = v.Max.y - c.px(edge_inset);
    const float least_top = v.Min.y + c.px(128);
    const bool with_margin = !c.state.clean && bottom - c.px(key_height + margin_height) >= least_top;
    const float top = bottom - c.px(key_height + (with_margin ? margin_height : 0.0f));
    if (top < least_top) return;
    const ImRect rect(v.Min.x + c.px(edge_inset), top, std::min(v.Max.x - c.px(edge_inset), v.Min.x + c.px(edge_inset + 480)), bottom);
    const Panel panel(c, "map-legend", rect, Ground::plate);
    ImDrawList& draw = panel.draw();
    Pen pen{c, rect.Min.x + c.px(14), rect.Max.x - c.px(14), rect.Min.y + c.px(8)};
    const ImRect title = pen.take(22);
    write_in(c, draw, Type::semibold14, title, c.theme.t1, c.t("map.legend"));
    const session::MapFindings* findings = c.snapshot.map.get();
    std::string state = c.t("map.coming-short");
    if (findings != nullptr) state = findings->made_for != nullptr ? findings->made_for->name : c.t("map.any-needle");
    write_in(c, draw, Type::regular12, title, c.theme.t2, state, 1.0f);
    announce(c, "map/state", state, title);
    pen.skip(4);
    draw_legend_tiles(c, draw, pen);
    if (with_margin) draw_margin(c, draw, pen.take(40));
}

// Marks on the skin: where the largest margin begins, and the taught entry.
void draw_entries(Context& c) {
    const session::MapFindings* findings = c.snapshot.map.get();
    if (findings == nullptr || findings->point != c.model().plan.point) return;
    const ImRect& v = c.layout.viewport;
    ImDrawList& draw = *ImGui::GetBackgroundDrawList();
    const auto mark = [&](const glm::dvec3& place, ImU32 colour, const char* name, const std::string& text,
                          bool ticked) {
        const ImVec2 size = v.GetSize();
        const glm::vec3 px = geometry::project(c.model().camera, c.atlas().bounds, {size.x, size.y}, glm::vec3(place));
        const ImVec2 at = v.Min + ImVec2(px.x, px.y);
        if (!(px.z <= 1.0f) || !v.Contains(at)) return;
        ring(draw, at, c.px(8), colour, c.theme.outline, 2.0f * c.layout.scale);
        if (ticked) tick(draw, at, c.px(8), colour);
        c.registry.add({name,
                        text,
                        Role::text,
                        {at - ImVec2(c.px(8), c.px(8)), at + ImVec2(c.px(8), c.px(8))},
                        true,
                        false,
                        true,
                        0});
    };
    if (findings->suggestion.suggested) {
        mark(findings->suggestion.suggested->report.needle.entry_mm, packed(c.palette.target), "map/best",
             c.t("map.best"), true);
    }
    mark(findings->suggestion.taught.report.needle.entry_mm, packed(c.palette.needle), "map/taught", c.t("map.taught"),
         false);
}

}  // namespace

void draw_needle_hud(Context& c) {
    if (c.model().plan.room != session::Room::needle || chosen_point(c) == nullptr) return;
    draw_buttons(c);
    draw_point(c);
    draw_map_key(c);
}

void draw_map_key(Context& c) {
    if (c.model().plan.room != session::Room::needle || chosen_point(c) == nullptr) return;
    draw_legend(c);
    draw_entries(c);
}

}  // namespace drypoint::ui
