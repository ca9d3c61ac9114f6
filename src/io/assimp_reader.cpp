#include "io/assimp_reader.h"

#include <assimp/BaseImporter.h>
#include <assimp/MemoryIOWrapper.h>
#include <assimp/config.h>
#include <assimp/scene.h>
#include <assimp/IOSystem.hpp>
#include <assimp/Importer.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include <glm/mat4x4.hpp>

#include "geometry/bounds.h"
#include "geometry/triangulate.h"
#include "io/mesh_envelope.h"
#include "io/placed_mesh.h"

namespace drypoint::io {
namespace {

base::Issue file_issue(const std::string& path, std::string message) {
    return base::error(base::in_file(path), std::move(message), {}, "mesh-file");
}

const char* extension(MeshFormat format) {
    switch (format) {
        case MeshFormat::obj:
            return "obj";
        case MeshFormat::stl:
            return "stl";
        case MeshFormat::ply:
            return "ply";
        case MeshFormat::fbx:
            return "fbx";
    }
    return "";
}

// The only file that Assimp gets to see is the one in memory.
class OneFile final : public Assimp::IOSystem {
  public:
    OneFile(const std::string& bytes, std::string name) : bytes_(bytes), name_(std::move(name)) {}

    bool Exists(const char* file) const override { return name_ == file; }
    char getOsSeparator() const override { return '/'; }
    Assimp::IOStream* Open(const char* file, const char*) override {
        if (!Exists(file)) return nullptr;
        return new Assimp::MemoryIOStream(reinterpret_cast<const std::uint8_t*>(bytes_.data()), bytes_.size());
    }
    void Close(Assimp::IOStream* stream) override { delete stream; }

  private:
    const std::string& bytes_;
    std::string name_;
};

// Content that looks like one of the other forty formats must not wake their parsers.
void keep_only(Assimp::Importer& importer, const char* format) {
    const Assimp::BaseImporter* wanted = importer.GetImporter(format);
    for (std::size_t i = importer.GetImporterCount(); i-- > 0;) {
        Assimp::BaseImporter* loader = importer.GetImporter(i);
        if (loader == wanted) continue;
        importer.UnregisterLoader(loader);  // and with it the importer's duty to delete it
        delete loader;
    }
}

struct PlacedNode {
    const aiNode* node = nullptr;
    glm::dmat4 place{1.0};
};

glm::dmat4 matrix_of(const aiMatrix4x4& m) {
    return {m.a1, m.b1, m.c1, m.d1, m.a2, m.b2, m.c2, m.d2, m.a3, m.b3, m.c3, m.d3, m.a4, m.b4, m.c4, m.d4};
}

std::vector<PlacedNode> nodes_with_meshes(const aiNode* root, const glm::dmat4& frame) {
    std::vector<PlacedNode> found;
    std::vector<PlacedNode> waiting{{root, frame}};
    while (!waiting.empty()) {
        const PlacedNode next = waiting.back();
        waiting.pop_back();
        const glm::dmat4 place = next.place * matrix_of(next.node->mTransformation);
        if (next.node->mNumMeshes > 0) found.push_back({next.node, place});
        for (unsigned int i = next.node->mNumChildren; i-- > 0;) waiting.push_back({next.node->mChildren[i], place});
    }
    return found;
}

glm::vec3 vector_of(const aiVector3D& v) {
    return {v.x, v.y, v.z};
}

// Points and lines are left out. Empty if there is nothing else, or an index is out of range.
geometry::ShadedMesh triangles_of(const aiMesh& mesh, bool normals) {
    geometry::ShadedMesh read;
    if (mesh.mVertices == nullptr) return read;
    for (unsigned int i = 0; i < mesh.mNumVertices; ++i) read.positions.push_back(vector_of(mesh.mVertices[i]));
    std::vector<std::uint32_t> corners;
    for (unsigned int i = 0; i < mesh.mNumFaces; ++i) {
        const aiFace& face = mesh.mFaces[i];
        corners.assign(face.mIndices, face.mIndices + face.mNumIndices);
        if (std::any_of(corners.begin(), corners.end(), [&](std::uint32_t v) { return v >= mesh.mNumVertices; }))
            return {};
        geometry::triangulate(read.positions, corners, read.triangles);
    }
    if (!normals || mesh.mNormals == nullptr) return read;
    for (unsigned int i = 0; i < mesh.mNumVertices; ++i) read.normals.push_back(vector_of(mesh.mNormals[i]));
    return read;
}

std::string stem_of(const std::string& path) {
    const std::string stem = std::filesystem::path(path).stem().string();
    return stem.empty() ? "model" : stem;
}

// ---- units

std::optional<double> number(const aiMetadata* data, const char* key) {
    double as_double = 0.0;
    float as_float = 0.0f;
    std::int32_t as_int = 0;
    if (data == nullptr) return std::nullopt;
    if (data->Get(key, as_double)) return as_double;
    if (data->Get(key, as_float)) return double{as_float};
    if (data->Get(key, as_int)) return double(as_int);
    return std::nullopt;
}

double size_in_units(const aiScene& scene, const std::vector<PlacedNode>& nodes) {
    geometry::Bounds bounds;
    for (const PlacedNode& item : nodes) {
        for (unsigned int m = 0; m < item.node->mNumMeshes; ++m) {
            const aiMesh& mesh = *scene.mMeshes[item.node->mMeshes[m]];
            for (unsigned int i = 0; i < mesh.mNumVertices; ++i)
                bounds.add(glm::vec3(item.place * glm::dvec4(glm::dvec3(vector_of(mesh.mVertices[i])), 1.0)));
        }
    }
    return 2.0 * double{bounds.radius()};
}

double mm_per_unit(const aiScene& scene, const std::vector<PlacedNode>& nodes, MeshFormat format,
                   const std::string& path, base::Issues& issues) {
    constexpr double mm_per_centimetre = 10.0;
    if (format == MeshFormat::fbx) {
        const auto factor = number(scene.mMetaData, "UnitScaleFactor");
        if (factor && std::isfinite(*factor) && *factor > 0.0) return *factor * mm_per_centimetre;
    }
    const bool metres = size_in_units(scene, nodes) < 10.0;
    issues.push_back(base::warning(
        base::in_file(path),
        std::string("does not say its unit; it is taken for ") +
            (metres ? "metres, being less than 10 units across" : "millimetres, being 10 units or more across"),
        "scale it if that is wrong", "unit"));
    return metres ? 1000.0 : 1.0;
}

// Ours has y up. An FBX may have z up, and says so.
glm::dmat4 frame_of(const aiScene& scene, MeshFormat format) {
    if (format != MeshFormat::fbx || number(scene.mMetaData, "UpAxis").value_or(1.0) != 2.0) return glm::dmat4(1.0);
    return {1, 0, 0, 0, 0, 0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 1};
}

// ---- scene to nodes

ImportedNode read_node(const aiScene& scene, const PlacedNode& placed, double unit, bool normals,
                       const std::string& path, base::Issues& issues) {
    ImportedNode read;
    read.name = placed.node->mName.C_Str();
    if (read.name.empty() || placed.node == scene.mRootNode) read.name = stem_of(path);
    read.origin_mm = glm::vec3(glm::dvec3(placed.place[3]) * unit);
    PlacedMesh mesh(placed.place, unit);
    for (unsigned int i = 0; i < placed.node->mNumMeshes; ++i) {
        const aiMesh& part = *scene.mMeshes[placed.node->mMeshes[i]];
        if (i == 0 && part.mMaterialIndex < scene.mNumMaterials)
            read.material = scene.mMaterials[part.mMaterialIndex]->GetName().C_Str();
        mesh.add(triangles_of(part, normals));
    }
    if (mesh.finite()) {
        read.mesh = mesh.take();
        return read;
    }
    issues.push_back(base::error(base::at_node(path, read.name), "has positions that are not finite; it is left out",
                                 {}, "mesh-file"));
    return read;
}

base::Result<ImportedModel> read_scene(const aiScene& scene, const std::string& path, MeshFormat format) {
    const std::vector<PlacedNode> nodes = nodes_with_meshes(scene.mRootNode, frame_of(scene, format));
    base::Issues issues;
    const double unit = mm_per_unit(scene, nodes, format, path, issues);
    // An STL has one normal per triangle: it would be drawn as if cut from glass.
    const bool normals = format != MeshFormat::stl;
    ImportedModel model;
    std::size_t vertices = 0;
    for (const PlacedNode& placed : nodes) {
        ImportedNode node = read_node(scene, placed, unit, normals, path, issues);
        vertices += node.mesh.positions.size();
        if (vertices > most_vertices)
            return base::failure<ImportedModel>(file_issue(
                path, "holds more than " + std::to_string(most_vertices) + " vertices, the most that is read"));
        if (!node.mesh.triangles.empty()) model.nodes.push_back(std::move(node));
    }
    return base::success(std::move(model), std::move(issues));
}

std::string one_line(std::string text) {
    text = text.substr(0, text.find_last_not_of(" \n.") + 1);
    for (char& c : text)
        if (c == '\n' || c == '\r') c = ' ';
    return text.substr(0, 300);
}

base::Result<ImportedModel> read(const std::string& bytes, const std::string& path, MeshFormat format) {
    const std::string name = std::string("model.") + extension(format);
    Assimp::Importer importer;
    keep_only(importer, extension(format));
    importer.SetIOHandler(new OneFile(bytes, name));  // the importer deletes it
    importer.SetPropertyBool(AI_CONFIG_IMPORT_FBX_PRESERVE_PIVOTS, false);
    importer.SetPropertyBool(AI_CONFIG_IMPORT_FBX_READ_ANIMATIONS, false);
    importer.SetPropertyBool(AI_CONFIG_IMPORT_FBX_READ_TEXTURES, false);
    // No post-processing: Debian's Assimp is built with its assertions, and its triangulation fails one on broken
    // faces.
    const aiScene* scene = importer.ReadFile(name, 0);
    if (scene == nullptr || scene->mRootNode == nullptr)
        return base::failure<ImportedModel>(file_issue(
            path, std::string("is no readable ") + extension(format) + ": " + one_line(importer.GetErrorString())));
    return read_scene(*scene, path, format);
}

}  // namespace

base::Result<ImportedModel> read_with_assimp(const std::string& bytes, const std::string& path, MeshFormat format) {
    if (const auto issue = mesh_envelope_issue(bytes, path, format)) return base::failure<ImportedModel>(*issue);
    try {
        return read(bytes, path, format);
    } catch (const std::bad_alloc&) {
        return base::failure<ImportedModel>(file_issue(path, "does not fit into memory"));
    } catch (const std::exception& exception) {
        return base::failure<ImportedModel>(file_issue(path, std::string("cannot be read: ") + exception.what()));
    }
}

}  // namespace drypoint::io
