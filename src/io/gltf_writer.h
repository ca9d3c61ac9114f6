#pragma once
// Nodes and meshes to a binary glTF file. Millimetres come in, metres are written.

#include <array>
#include <cstddef>
#include <filesystem>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <glm/vec3.hpp>

#include "base/issue.h"
#include "geometry/triangle_mesh.h"

namespace drypoint::io {

using ExtraValue = std::variant<bool, double, std::string, std::vector<std::string>>;
using Extras = std::vector<std::pair<std::string, ExtraValue>>;

struct GltfMaterial {
    std::string name;
    std::array<double, 4> colour{1.0, 1.0, 1.0, 1.0};  // linear, not sRGB
    double roughness = 0.7;
    bool double_sided = false;
};

struct GltfPart {
    std::string name;
    Extras extras;
    geometry::ShadedMesh mesh;  // at most 65535 vertices
    std::size_t material = 0;   // index into GltfDocument::materials
};

// An empty node: a place with a name.
struct GltfPoint {
    std::string name;
    Extras extras;
    glm::dvec3 at_mm{0.0};
};

struct GltfDocument {
    std::string generator;
    std::string copyright;
    Extras extras;  // of the asset
    std::vector<GltfMaterial> materials;
    std::vector<GltfPart> parts;
    std::vector<GltfPoint> points;
};

// Writes FILE as GLB: one node and one mesh for each part, float positions and normals, 16-bit indices;
// morph targets with their names in the mesh's extras and weights 0. Light triangles become a mesh of their own with the same
// accessors for all but the indices, on a node outside of the scene that the part's node names (extension MSFT_lod). The file
// appears whole or not at all. The same document gives the same bytes. Returns what kept it from being written.
base::Issues write_glb(const GltfDocument& document, const std::filesystem::path& file);

}  // namespace drypoint::io
