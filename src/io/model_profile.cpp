#include "io/model_profile.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace drypoint::io {
namespace {

using anatomy::Landmark;
using anatomy::LandmarkKind;

template <typename Enum>
std::vector<std::string> names_of(int count) {
    std::vector<std::string> names;
    for (int i = 0; i < count; ++i) names.emplace_back(anatomy::name(static_cast<Enum>(i)));
    return names;
}

constexpr const char* kinds[] = {"surface", "centre", "derived"};

LandmarkKind kind_named(const std::string& name) {
    if (name == "centre") return LandmarkKind::centre;
    return name == "derived" ? LandmarkKind::derived : LandmarkKind::surface;
}

anatomy::Side side_named(const std::string& name) {
    if (name == "right") return anatomy::Side::right;
    return name == "left" ? anatomy::Side::left : anatomy::Side::none;
}

Rule side_rule(std::string doc) {
    return one_of(names_of<anatomy::Side>(3), std::move(doc));
}

Rule node_rule() {
    return table_rule(
        {required("id", id_rule("what the program calls it")),
         required("name", text_rule("English name, Terminologia Anatomica")),
         optional("latin", text_rule("Latin name")),
         required("tissue", one_of(names_of<anatomy::Tissue>(anatomy::tissue_count), "what it is made of")),
         optional("group", id_rule("heading under which it is listed")),
         optional("layer", one_of(names_of<anatomy::Layer>(anatomy::layer_count),
                                  "in which layer it is peeled off; else the tissue's own")),
         optional("side", side_rule("else the side of the file")),
         optional("hazard", boolean_rule("a needle must keep off it; else by tissue")),
         optional("uncertain", boolean_rule("its place was not measured"))},
        "a node of the file");
}

Rule landmark_rule() {
    Rule between =
        list_of(id_rule("a landmark with a place of its own").refers_to("landmark"), "lies between these two");
    between.length = 2;
    return table_rule(
        {optional("at_mm", point_rule("x, y, z in the model's frame, after its metres became millimetres")),
         optional("between", std::move(between)),
         optional("fraction", number_rule("of the way from the first to the second; else 0.5").within(0.0, 1.0)),
         optional("on", id_rule("the structure that it lies on").refers_to("structure")),
         required("kind", one_of({kinds, kinds + 3}, "on a surface, inside, or worked out from others"))},
        "a landmark, with at_mm or with between");
}

NodeMeaning meaning_of(const TomlValue& table, anatomy::Side side) {
    NodeMeaning meaning;
    meaning.id = text_of(table, "id");
    meaning.name = text_of(table, "name");
    meaning.latin = text_of(table, "latin");
    meaning.group = text_of(table, "group");
    meaning.tissue = anatomy::tissue_named(text_of(table, "tissue")).value_or(anatomy::Tissue::other);
    meaning.layer = anatomy::layer_named(text_of(table, "layer")).value_or(anatomy::default_layer(meaning.tissue));
    meaning.side = table.find("side") != nullptr ? side_named(text_of(table, "side")) : side;
    meaning.hazard = boolean_of(table, "hazard", anatomy::is_hazard(meaning.tissue));
    meaning.uncertain = boolean_of(table, "uncertain", meaning.tissue == anatomy::Tissue::nerve);
    return meaning;
}

class LandmarkReader {
  public:
    LandmarkReader(const TomlValue& table, const std::string& path, base::Issues& issues)
        : table_(table), path_(path), issues_(issues) {}

    std::vector<Landmark> run() {
        for (const TomlMember& member : table_.members) {
            const bool has_place = member.value.find("at_mm") != nullptr;
            const bool has_rule = member.value.find("between") != nullptr;
            if (has_place == has_rule) {
                issues_.push_back(base::error(base::at(path_, member.line, member.column),
                                              member.key + " needs either at_mm or between", {}, "landmark"));
            } else {
                landmarks_.push_back(read(member));
            }
        }
        return std::move(landmarks_);
    }

  private:
    Landmark read(const TomlMember& member) {
        Landmark landmark;
        landmark.id = member.key;
        landmark.on = text_of(member.value, "on");
        landmark.kind = kind_named(text_of(member.value, "kind"));
        if (member.value.find("at_mm") != nullptr) {
            landmark.at_mm = place_of(member.value);
            return landmark;
        }
        const std::vector<std::string> ends = texts_of(member.value, "between");
        const auto way = static_cast<float>(number_of(member.value, "fraction", 0.5));
        landmark.at_mm = place_named(ends[0], member) * (1.0f - way) + place_named(ends[1], member) * way;
        return landmark;
    }

    static glm::vec3 place_of(const TomlValue& table) {
        const std::vector<double> at = numbers_of(table, "at_mm");
        return {static_cast<float>(at[0]), static_cast<float>(at[1]), static_cast<float>(at[2])};
    }

    glm::vec3 place_named(const std::string& id, const TomlMember& asking) {
        const TomlValue* table = table_.find(id);
        if (table != nullptr && table->find("at_mm") != nullptr) return place_of(*table);
        issues_.push_back(base::error(base::at(path_, asking.line, asking.column),
                                      asking.key + " lies between landmarks, but " + id + " has no at_mm", {},
                                      "landmark"));
        return {};
    }

    const TomlValue& table_;
    const std::string& path_;
    base::Issues& issues_;
    std::vector<Landmark> landmarks_;
};

void complain_of_shared_ids(const TomlValue& nodes, const std::string& path, base::Issues& issues) {
    std::map<std::string, std::string> first;
    for (const TomlMember& member : nodes.members) {
        const auto [known, fresh] = first.emplace(text_of(member.value, "id"), member.key);
        if (fresh) continue;
        issues.push_back(base::error(base::at(path, member.line, member.column),
                                     "the id " + known->first + " is taken by \"" + known->second + "\"", {},
                                     "duplicate-id"));
    }
}

References references_in(const TomlValue& file) {
    References references;
    if (const TomlValue* nodes = file.find("nodes"))
        for (const TomlMember& member : nodes->members) references["structure"].insert(text_of(member.value, "id"));
    if (const TomlValue* landmarks = file.find("landmarks"))
        for (const TomlMember& member : landmarks->members) references["landmark"].insert(member.key);
    return references;
}

}  // namespace

const Rule& profile_rule() {
    static const Rule rule =
        table_rule({required("name", text_rule("the model that this file describes")),
                    optional("copyright", text_rule("shown if the model does not say it itself")),
                    optional("side", side_rule("of all nodes that do not say it")),
                    required("nodes", map_of(node_rule(), "what the nodes of the file are, by their names there")),
                    optional("landmarks", ids_to(landmark_rule(), "landmarks that the file itself does not hold"))},
                   "What the node names of a foreign model mean");
    return rule;
}

base::Result<ModelProfile> load_profile(const std::string& path) {
    base::Result<TomlValue> file = read_toml(path);
    if (!file) return base::failure<ModelProfile>(std::move(file.issues));
    base::Issues issues = check(*file, profile_rule(), path, references_in(*file));
    if (!issues.empty()) return base::failure<ModelProfile>(std::move(issues));
    ModelProfile profile;
    profile.name = text_of(*file, "name");
    profile.copyright = text_of(*file, "copyright");
    const anatomy::Side side = side_named(text_of(*file, "side"));
    const TomlValue& nodes = *file->find("nodes");
    for (const TomlMember& member : nodes.members) profile.nodes[member.key] = meaning_of(member.value, side);
    complain_of_shared_ids(nodes, path, issues);
    if (const TomlValue* landmarks = file->find("landmarks"))
        profile.landmarks = LandmarkReader(*landmarks, path, issues).run();
    if (!issues.empty()) return base::failure<ModelProfile>(std::move(issues));
    return base::success(std::move(profile));
}

base::Result<std::vector<ModelProfile>> load_profiles(const std::string& folder) {
    namespace fs = std::filesystem;
    std::vector<std::string> paths;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (entry->path().extension() == ".toml") paths.push_back(entry->path().string());
    if (error)
        return base::failure<std::vector<ModelProfile>>(
            base::error(base::in_file(folder), "cannot be listed: " + error.message(), {}, "file"));
    std::sort(paths.begin(), paths.end());
    std::vector<ModelProfile> profiles;
    base::Issues issues;
    for (const std::string& path : paths) {
        base::Result<ModelProfile> profile = load_profile(path);
        if (profile) profiles.push_back(std::move(*profile));
        issues.insert(issues.end(), profile.issues.begin(), profile.issues.end());
    }
    return base::success(std::move(profiles), std::move(issues));
}

}  // namespace drypoint::io
