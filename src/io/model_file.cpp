#include "io/model_file.h"

#include <algorithm>
#include <cmath>

#include "geometry/normals.h"
#include "geometry/parallel.h"
#include "geometry/weld.h"
#include "io/assimp_reader.h"
#include "io/content_hash.h"
#include "io/file.h"
#include "io/gltf_envelope.h"
#include "io/gltf_reader.h"
#include "io/model_naming.h"

namespace drypoint::io {
namespace {

base::Result<ImportedModel> import(const std::string& bytes, const std::string& path) {
    if (bytes.empty()) return base::failure<ImportedModel>(base::error(base::in_file(path), "is empty", {}, "file"));
    const std::string extension = extension_of(path);
    if (is_binary_gltf(bytes) || extension == "glb" || extension == "gltf") return read_gltf(bytes, path);
    if (const auto format = mesh_format(bytes, path)) return read_with_assimp(bytes, path, *format);
    return base::failure<ImportedModel>(base::error(base::in_file(path), "is no kind of model that Drypoint knows",
                                                    "it reads .glb, .gltf, .obj, .stl, .ply and .fbx", "file"));
}

// Welded for measuring, and with normals for drawing.
void give_meshes(ImportedNode& node, anatomy::Structure& structure) {
    structure.surface = geometry::weld(node.mesh.positions, node.mesh.triangles);
    if (node.mesh.normals.empty())
        structure.shading = geometry::shaded(structure.surface);
    else
        structure.shading = std::move(node.mesh);
    node.mesh = {};
}

bool origin_is_finite(const ImportedNode& node) {
    return std::isfinite(node.origin_mm.x + node.origin_mm.y + node.origin_mm.z);
}

// A profile that cannot be read costs its names, not the model.
std::vector<ModelProfile> profiles_for(const ImportedModel& model, const LoadOptions& options, base::Issues& issues) {
    std::vector<ModelProfile> profiles = options.profiles;
    const bool foreign = std::any_of(model.nodes.begin(), model.nodes.end(),
                                     [](const ImportedNode& node) { return node.extras.id.empty(); });
    if (!foreign || options.profiles_folder.empty()) return profiles;
    base::Result<std::vector<ModelProfile>> more = load_profiles(options.profiles_folder);
    for (base::Issue& issue : more.issues) {
        issue.severity = base::Severity::warning;
        issues.push_back(std::move(issue));
    }
    if (more) profiles.insert(profiles.end(), more->begin(), more->end());
    return profiles;
}

anatomy::Atlas assemble(ImportedModel& model, const LoadOptions& options, const std::string& path,
                        base::Issues& issues) {
    anatomy::Atlas atlas;
    atlas.file = path;
    const std::vector<ModelProfile> profiles = profiles_for(model, options, issues);
    const ModelProfile* profile = profile_for(model, profiles);
    std::vector<ImportedNode*> solids;
    for (ImportedNode& node : model.nodes) {
        if (node.extras.landmark && origin_is_finite(node)) {
            if (auto landmark = landmark_of(node, path, issues)) atlas.landmarks.push_back(std::move(*landmark));
        } else if (!node.mesh.triangles.empty()) {
            solids.push_back(&node);
            atlas.structures.push_back(describe(node, profile, path, issues));
        }
    }
    geometry::in_parallel(solids.size(), [&](std::size_t i) { give_meshes(*solids[i], atlas.structures[i]); });
    atlas.copyright = model.copyright;
    if (profile != nullptr) {
        atlas.landmarks.insert(atlas.landmarks.end(), profile->landmarks.begin(), profile->landmarks.end());
        if (atlas.copyright.empty()) atlas.copyright = profile->copyright;
    }
    return atlas;
}

base::Result<anatomy::Atlas> read_atlas(const std::string& bytes, const std::string& path, const LoadOptions& options) {
    base::Result<ImportedModel> model = import(bytes, path);
    if (!model) return base::failure<anatomy::Atlas>(std::move(model.issues));
    base::Issues issues = std::move(model.issues);
    anatomy::Atlas atlas = assemble(*model, options, path, issues);
    if (!atlas.structures.empty()) return base::success(std::move(atlas), std::move(issues));
    // One line says it all if the nodes have already been complained of.
    if (!base::has_error(issues))
        issues.push_back(base::error(base::in_file(path), "holds no surface that can be shown", {}, "file"));
    return base::failure<anatomy::Atlas>(std::move(issues));
}

}  // namespace

base::Result<anatomy::Atlas> load_model(const std::string& path, const LoadOptions& options) {
    base::Result<std::string> bytes = read_file(path);
    if (!bytes) return base::failure<anatomy::Atlas>(std::move(bytes.issues));
    try {
        base::Result<anatomy::Atlas> read;
        std::string hash;
        // The hash takes as long as all the rest, so it runs beside it.
        geometry::in_parallel(2, [&](std::size_t task) {
            if (task == 0)
                read = read_atlas(*bytes, path, options);
            else
                hash = content_hash(*bytes);
        });
        if (!read) return read;
        read->content_hash = std::move(hash);
        *read = anatomy::make_atlas(std::move(*read), read.issues);
        return read;
    } catch (const std::bad_alloc&) {
        return base::failure<anatomy::Atlas>(base::error(base::in_file(path), "does not fit into memory", {}, "file"));
    } catch (const std::exception& exception) {
        return base::failure<anatomy::Atlas>(
            base::error(base::in_file(path), std::string("cannot be read: ") + exception.what(), {}, "file"));
    }
}

}  // namespace drypoint::io
