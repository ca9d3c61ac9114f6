#pragma once
// A tiny model made in code: boxes in the place of a skin, a fat layer, two muscles, a bone, an artery and a nerve.

#include <memory>
#include <string>

#include "anatomy/atlas.h"

namespace drypoint::test {

inline geometry::TriangleMesh box(const glm::vec3& low, const glm::vec3& high) {
    geometry::TriangleMesh mesh;
    for (int i = 0; i < 8; ++i) {
        mesh.positions.emplace_back((i & 1) != 0 ? high.x : low.x, (i & 2) != 0 ? high.y : low.y,
                                    (i & 4) != 0 ? high.z : low.z);
    }
    mesh.triangles = {{0, 2, 1}, {1, 2, 3}, {4, 5, 6}, {5, 7, 6}, {0, 1, 4}, {1, 5, 4},
                      {2, 6, 3}, {3, 6, 7}, {0, 4, 2}, {2, 4, 6}, {1, 3, 5}, {3, 7, 5}};
    return mesh;
}

// Flat normals: every triangle has its own vertices.
inline geometry::ShadedMesh shaded(const geometry::TriangleMesh& mesh) {
    geometry::ShadedMesh result;
    for (const geometry::Triangle& triangle : mesh.triangles) {
        const glm::vec3 a = mesh.positions[triangle[0]];
        const glm::vec3 b = mesh.positions[triangle[1]];
        const glm::vec3 c = mesh.positions[triangle[2]];
        const glm::vec3 normal = glm::normalize(glm::cross(b - a, c - a));
        const auto first = static_cast<std::uint32_t>(result.positions.size());
        for (const glm::vec3& position : {a, b, c}) {
            result.positions.push_back(position);
            result.normals.push_back(normal);
        }
        result.triangles.push_back({first, first + 1, first + 2});
    }
    return result;
}

inline anatomy::Structure structure(const std::string& id, const std::string& name, anatomy::Tissue tissue,
                                    const glm::vec3& low, const glm::vec3& high) {
    anatomy::Structure result;
    result.id = id;
    result.name = name;
    result.node = name;
    result.tissue = tissue;
    result.layer = anatomy::default_layer(tissue);
    result.group = std::string(anatomy::name(tissue));
    result.side = anatomy::Side::right;
    result.hazard = anatomy::is_hazard(tissue);
    result.surface = box(low, high);
    result.shading = shaded(result.surface);
    return result;
}

inline anatomy::AtlasPtr small_atlas() {
    using anatomy::Tissue;
    anatomy::Atlas raw;
    raw.file = "small.glb";
    raw.content_hash = std::string(64, '0');
    raw.structures = {
        structure("skin", "Skin", Tissue::skin, {-160, 0, -60}, {0, 400, 60}),
        structure("subcutaneous-fat", "Subcutaneous fat", Tissue::fat, {-158, 2, -58}, {-2, 398, 58}),
        structure("vastus-medialis", "Vastus medialis", Tissue::muscle, {-75, 120, 0}, {-20, 300, 40}),
        structure("vastus-lateralis", "Vastus lateralis", Tissue::muscle, {-150, 120, 0}, {-85, 330, 40}),
        structure("femur", "Femur", Tissue::bone, {-90, 20, -20}, {-70, 380, -2}),
        structure("femoral-artery", "Femoral artery", Tissue::artery, {-30, 40, -20}, {-24, 360, -12}),
        structure("sciatic-nerve", "Sciatic nerve", Tissue::nerve, {-90, 40, -45}, {-80, 360, -35}),
    };
    base::Issues issues;
    return std::make_shared<const anatomy::Atlas>(anatomy::make_atlas(std::move(raw), issues));
}

}  // namespace drypoint::test
