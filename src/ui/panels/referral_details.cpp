// Where pain is felt: what of a point is painted on the limb, and an area with the points that refer to it.
#include <vector>

#include "scene/point_paint.h"
#include "ui/icons.h"
#include "ui/panels/point_details.h"
#include "ui/tone.h"
#include "ui/type.h"

namespace drypoint::ui {
namespace {

using anatomy::TriggerPoint;
using anatomy::Zone;

std::string name_of(const Context& c, const Zone& zone) {
    return words(c, zone.name, zone.plain_name);
}

// Names of those that have a shape, or of those that have none.
std::string names_of(const Context& c, const std::vector<base::Id>& ids, bool drawn) {
    std::string names;
    for (const base::Id& id : ids) {
        const Zone* zone = content(c).find_zone(id);
        if (zone == nullptr || zone->area.has_value() != drawn) continue;
        names += (names.empty() ? "" : ", ") + name_of(c, *zone);
    }
    return names;
}

void draw_tone_line(Context& c, ImDrawList& draw, Pen& pen, const std::string& name, const scene::Tone& tone,
                    anatomy::Tissue on, const std::string& text) {
    const float top = pen.y;
    draw_tone(c, draw, {pen.left, top + c.px(2), pen.left + c.px(24), top + c.px(18)}, tone, on);
    Pen right{c, pen.left + c.px(34), pen.right, top};
    right.paragraph(draw, Type::regular14, c.theme.t1, text, 20);
    pen.y = right.y;
    announce(c, name, text, {pen.left, top, pen.right, pen.y});
    pen.skip(6);
}

void draw_convention(Context& c, ImDrawList& draw, Pen& pen, const std::string& which) {
    const auto& known = content(c).conventions.words;
    const auto found = known.find(which);
    if (found == known.end()) return;
    draw_statement(c, draw, pen, "convention/" + which, found->second, c.theme.t2);
    pen.skip(8);
}

bool skin_is_shown(const Context& c) {
    for (const anatomy::Structure& structure : c.atlas().structures)
        if (structure.tissue == anatomy::Tissue::skin) return c.appearance(structure).visible;
    return false;
}

void draw_areas(Context& c, ImDrawList& draw, Pen& pen, const anatomy::Referral& referral) {
    const std::vector<scene::Tone> tones = scene::referral_tones(c.palette);
    const std::string essential = names_of(c, referral.essential_zones, true);
    const std::string spillover = names_of(c, referral.spillover_zones, true);
    if (!essential.empty())
        draw_tone_line(c, draw, pen, "referral/essential", tones[0], anatomy::Tissue::skin, c.t("referral.essential", {essential}));
    if (!spillover.empty())
        draw_tone_line(c, draw, pen, "referral/spillover", tones[1], anatomy::Tissue::skin, c.t("referral.spillover", {spillover}));
    std::vector<base::Id> all = referral.essential_zones;
    all.insert(all.end(), referral.spillover_zones.begin(), referral.spillover_zones.end());
    if (const std::string undrawn = names_of(c, all, false); !undrawn.empty())
        pen.paragraph(draw, Type::regular14, c.theme.t2, c.t("referral.undrawn", {undrawn}), 20);
    if (!skin_is_shown(c)) pen.paragraph(draw, Type::regular14, c.theme.t2, c.t("referral.no-skin"), 20);
    pen.skip(4);
    draw_convention(c, draw, pen, "areas");
}

void draw_referring(Context& c, ImDrawList& draw, Pen& pen, const Zone& zone, anatomy::ReferralPart part,
                    const std::string& title) {
    std::vector<const TriggerPoint*> points;
    for (const anatomy::Referring& one : anatomy::referring_to(content(c), zone.id))
        if (one.part == part) points.push_back(one.point);
    if (points.empty()) return;
    pen.paragraph(draw, Type::medium14, c.theme.t2, title, 24);
    pen.skip(4);
    for (const TriggerPoint* point : points) {
        const ImRect row = pen.take(40);
        const ImRect button(row.Min.x, row.Min.y, row.Min.x + c.px(96), row.Max.y);
        if (draw_point_button(c, draw, "zone/point/" + point->code, *point, button))
            c.send(session::ChoosePoint{point->id});
        write_in(c, draw, Type::regular14, {button.Max.x + c.px(12), row.Min.y, row.Max.x, row.Max.y}, c.theme.t2,
                 muscle_name(c, *point));
        pen.skip(8);
    }
}

}  // namespace

void draw_band(Context& c, ImDrawList& draw, Pen& pen, const TriggerPoint& point, const session::PlacedPoint* place) {
    const bool band = point.anchor.band && place != nullptr && place->place.band_mm.size() > 1;
    if (band) {
        draw_tone_line(c, draw, pen, "point/band", scene::band_tones(c.palette).front(), anatomy::Tissue::muscle, c.t("point.band"));
        draw_statement(c, draw, pen, "point/band-words", point.anchor.band->words, c.theme.t1);
        pen.skip(8);
    }
    if (point.classic_spot) {
        draw_tone_line(c, draw, pen, "point/classic-spot", scene::classic_spot_tones(c.palette).front(),
                       anatomy::Tissue::muscle, c.t("point.classic-spot"));
        draw_statement(c, draw, pen, "point/classic-spot-words", point.classic_spot->words, c.theme.t1);
        pen.skip(8);
    }
    if (band || point.classic_spot) draw_convention(c, draw, pen, "bands");
}

void draw_referral(Context& c, ImDrawList& draw, Pen& pen, const TriggerPoint& point) {
    const anatomy::Referral& referral = point.referral;
    if (referral.essential_zones.empty() && referral.spillover_zones.empty()) return;
    const bool on = c.model().plan.referral;
    const Spec spec{.name = "point/show-referral",
                    .text = c.t("referral.show"),
                    .role = Role::toggle,
                    .on = on,
                    .tip = c.t("referral.show-tip"),
                    .command = Command::referral};
    const ImRect row = pen.take(40);
    const float width = std::min(text_button_width(c, spec.text, true), row.GetWidth());
    if (text_button(c, spec, icon::paint_brush, {row.Min, {row.Min.x + width, row.Max.y}}))
        c.send(session::ShowReferral{!on});
    pen.skip(8);
    if (on) draw_areas(c, draw, pen, referral);
}

void draw_zone_details(Context& c, ImDrawList& draw, Pen& pen, const Zone& zone) {
    draw_words_switch_here(c, draw, pen);
    if (draw_title(c, draw, pen, "zone", name_of(c, zone))) c.send(session::ChooseZone{});
    pen.skip(4);
    pen.paragraph(draw, Type::regular14, c.theme.t2, c.t(zone.area ? "zone.about" : "zone.undrawn"), 20);
    draw_statement(c, draw, pen, "zone/why", zone.words_why, c.theme.t2);
    pen.hairline(draw);
    draw_referring(c, draw, pen, zone, anatomy::ReferralPart::essential, c.t("zone.essential"));
    draw_referring(c, draw, pen, zone, anatomy::ReferralPart::spillover, c.t("zone.spillover"));
    draw_referring(c, draw, pen, zone, anatomy::ReferralPart::seen, c.t("zone.seen"));
}

}  // namespace drypoint::ui
