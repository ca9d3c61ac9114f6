#include "geometry/self_intersections.h"

#include <algorithm>
#include <array>
#include <numeric>

#include <glm/geometric.hpp>

#include "geometry/bounds.h"
#include "geometry/orientation.h"

namespace drypoint::geometry {
namespace {

struct Face {
    std::uint32_t number = 0;
    Triangle index{};
    std::array<glm::dvec3, 3> at{};
    glm::dvec3 normal{0.0};
    Bounds box;
};

bool has(const Face& face, std::uint32_t vertex) {
    return face.index[0] == vertex || face.index[1] == vertex || face.index[2] == vertex;
}

// A vertex of the face itself lies in its plane, whatever rounding says.
int side(const Face& face, const Face& other, std::size_t corner) {
    if (has(face, other.index[corner])) return 0;
    return side_of_plane(face.at[0], face.at[1], face.at[2], other.at[corner]);
}

// Does the line through p and q pass the face's inside or border? Requires: p and q on opposite sides of its plane.
bool passes(const glm::dvec3& p, const glm::dvec3& q, const Face& face) {
    int left = 0;
    int right = 0;
    for (std::size_t k = 0; k < 3; ++k) {
        const int s = side_of_plane(p, q, face.at[k], face.at[(k + 1) % 3]);
        left += s > 0 ? 1 : 0;
        right += s < 0 ? 1 : 0;
    }
    return left == 0 || right == 0;
}

using Sides = std::array<int, 3>;

Sides sides_of(const Face& face, const Face& other) {
    return {side(face, other, 0), side(face, other, 1), side(face, other, 2)};
}

bool edge_passes(const Face& from, const Sides& sides, const Face& through) {
    for (std::size_t k = 0; k < 3; ++k) {
        const std::size_t next = (k + 1) % 3;
        if (sides[k] * sides[next] < 0 && passes(from.at[k], from.at[next], through)) return true;
    }
    return false;
}

using Flat = std::array<glm::dvec2, 3>;

// Seen along the axis in which the face is broadest, counter-clockwise.
Flat flattened(const Face& face, const glm::dvec3& normal) {
    const glm::dvec3 size = glm::abs(normal);
    const int drop = size.x >= size.y && size.x >= size.z ? 0 : (size.y >= size.z ? 1 : 2);
    Flat flat{};
    for (std::size_t k = 0; k < 3; ++k) flat[k] = {face.at[k][(drop + 1) % 3], face.at[k][(drop + 2) % 3]};
    if (side_of_line(flat[0], flat[1], flat[2]) < 0) std::swap(flat[1], flat[2]);
    return flat;
}

bool an_edge_separates(const Flat& a, const Flat& b) {
    for (std::size_t k = 0; k < 3; ++k) {
        const glm::dvec2& from = a[k];
        const glm::dvec2& to = a[(k + 1) % 3];
        if (std::all_of(b.begin(), b.end(), [&](const glm::dvec2& p) { return side_of_line(from, to, p) <= 0; }))
            return true;
    }
    return false;
}

bool overlap_in_plane(const Face& a, const Face& b) {
    const Flat flat_a = flattened(a, a.normal);
    const Flat flat_b = flattened(b, a.normal);
    return !an_edge_separates(flat_a, flat_b) && !an_edge_separates(flat_b, flat_a);
}

bool cross(const Face& a, const Face& b) {
    const Sides of_b = sides_of(a, b);
    if (of_b == Sides{0, 0, 0}) return overlap_in_plane(a, b);
    if (of_b == Sides{1, 1, 1} || of_b == Sides{-1, -1, -1}) return false;
    const Sides of_a = sides_of(b, a);
    return edge_passes(b, of_b, a) || edge_passes(a, of_a, b);
}

std::vector<Face> faces_of(const TriangleMesh& mesh) {
    std::vector<Face> faces;
    faces.reserve(mesh.triangles.size());
    for (std::uint32_t n = 0; n < mesh.triangles.size(); ++n) {
        const Triangle& t = mesh.triangles[n];
        Face face;
        face.number = n;
        face.index = t;
        for (std::size_t k = 0; k < 3; ++k) {
            face.at[k] = glm::dvec3(mesh.positions[t[k]]);
            face.box.add(mesh.positions[t[k]]);
        }
        face.normal = glm::cross(face.at[1] - face.at[0], face.at[2] - face.at[0]);
        if (face.normal != glm::dvec3(0.0)) faces.push_back(face);
    }
    return faces;
}

int longest_axis(const std::vector<Face>& faces) {
    Bounds all;
    for (const Face& face : faces) all.add(face.box);
    const glm::vec3 size = all.max - all.min;
    return size.x >= size.y && size.x >= size.z ? 0 : (size.y >= size.z ? 1 : 2);
}

bool boxes_meet(const Bounds& a, const Bounds& b) {
    return a.min.x <= b.max.x && b.min.x <= a.max.x && a.min.y <= b.max.y && b.min.y <= a.max.y && a.min.z <= b.max.z &&
           b.min.z <= a.max.z;
}

}  // namespace

std::size_t count_self_intersections(const TriangleMesh& mesh) {
    return find_self_intersections(mesh).size();
}

std::vector<std::array<std::uint32_t, 2>> find_self_intersections(const TriangleMesh& mesh) {
    std::vector<Face> faces = faces_of(mesh);
    if (faces.empty()) return {};
    // Sweep along the longest axis: only faces whose stretches on it meet are compared.
    const int axis = longest_axis(faces);
    std::sort(faces.begin(), faces.end(),
              [axis](const Face& a, const Face& b) {
                  const float from_a = a.box.min[axis];
                  const float from_b = b.box.min[axis];
                  return from_a != from_b ? from_a < from_b : a.number < b.number;
              });
    std::vector<std::array<std::uint32_t, 2>> found;
    for (std::size_t i = 0; i < faces.size(); ++i) {
        for (std::size_t k = i + 1; k < faces.size() && faces[k].box.min[axis] <= faces[i].box.max[axis]; ++k)
            if (boxes_meet(faces[i].box, faces[k].box) && cross(faces[i], faces[k]))
                found.push_back({faces[i].number, faces[k].number});
    }
    return found;
}

}  // namespace drypoint::geometry
