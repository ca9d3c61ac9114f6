#include "ui/needle_strip.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "anatomy/envelope.h"
#include "scene/on_cuts.h"
#include "scene/strip.h"
#include "scene/wrap.h"
#include "ui/draw.h"
#include "ui/panel.h"
#include "ui/statements.h"
#include "ui/type.h"
#include "ui/widgets.h"

namespace drypoint::ui {
namespace {

constexpr float strip_padding = 12, bar_left = strip_ruler_width, bar_width = 34, text_left = 78;
constexpr float strip_head = 92;  // from the card's top to depth 0: title and the needle's handle
constexpr float strip_row = 20, second_line = 15, name_line = 15, least_leader = 12, least_gap = 3;
constexpr float least_bar = 170, least_number = 15;
constexpr std::size_t most_lines = 3;


std::string number(double value) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed, 1).ptr;
    return std::string(text, end);
}

struct Bar {
    ImRect rect;
    float px_per_mm;
    float y(double depth) const { return rect.Min.y + static_cast<float>(depth) * px_per_mm; }
};

// Patterns tell tissues apart without colour.
void draw_pattern(const Context& c, ImDrawList& draw, anatomy::Tissue tissue, const ImRect& r) {
    using anatomy::Tissue;
    const ImU32 ink = faded(c.theme.outline, 0.45f);
    draw.PushClipRect(r.Min, r.Max, true);
    if (tissue == Tissue::fat) {
        int odd = 0;
        for (float y = r.Min.y + c.px(3); y < r.Max.y; y += c.px(5), ++odd) {
            for (float x = r.Min.x + c.px(odd % 2 == 0 ? 3 : 6); x < r.Max.x; x += c.px(6))
                draw.AddCircleFilled({x, y}, 1.1f * c.layout.scale, ink);
        }
    } else if (tissue == Tissue::muscle) {
        int odd = 0;
        for (float y = r.Min.y + c.px(4); y < r.Max.y; y += c.px(6), ++odd) {
            for (float x = r.Min.x + c.px(odd % 2 == 0 ? 1 : 6); x < r.Max.x; x += c.px(10))
                draw.AddLine({x, y}, {x + c.px(5), y}, ink, c.layout.scale);
        }
    } else if (tissue == Tissue::bone || tissue == Tissue::joint) {
        const float height = r.GetHeight();
        for (float x = r.Min.x - height; x < r.Max.x; x += c.px(6)) {
            draw.AddLine({x, r.Max.y}, {x + height, r.Min.y}, ink, c.layout.scale);
            if (tissue == Tissue::joint) draw.AddLine({x, r.Min.y}, {x + height, r.Max.y}, ink, c.layout.scale);
        }
    }
    draw.PopClipRect();
}

void draw_layers(const Context& c, ImDrawList& draw, const scene::Strip& strip, const Bar& bar) {
    draw.AddRectFilled(bar.rect.Min, bar.rect.Max, c.theme.bg3);
    for (const scene::StripLayer& layer : strip.layers) {
        if (layer.structure.empty()) continue;
        const double exit = std::min(layer.exit_mm.value_or(strip.shown_mm), strip.shown_mm);
        ImRect part(bar.rect.Min.x, bar.y(layer.enter_mm), bar.rect.Max.x,
                    std::max(bar.y(exit), bar.y(layer.enter_mm) + 1));
        draw.AddRectFilled(part.Min, part.Max, packed(c.palette.tissue[static_cast<std::size_t>(layer.tissue)]));
        draw_pattern(c, draw, layer.tissue, part);
        draw.AddLine(part.Min, {part.Max.x, part.Min.y}, faded(c.theme.outline, 0.7f));
        if (scene::has_pale_edge(layer.tissue))
            draw.AddRect(part.Min, part.Max, IM_COL32(255, 255, 255, 230), 0, 0, 1.8f * c.layout.scale);
    }
    draw.AddRect(bar.rect.Min, bar.rect.Max, c.theme.line2);
}

void draw_ruler(const Context& c, ImDrawList& draw, const scene::Strip& strip, const Bar& bar) {
    const int numbered = 10.0f * bar.px_per_mm >= c.px(least_number) ? 10 : 20;
    for (int depth = 0; depth <= static_cast<int>(strip.shown_mm); depth += numbered / 2) {
        const bool big = depth % numbered == 0;
        const float y = std::round(bar.y(depth));
        const float x = bar.rect.Min.x - c.px(2);
        draw.AddLine({x - c.px(big ? 7 : 4), y}, {x, y}, c.theme.t3);
        if (!big) continue;
        const float right = x - c.px(9);
        write_in(c, draw, Type::regular12, {right - c.px(24), y - c.px(8), right, y + c.px(8)}, c.theme.t2,
                 std::to_string(depth), 1.0f);
    }
}

void draw_needle(const Context& c, ImDrawList& draw, const scene::Strip& strip, const Bar& bar) {
    const float x = bar.rect.GetCenter().x, tip = bar.y(strip.tip_mm), top = bar.rect.Min.y - c.px(44);
    const ImU32 needle = packed(c.palette.needle);
    // What lies ahead of the tip is veiled.
    if (tip < bar.rect.Max.y) draw.AddRectFilled({bar.rect.Min.x, tip}, bar.rect.Max, faded(c.theme.outline, 0.45f));
    const float target = bar.y(strip.target_mm);
    draw.AddLine({x, top}, {x, tip}, c.theme.outline, c.px(5));
    draw.AddLine({x, top}, {x, tip}, needle, c.px(3));
    const ImRect handle(x - c.px(4), top, x + c.px(4), top + c.px(24));
    draw.AddRectFilled(handle.Min - ImVec2(1, 1), handle.Max + ImVec2(1, 1), c.theme.outline, c.px(2));
    draw.AddRectFilled(handle.Min, handle.Max, needle, c.px(2));
    for (float y = handle.Min.y + c.px(4); y < handle.Max.y - 1; y += c.px(4))
        draw.AddLine({handle.Min.x, y}, {handle.Max.x, y}, faded(c.theme.outline, 0.6f));
    ring(draw, {x, target}, c.px(6.5f), packed(c.palette.target), c.theme.outline, c.px(2));
}

// What the strip calls a layer: what lies round the whole limb by its tissue, the rest, the iliotibial tract too, by name.
std::string short_name(const Context& c, const scene::StripLayer& layer) {
    if (layer.structure.empty()) return c.t("strip.between");
    const anatomy::Structure* structure = c.atlas().find(layer.structure);
    const bool envelope = structure != nullptr && anatomy::is_envelope(*structure, c.atlas());
    return envelope ? c.t("tissue." + std::string(anatomy::name(layer.tissue))) : layer.name;
}

// Thickness; of bone the depth, for it is where the needle stops.
std::string value_of(const Context& c, const scene::StripLayer& layer) {
    if (layer.tissue == anatomy::Tissue::bone) return c.texts("strip.at", {number(layer.enter_mm)});
    const auto thickness = layer.thickness_mm();
    if (!thickness) return "?";
    return layer.assumed ? c.texts("strip.assumed", {number(*thickness)}) : number(*thickness);
}

std::vector<std::string> lines_of(const Context& c, const std::string& name, float width, std::size_t most,
                                  const std::string& value) {
    const auto width_of = [&c](std::string_view text) { return measure(c, Type::regular12, text).x; };
    return scene::wrap(name, width, most, width_of, value.empty() ? 0.0f : width_of(value) + c.px(4));
}

// The last line that leaves room for the value. Where none does, a line is added for it.
std::size_t line_of_value(const Context& c, std::vector<std::string>& lines, const std::string& text, float width) {
    const float value = measure(c, Type::regular12, text).x + c.px(4);
    for (std::size_t i = lines.size(); i-- > 0;) {
        if (measure(c, Type::regular12, lines[i]).x + value <= width) return i;
    }
    lines.emplace_back();
    return lines.size() - 1;
}

struct Row {
    const scene::StripLayer* layer;
    std::size_t index;
    std::string value;
    std::vector<std::string> lines;
    std::size_t beside;  // the line that the value stands on
    float wanted, height, y;
};

// Where names may stand: above and below the tip's own row.
struct Room {
    float top, tip_top, tip_bottom, bottom;
};

float height_of(const std::vector<Row>& rows, std::size_t from, std::size_t to) {
    float height = 0;
    for (std::size_t i = from; i < to; ++i) height += rows[i].height;
    return height;
}

// How many rows stand above the tip: as many as begin there, or the nearest number that fits. Nothing: no number fits.
std::optional<std::size_t> rows_above(const std::vector<Row>& rows, const Room& room) {
    const float middle = (room.tip_top + room.tip_bottom) * 0.5f;
    const auto natural = static_cast<std::ptrdiff_t>(
        std::count_if(rows.begin(), rows.end(), [middle](const Row& one) { return one.wanted < middle; }));
    const auto count = static_cast<std::ptrdiff_t>(rows.size());
    for (std::ptrdiff_t off = 0; off <= count; ++off) {
        for (const std::ptrdiff_t above : {natural - off, natural + off}) {
            if (above < 0 || above > count) continue;
            const auto split = static_cast<std::size_t>(above);
            const bool fits = height_of(rows, 0, split) <= std::max(0.0f, room.tip_top - room.top) &&
                              height_of(rows, split, rows.size()) <= std::max(0.0f, room.bottom - room.tip_bottom);
            if (fits) return split;
        }
    }
    return std::nullopt;
}

// Pushed down from the top, then up from the bottom, so that none covers another.
void spread(std::vector<Row>& rows, std::size_t from, std::size_t to, float top, float bottom) {
    for (std::size_t i = from; i < to; ++i) {
        rows[i].y = std::max(rows[i].y, top);
        top = rows[i].y + rows[i].height;
    }
    for (std::size_t i = to; i-- > from;) {
        rows[i].y = std::min(rows[i].y, bottom - rows[i].height);
        bottom = rows[i].y;
    }
}

// What goes first where there is no room for all names: the thinnest connective tissue, then the thinnest layer.
std::vector<Row>::iterator least_of(std::vector<Row>& rows) {
    return std::min_element(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        const bool a_named = !a.layer->structure.empty(), b_named = !b.layer->structure.empty();
        if (a_named != b_named) return b_named;
        return a.layer->thickness_mm().value_or(1000.0) < b.layer->thickness_mm().value_or(1000.0);
    });
}

// Names at the middle of their part where there is room; the rest is moved aside and led to.
std::vector<Row> rows_of(const Context& c, const scene::Strip& strip, const Bar& bar, float width, const Room& room) {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < strip.layers.size(); ++i) {
        const scene::StripLayer& layer = strip.layers[i];
        const double exit = std::min(layer.exit_mm.value_or(strip.shown_mm), strip.shown_mm);
        const float top = bar.y(layer.enter_mm), height = bar.y(exit) - top;
        if (layer.structure.empty() && height < c.px(least_gap)) continue;
        const float middle = top + std::min(height * 0.5f, c.px(28));
        std::string value = value_of(c, layer);
        std::vector<std::string> lines = lines_of(c, short_name(c, layer), width, most_lines, value);
        const std::size_t beside = line_of_value(c, lines, value, width);
        const float tall = c.px(name_line) * static_cast<float>(lines.size()) + c.px(2);
        rows.push_back({&layer, i, std::move(value), std::move(lines), beside, middle, tall, middle - c.px(8)});
    }
    std::optional<std::size_t> above = rows_above(rows, room);
    while (!above) {
        rows.erase(least_of(rows));
        above = rows_above(rows, room);
    }
    spread(rows, 0, *above, room.top, room.tip_top);
    spread(rows, *above, rows.size(), room.tip_bottom, room.bottom);
    return rows;
}

std::string sentence_of(const Context& c, const scene::StripLayer& layer) {
    const std::string name = layer.structure.empty() ? c.t("strip.between") : layer.name;
    const std::string from = number(layer.enter_mm);
    const std::string passed = layer.exit_mm ? c.texts("strip.layer", {name, from, number(*layer.exit_mm)})
                                             : c.texts("strip.layer-open", {name, from});
    return layer.assumed ? passed + ". " + c.t("strip.assumed-thickness") : passed;
}

// Its lines, the value beside one of them, and a line from the bar where the name stands elsewhere.
void draw_name(const Context& c, ImDrawList& draw, const Bar& bar, const Row& one, const ImRect& rect) {
    const float first = rect.Min.y + c.px(8);
    const auto thickness = one.layer->thickness_mm();
    const bool aside = std::abs(first - one.wanted) > c.px(3) ||
                       (thickness && static_cast<float>(*thickness) * bar.px_per_mm < c.px(least_leader));
    if (aside)
        draw.AddLine({bar.rect.Max.x, std::min(one.wanted, bar.rect.Max.y)}, {rect.Min.x - c.px(3), first}, c.theme.t3);
    const bool quiet = one.layer->structure.empty() || one.layer->hidden;
    ImRect line(rect.Min.x, rect.Min.y, rect.Max.x, rect.Min.y + c.px(name_line + 1));
    for (std::size_t i = 0; i < one.lines.size(); ++i) {
        const float taken = i == one.beside ? measure(c, Type::regular12, one.value).x + c.px(4) : 0.0f;
        write_in(c, draw, Type::regular12, {line.Min, {line.Max.x - taken, line.Max.y}},
                 quiet ? c.theme.t3 : c.theme.t1, one.lines[i]);
        if (i == one.beside) write_in(c, draw, Type::regular12, line, c.theme.t2, one.value, 1.0f);
        line.TranslateY(c.px(name_line));
    }
}

void draw_names(Context& c, ImDrawList& draw, const scene::Strip& strip, const Bar& bar, float left, float right) {
    const float tip = bar.y(strip.tip_mm);
    const Room room{bar.rect.Min.y - c.px(8), tip - c.px(9), tip + c.px(25), std::max(bar.rect.Max.y, tip) + c.px(26)};
    for (const Row& one : rows_of(c, strip, bar, right - left, room)) {
        const ImRect rect(left, one.y, right, one.y + one.height);
        const std::string sentence = sentence_of(c, *one.layer);
        explain(c, {"strip/layer/" + std::to_string(one.index), sentence, sentence, ""}, rect);
        draw_name(c, draw, bar, one, rect);
    }
}

// The torn end of a layer that is cut by the end of the strip, and words that say so.
void draw_end(Context& c, ImDrawList& draw, const scene::Strip& strip, const Bar& bar) {
    if (!strip.goes_on()) return;
    const float left = bar.rect.Min.x, right = bar.rect.Max.x, y = bar.rect.Max.y;
    const ImU32 ground = c.theme.plate | IM_COL32_A_MASK;
    constexpr int teeth = 4;
    const float tooth = (right - left) / teeth;
    for (int i = 0; i < teeth; ++i) {
        const float x = left + tooth * static_cast<float>(i);
        draw.AddTriangleFilled({x, y + 1}, {x + tooth, y + 1}, {x + tooth * 0.5f, y - c.px(5)}, ground);
    }
    const ImRect words(left - c.px(26), y + c.px(2), right, y + c.px(18));
    write_in(c, draw, Type::regular12, words, c.theme.t3, c.t("strip.goes-on"), 1.0f);
    const std::string name = short_name(c, strip.layers.back());
    explain(c, {"strip/goes-on", c.t("strip.goes-on"), c.texts("strip.goes-on-tip", {name}), ""}, words);
}

// The tip's row: an arrow at its depth, the number, and whether that is the target.
void draw_tip(Context& c, ImDrawList& draw, const scene::Strip& strip, const Bar& bar, float left, float right) {
    const float y = bar.y(strip.tip_mm);
    const ImVec2 at(bar.rect.Max.x + c.px(2), y);
    draw.AddTriangleFilled(at, at + ImVec2(c.px(6), -c.px(4)), at + ImVec2(c.px(6), c.px(4)), c.theme.t1);
    const std::string tip = c.texts("strip.tip", {number(strip.tip_mm)});
    std::string place = c.t("strip.at-target");
    if (!strip.at_target()) {
        const double off = std::abs(strip.target_mm - strip.tip_mm);
        place = c.texts(strip.tip_mm < strip.target_mm ? "strip.to-target" : "strip.past-target", {number(off)});
    }
    const ImRect rect(left + c.px(2), y - c.px(9), right, y + c.px(25));
    write_in(c, draw, Type::semibold14, {rect.Min, {right, y + c.px(9)}}, c.theme.t1, tip);
    const bool too_deep = !strip.at_target() && strip.tip_mm > strip.target_mm;
    if (too_deep) triangle(draw, {rect.Min.x + c.px(6), y + c.px(17)}, c.px(11), c.theme.risk_text, true);
    write_in(c, draw, Type::regular12, {{rect.Min.x + (too_deep ? c.px(15) : 0.0f), y + c.px(9)}, rect.Max},
             too_deep ? c.theme.risk_text : c.theme.t2, place);
    announce(c, "strip/tip", tip, rect);
    announce(c, "strip/target", place, rect);
}

struct Hazard {
    const scene::StripHazard* hazard;
    std::string value;
    std::vector<std::string> lines;
};

std::vector<Hazard> hazards_of(const Context& c, const scene::Strip& strip) {
    std::vector<Hazard> hazards;
    for (const scene::StripHazard& one : strip.nearest) {
        const std::string value = one.touched() ? c.t("strip.touched") : c.t(one.uncertain ? "strip.about" : "strip.distance", {number(one.distance_mm)});
        const float width = c.px(strip_width - 2 * strip_padding - 17) - measure(c, Type::regular12, value).x - c.px(4);
        hazards.push_back({&one, value, lines_of(c, one.name, width, most_lines, {})});
    }
    return hazards;
}

float height_of(const Context& c, const Hazard& one) {
    return c.px(strip_row) + c.px(second_line) * static_cast<float>(one.lines.size() - 1);
}

void draw_hazard(Context& c, ImDrawList& draw, const Hazard& one, const ImRect& rect, std::size_t index) {
    const scene::StripHazard& hazard = *one.hazard;
    const ImVec2 mark(rect.Min.x + c.px(6), rect.Min.y + c.px(strip_row * 0.5f));
    if (hazard.touched() || hazard.in_hull)
        triangle(draw, mark, c.px(11), c.theme.risk_text, hazard.touched());
    else  // no judgement
        draw.AddCircleFilled(mark, c.px(2), c.theme.t3);
    const ImU32 ink = hazard.touched() ? c.theme.risk_text : (hazard.hidden ? c.theme.t3 : c.theme.t1);
    ImRect line(rect.Min.x + c.px(17), rect.Min.y, rect.Max.x, rect.Min.y + c.px(strip_row));
    write_in(c, draw, Type::regular12, line, ink, one.value, 1.0f);
    line.Max.x -= measure(c, Type::regular12, one.value).x + c.px(4);
    for (const std::string& text : one.lines) {
        write_in(c, draw, Type::regular12, line, ink, text);
        line.TranslateY(c.px(second_line));
    }
    std::string sentence = c.texts(hazard.touched() ? "strip.hazard-touched" : "strip.hazard",
                                   {hazard.name, number(hazard.distance_mm), number(hazard.at_depth_mm)});
    if (hazard.in_hull) sentence += ". " + c.t("strip.in-hull");
    if (hazard.uncertain) sentence += ". " + c.t("strip.not-measured");
    explain(c, {"strip/nearest/" + std::to_string(index), sentence, sentence, ""}, rect);
}

// Below the bar: room for the last name, and the list of what is nearest.
float foot_height(const Context& c, const std::vector<Hazard>& hazards) {
    float height = c.px(28 + 6 + strip_row + 8);
    for (const Hazard& one : hazards) height += height_of(c, one);
    return height + (hazards.empty() ? c.px(strip_row) : 0.0f);
}

// Where room is short the farther ones give way to the bar.
std::vector<Hazard> hazards_beside_bar(const Context& c, const scene::Strip& strip, float height) {
    std::vector<Hazard> hazards = hazards_of(c, strip);
    while (hazards.size() > 1 && height - foot_height(c, hazards) < c.px(least_bar)) hazards.pop_back();
    return hazards;
}

void draw_nearest(Context& c, ImDrawList& draw, const std::vector<Hazard>& hazards, Pen pen) {
    draw.AddRectFilled({pen.left, pen.y}, {pen.right, pen.y + 1}, c.theme.line2);
    pen.skip(6);
    write_in(c, draw, Type::regular12, pen.take(strip_row), c.theme.t3, c.t("strip.nearest"));
    if (hazards.empty()) write_in(c, draw, Type::regular12, pen.take(strip_row), c.theme.t2, c.t("strip.none-near"));
    std::size_t index = 0;
    for (const Hazard& one : hazards) draw_hazard(c, draw, one, pen.take_px(height_of(c, one)), index++);
}

void move_needle(Context& c, const Response& response, const scene::Strip& strip, const Bar& bar) {
    const double most = strip.target_mm + session::beyond_target_mm;
    if (response.held && bar.px_per_mm > 0) {
        const float way = ImGui::GetIO().MousePos.y - bar.rect.Min.y;
        const double depth = std::clamp(std::round(static_cast<double>(way / bar.px_per_mm) * 10.0) / 10.0, 0.0, most);
        const bool moved = c.state.sliding || ImGui::IsMouseDragging(ImGuiMouseButton_Left, c.px(2));
        if (moved && depth != strip.tip_mm) c.send(session::SetNeedleDepth{depth});
        if (moved) c.state.sliding = true;
    }
    if (ImGui::IsItemDeactivated() && c.state.sliding) {
        c.state.sliding = false;
        c.send(session::EndGesture{});
    }
    if (response.focused && c.state.nudge != 0) {
        c.send(session::AdvanceNeedle{(c.state.nudge_fine ? 0.5 : 1.0) * c.state.nudge});
        c.send(session::EndGesture{});
        c.state.nudge = 0;
    }
}

}  // namespace

float height_of_strip(const Context& c, const scene::Strip& strip, float px_per_mm) {
    return c.px(strip_head) + static_cast<float>(strip.shown_mm) * px_per_mm * c.layout.scale +
           foot_height(c, hazards_of(c, strip));
}

void draw_strip(Context& c, const scene::Strip& strip, const ImRect& rect, float most_px_per_mm) {
    const Panel panel(c, "strip", rect, Ground::plate);
    draw_strip_in(c, panel.draw(), strip, rect, most_px_per_mm);
}

void draw_strip_bar(Context& c, ImDrawList& draw, const scene::Strip& strip, ImVec2 at, float px_per_mm, float right) {
    const Bar bar{{at, at + ImVec2(c.px(bar_width), static_cast<float>(strip.shown_mm) * px_per_mm)}, px_per_mm};
    const std::string tip = c.texts("strip.tip", {number(strip.tip_mm)});
    const Spec spec{
        .name = "strip", .text = tip, .role = Role::depth, .tip = c.t("strip.drag"), .command = Command::needle_focus};
    const ImRect grip(bar.rect.Min - ImVec2(c.px(3), c.px(strip_handle_height)), bar.rect.Max + ImVec2(c.px(3), 0));
    move_needle(c, interact(c, spec, grip), strip, bar);
    draw_layers(c, draw, strip, bar);
    draw_ruler(c, draw, strip, bar);
    draw_end(c, draw, strip, bar);
    draw_needle(c, draw, strip, bar);
    const float text = at.x + c.px(text_left - bar_left);
    draw_names(c, draw, strip, bar, text, right);
    draw_tip(c, draw, strip, bar, text, right);
}

void draw_strip_in(Context& c, ImDrawList& draw, const scene::Strip& strip, const ImRect& rect, float most_px_per_mm) {
    const float left = rect.Min.x + c.px(strip_padding), right = rect.Max.x - c.px(strip_padding);
    const ImRect title(left, rect.Min.y + c.px(8), right, rect.Min.y + c.px(32));
    write_in(c, draw, Type::semibold14, title, c.theme.t1, c.t("strip.title"));
    write_in(c, draw, Type::regular12, title, c.theme.t3, c.t("strip.unit"), 1.0f);
    const float top = rect.Min.y + c.px(strip_head);
    if (strip.kind != session::WayKind::taught) {
        const std::string whose = c.t(strip.kind == session::WayKind::own ? "own.title" : "own.tried");
        const ImRect line(rect.Min.x + c.px(text_left), rect.Min.y + c.px(34), right, rect.Min.y + c.px(52));
        write_in(c, draw, Type::medium12, line, c.theme.accent, whose);
        announce(c, "strip/whose", whose, line);
    }
    const std::vector<Hazard> hazards = hazards_beside_bar(c, strip, rect.Max.y - top);
    const float foot = foot_height(c, hazards);
    const float room = std::max(rect.Max.y - foot - top, c.px(40));
    const float scale = std::min(room / static_cast<float>(strip.shown_mm), most_px_per_mm * c.layout.scale);
    draw_strip_bar(c, draw, strip, {rect.Min.x + c.px(bar_left), top}, scale, right);
    draw_nearest(c, draw, hazards, {c, left, right, rect.Max.y - foot + c.px(28)});
}

}  // namespace drypoint::ui
