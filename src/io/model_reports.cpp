#include "io/model_reports.h"

#include "geometry/mesh_check.h"
#include "geometry/parallel.h"
#include "io/report_json.h"

namespace drypoint::io {
namespace {

constexpr double mm3_per_cm3 = 1000.0;

Json structure_json(const anatomy::StructureCheck& check) {
    const geometry::MeshReport& mesh = check.mesh;
    Json json = {{"id", check.id},
                 {"node", check.node},
                 {"tissue", anatomy::name(check.tissue)},
                 {"triangles", mesh.triangles},
                 {"closed", mesh.closed()},
                 {"manifold", mesh.manifold()},
                 {"outward", mesh.outward()},
                 {"self_intersections", check.self_intersections},
                 {"volume_cm3", nullptr},
                 {"thinnest_mm", nullptr},
                 {"pieces", mesh.pieces},
                 {"handles", mesh.handles},
                 {"uncertain", check.uncertain},
                 {"cavities", mesh.cavities},
                 {"open_edges", mesh.open_edges},
                 {"crowded_edges", mesh.crowded_edges},
                 {"turned_edges", mesh.turned_edges},
                 {"pinched_vertices", mesh.pinched_vertices},
                 {"degenerate", mesh.degenerate}};
    if (mesh.closed()) json["volume_cm3"] = rounded(mesh.volume_mm3 / mm3_per_cm3);
    if (check.thinnest_mm) json["thinnest_mm"] = rounded(*check.thinnest_mm);
    return json;
}

Json shared_json(const std::vector<anatomy::SharedSpace>& spaces) {
    Json list = Json::array();
    for (const anatomy::SharedSpace& space : spaces)
        list.push_back({{"a", space.a}, {"b", space.b}, {"volume_cm3", rounded(space.volume_cm3)}});
    return list;
}

Json in_muscle_json(const std::vector<anatomy::InMuscle>& found) {
    Json list = Json::array();
    for (const anatomy::InMuscle& inside : found)
        list.push_back({{"hazard", inside.hazard},
                        {"muscle", inside.muscle},
                        {"length_mm", rounded(inside.length_mm)},
                        {"on_purpose", inside.on_purpose}});
    return list;
}

Json off_bone_json(const anatomy::OffBone& off) {
    Json json = {{"landmark", off.landmark}, {"on", off.on}, {"distance_mm", nullptr}};
    if (off.distance_mm) json["distance_mm"] = rounded(*off.distance_mm);
    return json;
}

Json item_json(const anatomy::Structure& structure, const geometry::MeshReport& mesh) {
    Json json = {{"id", structure.id},
                 {"name", structure.name},
                 {"latin", structure.latin},
                 {"tissue", anatomy::name(structure.tissue)},
                 {"group", structure.group},
                 {"hazard", structure.hazard},
                 {"triangles", structure.surface.triangles.size()},
                 {"closed", mesh.closed()},
                 {"volume_cm3", nullptr},
                 {"layer", anatomy::name(structure.layer)},
                 {"side", anatomy::name(structure.side)},
                 {"uncertain", structure.uncertain},
                 {"recognised", structure.recognised},
                 {"node", structure.node}};
    if (mesh.closed()) json["volume_cm3"] = rounded(mesh.volume_mm3 / mm3_per_cm3);
    return json;
}

}  // namespace

std::string model_check_json(const anatomy::Atlas& atlas, const anatomy::ModelReport& report) {
    Json json = report_header("model check", atlas);
    Json structures = Json::array();
    for (const anatomy::StructureCheck& check : report.structures) structures.push_back(structure_json(check));
    Json off_bone = Json::array();
    for (const anatomy::OffBone& off : report.landmarks_off_bone) off_bone.push_back(off_bone_json(off));
    json["structures"] = std::move(structures);
    json["shared_space"] = shared_json(report.shared_space);
    json["hazards_in_muscle"] = in_muscle_json(report.hazards_in_muscle);
    json["landmarks_off_bone"] = std::move(off_bone);
    json["missing"] = report.missing;
    json["problems"] = report.problems();
    return dump(json);
}

std::string list_structures_json(const anatomy::Atlas& atlas) {
    std::vector<geometry::MeshReport> meshes(atlas.structures.size());
    geometry::in_parallel(meshes.size(), [&](std::size_t i) {
        meshes[i] = geometry::check_mesh(atlas.structures[i].surface);
        meshes[i].shells.clear();
    });
    Json json = report_header("list structures", atlas);
    Json items = Json::array();
    for (std::size_t i = 0; i < meshes.size(); ++i) items.push_back(item_json(atlas.structures[i], meshes[i]));
    json["items"] = std::move(items);
    return dump(json);
}

}  // namespace drypoint::io
