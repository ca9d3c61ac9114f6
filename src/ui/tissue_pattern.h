#pragma once
// Patterns that tell tissues apart without colour, inside of any outline.

#include <functional>

#include "geometry/slice.h"
#include "ui/context.h"

namespace drypoint::ui {

// From millimetres in the plane of a slice to pixels.
using OnScreen = std::function<ImVec2(const glm::dvec2&)>;

// Dots for fat, short dashes for muscle, strokes aslant for bone, crossed ones for joints; of anything else nothing.
// Within the window only.
void draw_tissue_pattern(const Context& c, ImDrawList& draw, anatomy::Tissue tissue,
                         const std::vector<geometry::CutLoop>& loops, const SlicePlace& place);

// Strokes from the lower left to the upper right, inside of the loops; `step` and `width` in pixels.
void draw_hatch(ImDrawList& draw, const std::vector<geometry::CutLoop>& loops, const SlicePlace& place, float step,
                float width, ImU32 ink, bool falling = false);

}  // namespace drypoint::ui
