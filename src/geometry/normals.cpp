#include "geometry/normals.h"

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>
#include <glm/trigonometric.hpp>

namespace drypoint::geometry {
namespace {

struct Corner {
    std::uint32_t triangle = 0;
    std::uint32_t corner = 0;
};

// Unit normal, or zero for a triangle without area.
glm::vec3 plane_normal(const TriangleMesh& mesh, const Triangle& t) {
    const glm::dvec3 a(mesh.positions[t[0]]);
    const glm::dvec3 n = glm::cross(glm::dvec3(mesh.positions[t[1]]) - a, glm::dvec3(mesh.positions[t[2]]) - a);
    const double length = glm::length(n);
    return length > 0.0 ? glm::vec3(n / length) : glm::vec3(0.0f);
}

float angle_at(const TriangleMesh& mesh, const Triangle& t, std::size_t corner) {
    const glm::vec3& p = mesh.positions[t[corner]];
    const glm::vec3 u = mesh.positions[t[(corner + 1) % 3]] - p;
    const glm::vec3 v = mesh.positions[t[(corner + 2) % 3]] - p;
    const float lengths = glm::length(u) * glm::length(v);
    return lengths > 0.0f ? std::acos(std::clamp(glm::dot(u, v) / lengths, -1.0f, 1.0f)) : 0.0f;
}

// The corners at each vertex, in the triangles' order: those of vertex v are corners[first[v]] .. corners[first[v + 1]
// - 1].
struct Fans {
    std::vector<std::uint32_t> first;
    std::vector<Corner> corners;
};

Fans fans_of(const TriangleMesh& mesh) {
    Fans fans;
    fans.first.assign(mesh.positions.size() + 1, 0);
    for (const Triangle& t : mesh.triangles)
        for (const std::uint32_t v : t) ++fans.first[v + 1];
    for (std::size_t v = 1; v < fans.first.size(); ++v) fans.first[v] += fans.first[v - 1];
    fans.corners.resize(mesh.triangles.size() * 3);
    std::vector<std::uint32_t> next(fans.first.begin(), fans.first.end() - 1);
    for (std::uint32_t t = 0; t < mesh.triangles.size(); ++t) {
        for (std::uint32_t c = 0; c < 3; ++c) fans.corners[next[mesh.triangles[t][c]]++] = {t, c};
    }
    return fans;
}

// Beyond this many triangles round one vertex (the apex of a cone) creases are not looked for: the work grows with the
// square.
constexpr std::size_t largest_fan = 256;

class Shader {
  public:
    Shader(const TriangleMesh& surface, float crease_deg)
        : surface_(surface), fans_(fans_of(surface)), least_cosine_(std::cos(glm::radians(crease_deg))) {
        planes_.reserve(surface.triangles.size());
        for (const Triangle& t : surface.triangles) planes_.push_back(plane_normal(surface, t));
        mesh_.positions.reserve(surface.positions.size());
        mesh_.normals.reserve(surface.positions.size());
        mesh_.triangles.resize(surface.triangles.size());
    }

    ShadedMesh run() {
        for (std::size_t v = 0; v < surface_.positions.size(); ++v) shade_vertex(v);
        return std::move(mesh_);
    }

  private:
    void shade_vertex(std::size_t v) {
        const std::size_t begin = fans_.first[v];
        const std::size_t end = fans_.first[v + 1];
        angles_.clear();
        for (std::size_t i = begin; i < end; ++i) {
            const Corner& corner = fans_.corners[i];
            angles_.push_back(angle_at(surface_, surface_.triangles[corner.triangle], corner.corner));
        }
        const bool smooth = end - begin > largest_fan;
        const std::size_t first_copy = mesh_.positions.size();
        glm::vec3 normal(0.0f);
        for (std::size_t i = begin; i < end; ++i) {
            if (i == begin || !smooth) normal = mean_normal(begin, end, i, smooth ? -2.0f : least_cosine_);
            mesh_.triangles[fans_.corners[i].triangle][fans_.corners[i].corner] = copy_with(v, first_copy, normal);
        }
    }

    // Of the planes begin .. end within the crease angle of plane `own`.
    glm::vec3 mean_normal(std::size_t begin, std::size_t end, std::size_t own, float least_cosine) const {
        const glm::vec3& plane = planes_[fans_.corners[own].triangle];
        glm::vec3 sum(0.0f);
        for (std::size_t k = begin; k < end; ++k) {
            const glm::vec3& other = planes_[fans_.corners[k].triangle];
            if (glm::dot(plane, other) >= least_cosine) sum += other * angles_[k - begin];
        }
        const float length = glm::length(sum);
        if (length > 1e-12f) return sum / length;
        // A triangle without area, or a fan that cancels out: any unit vector will do, nothing of it is seen.
        return plane == glm::vec3(0.0f) ? glm::vec3(0.0f, 1.0f, 0.0f) : plane;
    }

    // The number of the copy of vertex v with this normal; made if there is none yet.
    std::uint32_t copy_with(std::size_t v, std::size_t first_copy, const glm::vec3& normal) {
        std::size_t copy = first_copy;
        while (copy < mesh_.positions.size() && mesh_.normals[copy] != normal) ++copy;
        if (copy == mesh_.positions.size()) {
            mesh_.positions.push_back(surface_.positions[v]);
            mesh_.normals.push_back(normal);
        }
        return static_cast<std::uint32_t>(copy);
    }

    const TriangleMesh& surface_;
    Fans fans_;
    float least_cosine_;
    std::vector<glm::vec3> planes_;  // unit normal of each triangle
    std::vector<float> angles_;      // of the corners of the fan in work
    ShadedMesh mesh_;
};

}  // namespace

ShadedMesh shaded(const TriangleMesh& surface, float crease_deg) {
    return Shader(surface, crease_deg).run();
}

}  // namespace drypoint::geometry
