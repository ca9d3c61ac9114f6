#pragma once
// A person's own needle: moved from a taught path, so that it works on other models, or a line fixed in one model.

#include <optional>
#include <string>

#include <glm/vec3.hpp>

#include "anatomy/body.h"
#include "anatomy/content.h"
#include "anatomy/resolve.h"

namespace drypoint::anatomy {

// How a needle differs from a taught path. Negative: lateral, distal.
struct NeedleMove {
    double slide_medial_mm = 0.0, slide_proximal_mm = 0.0;  // the entry, along the skin
    double lean_medial_deg = 0.0, lean_proximal_deg = 0.0;  // which way the tip points more than the taught one's
    std::optional<double> depth_mm;                         // of the tip; nothing: as taught

    friend bool operator==(const NeedleMove&, const NeedleMove&) = default;
};

struct FixedLine {
    glm::dvec3 entry_mm{0.0}, target_mm{0.0};  // in the model's frame; not the same place
    std::string model;                         // content hash of the model that it was drawn on; empty: not known

    friend bool operator==(const FixedLine&, const FixedLine&) = default;
};

struct OwnPath {
    std::string title;
    base::Id point;                 // whose taught path is moved; of a fixed line what it is meant for, or empty
    base::Id needle;                // of the catalogue; empty: the shortest that reaches
    Body body;                      // on which it was laid: the line is brought to the one that is shown
    std::optional<FixedLine> line;  // nothing: `move` counts
    NeedleMove move;
    base::Place place;
};

// Unit vectors along the skin where a needle of this direction stands, at right angles to it and to one another. Which
// way "medial" is from the side of the limb: round it to the front.
struct NeedleFrame {
    glm::dvec3 medial{0.0}, proximal{0.0};
};
NeedleFrame frame_of(const glm::dvec3& direction, Side side);

// The direction of the body that is nearest to this one.
Direction direction_of(const glm::dvec3& way, Side side);

// The way after a move; `skin_angle_deg` stays that of before, for it takes long to find. Quick enough for every frame
// while nothing slides.
PathGeometry shifted(const Atlas& atlas, const PathGeometry& way, Side side, const NeedleMove& move);

// The same line and target, with the entry where the line meets the skin nearest to where it was. Unchanged without a skin.
PathGeometry brought_to_skin(const Atlas& atlas, const PathGeometry& way);

// From one place to another, which must not be the same; no skin angle.
PathGeometry straight_way(const glm::dvec3& entry_mm, const glm::dvec3& target_mm);

// The taught way after a move, with its skin angle. Its issues stay those of the taught way.
PathGeometry moved(const Content& content, const Atlas& atlas, const PathGeometry& taught, Side side,
                   const NeedleMove& move);

// On this model; nothing if it cannot be placed: then the issues say why.
std::optional<PathGeometry> resolve_own_path(const Content& content, const Atlas& atlas, const OwnPath& own,
                                             base::Issues& issues);

}  // namespace drypoint::anatomy
