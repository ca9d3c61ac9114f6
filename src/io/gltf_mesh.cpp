#include "io/gltf_mesh.h"

#include <tiny_gltf.h>

#include <cmath>

#include <glm/geometric.hpp>
#include <glm/mat3x3.hpp>
#include <glm/matrix.hpp>

#include "io/gltf_accessor.h"

namespace drypoint::io {
namespace {

using geometry::ShadedMesh;
using geometry::Triangle;

constexpr float mm_per_metre = 1000.0f;

// What one primitive adds; its indices count from its own first vertex.
struct Part {
    std::vector<glm::vec3> positions;  // metres
    std::vector<glm::vec3> normals;    // empty: none, or none that can be used
    std::vector<Triangle> triangles;
};

class MeshReader {
  public:
    MeshReader(const tinygltf::Model& model, const glm::dmat4& place, const base::Place& where, base::Issues& issues)
        : model_(model), place_(place), where_(where), issues_(issues) {}

    ShadedMesh run(const tinygltf::Mesh& mesh) {
        bool normals = true;
        for (const tinygltf::Primitive& primitive : mesh.primitives) {
            Part part;
            if (!read(primitive, part)) return {};
            if (part.triangles.empty()) continue;
            normals = normals && !part.normals.empty();
            append(part);
        }
        if (!normals) joined_.normals.clear();
        return std::move(joined_);
    }

  private:
    bool fail(std::string message, std::string hint = {}) {
        issues_.push_back(base::error(where_, std::move(message), std::move(hint), "gltf-mesh"));
        return false;
    }

    void warn(std::string message) { issues_.push_back(base::warning(where_, std::move(message), {}, "gltf-mesh")); }

    bool read(const tinygltf::Primitive& primitive, Part& part) {
        if (primitive.mode < TINYGLTF_MODE_TRIANGLES || primitive.mode > TINYGLTF_MODE_TRIANGLE_FAN) {
            warn("its points or lines are not shown");
            return true;
        }
        const auto positions = primitive.attributes.find("POSITION");
        if (positions == primitive.attributes.end()) return fail("has no positions");
        std::string problem;
        part.positions = read_vectors(model_, positions->second, problem);
        if (!problem.empty()) return fail("its accessor of positions " + problem);
        if (!read_triangles(primitive, part)) return false;
        read_normals(primitive, part);
        return true;
    }

    bool read_triangles(const tinygltf::Primitive& primitive, Part& part) {
        std::vector<std::uint32_t> corners;
        if (primitive.indices >= 0) {
            std::string problem;
            corners = read_indices(model_, primitive.indices, part.positions.size(), problem);
            if (!problem.empty()) return fail("its accessor of indices " + problem);
        } else {
            corners.resize(part.positions.size());
            for (std::size_t i = 0; i < corners.size(); ++i) corners[i] = static_cast<std::uint32_t>(i);
        }
        if (primitive.mode == TINYGLTF_MODE_TRIANGLES && corners.size() % 3 != 0)
            return fail("has " + std::to_string(corners.size()) + " corners, which is no whole number of triangles");
        part.triangles = triangles_of(corners, primitive.mode);
        return true;
    }

    static std::vector<Triangle> triangles_of(const std::vector<std::uint32_t>& corners, int mode) {
        std::vector<Triangle> triangles;
        if (mode == TINYGLTF_MODE_TRIANGLES) {
            triangles.reserve(corners.size() / 3);
            for (std::size_t i = 0; i + 2 < corners.size(); i += 3)
                triangles.push_back({corners[i], corners[i + 1], corners[i + 2]});
            return triangles;
        }
        for (std::size_t i = 2; i < corners.size(); ++i) {
            if (mode == TINYGLTF_MODE_TRIANGLE_FAN)
                triangles.push_back({corners[0], corners[i - 1], corners[i]});
            else if (i % 2 == 0)
                triangles.push_back({corners[i - 2], corners[i - 1], corners[i]});
            else
                triangles.push_back({corners[i - 1], corners[i - 2], corners[i]});
        }
        return triangles;
    }

    // Bad normals are no reason to lose a structure: they can be computed.
    void read_normals(const tinygltf::Primitive& primitive, Part& part) {
        const auto normals = primitive.attributes.find("NORMAL");
        if (normals == primitive.attributes.end()) return;
        std::string problem;
        part.normals = read_vectors(model_, normals->second, problem);
        if (problem.empty() && part.normals.size() != part.positions.size())
            problem = "is not as long as the positions";
        if (problem.empty()) return;
        part.normals.clear();
        warn("its accessor of normals " + problem + "; they are computed");
    }

    void append(Part& part) {
        const auto first = static_cast<std::uint32_t>(joined_.positions.size());
        const bool normals = move_to_place(part);
        const bool mirrored = glm::determinant(glm::dmat3(place_)) < 0.0;
        for (Triangle& t : part.triangles) {
            for (std::uint32_t& corner : t) corner += first;
            if (mirrored) std::swap(t[1], t[2]);
        }
        if (!normals) part.normals.clear();
        if (first == 0) {
            joined_ = {std::move(part.positions), std::move(part.normals), std::move(part.triangles)};
            return;
        }
        joined_.positions.insert(joined_.positions.end(), part.positions.begin(), part.positions.end());
        joined_.normals.insert(joined_.normals.end(), part.normals.begin(), part.normals.end());
        joined_.triangles.insert(joined_.triangles.end(), part.triangles.begin(), part.triangles.end());
    }

    // Positions to millimetres under the node's transform, normals with it. False: the normals are of no use.
    bool move_to_place(Part& part) const {
        const bool stays = place_ == glm::dmat4(1.0);
        if (stays) {
            for (glm::vec3& p : part.positions) p *= mm_per_metre;
        } else {
            const glm::dmat4 to_mm = place_;
            for (glm::vec3& p : part.positions)
                p = glm::vec3(glm::dvec3(to_mm * glm::dvec4(glm::dvec3(p), 1.0)) * double{mm_per_metre});
        }
        const glm::dmat3 linear(place_);
        if (part.normals.empty() || glm::determinant(linear) == 0.0) return false;
        const glm::mat3 turn = stays ? glm::mat3(1.0f) : glm::mat3(glm::transpose(glm::inverse(linear)));
        bool unit = true;
        for (glm::vec3& n : part.normals) {
            if (!stays) n = turn * n;
            n /= glm::length(n);
            unit = unit && std::abs(glm::dot(n, n) - 1.0f) < 1e-3f;
        }
        return unit;
    }

    const tinygltf::Model& model_;
    const glm::dmat4& place_;
    const base::Place& where_;
    base::Issues& issues_;
    ShadedMesh joined_;
};

bool all_finite(const std::vector<glm::vec3>& positions) {
    for (const glm::vec3& p : positions)
        if (!std::isfinite(p.x) || !std::isfinite(p.y) || !std::isfinite(p.z)) return false;
    return true;
}

}  // namespace

geometry::ShadedMesh read_mesh(const tinygltf::Model& model, int mesh, const glm::dmat4& place,
                               const base::Place& where, base::Issues& issues) {
    ShadedMesh read = MeshReader(model, place, where, issues).run(model.meshes[static_cast<std::size_t>(mesh)]);
    if (all_finite(read.positions)) return read;
    issues.push_back(base::error(where, "lies too far away to be measured", "check its transform", "gltf-mesh"));
    return {};
}

}  // namespace drypoint::io
