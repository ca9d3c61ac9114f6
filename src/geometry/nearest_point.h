#pragma once
// The nearest point of one surface, the spans of a line inside it, and its mean normal, in double precision and
// millimetres. Every triangle is looked at: meant for a few questions at load, not for every frame.

#include <cstdint>
#include <optional>
#include <vector>

#include <glm/vec3.hpp>

#include "geometry/surface_index.h"

namespace drypoint::geometry {

struct NearestPoint {
    glm::dvec3 at_mm{0.0};
    double distance_mm = 0.0;
    std::uint32_t triangle = 0;
};

// Of the surface, not of the solid inside it. Nothing for a mesh without triangles.
std::optional<NearestPoint> nearest_point(const TriangleMesh& mesh, const glm::dvec3& to_mm);

// The nearest point of the faces that look away from it: from inside a limb the outer face of the skin, whether the
// skin is a shell with two faces, a solid or an open sheet. A point on such a face is its own nearest. Nothing if none
// does.
std::optional<NearestPoint> nearest_outer_point(const TriangleMesh& mesh, const glm::dvec3& from_mm);

// The first place where a line from inside leaves the surface: its outer face on that way. Nothing if there is none.
std::optional<NearestPoint> first_way_out(const TriangleMesh& mesh, const Line& line);
// The first place where a line from outside enters it.
std::optional<NearestPoint> first_way_in(const TriangleMesh& mesh, const Line& line);

// Unit normal of a triangle, outward if its corners run counter-clockwise seen from outside; zero if it has no area.
glm::dvec3 normal_of(const TriangleMesh& mesh, std::uint32_t triangle);

struct Span {
    double from_mm, to_mm;  // along the line
    double length() const { return to_mm - from_mm; }
};

// Where the whole line runs inside a closed surface, in its order. A surface that overlaps itself is one inside. Open
// surfaces: in and out in turn, and a last single crossing is left out.
std::vector<Span> spans_inside(const TriangleMesh& mesh, const Line& line);

// Inside a closed surface.
bool is_inside(const TriangleMesh& mesh, const glm::dvec3& point_mm);

// The outward normal of the surface around a point on it, averaged over a disc of this diameter: the mean at 33 places
// spread evenly over the disc, each taken to the surface. However the surface is cut into triangles, the result is the
// same.
glm::dvec3 mean_normal(const TriangleMesh& mesh, const NearestPoint& around, double over_mm);

}  // namespace drypoint::geometry
