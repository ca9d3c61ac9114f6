#pragma once
// From outlines in planes to a solid: shape-based interpolation (Herman, Zheng and Bucholtz 1992) with a smooth curve in height.

#include <optional>

#include "field.h"
#include "figures.h"

namespace drypoint::builder {

// A common plane on which solids end flat, as a cut: everything on the far side of `y` is taken away.
struct Cut {
    double y = 0.0;
    bool keep_above = true;
};

// From plane to plane: straight up, or leaning along with the solid's middle where both planes hold one outline. Thin solids that
// run obliquely need the latter; bones with bridges between their parts fare better with the former.
enum class Way { upright, leaning };

// Volume in cm3 of the figure's source; of what is cut, from the areas of the outlines on the kept side: the source goes on beyond the
// figures. 0 if the figure does not tell its source's volume.
double kept_volume(const SectionFigure& figure, const std::optional<Cut>& cut);

// Signed distance field of the solid. Between planes each lattice column follows a monotone cubic, so that the surface has no
// kink at a plane. Above the last and below the first plane the solid is closed by a rounded cap shorter than one spacing, or flat
// where `cut` says so. `smoothing` passes of a binomial filter follow; then the surface moves by at most 0.4 mm so that the
// solid has its `kept_volume`.
Field loft(const SectionFigure& figure, double step, std::optional<Cut> cut, int smoothing, Way way = Way::leaning);

}  // namespace drypoint::builder
