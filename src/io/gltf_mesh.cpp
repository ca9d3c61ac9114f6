#include "io/gltf_mesh.h"

#include <algorithm>
#include <map>
#include <utility>

#include <tiny_gltf.h>

#include "anatomy/body.h"
#include "io/gltf_accessor.h"
#include "io/gltf_attributes.h"
#include "io/placed_mesh.h"

namespace drypoint::io {
namespace {

using geometry::ShadedMesh;
using geometry::Triangle;

constexpr double mm_per_metre = 1000.0;

using Attributes = std::map<std::string, int>;

bool same_vertices(const tinygltf::Mesh& a, const tinygltf::Mesh& b) {
    return std::equal(a.primitives.begin(), a.primitives.end(), b.primitives.begin(), b.primitives.end(),
                      [](const tinygltf::Primitive& one, const tinygltf::Primitive& other) {
                          return one.mode == TINYGLTF_MODE_TRIANGLES && other.mode == one.mode &&
                                 one.attributes == other.attributes && one.targets == other.targets;
                      });
}

class MeshReader {
  public:
    MeshReader(const GltfSource& source, const glm::dmat4& place, const base::Place& where, base::Issues& issues)
        : source_(source), joined_(place, mm_per_metre), where_(where), issues_(issues) {}

    // `light`: may be nullptr.
    ShadedMesh run(const tinygltf::Mesh& mesh, const tinygltf::Mesh* light) {
        for (std::size_t i = 0; i < mesh.primitives.size(); ++i) {
            ShadedMesh part;
            if (!read(mesh.primitives[i], part)) return {};
            read_targets(mesh, mesh.primitives[i], part);
            if (light != nullptr) read_light(light->primitives[i], part);
            joined_.add(std::move(part));
        }
        if (joined_.finite()) return joined_.take();
        fail("lies too far away to be measured", "check its transform");
        return {};
    }

  private:
    bool fail(std::string message, std::string hint = {}) {
        issues_.push_back(base::error(where_, std::move(message), std::move(hint), "gltf-mesh"));
        return false;
    }

    void warn(std::string message) { issues_.push_back(base::warning(where_, std::move(message), {}, "gltf-mesh")); }

    bool read(const tinygltf::Primitive& primitive, ShadedMesh& part) {
        if (primitive.mode < TINYGLTF_MODE_TRIANGLES || primitive.mode > TINYGLTF_MODE_TRIANGLE_FAN) {
            warn("its points or lines are not shown");
            return true;
        }
        const auto positions = primitive.attributes.find("POSITION");
        if (positions == primitive.attributes.end()) return fail("has no positions");
        std::string problem;
        part.positions = read_vectors(source_, positions->second, problem);
        if (!problem.empty()) return fail("its accessor of positions " + problem);
        std::string broken;
        part.triangles = read_triangles(primitive, part.positions.size(), broken);
        if (!broken.empty()) return fail(broken);
        read_normals(primitive, part);
        read_attribute(primitive.attributes, fibre_attribute, read_vectors, part, part.fibres);
        read_attribute(primitive.attributes, tendon_attribute, read_numbers, part, part.tendon);
        read_attribute(primitive.attributes, occlusion_attribute, read_numbers, part, part.occlusion);
        read_attribute(primitive.attributes, assumed_attribute, read_numbers, part, part.assumed);
        return true;
    }

    // Why there are none is said in `problem`.
    std::vector<Triangle> read_triangles(const tinygltf::Primitive& primitive, std::size_t vertices, std::string& problem) {
        std::vector<std::uint32_t> corners;
        if (primitive.indices >= 0) {
            corners = read_indices(source_, primitive.indices, vertices, problem);
            if (!problem.empty()) problem = "its accessor of indices " + problem;
        } else {
            corners.resize(vertices);
            for (std::size_t i = 0; i < corners.size(); ++i) corners[i] = static_cast<std::uint32_t>(i);
        }
        if (problem.empty() && primitive.mode == TINYGLTF_MODE_TRIANGLES && corners.size() % 3 != 0)
            problem = "has " + std::to_string(corners.size()) + " corners, which is no whole number of triangles";
        return problem.empty() ? triangles_of(corners, primitive.mode) : std::vector<Triangle>();
    }

    // A broken one costs nothing but itself.
    void read_light(const tinygltf::Primitive& primitive, ShadedMesh& part) {
        std::string problem;
        part.light = read_triangles(primitive, part.positions.size(), problem);
        if (!problem.empty()) warn("of its lighter level of detail: " + problem + "; it is not used");
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
    void read_normals(const tinygltf::Primitive& primitive, ShadedMesh& part) {
        const auto normals = primitive.attributes.find("NORMAL");
        if (normals == primitive.attributes.end()) return;
        std::string problem;
        part.normals = read_vectors(source_, normals->second, problem);
        if (problem.empty() && part.normals.size() != part.positions.size())
            problem = "is not as long as the positions";
        if (problem.empty()) return;
        part.normals.clear();
        warn("its accessor of normals " + problem + "; they are computed");
    }

    // Of the shapes that a file holds those that a body can take on.
    void read_targets(const tinygltf::Mesh& mesh, const tinygltf::Primitive& primitive, ShadedMesh& part) {
        if (!mesh.extras.IsObject() || !mesh.extras.Get("targetNames").IsArray()) return;
        const tinygltf::Value& names = mesh.extras.Get("targetNames");
        for (std::size_t i = 0; i < primitive.targets.size() && i < names.ArrayLen(); ++i) {
            const tinygltf::Value& name = names.Get(static_cast<int>(i));
            const std::string text = name.IsString() ? name.Get<std::string>() : std::string();
            if (text != anatomy::lean_target && text != anatomy::heavy_target) continue;
            const bool known = std::any_of(part.targets.begin(), part.targets.end(),
                                           [&text](const geometry::MorphTarget& target) { return target.name == text; });
            if (!known) read_target(primitive.targets[i], text, part);
        }
    }

    void read_target(const Attributes& attributes, const std::string& name, ShadedMesh& part) {
        geometry::MorphTarget target{name, {}, {}};
        read_attribute(attributes, "POSITION", read_vectors, part, target.positions);
        read_attribute(attributes, "NORMAL", read_vectors, part, target.normals);
        if (target.positions.empty()) return;
        if (target.normals.size() != part.normals.size()) target.normals.clear();
        part.targets.push_back(std::move(target));
    }

    // What is not there, or of no use, is not shown.
    template <typename Item>
    void read_attribute(const Attributes& attributes, const char* name,
                        std::vector<Item> (*reader)(const GltfSource&, int, std::string&), const ShadedMesh& part,
                        std::vector<Item>& out) {
        const auto found = attributes.find(name);
        if (found == attributes.end()) return;
        std::string problem;
        out = reader(source_, found->second, problem);
        if (problem.empty() && out.size() != part.positions.size()) problem = "is not as long as the positions";
        if (problem.empty()) return;
        out.clear();
        warn("its accessor of " + std::string(name) + " " + problem + "; it is ignored");
    }

    const GltfSource& source_;
    PlacedMesh joined_;
    const base::Place& where_;
    base::Issues& issues_;
};

}  // namespace

geometry::ShadedMesh read_mesh(const GltfSource& source, NodeMeshes meshes, const glm::dmat4& place,
                               const base::Place& where, base::Issues& issues) {
    const auto& all = source.model.meshes;
    const tinygltf::Mesh& full = all[static_cast<std::size_t>(meshes.full)];
    const tinygltf::Mesh* light = meshes.light >= 0 ? &all[static_cast<std::size_t>(meshes.light)] : nullptr;
    if (light != nullptr && !same_vertices(full, *light)) light = nullptr;
    return MeshReader(source, place, where, issues).run(full, light);
}

}  // namespace drypoint::io
