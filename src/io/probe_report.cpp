#include "io/probe_report.h"

#include <optional>

#include "io/report_json.h"

namespace drypoint::io {
namespace {

Json number_or_null(const std::optional<double>& value) {
    return value ? Json(rounded(*value)) : Json(nullptr);
}

Json layer_json(const anatomy::Atlas& atlas, const anatomy::LayerPassed& layer) {
    Json json{{"structure", nullptr}, {"tissue", "connective"}};
    if (layer.structure) {
        json["structure"] = atlas.structures[*layer.structure].id;
        json["tissue"] = anatomy::name(atlas.structures[*layer.structure].tissue);
    }
    json["enter_mm"] = rounded(layer.enter_mm);
    json["exit_mm"] = number_or_null(layer.exit_mm);
    return json;
}

Json clearance_json(const anatomy::Atlas& atlas, const anatomy::Clearance& clearance) {
    const anatomy::Structure& structure = atlas.structures[clearance.structure];
    return {{"structure", structure.id},
            {"tissue", anatomy::name(structure.tissue)},
            {"distance_mm", rounded(clearance.distance_mm)},
            {"at_depth_mm", rounded(clearance.at_depth_mm)},
            {"nearest_mm", point_json(clearance.nearest_mm)}};
}

// The shortest needle of the path that reaches the tip; null: none does, or any line was probed.
Json needle_json(const anatomy::Content& content, const ProbedPath& probed, double depth_mm, Json& outside) {
    const anatomy::NeedlePath* path = content.find_path(probed.path);
    const anatomy::Needle* best = nullptr;
    if (path != nullptr) {
        for (const base::Id& id : path->needles) {
            const anatomy::Needle* needle = content.find_needle(id);
            if (needle == nullptr || needle->length_mm < depth_mm) continue;
            if (best == nullptr || needle->length_mm < best->length_mm) best = needle;
        }
    }
    if (best == nullptr) return nullptr;
    outside = rounded(best->length_mm - depth_mm);
    return {{"id", best->id}, {"diameter_mm", rounded(best->diameter_mm)}, {"length_mm", rounded(best->length_mm)}};
}

Json path_json(const anatomy::Content& content, const anatomy::PathReport& report, const ProbedPath& probed) {
    const auto id_or_null = [](const base::Id& id) { return id.empty() ? Json(nullptr) : Json(id); };
    Json json{{"id", id_or_null(probed.path)},
              {"point", id_or_null(probed.point)},
              {"entry_mm", point_json(report.needle.entry_mm)},
              {"target_mm", point_json(probed.target_mm)},
              {"tip_mm", point_json(report.tip_mm)},
              {"depth_mm", rounded(report.needle.depth_mm)},
              {"direction", point_json(report.needle.direction)},
              {"skin_angle_deg", nullptr},
              {"technique", nullptr},
              {"fold", false}};
    if (probed.way != nullptr) {
        json["skin_angle_deg"] = rounded(probed.way->skin_angle_deg);
        json["technique"] = anatomy::name(probed.way->technique);
    }
    Json outside = nullptr;
    json["needle"] = needle_json(content, probed, report.needle.depth_mm, outside);
    json["outside_mm"] = outside;
    return json;
}

}  // namespace

std::string probe_json(const anatomy::Content& content, const anatomy::Atlas& atlas, const anatomy::PathReport& report,
                       const ProbedPath& probed) {
    Json json = report_header("probe", atlas);
    json["path"] = path_json(content, report, probed);
    json["layers"] = Json::array();
    for (const auto& layer : report.layers) json["layers"].push_back(layer_json(atlas, layer));
    json["tip_in"] = Json::array();
    for (const std::size_t structure : report.tip_in) json["tip_in"].push_back(atlas.structures[structure].id);
    json["clearances"] = Json::array();
    for (const auto& clearance : report.clearances) json["clearances"].push_back(clearance_json(atlas, clearance));
    json["farther"] = Json::array();
    for (const std::size_t structure : report.farther) json["farther"].push_back(atlas.structures[structure].id);
    json["not_in_model"] = Json::array();
    for (const std::string& name : anatomy::hazards_not_in_model(content, atlas)) json["not_in_model"].push_back(name);
    json["issues"] = Json::array();
    for (const base::Issue& issue : report.issues) {
        json["issues"].push_back({{"where", base::to_string(issue.place)}, {"text", issue.message}});
    }
    return dump(json);
}

}  // namespace drypoint::io
