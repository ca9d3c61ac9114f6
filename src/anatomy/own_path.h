#pragma once
// A person's own needle: moved from a taught path, so that it works on other models, or a line fixed in one model.

#include <optional>
#include <string>

#include <glm/vec3.hpp>

#include "anatomy/content.h"
#include "anatomy/resolve.h"

namespace drypoint::anatomy {

// How a needle differs from a taught path. Negative: lateral, distal.
struct NeedleMove {
    double slide_medial_mm = 0.0, slide_proximal_mm = 0.0;  // the entry, along the skin
    double lean_medial_deg = 0.0, lean_proximal_deg = 0.0;  // which way the tip points more than the taught one's
    std::optional<double> depth_mm;                         // of the tip; nothing: as taught
};

struct FixedLine {
    glm::dvec3 entry_mm{0.0}, target_mm{0.0};  // in the model's frame; not the same place
    std::string model;                         // content hash of the model that it was drawn on; empty: not known
};

struct OwnPath {
    std::string title;
    base::Id point;                 // whose taught path is moved; of a fixed line what it is meant for, or empty
    base::Id needle;                // of the catalogue; empty: the shortest that reaches
    std::optional<FixedLine> line;  // nothing: `move` counts
    NeedleMove move;
    base::Place place;
};

// The taught way after a move. Its issues stay those of the taught way.
PathGeometry moved(const Content& content, const Atlas& atlas, const PathGeometry& taught, Side side,
                   const NeedleMove& move);

// On this model; nothing if it cannot be placed: then the issues say why.
std::optional<PathGeometry> resolve_own_path(const Content& content, const Atlas& atlas, const OwnPath& own,
                                             base::Issues& issues);

}  // namespace drypoint::anatomy
