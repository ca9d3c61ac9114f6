#pragma once
// A map of entries, painted on the skin in four tones: safe, half of the margin, under it or bone, needle too short. Of
// this model; none is a safe depth.

#include "anatomy/entry_map.h"
#include "scene/point_paint.h"

namespace drypoint::scene {

struct MapPatchRequest {
    glm::dvec3 target_mm{0.0};
    double reach_mm = 0.0;      // how deep the needle reaches
    double flattest_deg = 0.0;  // flatter lines are not drawn
    double spacing_mm = 2.0;    // of the map's entries
};

// How far the skin is painted on where the needle is too short.
inline constexpr double map_rim_mm = 20.0;

// The margin slider changes the tones only. x: margin, mm; y: how much the needle is too short; z: -margin, or its
// opposite where bone is in the way.
PatchPtr map_patch(const anatomy::Atlas& atlas, const anatomy::EntryMap& map, const MapPatchRequest& request);

// In the order of `most_tones`: needle too short, under half the margin or bone, safe, half of the margin.
std::vector<Tone> map_tones(double margin_mm, const Palette& palette);

// On the skin; null patch: nothing.
std::optional<Paint> map_paint(const anatomy::Atlas& atlas, const PatchPtr& patch, double margin_mm,
                               const Palette& palette);

}  // namespace drypoint::scene
