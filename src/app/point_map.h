#pragma once
// The safe-entry map of a trigger point, ready to be painted.

#include <optional>

#include "anatomy/probe.h"
#include "scene/map_paint.h"
#include "session/world.h"

namespace drypoint::app {

struct PointMap {
    anatomy::EntryMap map;
    const anatomy::Needle* needle = nullptr;  // that it was made for
    scene::PatchPtr patch;
};

// `needle` null: the longest that is taught for the point, or of the catalogue. Nothing if no needle is ever set to the
// point, or the model has no skin: then `why` says so.
std::optional<PointMap> make_point_map(const session::World& world, const anatomy::ProbeIndex& index,
                                       const session::PlacedPoint& point, const anatomy::Needle* needle,
                                       std::string& why);

}  // namespace drypoint::app
