// What the content knows of a structure: a muscle, or what a needle must keep off.
#include <algorithm>

#include "base/number.h"
#include "ui/figures.h"
#include "ui/panels/point_details.h"
#include "ui/type.h"

namespace drypoint::ui {
namespace {

using anatomy::HazardGroup;
using anatomy::Structure;

std::vector<const HazardGroup*> groups_of(const Context& c, const base::Id& structure) {
    std::vector<const HazardGroup*> groups;
    for (const HazardGroup& group : content(c).hazards) {
        if (std::find(group.structures.begin(), group.structures.end(), structure) != group.structures.end())
            groups.push_back(&group);
    }
    return groups;
}

void draw_muscle(Context& c, ImDrawList& draw, Pen& pen, const anatomy::Muscle& muscle) {
    draw_statement_row(c, draw, pen, "anatomy/action", c.t("anatomy.action"), muscle.action);
    draw_statement_row(c, draw, pen, "anatomy/nerve", c.t("anatomy.nerve"), muscle.nerve);
    pen.skip(-8);
    pen.hairline(draw);
}

void draw_hazard(Context& c, ImDrawList& draw, Pen& pen, const HazardGroup& group) {
    const std::string name = "anatomy/" + group.id;
    pen.paragraph(draw, Type::semibold14, c.theme.t1, words(c, group.name, group.plain_name), 22);
    pen.skip(2);
    draw_statement_row(c, draw, pen, name + "/runs", c.t("anatomy.runs"), group.runs);
    draw_statement_row(c, draw, pen, name + "/why", c.t("anatomy.why"), group.why);
    pen.skip(-8);
    pen.hairline(draw);
}

void draw_not_modelled(Context& c, ImDrawList& draw, Pen& pen, const HazardGroup& group) {
    if (group.not_modelled.empty()) return;
    std::string names;
    for (const std::string& name : group.not_modelled) names += (names.empty() ? "" : ", ") + name;
    pen.skip(6);
    pen.paragraph(draw, Type::regular12, c.theme.t2, c.t("anatomy.not-modelled", {names}), 16);
}

// One direction of the spread, as a statement: its mark tells status and sources.
anatomy::Statement spread_statement(const Context& c, const anatomy::Spread& spread, const std::string& key) {
    anatomy::Statement statement;
    statement.status = spread.status;
    statement.sources = spread.sources;
    if (!spread.mm) {
        statement.professional = c.t("spread-none." + key);
        return statement;
    }
    statement.professional = c.t("spread." + key, {base::at_most_two_decimals(*spread.mm), spread.what});
    if (!spread.note.empty() && !plain_words(c)) statement.professional += " (" + spread.note + ")";
    return statement;
}

void draw_spread(Context& c, ImDrawList& draw, Pen& pen, const anatomy::HazardSpread& spread) {
    {
        Card card(c, draw, pen);
        card.pen.paragraph(draw, Type::semibold16, c.theme.t1, c.t("anatomy.spread"), 22);
        card.pen.skip(4);
        draw_statement(c, draw, card.pen, "anatomy/across", spread_statement(c, spread.across, "across"), c.theme.t1);
        card.pen.skip(4);
        draw_statement(c, draw, card.pen, "anatomy/along", spread_statement(c, spread.along, "along"), c.theme.t1);
    }
    pen.skip(12);
}

void draw_group_figures(Context& c, ImDrawList& draw, Pen& pen, const HazardGroup& group) {
    if (plain_words(c) || (group.figures.empty() && group.not_modelled.empty())) return;
    {
        Card card(c, draw, pen);
        card.pen.paragraph(draw, Type::semibold16, c.theme.t1, group.name, 22);
        draw_figures(c, draw, card.pen, "anatomy/" + group.id + "/figure-", c.t("anatomy.figures"), group.figures);
        draw_not_modelled(c, draw, card.pen, group);
    }
    pen.skip(12);
}

}  // namespace

void draw_anatomy(Context& c, ImDrawList& draw, Pen& pen, const Structure& structure) {
    if (const anatomy::Muscle* muscle = content(c).find_muscle(structure.id)) draw_muscle(c, draw, pen, *muscle);
    for (const HazardGroup* group : groups_of(c, structure.id)) draw_hazard(c, draw, pen, *group);
}

void draw_measured(Context& c, ImDrawList& draw, Pen& pen, const Structure& structure) {
    if (const anatomy::HazardSpread* spread = content(c).find_spread(structure.id)) draw_spread(c, draw, pen, *spread);
    for (const HazardGroup* group : groups_of(c, structure.id)) draw_group_figures(c, draw, pen, *group);
}

}  // namespace drypoint::ui
