#include "io/gltf_reader.h"

#include <tiny_gltf.h>

#include "geometry/parallel.h"
#include "io/gltf_accessor.h"
#include "io/gltf_attributes.h"
#include "io/gltf_mesh.h"
#include "io/gltf_parse.h"
#include "io/gltf_tree.h"

namespace drypoint::io {
namespace {

using tinygltf::Model;
using tinygltf::Node;

class ExtrasReader {
  public:
    ExtrasReader(const tinygltf::Value& value, const base::Place& where, base::Issues& issues)
        : value_(value), where_(where), issues_(issues) {}

    NodeExtras run() {
        NodeExtras e;
        text("id", e.id);
        text("name", e.name);
        text("latin", e.latin);
        text("tissue", e.tissue);
        text("group", e.group);
        text("layer", e.layer);
        text("side", e.side);
        text("kind", e.kind);
        text("on", e.on);
        std::optional<bool> landmark;
        flag("hazard", e.hazard);
        flag("uncertain", e.uncertain);
        flag("landmark", landmark);
        e.landmark = landmark.value_or(false);
        return e;
    }

  private:
    void wrong(const char* key, const char* expected) {
        issues_.push_back(base::warning(
            where_, std::string("extras: ") + key + " is not " + expected + "; it is ignored", {}, "gltf-extras"));
    }

    void text(const char* key, std::string& out) {
        if (!value_.Has(key)) return;
        const tinygltf::Value& value = value_.Get(key);
        if (value.IsString())
            out = value.Get<std::string>();
        else
            wrong(key, "a text");
    }

    void flag(const char* key, std::optional<bool>& out) {
        if (!value_.Has(key)) return;
        const tinygltf::Value& value = value_.Get(key);
        if (value.IsBool())
            out = value.Get<bool>();
        else
            wrong(key, "true or false");
    }

    const tinygltf::Value& value_;
    const base::Place& where_;
    base::Issues& issues_;
};

std::string material_of(const Model& model, const tinygltf::Mesh& mesh) {
    if (mesh.primitives.empty()) return {};
    const int material = mesh.primitives.front().material;
    if (material < 0 || static_cast<std::size_t>(material) >= model.materials.size()) return {};
    return model.materials[static_cast<std::size_t>(material)].name;
}

bool is_mesh(const Model& model, int index) {
    return index >= 0 && static_cast<std::size_t>(index) < model.meshes.size();
}

// The mesh of a node's lighter level of detail where that stands where the node does; else -1.
int light_mesh(const Model& model, const Node& node, int index) {
    const std::vector<int> levels = lighter_levels(model, index);
    if (levels.empty()) return -1;
    const Node& level = model.nodes[static_cast<std::size_t>(levels.front())];
    const bool same_place = level.matrix == node.matrix && level.translation == node.translation &&
                            level.rotation == node.rotation && level.scale == node.scale;
    return same_place && is_mesh(model, level.mesh) ? level.mesh : -1;
}

struct Read {
    ImportedNode node;
    base::Issues issues;
    bool keep = false;
};

// Runs beside others: touches nothing but `read`.
void read_node(const GltfSource& source, const PlacedNode& placed, const std::string& path, Read& read) {
    const Model& model = source.model;
    const Node& node = model.nodes[static_cast<std::size_t>(placed.node)];
    const base::Place where = base::at_node(path, node_name(model, placed.node));
    read.node.name = where.node;
    read.node.origin_mm = glm::vec3(glm::dvec3(placed.place[3]) * 1000.0);
    if (node.extras.IsObject()) read.node.extras = ExtrasReader(node.extras, where, read.issues).run();
    if (node.mesh < 0) {
        read.keep = read.node.extras.landmark;
        return;
    }
    if (!is_mesh(model, node.mesh)) {
        read.issues.push_back(base::error(where, "names a mesh that does not exist", {}, "gltf"));
        return;
    }
    read.node.material = material_of(model, model.meshes[static_cast<std::size_t>(node.mesh)]);
    if (node.extensions.count(lod_extension) > 0 && lighter_levels(model, placed.node).empty())
        read.issues.push_back(base::warning(where, "its lighter levels of detail do not exist; none is used", {}, "gltf"));
    const NodeMeshes meshes{node.mesh, light_mesh(model, node, placed.node)};
    read.node.mesh = read_mesh(source, meshes, placed.place, where, read.issues);
    read.keep = !read.node.mesh.triangles.empty();
    if (!read.keep && read.issues.empty())
        read.issues.push_back(base::warning(where, "has no triangles; it is left out", {}, "gltf"));
}

bool unfolds_too_far(const GltfSource& source, const std::vector<PlacedNode>& placed) {
    const Model& model = source.model;
    std::size_t bytes = 0;
    for (const std::string_view& buffer : source.buffers) bytes += buffer.size();
    // A count beyond the bytes that are there is a lie, and will be refused where it is read.
    const auto honest = [&](int accessor) {
        const std::size_t count = count_of(source, accessor);
        return count <= bytes ? count : 0;
    };
    std::size_t sum = 0;
    for (const PlacedNode& item : placed) {
        const Node& node = model.nodes[static_cast<std::size_t>(item.node)];
        for (const int mesh : {node.mesh, light_mesh(model, node, item.node)}) {
            if (!is_mesh(model, mesh)) continue;
            for (const tinygltf::Primitive& primitive : model.meshes[static_cast<std::size_t>(mesh)].primitives) {
                const auto positions = primitive.attributes.find("POSITION");
                if (positions != primitive.attributes.end()) sum += honest(positions->second);
                sum += honest(primitive.indices) / 3;
                if (sum > most_vertices) return true;
            }
        }
    }
    return false;
}

base::Result<ImportedModel> read_nodes(const GltfSource& source, const std::string& path) {
    base::Issues issues;
    const std::vector<PlacedNode> placed = placed_nodes(source.model, path, issues);
    if (unfolds_too_far(source, placed))
        return base::failure<ImportedModel>(
            gltf_issue(path, "holds more than " + std::to_string(most_vertices) + " vertices, the most that is read"));
    std::vector<Read> read(placed.size());
    geometry::in_parallel(placed.size(), [&](std::size_t i) { read_node(source, placed[i], path, read[i]); });
    ImportedModel imported;
    imported.copyright = source.model.asset.copyright;
    for (Read& item : read) {
        issues.insert(issues.end(), item.issues.begin(), item.issues.end());
        if (item.keep) imported.nodes.push_back(std::move(item.node));
    }
    return base::success(std::move(imported), std::move(issues));
}

}  // namespace

base::Result<ImportedModel> read_gltf(const std::string& bytes, const std::string& path) {
    try {
        Model model;
        std::vector<std::string_view> buffers;
        base::Issues issues = parse_gltf(bytes, path, model, buffers);
        if (!issues.empty()) return base::failure<ImportedModel>(std::move(issues));
        return read_nodes({model, buffers}, path);
    } catch (const std::bad_alloc&) {
        return base::failure<ImportedModel>(gltf_issue(path, "does not fit into memory"));
    } catch (const std::exception& exception) {
        return base::failure<ImportedModel>(gltf_issue(path, std::string("is no readable glTF: ") + exception.what()));
    }
}

}  // namespace drypoint::io
