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

}  // namespace

std::string probe_json(const anatomy::Atlas& atlas, const anatomy::PathReport& report, const glm::dvec3& target_mm) {
    Json json = report_header("probe", atlas);
    json["path"] = {{"entry_mm", point_json(report.needle.entry_mm)},
                    {"target_mm", point_json(target_mm)},
                    {"tip_mm", point_json(report.tip_mm)},
                    {"depth_mm", rounded(report.needle.depth_mm)},
                    {"direction", point_json(report.needle.direction)}};
    json["layers"] = Json::array();
    for (const auto& layer : report.layers) json["layers"].push_back(layer_json(atlas, layer));
    json["tip_in"] = Json::array();
    for (const std::size_t structure : report.tip_in) json["tip_in"].push_back(atlas.structures[structure].id);
    json["clearances"] = Json::array();
    for (const auto& clearance : report.clearances) json["clearances"].push_back(clearance_json(atlas, clearance));
    json["farther"] = Json::array();
    for (const std::size_t structure : report.farther) json["farther"].push_back(atlas.structures[structure].id);
    json["issues"] = Json::array();
    for (const base::Issue& issue : report.issues) {
        json["issues"].push_back({{"where", base::to_string(issue.place)}, {"text", issue.message}});
    }
    return dump(json);
}

}  // namespace drypoint::io
