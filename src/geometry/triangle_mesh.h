#pragma once
// Triangle surfaces, in millimetres, in glTF's frame: x to the subject's left, y up, z forward.

#include <array>
#include <cstdint>
#include <vector>

#include <glm/vec3.hpp>

namespace drypoint::geometry {

using Triangle = std::array<std::uint32_t, 3>;

// An indexed surface whose vertices are welded by position, so that neighbouring triangles share indices.
// Outward triangles are counter-clockwise seen from outside. Invariant: every index < positions.size().
struct TriangleMesh {
    std::vector<glm::vec3> positions;
    std::vector<Triangle> triangles;
};

// The same surface as it is drawn: vertices are split where normals differ. Same length of positions and normals.
struct ShadedMesh {
    std::vector<glm::vec3> positions;
    std::vector<glm::vec3> normals;
    std::vector<Triangle> triangles;
    // What some models say of each vertex: empty, or as long as the positions.
    std::vector<glm::vec3> fibres = {};   // unit: the direction in which a muscle's fibres run, from its upper end to its lower
    std::vector<float> tendon = {};       // 0: flesh, 1: tendon
    std::vector<float> occlusion = {};    // 0: no light reaches it from outside, 1: nothing is in its way
};

}  // namespace drypoint::geometry
