#pragma once
// Which surfaces a line crosses, and how near a segment comes to one. Embree finds candidates by their boxes; every
// depth and distance is computed in double from the mesh itself, so that results do not depend on the processor.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <glm/vec3.hpp>

#include "geometry/segment.h"
#include "geometry/triangle_mesh.h"

namespace drypoint::geometry {

struct Line {
    glm::dvec3 origin, direction;  // the direction has unit length
};

struct Crossing {
    double t_mm;          // along the line
    std::size_t surface;  // position in the list of surfaces
    std::uint32_t triangle;
    bool entering;  // against the triangle's normal: into a solid whose triangles face outwards
};

struct Nearest {
    double distance_mm;
    double along;      // 0..1 of the segment
    glm::dvec3 at_mm;  // on the surface
};

class SurfaceIndex {
  public:
    // Copies the triangles. Builds in about 0.2 s for 300,000 triangles on two cores.
    explicit SurfaceIndex(const std::vector<const TriangleMesh*>& surfaces);
    ~SurfaceIndex();
    SurfaceIndex(SurfaceIndex&&) noexcept;
    SurfaceIndex& operator=(SurfaceIndex&&) noexcept;

    // All crossings with t_min <= t <= t_max, by t, then by surface. A line through an edge or a vertex counts as one
    // that passes a hair beside it, the same for all triangles: each sheet of a closed surface is counted once, none is
    // lost. Triangles seen edge-on are not crossed.
    std::vector<Crossing> crossings(const Line& line, double t_min_mm, double t_max_mm) const;

    // The point of one surface nearest to the segment; nothing if it is farther than reach_mm. The inside of a solid is
    // not looked at: within a closed surface this is the distance to its wall.
    std::optional<Nearest> nearest(std::size_t surface, const Segment& segment, double reach_mm) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// The same without an index: every triangle is looked at. The oracle of the tests, and good enough for one surface.
std::vector<Crossing> crossings_of_all(const std::vector<const TriangleMesh*>& surfaces, const Line& line,
                                       double t_min_mm, double t_max_mm);

}  // namespace drypoint::geometry
