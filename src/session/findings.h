#pragma once
// What is worked out from the state beside it, because it takes too long for a frame.

#include <memory>
#include <string>

#include "anatomy/entry_map.h"
#include "anatomy/suggest.h"
#include "geometry/patch.h"

namespace drypoint::session {

// From where else the chosen point could be reached: all entries, and the best one beside the taught path. Pointers
// lead into the world's content.
struct MapFindings {
    base::Id point;                             // for which it was made
    base::Id needle;                            // that was chosen; empty: none was
    const anatomy::Needle* made_for = nullptr;  // the needle that all entries were tried with
    anatomy::EntryMap map;
    std::shared_ptr<const geometry::Patch> patch;  // the skin within reach, to be painted; null: none
    std::string why_none;                       // why nothing is to be painted; empty if something is
    anatomy::Suggestion suggestion;
};

}  // namespace drypoint::session
