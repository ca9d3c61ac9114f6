#pragma once
// The cut of a surface by a plane: closed loops that share the surface's topology, in double precision. A vertex on the
// plane counts as a hair above it, the same for every triangle: a closed surface gives closed loops only, whatever lies
// on the plane. Lengths in millimetres.

#include <vector>

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include "geometry/bounds.h"
#include "geometry/triangle_mesh.h"

namespace drypoint::geometry {

// A plane with a frame of its own. u and v: unit vectors at right angles.
struct CutPlane {
    glm::dvec3 origin_mm{0.0};
    glm::dvec3 u{1.0, 0.0, 0.0}, v{0.0, 1.0, 0.0};

    glm::dvec2 in_plane(const glm::dvec3& at_mm) const;
    glm::dvec3 in_space(const glm::dvec2& at_mm) const;
};

// Of an outward surface the solid lies at the left of the way along the points, with u to the right and v up: outlines
// run counter-clockwise, holes clockwise.
struct CutLoop {
    std::vector<glm::dvec2> points;  // along u and v; the last is joined to the first if it is closed
    bool closed = true;              // false: the surface is open and ends at both ends of the chain
};

bool crosses(const Bounds& box, const CutPlane& plane);

// Every triangle is looked at once: about a millisecond for 300,000.
std::vector<CutLoop> cut(const TriangleMesh& mesh, const CutPlane& plane);

// Open chains end to start, to the nearest one in straight lines, so that there is an inside to fill: where a shell
// ends, its two faces are joined.
std::vector<CutLoop> with_ends_joined(std::vector<CutLoop> loops);

// Positive for an outline, negative for a hole. Of an open chain as if it were closed.
double signed_area_mm2(const CutLoop& loop);

// What lies inside the loops between two heights, in pieces with level tops and bottoms. Inside: where they wind round
// at least once, so that a loop that overlaps itself is one inside. Open chains fill nothing.
struct Trapezoid {
    double v0, v1;         // v0 < v1
    double left0, right0;  // at v0, along u
    double left1, right1;  // at v1
};
std::vector<Trapezoid> fill(const std::vector<CutLoop>& loops, double v_from, double v_to);

// Where a level line runs inside, by u.
struct LevelSpan {
    double from, to;
};
std::vector<LevelSpan> level_spans(const std::vector<CutLoop>& loops, double v);

// Whether the closed loops wind round the place.
bool is_inside(const std::vector<CutLoop>& loops, const glm::dvec2& at_mm);

}  // namespace drypoint::geometry
