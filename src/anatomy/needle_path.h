#pragma once
// How a point is reached, in words and as rules that anatomy/resolve.h turns into a line; and the needles for it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "anatomy/trigger_point.h"

namespace drypoint::anatomy {

struct Needle {
    base::Id id;       // "030x40"
    std::string name;  // "0.30 × 40 mm"
    double diameter_mm = 0.0;
    double length_mm = 0.0;  // of the shaft
    base::Place place;
};

enum class Technique { perpendicular, oblique, pincer };

std::string_view name(Technique technique);
std::optional<Technique> technique_named(std::string_view name);
std::vector<std::string> technique_names();

// From which body build on a path is longer than any needle leaves outside of the skin: it is shown there, never needled.
struct BeyondNeedles {
    double from_build = 0.0;  // lean -1, average 0, heavy 1
    Statement why;
};

struct NeedlePath {
    base::Id id;     // "vastus-medialis-1-taught"
    base::Id point;  // a trigger point

    Statement position;
    Statement entry;
    std::vector<Direction> side;  // first skin hit from the point that way (their mean); empty: the anchor's side
    Statement direction;
    base::Id towards;  // a structure: straight to its place nearest to the point; empty: perpendicular to the skin
    Statement angle;
    std::optional<double> angle_deg;  // between needle and skin, as taught; nothing: no figure found
    Statement technique_words;
    Technique technique = Technique::perpendicular;
    Statement stop;
    base::Id stop_bone;  // a structure; empty: nothing reliable stops the needle
    Statement depth;
    bool depth_to_stop = false;  // else to the middle of the point's layer
    Statement needle;

    std::optional<BeyondNeedles> beyond_needles;

    std::vector<base::Id> needles;     // of Content::needles
    std::vector<base::Id> avoid;       // of Content::hazards
    std::vector<Statement> reported;   // what trials did
    std::vector<Statement> thickness;  // of skin, fat and muscle there
    base::Place place;
};

}  // namespace drypoint::anatomy
