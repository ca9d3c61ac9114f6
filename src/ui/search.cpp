#include "ui/search.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "base/id.h"

namespace drypoint::ui {
namespace {

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : lower(text)) {
        const bool letter = std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80u;
        if (letter)
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

// What a structure may be found by, besides its name.
std::string also_called(const anatomy::Structure& structure, const Texts& texts) {
    const std::string lay = "lay." + structure.id;
    return structure.latin + ' ' + structure.id + ' ' + (texts.has(lay) ? texts(lay) : std::string()) + ' ' +
           texts.name_of("group.", structure.group) + ' ' + texts.name_of("tissue.", anatomy::name(structure.tissue)) +
           (structure.hazard ? ' ' + texts("search.hazard") : std::string());
}

constexpr int no_match = 100;

// 0 is best: the word begins the name, a word of the name, another word; then anywhere inside.
int rank_of(const std::string& word, const std::string& name, const std::vector<std::string>& name_words,
            const std::vector<std::string>& other_words) {
    const auto begins = [&word](const std::string& text) { return text.compare(0, word.size(), word) == 0; };
    const auto contains = [&word](const std::string& text) { return text.find(word) != std::string::npos; };
    if (begins(name)) return 0;
    if (std::any_of(name_words.begin(), name_words.end(), begins)) return 1;
    if (std::any_of(other_words.begin(), other_words.end(), begins)) return 2;
    if (word.size() >= 3 && contains(name)) return 3;
    if (word.size() >= 3 && std::any_of(other_words.begin(), other_words.end(), contains)) return 4;
    return no_match;
}

}  // namespace

std::vector<std::size_t> find_structures(const anatomy::Atlas& atlas, const Texts& texts, std::string_view query) {
    const std::vector<std::string> wanted = words_of(query);
    std::vector<std::pair<int, std::size_t>> ranked;
    for (std::size_t i = 0; i < atlas.structures.size(); ++i) {
        const anatomy::Structure& structure = atlas.structures[i];
        const std::string name = lower(structure.name);
        const std::vector<std::string> name_words = words_of(structure.name);
        const std::vector<std::string> others = words_of(also_called(structure, texts));
        int total = 0;
        for (const std::string& word : wanted) total += rank_of(word, name, name_words, others);
        if (total < no_match) ranked.emplace_back(total, i);
    }
    std::sort(ranked.begin(), ranked.end(), [&atlas](const auto& a, const auto& b) {
        if (a.first != b.first) return a.first < b.first;
        return atlas.structures[a.second].name < atlas.structures[b.second].name;
    });
    std::vector<std::size_t> found;
    for (const auto& entry : ranked) found.push_back(entry.second);
    return found;
}

namespace {

template <typename Item>
std::vector<std::size_t> positions(const std::vector<anatomy::SearchHit>& hits, anatomy::Found kind,
                                   const std::vector<Item>& items) {
    std::vector<std::size_t> found;
    for (const anatomy::SearchHit& hit : hits) {
        if (hit.kind != kind) continue;
        for (std::size_t i = 0; i < items.size(); ++i)
            if (items[i].id == hit.id) found.push_back(i);
    }
    return found;
}

}  // namespace

std::vector<std::size_t> find_conditions(const session::World& world, std::string_view query) {
    return positions(world.index.find(query), anatomy::Found::condition, world.content.conditions);
}

std::vector<std::size_t> find_points(const session::World& world, std::string_view query) {
    return positions(world.index.find(query), anatomy::Found::point, world.content.points);
}

std::vector<std::size_t> find_zones(const session::World& world, std::string_view query) {
    return positions(world.index.find(query), anatomy::Found::zone, world.content.zones);
}

std::vector<std::size_t> find_topics(const session::World& world, std::string_view query) {
    return positions(world.index.find(query), anatomy::Found::topic, world.content.topics);
}

std::vector<std::size_t> find_structures(const session::World& world, const Texts& texts, std::string_view query) {
    std::vector<std::size_t> found = find_structures(*world.atlas, texts, query);
    for (const std::size_t i : positions(world.index.find(query), anatomy::Found::muscle, world.atlas->structures))
        if (std::find(found.begin(), found.end(), i) == found.end()) found.push_back(i);
    return found;
}

std::vector<std::string> near_spellings(const anatomy::Atlas& atlas, const Texts& texts, std::string_view query,
                                        std::size_t most) {
    const std::string wanted = lower(query);
    std::vector<std::pair<std::size_t, std::string>> near;
    const auto consider = [&near, &wanted](const std::string& word) {
        if (word.size() < 3) return;
        const std::size_t distance = base::edit_distance(wanted, lower(word));
        if (distance > wanted.size() / 3 + 1) return;
        const auto same = [&word](const auto& entry) { return lower(entry.second) == lower(word); };
        if (std::none_of(near.begin(), near.end(), same)) near.emplace_back(distance, word);
    };
    for (const anatomy::Structure& structure : atlas.structures) {
        consider(structure.name);
        for (const std::string& word : words_of(structure.name)) consider(word);
        for (const std::string& word : words_of(also_called(structure, texts))) consider(word);
    }
    std::sort(near.begin(), near.end());
    std::vector<std::string> spellings;
    for (const auto& [distance, word] : near) {
        if (spellings.size() == most || distance > near.front().first) break;
        spellings.push_back(word);
    }
    return spellings;
}

}  // namespace drypoint::ui
