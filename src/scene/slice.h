#pragma once
// The twin slices as a value: one plane along the needle, on the needle strip's own ruler, and one across it at the
// tip, seen down the needle. Both have the same right. Millimetres, u to the right and v up; along: from the entry, so
// that the depth is -v; across: from the tip.

#include <cstddef>
#include <optional>
#include <vector>

#include <glm/vec2.hpp>

#include "anatomy/probe.h"
#include "anatomy/trigger_point.h"
#include "geometry/slice.h"

namespace drypoint::scene {

// A structure where the plane cuts it.
struct SlicePart {
    std::size_t structure = 0;  // in the atlas
    anatomy::Tissue tissue = anatomy::Tissue::other;
    std::vector<geometry::CutLoop> loops;   // whole
    std::vector<geometry::Trapezoid> fill;  // between the window's bottom and top
};

// Where the plane cuts the hull of a hazard: the surface in space, widened by its spread. Exact to a tenth of a
// millimetre, also where the hazard runs aslant or beside the plane.
struct SliceHull {
    std::size_t structure = 0;
    std::vector<geometry::CutLoop> outline;  // cut off at the window's edge
};

// What is nearest to the shaft, laid into the plane at right angles to it.
struct SliceNearest {
    std::size_t structure = 0;
    glm::dvec2 shaft{0.0}, place{0.0};  // where along the shaft; the nearest place of the structure
    double distance_mm = 0.0;           // in space
    double off_plane_mm = 0.0;          // of the place, >= 0
};

// The taught path laid into the plane.
struct SliceGhost {
    glm::dvec2 entry{0.0}, tip{0.0};
    double off_plane_mm = 0.0;  // of the tip, >= 0
};

struct Slice {
    geometry::CutPlane plane;
    glm::dvec2 low{0.0}, high{0.0};            // the window
    anatomy::Direction right{}, up{}, away{};  // of the body; away: from the eye into the picture
    std::vector<geometry::Trapezoid> limb;     // all that the skin encloses; empty without a skin
    std::vector<SlicePart> parts;              // in the order of drawing: what encloses comes first
    std::vector<SliceHull> hulls;
    glm::dvec2 entry{0.0}, tip{0.0};
    std::optional<SliceGhost> taught;
    std::optional<SliceNearest> nearest;  // nothing within reach, or touched
};

enum class SliceKind { along, across };

// What is cut.
struct SliceSubject {
    const anatomy::Atlas& atlas;
    const anatomy::PathReport& probe;
    anatomy::Side side = anatomy::Side::none;
    const anatomy::ProbeIndex* index = nullptr;  // null: no hulls
    std::optional<geometry::Segment> taught;     // from the taught entry to the target
};

struct SliceWindow {
    glm::dvec2 low{0.0}, high{0.0};
};

// A millisecond or two on the shipped limb.
Slice build_slice(SliceKind kind, const SliceSubject& subject, const SliceWindow& window);

}  // namespace drypoint::scene
