#include "landmarks.h"

#include <algorithm>

#include "triangle.h"

namespace drypoint::builder {

glm::dvec3 nearest_point(const geometry::TriangleMesh& mesh, const glm::dvec3& point) {
    glm::dvec3 best = point;
    double best2 = 1e300;
    for (const geometry::Triangle& t : mesh.triangles) {
        const glm::dvec3 at = nearest_on_triangle(point, glm::dvec3(mesh.positions[t[0]]), glm::dvec3(mesh.positions[t[1]]),
                                                  glm::dvec3(mesh.positions[t[2]]));
        const double distance2 = glm::dot(at - point, at - point);
        if (distance2 >= best2) continue;
        best2 = distance2;
        best = at;
    }
    return best;
}

std::vector<Landmark> snap(const std::vector<LandmarkFigure>& figures, const std::vector<NamedSurface>& surfaces) {
    std::vector<Landmark> landmarks;
    for (const LandmarkFigure& figure : figures) {
        Landmark landmark{figure, figure.at, 0.0};
        const auto on = std::find_if(surfaces.begin(), surfaces.end(),
                                     [&](const NamedSurface& surface) { return surface.id == figure.on; });
        if (figure.kind == "surface" && on != surfaces.end()) {
            landmark.at = nearest_point(*on->mesh, figure.at);
            landmark.moved_mm = glm::distance(landmark.at, figure.at);
        }
        landmarks.push_back(landmark);
    }
    return landmarks;
}

}  // namespace drypoint::builder
