#pragma once
// What is worked out from the state beside it, because it takes too long for a frame.

#include "anatomy/entry_map.h"
#include "anatomy/suggest.h"

namespace drypoint::session {

// From where else the chosen point could be reached: all entries, and the best one beside the taught path. Pointers
// lead into the world's content.
struct MapFindings {
    base::Id point;   // for which it was made
    base::Id needle;  // of the catalogue; empty: for each entry the shortest that reaches
    anatomy::EntryMap map;
    anatomy::Suggestion suggestion;
};

}  // namespace drypoint::session
