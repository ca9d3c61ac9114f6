#pragma once
// A needle, what it meets, and what is to be said about it: the one way from a line to a verdict.

#include <optional>

#include "anatomy/content.h"
#include "anatomy/probe.h"
#include "anatomy/resolve.h"
#include "anatomy/safety.h"

namespace drypoint::anatomy {

// What is done with a needle. Pointers belong to the content.
struct NeedleUse {
    NeedleLine line;                    // its radius is set by assess()
    const NeedlePath* path = nullptr;   // null: any line
    std::optional<std::size_t> muscle;  // where the tip ought to be
    const Needle* needle = nullptr;     // null: the shortest that reaches, of the path's or else of the catalogue
    bool fold = false;
    double cover_mm = 0.0;  // of a fold: what lies over the muscle
};

struct Assessment {
    const NeedlePath* path = nullptr;
    const Needle* needle = nullptr;  // null: none is long enough
    double outside_mm = 0.0;         // of that needle; negative: it is too short
    PathReport report;
    Judgement judgement;
    // To the nearest hull, or the surface of what has none; 0 = touched or inside, at most clearance_reach_mm.
    double margin_mm = clearance_reach_mm;
    std::optional<std::size_t> nearest;  // whose hull that is
};

Assessment assess(const ProbeIndex& index, const Safety& safety, const NeedleUse& use, double hull_k = 1.0);

// The use of a path as it lies on this model, to its target.
NeedleUse use_of(const Content& content, const Atlas& atlas, const NeedlePath& path, const PathGeometry& way);

}  // namespace drypoint::anatomy
