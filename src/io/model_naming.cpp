#include "io/model_naming.h"

#include <string_view>

namespace drypoint::io {
namespace {

using anatomy::Tissue;

struct Word {
    std::string_view word;
    Tissue tissue;
};

// Words of names and materials, the more telling first: "nail of the bone plate" has no place in a limb, "interosseous
// membrane" has.
constexpr Word words[] = {
    {"artery", Tissue::artery},
    {"arteries", Tissue::artery},
    {"arteria", Tissue::artery},
    {"vein", Tissue::vein},
    {"veins", Tissue::vein},
    {"vena", Tissue::vein},
    {"nerve", Tissue::nerve},
    {"nerves", Tissue::nerve},
    {"nervus", Tissue::nerve},
    {"meniscus", Tissue::meniscus},
    {"cartilage", Tissue::cartilage},
    {"ligament", Tissue::ligament},
    {"ligamentum", Tissue::ligament},
    {"retinaculum", Tissue::ligament},
    {"membrane", Tissue::membrane},
    {"tendon", Tissue::tendon},
    {"tendo", Tissue::tendon},
    {"fascia", Tissue::fascia},
    {"tract", Tissue::fascia},
    {"aponeurosis", Tissue::fascia},
    {"muscle", Tissue::muscle},
    {"musculus", Tissue::muscle},
    {"skin", Tissue::skin},
    {"cutis", Tissue::skin},
    {"fat", Tissue::fat},
    {"adipose", Tissue::fat},
    {"bursa", Tissue::joint},
    {"cavity", Tissue::joint},
    {"bone", Tissue::bone},
    {"os", Tissue::bone},
    {"femur", Tissue::bone},
    {"tibia", Tissue::bone},
    {"fibula", Tissue::bone},
    {"patella", Tissue::bone},
    {"sacrum", Tissue::bone},
    {"pelvis", Tissue::bone},
};

// Is `word` one of the words of this kebab-case text?
bool has_word(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const bool begins = at == 0 || text[at - 1] == '-';
        const bool ends = at + word.size() == text.size() || text[at + word.size()] == '-';
        if (begins && ends) return true;
    }
    return false;
}

Tissue guessed_tissue(const ImportedNode& node) {
    for (const std::string& text : {base::to_kebab_case(node.name), base::to_kebab_case(node.material)}) {
        for (const Word& entry : words)
            if (has_word(text, entry.word)) return entry.tissue;
    }
    return Tissue::other;
}

anatomy::Side guessed_side(std::string_view kebab) {
    const bool right = has_word(kebab, "right");
    const bool left = has_word(kebab, "left");
    if (right == left) return anatomy::Side::none;
    return right ? anatomy::Side::right : anatomy::Side::left;
}

void warn(base::Issues& issues, const base::Place& where, const std::string& key, const std::string& value) {
    issues.push_back(
        base::warning(where, "extras: there is no " + key + " \"" + value + "\"; it is ignored", {}, "gltf-extras"));
}

// Our own node: what it does not say follows from its tissue.
anatomy::Structure from_extras(const ImportedNode& node, const base::Place& where, base::Issues& issues) {
    const NodeExtras& extras = node.extras;
    anatomy::Structure structure;
    structure.id = extras.id;
    if (!base::is_kebab_case(structure.id)) {
        structure.id = base::to_kebab_case(extras.id);
        warn(issues, where, "kebab-case id", extras.id);
    }
    structure.name = extras.name.empty() ? node.name : extras.name;
    structure.latin = extras.latin;
    structure.group = extras.group;
    const auto tissue = anatomy::tissue_named(extras.tissue);
    if (!tissue) warn(issues, where, "tissue", extras.tissue);
    structure.tissue = tissue.value_or(guessed_tissue(node));
    structure.layer = anatomy::default_layer(structure.tissue);
    if (!extras.layer.empty()) {
        const auto layer = anatomy::layer_named(extras.layer);
        if (layer)
            structure.layer = *layer;
        else
            warn(issues, where, "layer", extras.layer);
    }
    if (!extras.side.empty()) {
        const auto side = anatomy::side_named(extras.side);
        if (side)
            structure.side = *side;
        else
            warn(issues, where, "side", extras.side);
    }
    structure.hazard = extras.hazard.value_or(anatomy::is_hazard(structure.tissue));
    structure.uncertain = extras.uncertain.value_or(structure.tissue == Tissue::nerve);
    return structure;
}

anatomy::Structure from_profile(const NodeMeaning& meaning) {
    anatomy::Structure structure;
    structure.id = meaning.id;
    structure.name = meaning.name;
    structure.latin = meaning.latin;
    structure.group = meaning.group;
    structure.tissue = meaning.tissue;
    structure.layer = meaning.layer;
    structure.side = meaning.side;
    structure.hazard = meaning.hazard;
    structure.uncertain = meaning.uncertain;
    return structure;
}

anatomy::Structure guessed(const ImportedNode& node) {
    anatomy::Structure structure;
    structure.id = base::to_kebab_case(node.name);
    structure.name = node.name;
    structure.tissue = guessed_tissue(node);
    structure.layer = anatomy::default_layer(structure.tissue);
    structure.side = guessed_side(structure.id);
    structure.hazard = anatomy::is_hazard(structure.tissue);
    structure.uncertain = structure.tissue == Tissue::nerve;
    structure.recognised = false;
    return structure;
}

}  // namespace

const ModelProfile* profile_for(const ImportedModel& model, const std::vector<ModelProfile>& profiles) {
    const ModelProfile* best = nullptr;
    std::size_t best_known = 0;
    for (const ModelProfile& profile : profiles) {
        std::size_t known = 0;
        std::size_t foreign = 0;
        for (const ImportedNode& node : model.nodes) {
            if (!node.extras.id.empty()) continue;
            ++foreign;
            known += profile.nodes.count(node.name);
        }
        if (known * 2 < foreign || known <= best_known) continue;
        best_known = known;
        best = &profile;
    }
    return best;
}

anatomy::Structure describe(const ImportedNode& node, const ModelProfile* profile, const std::string& path,
                            base::Issues& issues) {
    anatomy::Structure structure;
    if (!node.extras.id.empty()) {
        structure = from_extras(node, base::at_node(path, node.name), issues);
    } else {
        const auto known = profile != nullptr ? profile->nodes.find(node.name) : decltype(profile->nodes.find("")){};
        structure = profile != nullptr && known != profile->nodes.end() ? from_profile(known->second) : guessed(node);
    }
    structure.node = node.name;
    return structure;
}

std::optional<anatomy::Landmark> landmark_of(const ImportedNode& node, const std::string& path, base::Issues& issues) {
    const base::Place where = base::at_node(path, node.name);
    anatomy::Landmark landmark;
    landmark.id = node.extras.id;
    landmark.at_mm = node.origin_mm;
    landmark.on = node.extras.on;
    const std::string& kind = node.extras.kind;
    if (kind == "surface")
        landmark.kind = anatomy::LandmarkKind::surface;
    else if (kind == "centre")
        landmark.kind = anatomy::LandmarkKind::centre;
    else if (kind == "derived")
        landmark.kind = anatomy::LandmarkKind::derived;
    else
        warn(issues, where, "kind of landmark", kind);
    if (base::is_kebab_case(landmark.id)) return landmark;
    issues.push_back(base::error(where, "extras: a landmark needs an id; it is left out", {}, "gltf-extras"));
    return std::nullopt;
}

}  // namespace drypoint::io
