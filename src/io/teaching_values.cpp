// The second half of content_values.h: what is explained besides points and conditions.
#include "io/content_parts.h"
#include "io/content_values.h"
#include "io/toml_table.h"

namespace drypoint::io {
namespace {

std::vector<anatomy::Figure> figures_at(const TomlValue& entry, std::string_view key) {
    std::vector<anatomy::Figure> figures;
    for (const TomlValue& item : table_of(entry, key).items) figures.push_back(figure_from(item));
    return figures;
}

anatomy::ZoneArea area_from(const TomlValue& table) {
    anatomy::ZoneArea area;
    area.line = line_at(table, "line");
    area.stretch = stretch_at(table, "stretch");
    area.toward = directions_at(table, "toward");
    area.reach_fingerwidths = number_of(table, "fingerwidths");
    return area;
}

}  // namespace

anatomy::Zone zone_from(const TomlValue& entry, const std::string& file) {
    anatomy::Zone zone;
    zone.id = text_of(entry, "id");
    zone.name = text_of(entry, "name");
    zone.plain_name = text_of(entry, "plain_name");
    zone.words = texts_of(entry, "words");
    if (const TomlValue* area = entry.find("area")) zone.area = area_from(*area);
    zone.structures = texts_of(entry, "structures");
    zone.words_why = statement_at(entry, "why");
    zone.place = place_of(entry, file);
    return zone;
}

anatomy::Topic topic_from(const TomlValue& entry, const std::string& file) {
    anatomy::Topic topic;
    topic.id = text_of(entry, "id");
    topic.group = text_of(entry, "group");
    topic.title = text_of(entry, "title");
    topic.plain_title = text_of(entry, "plain_title");
    topic.say = statements_at(entry, "say");
    topic.know = statements_at(entry, "know");
    topic.place = place_of(entry, file);
    return topic;
}

anatomy::EvaluationTest test_from(const TomlValue& entry, const std::string& file) {
    anatomy::EvaluationTest test;
    test.id = text_of(entry, "id");
    test.name = text_of(entry, "name");
    test.plain_name = text_of(entry, "plain_name");
    test.muscles = texts_of(entry, "muscles");
    test.steps = texts_of(entry, "steps");
    test.how = statement_at(entry, "how");
    test.norms = figures_at(entry, "norm");
    test.know = statements_at(entry, "know");
    test.place = place_of(entry, file);
    return test;
}

anatomy::Claim claim_from(const TomlValue& entry, const std::string& file) {
    anatomy::Claim claim;
    claim.id = text_of(entry, "id");
    claim.title = text_of(entry, "title");
    claim.plain_title = text_of(entry, "plain_title");
    claim.claimed = statement_at(entry, "claimed");
    claim.found = statement_at(entry, "found");
    claim.advice = statement_at(entry, "advice");
    claim.conditions = texts_of(entry, "conditions");
    claim.steps = texts_of(entry, "steps");
    claim.points = texts_of(entry, "points");
    claim.topics = texts_of(entry, "topics");
    claim.place = place_of(entry, file);
    return claim;
}

anatomy::SearchWords search_words_from(const TomlValue& entry, const std::string& file) {
    anatomy::SearchWords words;
    words.words = texts_of(entry, "words");
    words.conditions = texts_of(entry, "conditions");
    words.points = texts_of(entry, "points");
    words.muscles = texts_of(entry, "muscles");
    words.zones = texts_of(entry, "zones");
    words.topics = texts_of(entry, "topics");
    words.place = place_of(entry, file);
    return words;
}

anatomy::Reading reading_from(const TomlValue& file) {
    anatomy::Reading reading;
    reading.names = texts_of(file, "names");
    reading.known = texts_of(file, "known");
    for (const TomlMember& member : table_of(file, "instead").members) reading.instead[member.key] = member.value.text;
    return reading;
}

}  // namespace drypoint::io
