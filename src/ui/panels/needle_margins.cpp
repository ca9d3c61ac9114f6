// What the needle keeps off, what is to be said about it, which needle, and from where else it could come.
#include <algorithm>
#include <array>
#include <cmath>

#include "ui/draw.h"
#include "ui/icons.h"
#include "ui/names.h"
#include "ui/own_needle.h"
#include "ui/panels/needle_room.h"
#include "ui/statements.h"
#include "ui/text_field.h"
#include "ui/type.h"
#include "ui/widgets.h"

namespace drypoint::ui {
namespace {

using anatomy::Assessment;
using anatomy::Verdict;

constexpr std::size_t most_rows = 8, most_reasons = 4;
constexpr float row_height = 28, number_width = 56, least_segment = 84;

std::string name_of(const Context& c, std::size_t structure) {
    const anatomy::Structure& one = c.atlas().structures[structure];
    return name_in_register(c, one.id, one.name);
}

Verdict verdict_about(const Assessment& assessment, std::size_t structure) {
    Verdict gravest = Verdict::ok;
    for (const anatomy::Reason& reason : assessment.judgement.reasons) {
        if (reason.structure == structure) gravest = std::max(gravest, reason.rule->verdict);
    }
    return gravest;
}

// Filled triangle: stop; outlined: caution; tick in a disc: no rule objects.
void draw_sign(const Context& c, ImDrawList& draw, Verdict verdict, ImVec2 centre, float size) {
    if (verdict != Verdict::ok)
        return triangle(draw, centre, c.px(size), c.theme.risk_text, verdict == Verdict::stop);
    draw.AddCircleFilled(centre, c.px(size * 0.5f), packed(c.palette.safe));
    tick(draw, centre, c.px(size * 0.5f), IM_COL32_WHITE);
}

void draw_reason(Context& c, ImDrawList& draw, Pen& pen, const anatomy::Reason& reason, std::size_t index) {
    const std::string name = "verdict/" + std::to_string(index);
    const std::string sentence = c.needle.safety->sentence(reason, plain_words(c));
    const float top = pen.y, width = pen.width() - c.px(28);
    const float height = paragraph(c, draw, Type::regular14, {pen.left, top}, c.theme.t1, sentence, width, 20);
    announce(c, name, sentence, {pen.left, top, pen.right, top + height});
    draw_status_mark(c, draw, name, reason.rule->words, {pen.right - c.px(20), top});
    pen.y = top + std::max(height, c.px(20));
    pen.skip(6);
}

struct Column {
    float right;  // numbers end here
    const char* id;
};

// Name, then three numbers from the right.
std::array<Column, 3> columns(const Context& c, const Pen& pen) {
    const float wide = c.px(number_width);
    return {{{pen.right - 2 * wide, "surface"}, {pen.right - c.px(44), "hull"}, {pen.right, "depth"}}};
}

void draw_clearance(Context& c, ImDrawList& draw, Pen& pen, const anatomy::Clearance& one, std::size_t index) {
    const auto places = columns(c, pen);
    const std::string name = name_of(c, one.structure);
    const float from = pen.left + c.px(22), room = places[0].right - c.px(38) - from;
    const float tall = paragraph_height(c, Type::regular14, name, room, 18);
    const ImRect row = pen.take_px(std::max(c.px(row_height), tall + c.px(6)));
    const Verdict verdict = verdict_about(*c.needle.assessment, one.structure);
    const ImU32 ink = verdict == Verdict::ok ? c.theme.t1 : c.theme.risk_text;
    draw_sign(c, draw, verdict, {row.Min.x + c.px(7), row.GetCenter().y}, 13);
    const float wide = c.px(number_width);
    paragraph(c, draw, Type::regular14, {from, row.GetCenter().y - tall * 0.5f}, ink, name, room, 18);
    const auto number = [&](const Column& column, const std::string& text, ImU32 colour, Type type) {
        write_in(c, draw, type, {column.right - wide, row.Min.y, column.right, row.Max.y}, colour, text, 1.0f);
    };
    number(places[0], one.distance_mm > 0.0 ? one_digit(one.distance_mm) : c.t("strip.touched"), ink, Type::regular14);
    const std::string hull = one.hull_distance_mm ? one_digit(*one.hull_distance_mm) : c.t("margins.no-spread");
    number(places[1], hull, one.hull_distance_mm ? c.theme.t1 : c.theme.t3,
           one.hull_distance_mm ? Type::regular14 : Type::regular12);
    number(places[2], one_digit(one.at_depth_mm), c.theme.t2, Type::regular14);
    const std::string sentence =
        one.distance_mm > 0.0 ? c.texts("strip.hazard", {name, one_digit(one.distance_mm), one_digit(one.at_depth_mm)})
                              : c.texts("strip.hazard-touched", {name, "", one_digit(one.at_depth_mm)});
    explain(c, {"margins/" + std::to_string(index), sentence, name, sentence}, row);
}

// "0.30 × 40": what is common to all is said once.
std::string size_of(const anatomy::Needle& needle) {
    const std::size_t unit = needle.name.find(" mm");
    return unit == std::string::npos ? needle.name : needle.name.substr(0, unit);
}

std::string taught_needles(const Context& c, const anatomy::NeedlePath& path) {
    std::string all;
    for (const base::Id& id : path.needles) {
        if (const anatomy::Needle* needle = content(c).find_needle(id))
            all += (all.empty() ? "" : ", ") + size_of(*needle);
    }
    return all;
}

const anatomy::NeedlePath* taught_path(const Context& c) {
    const session::PlacedPoint* place = chosen_place(c);
    return place != nullptr ? content(c).find_path(place->path) : nullptr;
}

// How much of it stays outside, or how much it is too short.
std::string outside_of(const Context& c, const Assessment& assessment) {
    if (assessment.needle == nullptr) return c.t("needles.none-reaches");
    const std::string name = size_of(*assessment.needle);
    if (assessment.outside_mm < 0.0) return c.t("needles.too-short", {name, one_digit(-assessment.outside_mm)});
    return c.t("needles.outside", {name, one_digit(assessment.outside_mm)});
}

// One line of the comparison: key, the taught one's, the other's.
void compare(Context& c, ImDrawList& draw, Pen& pen, const char* id, const std::string& taught,
             const std::string& other) {
    const float width = std::floor(pen.width() / 3.0f);
    const float height = std::max(paragraph_height(c, Type::regular12, taught, width - c.px(6), 16),
                                  paragraph_height(c, Type::regular12, other, width - c.px(6), 16));
    const ImVec2 at(pen.left, pen.y);
    paragraph(c, draw, Type::regular12, at, c.theme.t2, c.t(std::string("way-in.") + id), width - c.px(6), 16);
    paragraph(c, draw, Type::regular12, at + ImVec2(width, 0), c.theme.t1, taught, width - c.px(6), 16);
    paragraph(c, draw, Type::regular12, at + ImVec2(2 * width, 0), c.theme.t1, other, width - c.px(6), 16);
    announce(c, std::string("suggest/") + id, taught + " | " + other, {at, {pen.right, pen.y + height}});
    pen.y += height;
    pen.skip(4);
}

std::string nearest_of(const Context& c, const Assessment& one) {
    return one.nearest ? name_of(c, *one.nearest) : c.t("strip.none-near");
}

void draw_comparison(Context& c, ImDrawList& draw, Pen& pen, const anatomy::Suggestion& suggestion) {
    const Assessment &a = suggestion.taught, &b = *suggestion.suggested;
    const double taught_angle = chosen_place(c)->way->skin_angle_deg;
    const auto mm = [](double value) { return one_digit(value) + " mm"; };
    const auto degrees = [](double value) { return std::to_string(std::lround(value)) + "°"; };
    compare(c, draw, pen, "which", c.t("way-in.taught"), c.t("way-in.other"));
    compare(c, draw, pen, "margin", mm(a.margin_mm), mm(b.margin_mm));
    compare(c, draw, pen, "nearest", nearest_of(c, a), nearest_of(c, b));
    compare(c, draw, pen, "depth", mm(a.report.needle.depth_mm), mm(b.report.needle.depth_mm));
    compare(c, draw, pen, "angle", degrees(taught_angle), degrees(suggestion.suggested_angle_deg));
    const auto verdict = [&c](const Assessment& one) {
        return c.t("verdict." + std::string(anatomy::name(one.judgement.verdict)));
    };
    compare(c, draw, pen, "verdict", verdict(a), verdict(b));
    pen.paragraph(draw, Type::regular12, c.theme.t2, c.t("way-in.look"), 16);
    pen.skip(8);
    const Spec spec{.name = "suggest/show", .text = c.t("way-in.show"), .tip = c.t("way-in.show-tip")};
    ImRect row = pen.take(40);
    row.Max.x = row.Min.x + text_button_width(c, spec.text, false);
    if (!text_button(c, spec, nullptr, row)) return;
    const anatomy::NeedleLine& line = b.report.needle;
    const glm::dvec3 tip = line.entry_mm + line.direction * line.depth_mm;
    c.send(session::LayLine{line.entry_mm.x, line.entry_mm.y, line.entry_mm.z, tip.x, tip.y, tip.z});
}

const char* outcome_key(anatomy::SuggestOutcome outcome) {
    using anatomy::SuggestOutcome;
    switch (outcome) {
        case SuggestOutcome::better:
            return "way-in.better";
        case SuggestOutcome::taught_is_best:
            return "way-in.taught-is-best";
        case SuggestOutcome::no_entry:
            return "way-in.no-entry";
        case SuggestOutcome::fold:
            return "way-in.fold";
        case SuggestOutcome::no_skin:
            return "way-in.no-skin";
    }
    return "";
}

// Two buttons side by side; which one was pressed: 0, 1, or -1.
int two_buttons(Context& c, Pen& pen, const Spec& left, const Spec& right) {
    const ImRect row = pen.take(40);
    const float half = std::floor((row.GetWidth() - c.px(8)) * 0.5f);
    int pressed = -1;
    if (text_button(c, left, nullptr, {row.Min, {row.Min.x + half, row.Max.y}})) pressed = 0;
    if (text_button(c, right, nullptr, {{row.Max.x - half, row.Min.y}, row.Max})) pressed = 1;
    pen.skip(8);
    return pressed;
}

}  // namespace

void draw_verdict(Context& c, ImDrawList& draw, Pen& pen) {
    const Assessment* assessment = c.needle.assessment;
    if (assessment == nullptr) return;
    const Verdict verdict = assessment->judgement.verdict;
    const std::string id(anatomy::name(verdict));
    const ImVec2 from(pen.left, pen.y);
    {
        Card card(c, draw, pen);
        const ImRect row = card.pen.take(24);
        draw_sign(c, draw, verdict, {row.Min.x + c.px(9), row.GetCenter().y}, 18);
        const ImU32 ink = verdict == Verdict::ok ? c.theme.safe_text : c.theme.risk_text;
        const std::string title = c.t("verdict." + id);
        write_in(c, draw, Type::semibold14, {row.Min.x + c.px(28), row.Min.y, row.Max.x, row.Max.y}, ink, title);
        announce(c, "verdict", title, row);
        card.pen.skip(6);
        const std::vector<anatomy::Reason>& reasons = assessment->judgement.reasons;
        for (std::size_t i = 0; i < std::min(reasons.size(), most_reasons); ++i)
            draw_reason(c, draw, card.pen, reasons[i], i);
        if (reasons.size() > most_reasons) {
            card.pen.paragraph(draw, Type::regular12, c.theme.t2,
                               c.t("verdict.more", {std::to_string(reasons.size() - most_reasons)}), 16);
        }
    }
    if (verdict != Verdict::ok)
        draw.AddRect(from, {pen.right, pen.y}, c.theme.risk_text, c.px(8), 0, std::max(1.0f, c.px(1)));
    pen.skip(12);
}

void draw_margins(Context& c, ImDrawList& draw, Pen& pen) {
    const Assessment* assessment = c.needle.assessment;
    if (assessment == nullptr) return;
    const anatomy::PathReport& report = assessment->report;
    const ImRect row = pen.take(24);
    const auto places = columns(c, pen);
    write_in(c, draw, Type::regular12, {row.Min.x + c.px(22), row.Min.y, places[0].right - c.px(46), row.Max.y},
             c.theme.t3, c.t("margins.title"));
    for (const Column& column : places) {
        write_in(c, draw, Type::regular12, {column.right - c.px(number_width), row.Min.y, column.right, row.Max.y},
                 c.theme.t3, c.t(std::string("margins.") + column.id), 1.0f);
    }
    const std::size_t shown = std::min(report.clearances.size(), most_rows);
    for (std::size_t i = 0; i < shown; ++i) draw_clearance(c, draw, pen, report.clearances[i], i);
    std::string rest = report.clearances.empty() ? c.t("strip.none-near") + ". " : std::string();
    if (report.clearances.size() > shown)
        rest += c.t("margins.more", {std::to_string(report.clearances.size() - shown)}) + " ";
    if (!report.farther.empty()) rest += c.t("margins.farther", {std::to_string(report.farther.size())}) + " ";
    pen.skip(4);
    pen.paragraph(draw, Type::regular12, c.theme.t2, rest + c.t("strip.note-1") + " " + c.t("strip.note-2"), 16);
    pen.hairline(draw);
}

void draw_needle_choice(Context& c, ImDrawList& draw, Pen& pen) {
    const Assessment* assessment = c.needle.assessment;
    const anatomy::NeedlePath* path = taught_path(c);
    if (assessment == nullptr || path == nullptr) return;
    write_in(c, draw, Type::semibold14, pen.take(24), c.theme.t1, c.t("needles.title"));
    pen.skip(4);
    const std::vector<anatomy::Needle>& all = content(c).needles;
    const auto per_row = std::max(1, static_cast<int>(pen.width() / c.px(least_segment)));
    const float width = std::floor(pen.width() / static_cast<float>(per_row));
    const int count = static_cast<int>(all.size()) + 1;
    const int rows = (count + per_row - 1) / per_row;
    const ImRect area = pen.take_px(static_cast<float>(rows) * c.px(40));
    draw.AddRectFilled(area.Min, area.Max, c.theme.bg0, c.px(6));
    for (int i = 0; i < count; ++i) {
        const anatomy::Needle* needle = i == 0 ? nullptr : &all[static_cast<std::size_t>(i - 1)];
        const base::Id id = needle != nullptr ? needle->id : base::Id();
        const float x = area.Min.x + width * static_cast<float>(i % per_row),
                    y = area.Min.y + c.px(40) * static_cast<float>(i / per_row);
        const Spec spec{.name = "needles/" + (id.empty() ? std::string("shortest") : id),
                        .text = needle != nullptr ? size_of(*needle) : c.t("needles.shortest"),
                        .on = c.model().plan.needle_choice == id,
                        .tip = needle != nullptr ? std::string() : c.t("needles.shortest-tip")};
        if (segment(c, spec, {x, y, x + width, y + c.px(40)}, Look::plain)) c.send(session::ChooseNeedle{id});
    }
    pen.skip(8);
    const std::string outside = outside_of(c, *assessment);
    const float top = pen.y;
    pen.paragraph(draw, Type::regular12, c.theme.t1, outside, 16);
    announce(c, "needles/outside", outside, {pen.left, top, pen.right, pen.y});
    const std::string taught = taught_needles(c, *path);
    if (!taught.empty()) {
        pen.skip(4);
        const float y = pen.y, room = pen.width() - c.px(28);
        const float height = paragraph(c, draw, Type::regular12, {pen.left, y + c.px(2)}, c.theme.t2,
                                       c.t("needles.taught", {chosen_point(c)->code, taught}), room, 16);
        draw_status_mark(c, draw, "needles/taught", path->needle, {pen.right - c.px(20), y});
        pen.y += std::max(height + c.px(2), c.px(20));
    }
    pen.hairline(draw);
}

void draw_own_path(Context& c, ImDrawList& draw, Pen& pen) {
    const auto& own = c.model().plan.own;
    write_in(c, draw, Type::semibold14, pen.take(24), c.theme.t1, c.t(own ? "own.title" : "own.title-taught"));
    std::string line = c.t("own.as-taught");
    if (own && own->line) line = c.t("own.placed");
    if (own && !own->line) {
        const std::string lean = lean_in_words(c, own->move.lean_medial_deg, own->move.lean_proximal_deg);
        const double slid = std::hypot(own->move.slide_medial_mm, own->move.slide_proximal_mm);
        line = c.t("own.moved", {lean.empty() ? c.t("own.no-lean") : lean, one_digit(slid)});
    }
    const float top = pen.y;
    pen.paragraph(draw, Type::regular12, c.theme.t2, line, 16);
    announce(c, "own/where", line, {pen.left, top, pen.right, pen.y});
    pen.paragraph(draw, Type::regular12, c.theme.t2, c.t("own.keys"), 16);
    pen.skip(8);
    const int placed = two_buttons(c, pen,
                                   {.name = "own/entry",
                                    .text = c.t("own.entry"),
                                    .on = c.state.placing == Placing::entry,
                                    .tip = c.t("own.click-entry"),
                                    .command = Command::place_entry},
                                   {.name = "own/target",
                                    .text = c.t("own.target"),
                                    .on = c.state.placing == Placing::target,
                                    .tip = c.t("own.click-target"),
                                    .command = Command::place_target});
    if (placed >= 0) ask_for_place(c, placed == 0 ? Placing::entry : Placing::target);
    const bool moved = own || c.model().plan.needle->depth_mm != chosen_place(c)->way->depth_mm;
    const Spec taught{.name = "own/taught", .text = c.t("own.taught"), .enabled = moved, .tip = c.t("own.taught-tip")};
    if (text_button(c, taught, nullptr, pen.take(40))) c.send(session::LayNeedle{});
    pen.skip(8);
    const FieldResponse field = text_field(c, {.name = "own/file", .text = c.t("own.file"), .role = Role::field},
                                           icon::page, c.state.path_file, c.t("own.file-hint"), pen.take(40));
    if (field.text) c.state.path_file = *field.text;
    pen.skip(8);
    const int filed = two_buttons(c, pen, {.name = "own/save", .text = c.t("own.save"), .tip = c.t("own.save-tip")},
                                  {.name = "own/open", .text = c.t("own.open"), .tip = c.t("own.open-tip")});
    if (filed == 0) c.send(session::SavePath{c.state.path_file});
    if (filed == 1) c.send(session::OpenPath{c.state.path_file});
    pen.skip(-8);
    pen.hairline(draw);
}

void draw_suggestion(Context& c, ImDrawList& draw, Pen& pen) {
    const bool on = c.model().plan.entry_map;
    const ImRect row = pen.take(40);
    const std::string text = c.t(on ? "way-in.hide-map" : "way-in.show-map");
    const float width = text_button_width(c, text, true);
    write_in(c, draw, Type::semibold14, {row.Min, {row.Max.x - width - c.px(8), row.Max.y}}, c.theme.t1,
             c.t("way-in.title"));
    const bool fold = chosen_place(c)->way->fold;
    const Spec spec{.name = "suggest/map",
                    .text = text,
                    .enabled = on || !fold,
                    .on = on,
                    .tip = c.t(fold ? "way-in.fold" : "map.tip")};
    if (text_button(c, spec, icon::map, {row.Max.x - width, row.Min.y, row.Max.x, row.Max.y}))
        c.send(session::ShowMap{!on});
    pen.skip(8);
    const session::MapFindings* findings = c.snapshot.map.get();
    std::string said = c.t("way-in.ask");
    if (fold)
        said = c.t("way-in.fold");
    else if (findings != nullptr)
        said = c.t(outcome_key(findings->suggestion.outcome));
    else if (on)
        said = c.t("map.coming");
    const float top = pen.y;
    pen.paragraph(draw, Type::regular12, c.theme.t2, said, 16);
    announce(c, "suggest/said", said, {pen.left, top, pen.right, pen.y});
    if (findings == nullptr || !findings->suggestion.suggested) return;
    pen.skip(8);
    draw_comparison(c, draw, pen, findings->suggestion);
}

}  // namespace drypoint::ui
