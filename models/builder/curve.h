#pragma once
// Centre lines: smooth curves through points with a radius along them.

#include <vector>

#include <glm/vec3.hpp>

namespace drypoint::builder {

struct Curve {
    std::vector<glm::dvec3> points;
    std::vector<double> radii;  // one for each point
};

// Points of the centripetal Catmull-Rom curve (Barry and Goldman 1988) through the given ones, about `spacing` mm apart along
// the curve; the ends stay. Radii go evenly along.
Curve resampled(const Curve& curve, double spacing);

double length(const std::vector<glm::dvec3>& points);

// Unit tangent at a point, from its neighbours.
glm::dvec3 tangent(const std::vector<glm::dvec3>& points, std::size_t n);

// Where on the line a point is nearest.
struct Nearest {
    double distance = 1e9;  // to the line
    std::size_t segment = 0;
    double t = 0.0;  // along the segment, 0 to 1
    double radius = 0.0;
    glm::dvec3 point{0.0};
};
Nearest nearest(const Curve& curve, const glm::dvec3& point);

// Means along the line with a Gaussian of the given width in points; the ends lean on what there is.
std::vector<glm::dvec3> smoothed_along(const std::vector<glm::dvec3>& values, double sigma_points);

}  // namespace drypoint::builder
