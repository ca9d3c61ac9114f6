#pragma once
// A trigger point as a clinician finds it: along a line between landmarks, in a muscle, in a layer.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "anatomy/statement.h"

namespace drypoint::anatomy {

// Directions of the body. Which way medial is depends on the side of the limb.
enum class Direction { proximal, distal, medial, lateral, anterior, posterior };

std::string_view name(Direction direction);
std::optional<Direction> direction_named(std::string_view name);
std::vector<std::string> direction_names();

// Part of something that runs from 0 to 1: of a line from its first landmark to its second, or of a muscle's local
// thickness from its outer face to its inner one. 0 <= from < to <= 1.
struct Stretch {
    double from = 0.0, to = 1.0;
    double middle() const { return (from + to) / 2.0; }
};

struct LandmarkLine {
    base::Id from, to;  // landmarks
};

struct Offset {
    enum class Unit { mm, fingerwidths, percent_of_line };
    Direction toward = Direction::medial;
    double amount = 0.0;
    Unit unit = Unit::mm;
};

// The stretch of a line that the words allow; the statement says which words.
struct Band {
    LandmarkLine line;
    Stretch stretch;
    Statement words;
};

// Where the dot is drawn, and why there. Resolved on a loaded model by anatomy/resolve.h.
struct Anchor {
    std::optional<LandmarkLine> line;  // nothing: the band's line
    std::optional<double> at;          // share of the line; nothing: the middle of the band
    std::vector<Offset> offsets;       // from there, in turn
    std::vector<Direction> side;       // from which the finger presses (their mean); empty: from the nearest skin
    Stretch layer;
    std::optional<Band> band;  // nothing: no stretch was found; then line and at are given
    Statement words;
    base::Place place;
};

struct Referral {
    Statement essential;
    std::optional<Statement> spillover;
    std::optional<Statement> seen;                                       // the broad zone that was confirmed on a page
    std::vector<base::Id> essential_zones, spillover_zones, seen_zones;  // what of them can be named: zone.h
};

struct TriggerPoint {
    base::Id id;                // "vastus-medialis-1"
    std::string code;           // the facts' name: "VM1"
    base::Id muscle;            // also the structure's id
    std::optional<int> number;  // nothing: the book does not number it
    std::string confidence;     // in its place among teachers: good, medium, low
    Statement numbering;
    Statement where;
    Statement exact_spot;
    Statement layer;
    Statement feel;
    Statement symptoms;
    Referral referral;
    Anchor anchor;
    std::optional<Anchor> classic_spot;  // where books draw it, where the anchor does not follow them: never needled
    std::vector<Statement> measured;     // motor points, electrode sites: near it, not it
    std::optional<Statement> show_only;  // why it is drawn and explained, but never needled
    std::optional<Statement> note;
    base::Place place;

    // What the panel says first: what was confirmed, else what is taught.
    const Statement& refers_to() const { return referral.seen ? *referral.seen : referral.essential; }
};

// The one sentence that refuses a needle to a point that is for show only; empty: it may be needled.
std::string why_never_needled(const TriggerPoint& point);

}  // namespace drypoint::anatomy
