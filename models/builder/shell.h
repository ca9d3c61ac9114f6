#pragma once
// Skin and fat as closed shells between surfaces that are led out of one another.

#include "field.h"
#include "geometry/triangle_mesh.h"
#include "sheet.h"

namespace drypoint::builder {

// Where skin and fat end: at the ankle, above the iliac crest, and beside the body's middle plane.
struct CutPlanes {
    double bottom_y = -24.0;
    double top_y = 960.0;
    double middle_x = 6.0;
};

// Leads points from an inner surface outwards. The lines of steepest ascent of i / (i - o), with i and o the distances to the inner
// and the outer surface, leave the one and reach the other at right angles and never cross. Towards a cut plane they turn into it:
// points on it stay on it, and none passes it.
class Mover {
  public:
    Mover(const Field& inside, const Field& outside, const CutPlanes& planes)
        : inside_(inside), outside_(outside), planes_(planes) {}

    // To the place where the outer distance is `wanted`.
    glm::vec3 lead_out(const glm::vec3& start, double wanted) const;

    // Out of the inner surface by that much.
    glm::vec3 lift(const glm::vec3& start, double wanted) const;

    // Straight to that level; for points that already lie near it.
    glm::vec3 project(const glm::vec3& start, double wanted) const;

    glm::dvec3 way_out(const glm::dvec3& p) const;  // unit
    glm::dvec3 way_off_inside(const glm::dvec3& p) const;  // the same for points near the inner surface
    glm::dvec3 freedom(const glm::dvec3& p) const;  // how freely the point moves along each axis, 0 (on a cut plane) to 1

    const Field& outside() const { return outside_; }

  private:
    const Field& inside_;
    const Field& outside_;
    const CutPlanes& planes_;
};

// For each vertex how much is missing to `least` between its triangles and the content, looking at corners, edges and middles;
// at most 2 mm.
std::vector<double> missing_room(const geometry::TriangleMesh& mesh, const Distance& content, double least, unsigned threads);

// Pushes the surface out where it comes nearer than 0.15 mm to what it covers. It stays
// `room` below the outer surface.
void push_out(geometry::TriangleMesh& mesh, const Distance& content, const Mover& mover, double room, unsigned threads);

// Moves points of a surface to the mean of their neighbours; points on a cut plane to that of their neighbours on the same plane.
class Relaxer {
  public:
    // Both must outlive the relaxer; the mesh keeps its triangles, and its points their cut planes.
    Relaxer(const geometry::TriangleMesh& mesh, const Mover& mover);

    // The marked points, brought to where the outer distance is `level`.
    void relax(geometry::TriangleMesh& mesh, const std::vector<char>& marked, double level) const;

    // Marks the neighbours of what is marked too.
    void spread(std::vector<char>& marked) const;

  private:
    const Mover& mover_;
    std::vector<std::vector<std::uint32_t>> neighbours_;
    std::vector<glm::bvec3> held_;
};

// Where triangles of the outer surface lean against its slope or fold, their corners are relaxed on the surface.
void untangle(geometry::TriangleMesh& mesh, const Mover& mover);

// A closed shell of an outer and an inner surface with the same triangles; their rims are joined.
geometry::TriangleMesh shell_of(const geometry::TriangleMesh& outer, const geometry::TriangleMesh& inner);

}  // namespace drypoint::builder
