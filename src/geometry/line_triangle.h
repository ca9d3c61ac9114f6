#pragma once
// Crossing of a line and a triangle that is consistent between neighbours, in double precision.
// Method: the triangle is sheared into the line's own frame, where the line is the origin of a plane (Woop, Benthin and
// Wald, Watertight Ray/Triangle Intersection, JCGT 2(1), 2013). A shared edge then gives both triangles the same number
// with opposite signs. Where that number is 0, the top-left rule of rasterisers decides.

#include <optional>

#include <glm/vec3.hpp>

namespace drypoint::geometry {

// The frame of a line, computed once for many triangles.
class LineFrame {
  public:
    // `direction` must not be the zero vector.
    LineFrame(const glm::dvec3& origin, const glm::dvec3& direction);

    struct Hit {
        double t;       // in lengths of the direction
        bool entering;  // the line runs against the normal (b - a) x (c - a)
    };
    std::optional<Hit> cross(const glm::dvec3& a, const glm::dvec3& b, const glm::dvec3& c) const;

  private:
    glm::dvec3 origin_;
    glm::dvec3 to_x_{0.0}, to_y_{0.0}, to_z_{0.0};  // what a place's way from the origin is multiplied with, each
    bool mirrored_;
};

}  // namespace drypoint::geometry
