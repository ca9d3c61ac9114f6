#pragma once
// Landmarks, laid on the solids of the finished model.

#include <string>
#include <vector>

#include "figures.h"
#include "geometry/triangle_mesh.h"

namespace drypoint::builder {

struct Landmark {
    LandmarkFigure figure;
    glm::dvec3 at;          // in the model
    double moved_mm = 0.0;  // from its figure
};

struct NamedSurface {
    std::string id;
    const geometry::TriangleMesh* mesh;
};

// Landmarks of kind surface go to the nearest point of the solid they lie on; the others stay. A landmark on a solid that the
// model does not have stays too.
std::vector<Landmark> snap(const std::vector<LandmarkFigure>& figures, const std::vector<NamedSurface>& surfaces);

// The point of the surface nearest to `point`, over all triangles.
glm::dvec3 nearest_point(const geometry::TriangleMesh& mesh, const glm::dvec3& point);

}  // namespace drypoint::builder
