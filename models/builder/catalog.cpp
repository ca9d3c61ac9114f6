#include "catalog.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <set>
#include <sstream>

#include <toml++/toml.h>

namespace drypoint::builder {
namespace {

using base::Issues;

constexpr std::array tissues = {"bone", "muscle",    "tendon",   "ligament", "membrane", "fascia", "fat",
                                "skin", "cartilage", "meniscus", "joint",    "artery",   "vein",   "nerve"};
constexpr std::array layers = {"skin", "fat", "fascia", "superficial", "deep", "bone"};
constexpr std::array text_keys = {"name",      "latin",         "tissue",  "group",  "layer",          "cut",
                                  "continues", "branches_from", "ends_on", "across", "enters_because", "pieces_because", "handles_because", "moved_because"};

struct Reader {
    std::string file;
    Issues issues;

    void fail(const toml::source_region& where, const std::string& message) {
        issues.push_back(base::error(base::at(file, static_cast<int>(where.begin.line), static_cast<int>(where.begin.column)),
                                     message, {}, "bad-catalog"));
    }
};

template <std::size_t N>
bool is_one_of(const std::array<const char*, N>& words, const std::string& word) {
    return std::any_of(words.begin(), words.end(), [&](const char* other) { return word == other; });
}

void read_text(Reader& reader, CatalogEntry& entry, std::string_view key, const toml::node& node) {
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

void read_key(Reader& reader, CatalogEntry& entry, std::string_view key, const toml::node& node) {
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

CatalogEntry read_entry(Reader& reader, std::string_view id, const toml::table& table) {
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

void check_references(Reader& reader, const Catalog& catalog) {
    for (const CatalogEntry& entry : catalog) {
        std::vector<std::string> named = entry.enters;
        for (const std::string& other : {entry.continues, entry.branches_from, entry.ends_on}) {
            if (!other.empty()) named.push_back(other);
        }
        for (const std::string& other : named) {
            if (find(catalog, other)) continue;
            reader.issues.push_back(base::error(base::in_file(reader.file), entry.id + " names unknown \"" + other + "\""));
        }
    }
}

std::optional<toml::table> parse(const std::filesystem::path& file, Issues& issues) {
    std::ifstream stream(file, std::ios::binary);
    std::stringstream text;
    text << stream.rdbuf();
    if (!stream) {
        issues.push_back(base::error(base::in_file(file.string()), "cannot be read"));
        return std::nullopt;
    }
    try {
        return toml::parse(text.str(), file.string());
    } catch (const toml::parse_error& error) {
        const auto& begin = error.source().begin;
        issues.push_back(base::error(base::at(file.string(), static_cast<int>(begin.line), static_cast<int>(begin.column)),
                                     std::string(error.description())));
        return std::nullopt;
    }
}

}  // namespace

const CatalogEntry* find(const Catalog& catalog, std::string_view id) {
    const auto it = std::find_if(catalog.begin(), catalog.end(), [&](const CatalogEntry& entry) { return entry.id == id; });
    return it == catalog.end() ? nullptr : &*it;
}

base::Result<Catalog> read_catalog(const std::filesystem::path& file) {
    Reader reader{file.string(), {}};
    const std::optional<toml::table> root = parse(file, reader.issues);
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

FatFigure::Site FatFigure::at(double y) const {
    if (y <= sites.front().y) return sites.front();
    for (std::size_t i = 1; i < sites.size(); ++i) {
        if (y > sites[i].y) continue;
        const Site& below = sites[i - 1];
        const double t = (y - below.y) / (sites[i].y - below.y);
        return {y, below.skin_and_fat * (1.0 - t) + sites[i].skin_and_fat * t, below.most * (1.0 - t) + sites[i].most * t};
    }
    return sites.back();
}

base::Result<FatFigure> read_fat(const std::filesystem::path& file) {
    Reader reader{file.string(), {}};
    const std::optional<toml::table> root = parse(file, reader.issues);
    if (!root) return base::failure<FatFigure>(reader.issues);
    FatFigure fat;
    fat.skin = (*root)["skin_mm"].value_or(0.0);
    if (const toml::array* sites = (*root)["site"].as_array()) {
        for (const toml::node& node : *sites) {
            const toml::table* site = node.as_table();
            const auto y = site ? (*site)["y_mm"].value<double>() : std::nullopt;
            const auto thickness = site ? (*site)["skin_and_fat_mm"].value<double>() : std::nullopt;
            const auto most = site ? (*site)["most_mm"].value<double>() : std::nullopt;
            if (!y || !thickness || *thickness < fat.skin + 1.0 || *thickness > 100.0) {
                reader.fail(node.source(), "a site needs y_mm and skin_and_fat_mm, at least 1 mm more than the skin");
            } else if (!fat.sites.empty() && *y <= fat.sites.back().y) {
                reader.fail(node.source(), "sites go from low to high");
            } else if (most && (*most < *thickness || *most > 100.0)) {
                reader.fail(node.source(), "most_mm is at least skin_and_fat_mm");
            } else {
                fat.sites.push_back({*y, *thickness, most.value_or(40.0)});
            }
        }
    }
    if (fat.skin < 0.5 || fat.skin > 10.0 || fat.sites.size() < 2) {
        reader.issues.push_back(base::error(base::in_file(file.string()), "needs skin_mm (0.5 to 10) and two sites or more"));
    }
    if (base::has_error(reader.issues)) return base::failure<FatFigure>(reader.issues);
    return base::success(std::move(fat));
}

}  // namespace drypoint::builder
