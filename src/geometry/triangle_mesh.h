#pragma once
// Triangle surfaces, in millimetres, in glTF's frame: x to the subject's left, y up, z forward.

#include <array>
#include <cstdint>
#include <string>
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

// A shape the surface can take on, as glTF's morph targets say it: what is added to each position and normal at weight 1.
struct MorphTarget {
    std::string name;  // "heavy"
    std::vector<glm::vec3> positions;
    std::vector<glm::vec3> normals;  // empty, or as long as the positions
};

// The same surface as it is drawn: vertices are split where normals differ. Same length of positions and normals.
struct ShadedMesh {
    std::vector<glm::vec3> positions;
    std::vector<glm::vec3> normals;
    std::vector<Triangle> triangles;
    // What some models say of each vertex: empty, or as long as the positions.
    std::vector<glm::vec3> fibres = {};   // unit: the direction in which fibres run, a muscle's from its upper end to its lower
    std::vector<float> tendon = {};       // 0: flesh, 1: tendon
    std::vector<float> occlusion = {};    // 0: no light reaches it from outside, 1: nothing is in its way
    std::vector<float> assumed = {};      // 1: no published figure stands behind the layer's thickness here, 0: one does
    std::vector<MorphTarget> targets = {};
    std::vector<Triangle> light = {};  // the same surface in fewer triangles, for while it moves; empty: there is none
};

}  // namespace drypoint::geometry
