#include "io/content_reports.h"

#include "io/report_json.h"
#include "io/statement_json.h"

namespace drypoint::io {
namespace {

using anatomy::Content;

Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

// Both parts of the report are the caller's own: what an item holds, and of what the list is.
template <typename T, typename ItemJson>
std::string list_json(const anatomy::Atlas& atlas, const std::vector<T>& items, const ItemJson& item_json) {
    Json json = report_header("list", atlas);
    json["items"] = Json::array();
    for (const T& item : items) json["items"].push_back(item_json(item));
    return dump(json);
}

Json targets_json(const anatomy::Condition& record) {
    Json groups = Json::array();
    for (const anatomy::TargetGroup& group : record.targets) {
        groups.push_back({{"priority", group.priority}, {"points", group.points}, {"why", statement_json(group.why)}});
    }
    return groups;
}

Json condition_json(const Content& content, const anatomy::Condition& condition) {
    const anatomy::Condition* found = content.record_of(condition);
    const anatomy::Condition& record = found != nullptr ? *found : condition;
    return {{"id", condition.id},
            {"name", condition.name},
            {"plain_name", condition.plain_name},
            {"alias_of", text_or_null(condition.alias_of)},
            {"certainty", anatomy::name(record.certainty)},
            {"certainty_words", record.certainty_words},
            {"label", record.label},
            {"targets", targets_json(record)}};
}

Json point_item_json(const Content& content, const anatomy::TriggerPoint& point) {
    const anatomy::Muscle* muscle = content.find_muscle(point.muscle);
    return {{"id", point.id},
            {"name", point.code},
            {"muscle", point.muscle},
            {"muscle_name", muscle != nullptr ? Json(muscle->name) : Json(nullptr)},
            {"number", point.number ? Json(*point.number) : Json(nullptr)},
            {"confidence", point.confidence},
            {"where", statement_json(point.where)},
            {"show_only", point.show_only.has_value()}};
}

Json path_item_json(const Content& content, const anatomy::NeedlePath& path) {
    const anatomy::TriggerPoint* point = content.find_point(path.point);
    return {{"id", path.id},
            {"name", (point != nullptr ? point->code : path.point) + ", taught path"},
            {"point", path.point},
            {"technique", anatomy::name(path.technique)},
            {"angle_deg", path.angle_deg ? Json(*path.angle_deg) : Json(nullptr)},
            {"needles", path.needles},
            {"avoid", path.avoid}};
}

}  // namespace

Json statement_json(const anatomy::Statement& statement) {
    return {{"professional", statement.professional},
            {"plain", statement.plain},
            {"status", anatomy::name(statement.status)},
            {"sources", statement.sources}};
}

std::string list_conditions_json(const Content& content, const anatomy::Atlas& atlas) {
    return list_json(atlas, content.conditions, [&](const auto& item) { return condition_json(content, item); });
}

std::string list_points_json(const Content& content, const anatomy::Atlas& atlas) {
    return list_json(atlas, content.points, [&](const auto& item) { return point_item_json(content, item); });
}

std::string list_paths_json(const Content& content, const anatomy::Atlas& atlas) {
    return list_json(atlas, content.paths, [&](const auto& item) { return path_item_json(content, item); });
}

std::string list_muscles_json(const Content& content, const anatomy::Atlas& atlas) {
    return list_json(atlas, content.muscles, [&](const anatomy::Muscle& muscle) {
        return Json{{"id", muscle.id},
                    {"name", muscle.name},
                    {"latin", muscle.latin},
                    {"plain_name", muscle.plain_name},
                    {"in_model", atlas.find(muscle.id) != nullptr}};
    });
}

std::string list_needles_json(const Content& content, const anatomy::Atlas& atlas) {
    return list_json(atlas, content.needles, [](const anatomy::Needle& needle) {
        return Json{{"id", needle.id},
                    {"name", needle.name},
                    {"diameter_mm", rounded(needle.diameter_mm)},
                    {"length_mm", rounded(needle.length_mm)}};
    });
}

std::string list_zones_json(const Content& content, const anatomy::Atlas& atlas) {
    return list_json(atlas, content.zones, [](const anatomy::Zone& zone) {
        return Json{{"id", zone.id},
                    {"name", zone.name},
                    {"plain_name", zone.plain_name},
                    {"on_model", zone.area.has_value()}};
    });
}

std::string list_topics_json(const Content& content, const anatomy::Atlas& atlas) {
    return list_json(atlas, content.topics, [](const anatomy::Topic& topic) {
        return Json{
            {"id", topic.id}, {"name", topic.title}, {"plain_name", topic.plain_title}, {"group", topic.group}};
    });
}

std::string list_tests_json(const Content& content, const anatomy::Atlas& atlas) {
    return list_json(atlas, content.tests, [](const anatomy::EvaluationTest& test) {
        return Json{
            {"id", test.id}, {"name", test.name}, {"plain_name", test.plain_name}, {"steps", test.steps}};
    });
}

std::string list_sources_json(const Content& content, const anatomy::Atlas& atlas) {
    return list_json(atlas, content.sources, [](const anatomy::Source& source) {
        return Json{{"id", source.id},
                    {"name", source.citation},
                    {"address", text_or_null(source.address)},
                    {"how_seen", source.how_seen},
                    {"note", text_or_null(source.note)}};
    });
}

std::string check_json(const base::Issues& findings, const anatomy::Atlas& atlas) {
    Json json = report_header("check", atlas);
    json["findings"] = Json::array();
    for (const base::Issue& finding : findings) {
        json["findings"].push_back({{"file", finding.place.file},
                                    {"line", finding.place.line},
                                    {"column", finding.place.column},
                                    {"severity", finding.severity == base::Severity::error ? "error" : "warning"},
                                    {"code", finding.code},
                                    {"message", finding.message},
                                    {"hint", finding.hint}});
    }
    return dump(json);
}

}  // namespace drypoint::io
