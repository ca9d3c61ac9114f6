#include "io/content_cards.h"

#include <algorithm>
#include <array>

#include "anatomy/zone.h"
#include "io/card_text.h"
#include "io/report_json.h"
#include "io/statement_json.h"

namespace drypoint::io {
namespace {

using anatomy::Content;

Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

template <typename Items>
Json statements_json(const Items& items) {
    Json json = Json::array();
    for (const anatomy::Statement& item : items) json.push_back(statement_json(item));
    return json;
}

Json maybe_json(const std::optional<anatomy::Statement>& statement) {
    return statement ? statement_json(*statement) : Json(nullptr);
}

bool holds(const std::vector<base::Id>& ids, std::string_view id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// The claims that must stand beside an entry.
Json claims_json(const Content& content, std::string_view id, std::vector<base::Id> anatomy::Claim::*where) {
    Json json = Json::array();
    for (const anatomy::Claim& claim : content.claims) {
        if (!holds(claim.*where, id)) continue;
        json.push_back({{"title", claim.title},
                        {"claimed", statement_json(claim.claimed)},
                        {"found", statement_json(claim.found)},
                        {"advice", statement_json(claim.advice)}});
    }
    return json;
}

Json figures_json(const std::vector<anatomy::Figure>& figures) {
    Json json = Json::array();
    for (const anatomy::Figure& figure : figures) {
        json.push_back({{"label", figure.label},
                        {"value", text_or_null(figure.value)},
                        {"unit", text_or_null(figure.unit)},
                        {"status", anatomy::name(figure.status)},
                        {"sources", figure.sources},
                        {"note", text_or_null(figure.note)}});
    }
    return json;
}

Json study_json(const anatomy::Study& study) {
    return {{"label", study.label},
            {"design", study.design},
            {"people", study.people ? Json(*study.people) : Json(nullptr)},
            {"certainty", anatomy::name(study.certainty)},
            {"certainty_words", study.certainty_words},
            {"bottom_line", statement_json(study.finding)}};
}

std::optional<Json> condition_card(const Content& content, std::string_view id) {
    const anatomy::Condition* condition = content.find_condition(id);
    if (condition == nullptr) return std::nullopt;
    const anatomy::Condition* found = content.record_of(*condition);
    const anatomy::Condition& record = found != nullptr ? *found : *condition;
    Json card{{"id", condition->id},
              {"name", condition->name},
              {"plain_name", condition->plain_name},
              {"alias_of", text_or_null(condition->alias_of)},
              {"certainty", anatomy::name(record.certainty)},
              {"certainty_words", record.certainty_words},
              {"bottom_line", statement_json(record.evidence)}};
    card["targets"] = Json::array();
    for (const anatomy::TargetGroup& group : record.targets)
        card["targets"].push_back(
            {{"priority", group.priority}, {"points", group.points}, {"why", statement_json(group.why)}});
    card["studies"] = Json::array();
    for (const anatomy::Study& study : record.studies) card["studies"].push_back(study_json(study));
    card["precautions"] = statements_json(record.precautions);
    card["note"] = maybe_json(condition->note);
    card["claims"] = claims_json(content, condition->id, &anatomy::Claim::conditions);
    return card;
}

Json referral_json(const anatomy::Referral& referral) {
    return {{"essential", statement_json(referral.essential)},
            {"essential_zones", referral.essential_zones},
            {"spillover", maybe_json(referral.spillover)},
            {"spillover_zones", referral.spillover_zones},
            {"seen", maybe_json(referral.seen)},
            {"seen_zones", referral.seen_zones}};
}

Json path_json(const Content& content, const anatomy::NeedlePath& path) {
    Json avoid = Json::array();
    for (const base::Id& id : path.avoid) avoid.push_back(content.find_hazard(id)->name);
    return {{"id", path.id},
            {"position", statement_json(path.position)},
            {"entry", statement_json(path.entry)},
            {"direction", statement_json(path.direction)},
            {"angle", statement_json(path.angle)},
            {"angle_deg", path.angle_deg ? Json(*path.angle_deg) : Json(nullptr)},
            {"technique", statement_json(path.technique_words)},
            {"stop", statement_json(path.stop)},
            {"stop_bone", text_or_null(path.stop_bone)},
            {"depth", statement_json(path.depth)},
            {"needle", statement_json(path.needle)},
            {"beyond_needles", path.beyond_needles ? statement_json(path.beyond_needles->why) : Json(nullptr)},
            {"needles", path.needles},
            {"avoid", avoid},
            {"reported", statements_json(path.reported)},
            {"thickness", statements_json(path.thickness)}};
}

Json conditions_with(const Content& content, const base::Id& point) {
    Json ids = Json::array();
    for (const anatomy::Condition& condition : content.conditions)
        for (const anatomy::TargetGroup& group : condition.targets)
            if (holds(group.points, point)) ids.push_back(condition.id);
    return ids;
}

std::optional<Json> point_card(const Content& content, std::string_view id) {
    const anatomy::TriggerPoint* point = content.find_point(id);
    if (point == nullptr) return std::nullopt;
    Json card{{"id", point->id},
              {"name", point->code},
              {"muscle", point->muscle},
              {"number", point->number ? Json(*point->number) : Json(nullptr)},
              {"confidence", point->confidence},
              {"show_only", maybe_json(point->show_only)},
              {"where", statement_json(point->where)},
              {"exact_spot", statement_json(point->exact_spot)},
              {"numbering", statement_json(point->numbering)},
              {"layer", statement_json(point->layer)},
              {"feel", statement_json(point->feel)},
              {"referral", referral_json(point->referral)},
              {"symptoms", statement_json(point->symptoms)},
              {"anchor", statement_json(point->anchor.words)}};
    card["band"] = point->anchor.band ? statement_json(point->anchor.band->words) : Json(nullptr);
    card["classic_spot"] = point->classic_spot ? statement_json(point->classic_spot->words) : Json(nullptr);
    card["measured"] = statements_json(point->measured);
    card["note"] = maybe_json(point->note);
    card["conditions"] = conditions_with(content, point->id);
    card["claims"] = claims_json(content, point->id, &anatomy::Claim::points);
    const anatomy::NeedlePath* path = content.path_of(point->id);
    card["path"] = path != nullptr ? path_json(content, *path) : Json(nullptr);
    return card;
}

std::optional<Json> muscle_card(const Content& content, std::string_view id) {
    const anatomy::Muscle* muscle = content.find_muscle(id);
    if (muscle == nullptr) return std::nullopt;
    Json card{{"id", muscle->id},
              {"name", muscle->name},
              {"latin", muscle->latin},
              {"plain_name", muscle->plain_name},
              {"action", statement_json(muscle->action)},
              {"nerve", statement_json(muscle->nerve)}};
    card["points"] = Json::array();
    for (const anatomy::TriggerPoint& point : content.points) {
        if (point.muscle != muscle->id) continue;
        card["points"].push_back(
            {{"id", point.id}, {"name", point.code}, {"refers_to", statement_json(point.refers_to())}});
    }
    card["tests"] = Json::array();
    for (const anatomy::EvaluationTest& test : content.tests)
        if (holds(test.muscles, muscle->id)) card["tests"].push_back(test.name);
    return card;
}

Json points_of_zone(const Content& content, const base::Id& zone, anatomy::ReferralPart part) {
    Json ids = Json::array();
    for (const anatomy::Referring& one : anatomy::referring_to(content, zone))
        if (one.part == part) ids.push_back(one.point->code + " (" + one.point->muscle + ")");
    return ids;
}

std::optional<Json> zone_card(const Content& content, std::string_view id) {
    const anatomy::Zone* zone = content.find_zone(id);
    if (zone == nullptr) return std::nullopt;
    using Part = anatomy::ReferralPart;
    return Json{{"id", zone->id},
                {"name", zone->name},
                {"plain_name", zone->plain_name},
                {"words", zone->words},
                {"on_model", zone->area.has_value()},
                {"why", statement_json(zone->words_why)},
                {"essential", points_of_zone(content, zone->id, Part::essential)},
                {"spillover", points_of_zone(content, zone->id, Part::spillover)},
                {"seen", points_of_zone(content, zone->id, Part::seen)}};
}

std::optional<Json> topic_card(const Content& content, std::string_view id) {
    const anatomy::Topic* topic = content.find_topic(id);
    if (topic == nullptr) return std::nullopt;
    return Json{{"id", topic->id},
                {"name", topic->title},
                {"plain_name", topic->plain_title},
                {"group", topic->group},
                {"say", statements_json(topic->say)},
                {"know", statements_json(topic->know)},
                {"claims", claims_json(content, topic->id, &anatomy::Claim::topics)}};
}

std::optional<Json> test_card(const Content& content, std::string_view id) {
    const anatomy::EvaluationTest* test = content.find_test(id);
    if (test == nullptr) return std::nullopt;
    return Json{{"id", test->id},
                {"name", test->name},
                {"plain_name", test->plain_name},
                {"muscles", test->muscles},
                {"steps", test->steps},
                {"how", statement_json(test->how)},
                {"norms", figures_json(test->norms)},
                {"know", statements_json(test->know)}};
}

std::optional<Json> source_card(const Content& content, std::string_view id) {
    const anatomy::Source* source = content.find_source(id);
    if (source == nullptr) return std::nullopt;
    Json card{{"id", source->id},
              {"name", source->citation},
              {"address", text_or_null(source->address)},
              {"how_seen", source->how_seen},
              {"note", text_or_null(source->note)}};
    card["cited_by"] = Json::array();
    for (const anatomy::StatementAt& at : content.statements) {
        if (!holds(at.statement.sources, source->id)) continue;
        card["cited_by"].push_back({{"where", at.kind + " " + at.owner + ", " + at.key},
                                    {"status", anatomy::name(at.statement.status)},
                                    {"text", at.statement.professional}});
    }
    return card;
}

struct CardKind {
    const char* name;
    std::optional<Json> (*card)(const Content&, std::string_view id);
    std::vector<std::string> (*ids)(const Content&);
};

template <typename Item>
std::vector<std::string> ids_of(const std::vector<Item>& items) {
    std::vector<std::string> ids;
    for (const Item& item : items) ids.push_back(item.id);
    return ids;
}

const std::array<CardKind, 7>& kinds() {
    static const std::array<CardKind, 7> table{{
        {"condition", condition_card, [](const Content& c) { return ids_of(c.conditions); }},
        {"point", point_card, [](const Content& c) { return ids_of(c.points); }},
        {"muscle", muscle_card, [](const Content& c) { return ids_of(c.muscles); }},
        {"zone", zone_card, [](const Content& c) { return ids_of(c.zones); }},
        {"topic", topic_card, [](const Content& c) { return ids_of(c.topics); }},
        {"test", test_card, [](const Content& c) { return ids_of(c.tests); }},
        {"source", source_card, [](const Content& c) { return ids_of(c.sources); }},
    }};
    return table;
}

const CardKind* kind_named(std::string_view name) {
    for (const CardKind& kind : kinds())
        if (kind.name == name) return &kind;
    return nullptr;
}

std::string in_form(const Json& card, const std::string& report, CardForm form) {
    if (form == CardForm::text) return card_text(card);
    Json json = report_header(report);
    for (const auto& entry : card.items()) json[entry.key()] = entry.value();
    return dump(json);
}

}  // namespace

std::vector<std::string> card_kinds() {
    std::vector<std::string> names;
    for (const CardKind& kind : kinds()) names.emplace_back(kind.name);
    return names;
}

std::optional<std::string> show_card(const Content& content, std::string_view kind, std::string_view id,
                                     CardForm form) {
    const CardKind* found = kind_named(kind);
    const std::optional<Json> card = found != nullptr ? found->card(content, id) : std::nullopt;
    if (!card) return std::nullopt;
    return in_form(*card, "show " + std::string(kind), form);
}

std::vector<std::string> ids_of_kind(const Content& content, std::string_view kind) {
    const CardKind* found = kind_named(kind);
    return found != nullptr ? found->ids(content) : std::vector<std::string>{};
}

std::string show_hits(const Content& content, const std::vector<anatomy::SearchHit>& hits, CardForm form) {
    Json items = Json::array();
    for (const anatomy::SearchHit& hit : hits) {
        const CardKind* kind = kind_named(anatomy::name(hit.kind));
        const std::optional<Json> card = kind != nullptr ? kind->card(content, hit.id) : std::nullopt;
        Json item{{"kind", anatomy::name(hit.kind)}, {"id", hit.id}, {"name", card ? (*card)["name"] : Json(hit.id)}};
        if (hit.kind == anatomy::Found::zone)
            item["points"] = points_of_zone(content, hit.id, anatomy::ReferralPart::essential);
        items.push_back(std::move(item));
    }
    if (form == CardForm::json) return in_form(Json{{"items", std::move(items)}}, "find", form);
    std::string text;
    for (const Json& item : items) {
        std::string kind = item["kind"], id = item["id"];
        kind.resize(std::max<std::size_t>(kind.size(), 10), ' ');
        id.resize(std::max<std::size_t>(id.size(), 32), ' ');
        text += kind + ' ' + id + ' ' + item["name"].get<std::string>() + '\n';
    }
    return text;
}

}  // namespace drypoint::io
