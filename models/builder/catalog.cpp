#include "catalog.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "toml_reader.h"

namespace drypoint::builder {
namespace {

constexpr std::array tissues = {"bone", "muscle",    "tendon",   "ligament", "membrane", "fascia", "fat",
                                "skin", "cartilage", "meniscus", "joint",    "artery",   "vein",   "nerve"};
constexpr std::array layers = {"skin", "fat", "fascia", "superficial", "deep", "bone"};
constexpr std::array text_keys = {"name",      "latin",         "tissue",  "group",  "layer",          "cut",
                                  "continues", "branches_from", "ends_on", "across", "enters_because", "pieces_because", "handles_because", "moved_because",
                                  "outside_because"};

template <std::size_t N>
bool is_one_of(const std::array<const char*, N>& words, const std::string& word) {
    return std::any_of(words.begin(), words.end(), [&](const char* other) { return word == other; });
}

void read_text(TomlReader& reader, CatalogEntry& entry, std::string_view key, const toml::node& node) {
    const auto text = node.value<std::string>();
    if (!text || text->empty()) return reader.fail(node.source(), std::string(key) + " is not a text");
    if (key == "name") entry.name = *text;
    if (key == "latin") entry.latin = *text;
    if (key == "tissue") entry.tissue = *text;
    if (key == "group") entry.group = *text;
    if (key == "layer") entry.layer = *text;
    if (key == "cut") entry.cut = *text;
    if (key == "continues") entry.continues = *text;
    if (key == "branches_from") entry.branches_from = *text;
    if (key == "ends_on") entry.ends_on = *text;
    if (key == "across") entry.across = *text;
    if (key == "tissue" && !is_one_of(tissues, *text)) reader.fail(node.source(), "unknown tissue \"" + *text + "\"");
    if (key == "layer" && !is_one_of(layers, *text)) reader.fail(node.source(), "unknown layer \"" + *text + "\"");
}

void read_key(TomlReader& reader, CatalogEntry& entry, std::string_view key, const toml::node& node) {
    if (std::any_of(text_keys.begin(), text_keys.end(), [&](const char* other) { return key == other; })) {
        return read_text(reader, entry, key, node);
    }
    if (key == "hazard" && node.is_boolean()) {
        entry.hazard = node.ref<bool>();
    } else if (key == "uncertain" && node.is_boolean()) {
        entry.uncertain = node.ref<bool>();
    } else if (key == "pieces" && node.is_integer()) {
        entry.pieces = static_cast<int>(std::clamp<std::int64_t>(node.ref<std::int64_t>(), 1, 100));
    } else if (key == "handles" && node.is_integer()) {
        entry.handles = static_cast<int>(std::clamp<std::int64_t>(node.ref<std::int64_t>(), 0, 100));
    } else if (key == "outside_fascia_below_mm" && node.is_number()) {
        entry.outside_fascia_below = node.value<double>();
    } else if (key == "most_off_fascia_mm" && node.is_number()) {
        entry.most_off_fascia = std::clamp(node.value<double>().value_or(0.0), 1.0, 12.0);
    } else if (key == "moved_mm" && node.is_array() && node.as_array()->size() == 3) {
        for (int axis = 0; axis < 3; ++axis) {
            const auto value = (*node.as_array())[static_cast<std::size_t>(axis)].value<double>();
            if (!value || std::abs(*value) > 20.0) return reader.fail(node.source(), "moved_mm holds three numbers up to 20");
            entry.moved_mm[axis] = *value;
        }
    } else if (key == "enters" && node.is_array()) {
        for (const toml::node& item : *node.as_array()) {
            if (item.is_string()) entry.enters.push_back(item.ref<std::string>());
        }
    } else {
        reader.fail(node.source(), "unknown key or wrong type: " + std::string(key));
    }
}

CatalogEntry read_entry(TomlReader& reader, std::string_view id, const toml::table& table) {
    CatalogEntry entry;
    entry.id = std::string(id);
    for (const auto& [key, node] : table) read_key(reader, entry, key.str(), node);
    const bool complete = !entry.name.empty() && !entry.latin.empty() && !entry.tissue.empty() && !entry.group.empty() &&
                          !entry.layer.empty();
    if (!complete) reader.fail(table.source(), entry.id + " needs name, latin, tissue, group and layer");
    const bool conduit = entry.tissue == "artery" || entry.tissue == "vein" || entry.tissue == "nerve";
    entry.hazard = entry.hazard || conduit;
    entry.uncertain = entry.uncertain || entry.tissue == "nerve";
    return entry;
}

void check_references(TomlReader& reader, const Catalog& catalog) {
    for (const CatalogEntry& entry : catalog) {
        std::vector<std::string> named = entry.enters;
        for (const std::string& other : {entry.continues, entry.branches_from, entry.ends_on}) {
            if (!other.empty()) named.push_back(other);
        }
        for (const std::string& other : named) {
            if (find(catalog, other)) continue;
            reader.fail(entry.id + " names unknown \"" + other + "\"");
        }
    }
}

}  // namespace

const CatalogEntry* find(const Catalog& catalog, std::string_view id) {
    const auto it = std::find_if(catalog.begin(), catalog.end(), [&](const CatalogEntry& entry) { return entry.id == id; });
    return it == catalog.end() ? nullptr : &*it;
}

base::Result<Catalog> read_catalog(const std::filesystem::path& file) {
    TomlReader reader{file.string(), {}};
    const std::optional<toml::table> root = parse_toml(file, reader.issues);
    if (!root) return base::failure<Catalog>(reader.issues);

    std::vector<std::pair<toml::source_index, CatalogEntry>> lines;  // tables come in alphabetical order
    for (const auto& [key, node] : *root) {
        if (const toml::table* table = node.as_table()) {
            lines.push_back({node.source().begin.line, read_entry(reader, key.str(), *table)});
        } else {
            reader.fail(node.source(), std::string(key.str()) + " is not a table");
        }
    }
    std::sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    Catalog catalog;
    for (auto& line : lines) catalog.push_back(std::move(line.second));
    check_references(reader, catalog);
    if (base::has_error(reader.issues)) return base::failure<Catalog>(reader.issues);
    return base::success(std::move(catalog), reader.issues);
}

}  // namespace drypoint::builder
