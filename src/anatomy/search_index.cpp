#include "anatomy/search_index.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace drypoint::anatomy {
namespace {

constexpr std::array<std::string_view, 5> kinds{"condition", "muscle", "point", "zone", "topic"};

// Words that say nothing about which entry is meant. Not "behind", "above": they are part of areas' names.
constexpr std::array<std::string_view, 17> fillers{"a",  "an", "and", "at",   "hurts", "i",    "in",   "is", "it",
                                                   "my", "of", "on",  "pain", "the",   "when", "with", "to"};

// Stands between the texts of a body, so that words are found together, not strewn over several texts.
constexpr std::string_view end_of_text;

bool is_filler(const std::string& word) {
    return std::find(fillers.begin(), fillers.end(), word) != fillers.end();
}

bool begins(const std::string& text, const std::string& start) {
    return text.compare(0, start.size(), start) == 0;
}

bool any_begins(const std::vector<std::string>& words, const std::string& start) {
    return std::any_of(words.begin(), words.end(), [&start](const std::string& word) { return begins(word, start); });
}

void append(std::vector<std::string>& all, const std::vector<std::string>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::vector<std::string> both(const Statement& statement) {
    return {statement.professional, statement.plain};
}

bool holds(const std::vector<base::Id>& ids, const base::Id& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// The words of search.toml that lead to an entry.
std::vector<std::string> also_called(const Content& content, const base::Id& id,
                                     std::vector<base::Id> SearchWords::*list) {
    std::vector<std::string> words;
    for (const SearchWords& entry : content.search_words)
        if (holds(entry.*list, id)) append(words, entry.words);
    return words;
}

void add_zone_words(const Content& content, const std::vector<base::Id>& ids, std::vector<std::string>& body) {
    for (const base::Id& id : ids) {
        const Zone* zone = content.find_zone(id);
        if (zone == nullptr) continue;
        append(body, {zone->name, zone->plain_name});
        append(body, zone->words);
    }
}

// What a point is known by besides its name: its symptoms and where it sends pain.
std::vector<std::string> body_of(const Content& content, const TriggerPoint& point) {
    std::vector<std::string> body = both(point.symptoms);
    append(body, both(point.referral.essential));
    if (point.referral.spillover) append(body, both(*point.referral.spillover));
    if (point.referral.seen) append(body, both(*point.referral.seen));
    add_zone_words(content, point.referral.essential_zones, body);
    add_zone_words(content, point.referral.spillover_zones, body);
    return body;
}

}  // namespace

std::string_view name(Found kind) {
    return kinds[static_cast<std::size_t>(kind)];
}

std::vector<std::string> search_words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == '\'') continue;
        if (text.compare(i, 3, "\u2019") == 0) {
            i += 2;
        } else if (std::isalnum(c) != 0 || c >= 0x80u) {
            words.back() += static_cast<char>(std::tolower(c));
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

void SearchIndex::add(Found kind, const base::Id& id, const std::string& name, const std::vector<std::string>& others,
                      const std::vector<std::string>& body) {
    Entry entry;
    entry.kind = kind;
    entry.id = id;
    entry.name_words = search_words_of(name);
    entry.name = joined(entry.name_words);
    for (const std::string& other : others) entry.phrases.push_back(search_words_of(other));
    for (const std::string& text : body) {
        append(entry.body, search_words_of(text));
        entry.body.emplace_back(end_of_text);
    }
    entries_.push_back(std::move(entry));
}

SearchIndex::SearchIndex(const Content& content) {
    for (const Condition& condition : content.conditions) {
        std::vector<std::string> others = also_called(content, condition.id, &SearchWords::conditions);
        append(others, {condition.plain_name, condition.id});
        // An alias is another name of the condition that holds the rest.
        for (const Condition& alias : content.conditions)
            if (alias.alias_of == condition.id) append(others, {alias.name});
        add(Found::condition, condition.id, condition.name, others, {});
    }
    for (const Muscle& muscle : content.muscles) {
        std::vector<std::string> others = also_called(content, muscle.id, &SearchWords::muscles);
        append(others, {muscle.latin, muscle.plain_name, muscle.id});
        add(Found::muscle, muscle.id, muscle.name, others, both(muscle.action));
    }
    for (const TriggerPoint& point : content.points) {
        std::vector<std::string> others = also_called(content, point.id, &SearchWords::points);
        const Muscle* muscle = content.find_muscle(point.muscle);
        if (muscle != nullptr) append(others, {muscle->name, muscle->latin, muscle->plain_name});
        append(others, also_called(content, point.muscle, &SearchWords::muscles));
        append(others, {point.id});
        add(Found::point, point.id, point.code, others, body_of(content, point));
    }
    for (const Zone& zone : content.zones) {
        std::vector<std::string> others = also_called(content, zone.id, &SearchWords::zones);
        append(others, zone.words);
        append(others, {zone.plain_name});
        add(Found::zone, zone.id, zone.name, others, {});
    }
    for (const Topic& topic : content.topics) {
        std::vector<std::string> others = also_called(content, topic.id, &SearchWords::topics);
        append(others, {topic.plain_title});
        add(Found::topic, topic.id, topic.title, others, {});
    }
}

std::vector<SearchHit> SearchIndex::find(std::string_view query) const {
    std::vector<std::string> wanted;
    for (const std::string& word : search_words_of(query))
        if (!is_filler(word)) wanted.push_back(word);
    std::vector<SearchHit> hits;
    if (wanted.empty()) return hits;
    const auto all_in = [&wanted](const std::vector<std::string>& words) {
        return std::all_of(wanted.begin(), wanted.end(), [&words](const auto& w) { return any_begins(words, w); });
    };
    const auto all_in_one_text = [&all_in](const std::vector<std::string>& body) {
        for (auto from = body.begin(); from != body.end();) {
            const auto to = std::find(from, body.end(), end_of_text);
            if (all_in({from, to})) return true;
            from = to == body.end() ? to : to + 1;
        }
        return false;
    };
    const auto rank_of = [&](const Entry& entry) -> std::optional<int> {
        if (begins(entry.name, joined(wanted))) return 0;
        if (all_in(entry.name_words)) return 1;
        if (std::find(entry.phrases.begin(), entry.phrases.end(), wanted) != entry.phrases.end()) return 1;
        if (std::any_of(entry.phrases.begin(), entry.phrases.end(), all_in)) return 2;
        if (all_in_one_text(entry.body)) return 3;
        // "vastus kneecap": part of it is a name.
        std::vector<std::string> names = entry.name_words;
        for (const auto& phrase : entry.phrases) append(names, phrase);
        const bool named =
            std::any_of(wanted.begin(), wanted.end(), [&](const auto& w) { return any_begins(names, w); });
        append(names, entry.body);
        return named && all_in(names) ? std::optional(4) : std::nullopt;
    };
    for (const Entry& entry : entries_)
        if (const auto rank = rank_of(entry)) hits.push_back({entry.kind, entry.id, *rank});
    std::stable_sort(hits.begin(), hits.end(), [](const auto& a, const auto& b) { return a.rank < b.rank; });
    return hits;
}

}  // namespace drypoint::anatomy
