#include "io/probe_report.h"

#include <optional>

#include "anatomy/body.h"
#include "io/report_json.h"

namespace drypoint::io {
namespace {

using anatomy::Assessment;
using anatomy::Structure;

Json number_or_null(const std::optional<double>& value) {
    return value ? Json(rounded(*value)) : Json(nullptr);
}

Json id_or_null(const base::Id& id) {
    return id.empty() ? Json(nullptr) : Json(id);
}

Json structure_or_null(const anatomy::Atlas& atlas, const std::optional<std::size_t>& structure) {
    return structure ? Json(atlas.structures[*structure].id) : Json(nullptr);
}

Json layer_json(const anatomy::Atlas& atlas, const anatomy::NeedleLine& needle, const anatomy::LayerPassed& layer) {
    Json json{{"structure", structure_or_null(atlas, layer.structure)}, {"tissue", "connective"}};
    if (layer.structure) json["tissue"] = anatomy::name(atlas.structures[*layer.structure].tissue);
    json["enter_mm"] = rounded(layer.enter_mm);
    json["exit_mm"] = number_or_null(layer.exit_mm);
    json["assumed"] = nullptr;
    if (!layer.structure) return json;
    const auto assumed = anatomy::thickness_is_assumed(atlas.structures[*layer.structure], needle.at(layer.enter_mm));
    if (assumed) json["assumed"] = *assumed;
    return json;
}

// Where the width of a hull comes from; null: no spread was published, there is no hull.
Json hull_source(const anatomy::Content& content, const base::Id& structure) {
    const anatomy::HazardSpread* spread = content.find_spread(structure);
    if (spread == nullptr || !spread->across.mm) return nullptr;
    std::string text;
    for (const base::Id& source : spread->across.sources) text += (text.empty() ? "" : ", ") + source;
    return text;
}

Json clearance_json(const ReportContext& context, const anatomy::Clearance& clearance) {
    const Structure& structure = context.atlas.structures[clearance.structure];
    return {{"structure", structure.id},
            {"tissue", anatomy::name(structure.tissue)},
            {"distance_mm", rounded(clearance.distance_mm)},
            {"hull_distance_mm", number_or_null(clearance.hull_distance_mm)},
            {"hull_source", clearance.hull_distance_mm ? hull_source(context.content, structure.id) : Json(nullptr)},
            {"at_depth_mm", rounded(clearance.at_depth_mm)},
            {"nearest_mm", point_json(clearance.nearest_mm)}};
}

Json path_json(const Assessment& assessment, const ProbedPath& probed) {
    const anatomy::NeedleLine& line = assessment.report.needle;
    Json json{{"id", id_or_null(probed.path)},
              {"point", id_or_null(probed.point)},
              {"entry_mm", point_json(line.entry_mm)},
              {"target_mm", point_json(probed.target_mm)},
              {"tip_mm", point_json(assessment.report.tip_mm)},
              {"depth_mm", rounded(line.depth_mm)},
              {"direction", point_json(line.direction)},
              {"skin_angle_deg", nullptr},
              {"technique", nullptr},
              {"fold", false},
              {"needle", nullptr},
              {"outside_mm", nullptr}};
    if (probed.way != nullptr) {
        json["skin_angle_deg"] = rounded(probed.way->skin_angle_deg);
        json["fold"] = probed.way->fold;
    }
    if (assessment.path != nullptr) json["technique"] = anatomy::name(assessment.path->technique);
    if (const anatomy::Needle* needle = assessment.needle) {
        json["needle"] = {{"id", needle->id},
                          {"diameter_mm", rounded(needle->diameter_mm)},
                          {"length_mm", rounded(needle->length_mm)}};
        json["outside_mm"] = rounded(assessment.outside_mm);
    }
    return json;
}

Json reason_json(const ReportContext& context, const anatomy::Reason& reason) {
    Json json{{"rule", reason.rule->id},
              {"text", context.safety.sentence(reason)},
              {"source", nullptr},
              {"verdict", anatomy::name(reason.rule->verdict)},
              {"status", anatomy::name(reason.rule->words.status)},
              {"structure", structure_or_null(context.atlas, reason.structure)}};
    std::string sources;
    for (const base::Id& id : reason.rule->words.sources) sources += (sources.empty() ? "" : ", ") + id;
    if (!sources.empty()) json["source"] = sources;
    return json;
}

// What a report says about one needle, without the header.
void add_assessment(const ReportContext& context, const Assessment& assessment, const ProbedPath& probed, Json& json) {
    const anatomy::PathReport& report = assessment.report;
    const anatomy::Atlas& atlas = context.atlas;
    json["path"] = path_json(assessment, probed);
    json["hull"] = rounded(report.hull_k);
    json["layers"] = Json::array();
    for (const auto& layer : report.layers) json["layers"].push_back(layer_json(atlas, report.needle, layer));
    json["tip_in"] = Json::array();
    for (const std::size_t structure : report.tip_in) json["tip_in"].push_back(atlas.structures[structure].id);
    json["bone"] = nullptr;
    if (report.bone)
        json["bone"] = {{"structure", atlas.structures[report.bone->structure].id},
                        {"depth_mm", rounded(report.bone->depth_mm)}};
    json["margin_mm"] = rounded(assessment.margin_mm);
    json["clearances"] = Json::array();
    for (const auto& clearance : report.clearances) json["clearances"].push_back(clearance_json(context, clearance));
    json["farther"] = Json::array();
    for (const std::size_t structure : report.farther) json["farther"].push_back(atlas.structures[structure].id);
    json["not_in_model"] = anatomy::hazards_not_in_model(context.content, atlas);
    json["verdict"] = anatomy::name(assessment.judgement.verdict);
    json["reasons"] = Json::array();
    for (const auto& reason : assessment.judgement.reasons) json["reasons"].push_back(reason_json(context, reason));
    json["issues"] = Json::array();
    for (const base::Issue& issue : report.issues)
        json["issues"].push_back({{"where", base::to_string(issue.place)}, {"text", issue.message}});
}

Json entry_json(const anatomy::Atlas& atlas, const anatomy::MapEntry& entry) {
    return {{"entry_mm", point_json(entry.entry_mm)},
            {"depth_mm", rounded(entry.depth_mm)},
            {"margin_mm", rounded(entry.margin_mm)},
            {"nearest", structure_or_null(atlas, entry.nearest)},
            {"first_obstacle", structure_or_null(atlas, entry.first_obstacle)},
            {"skin_angle_deg", rounded(entry.skin_angle_deg)},
            {"verdict", anatomy::name(entry.verdict)}};
}

}  // namespace

std::string probe_json(const ReportContext& context, const Assessment& assessment, const ProbedPath& probed) {
    Json json = report_header("probe", context.atlas);
    add_assessment(context, assessment, probed, json);
    return dump(json);
}

std::string map_json(const ReportContext& context, const anatomy::EntryMap& map, const anatomy::MapEntry* taught) {
    Json json = report_header("map", context.atlas);
    json["entries"] = Json::array();
    for (const anatomy::MapEntry& entry : map.entries) json["entries"].push_back(entry_json(context.atlas, entry));
    json["best"] = map.best ? entry_json(context.atlas, map.entries[*map.best]) : Json(nullptr);
    json["taught"] = taught != nullptr ? entry_json(context.atlas, *taught) : Json(nullptr);
    return dump(json);
}

std::string suggest_json(const ReportContext& context, const SuggestionReport& report) {
    Json json = report_header("suggest", context.atlas);
    json["taught"] = Json::object();
    add_assessment(context, report.taught, report.taught_path, json["taught"]);
    json["suggested"] = nullptr;
    if (report.suggested != nullptr) {
        json["suggested"] = Json::object();
        add_assessment(context, *report.suggested, report.suggested_path, json["suggested"]);
    }
    json["why"] = report.why;
    return dump(json);
}

}  // namespace drypoint::io
