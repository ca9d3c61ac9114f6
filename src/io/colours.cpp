#include "io/colours.h"

#include <utility>

#include "anatomy/tissue.h"

namespace drypoint::io {
namespace {

float channel(const std::string& text, std::size_t at) {
    return static_cast<float>(std::stoi(text.substr(at, 2), nullptr, 16)) / 255.0f;
}

glm::vec3 colour_of(const TomlValue& value) {
    return {channel(value.text, 1), channel(value.text, 3), channel(value.text, 5)};
}

Rule finish_rule() {
    const auto strength = [](const char* doc) { return number_rule(doc).within(0.0, 1.0); };
    return table_rule(
        {required("fibre_width_mm", number_rule("width of the finest strands of a muscle").in("mm").within(0.1, 10.0)),
         required("fibre_contrast", strength("how much lighter and darker than their muscle strands are")),
         required("sheen", strength("broad silky light on tendon and fascia")),
         required("occlusion", strength("how much of the light around is kept from where nothing is open"))},
        "how strongly what the model says of its surfaces is drawn");
}

}  // namespace

const Rule& colours_rule() {
    static const Rule rule = map_of(colour_rule("red, green and blue as #RRGGBB"), "colours by what they are for");
    return rule;
}

base::Result<std::map<std::string, glm::vec3>> load_colours(const std::string& path) {
    using Colours = std::map<std::string, glm::vec3>;
    base::Result<TomlValue> file = read_toml(path);
    if (!file) return base::failure<Colours>(std::move(file.issues));
    base::Issues issues = check(*file, colours_rule(), path);
    if (!issues.empty()) return base::failure<Colours>(std::move(issues));
    Colours colours;
    for (const TomlMember& member : file->members) colours[member.key] = colour_of(member.value);
    return base::success(std::move(colours));
}

const Rule& palette_rule() {
    static const Rule rule = [] {
        std::vector<KeyRule> keys;
        for (const char* mark : {"point", "needle", "target", "risk", "safe"})
            keys.push_back(required(mark, colour_rule("of a mark on the picture")));
        for (int i = 0; i < anatomy::tissue_count; ++i)
            keys.push_back(required(std::string(anatomy::name(static_cast<anatomy::Tissue>(i))), colour_rule("of a tissue")));
        for (const char* end : {"background_top", "background_bottom"})
            keys.push_back(optional(end, colour_rule("of the ground that the palette is made for, if there is one")));
        keys.push_back(required("finish", finish_rule()));
        return table_rule(std::move(keys), "colours by what they are for, and the finish of surfaces");
    }();
    return rule;
}

base::Result<PaletteFile> load_palette(const std::string& path) {
    base::Result<TomlValue> file = read_toml(path);
    if (!file) return base::failure<PaletteFile>(std::move(file.issues));
    base::Issues issues = check(*file, palette_rule(), path);
    if (!issues.empty()) return base::failure<PaletteFile>(std::move(issues));
    PaletteFile palette;
    for (const TomlMember& member : file->members) {
        if (member.value.kind == TomlValue::Kind::text) palette.colours[member.key] = colour_of(member.value);
        for (const TomlMember& strength : member.value.members)
            palette.finish[strength.key] = static_cast<float>(number_of(member.value, strength.key));
    }
    return base::success(std::move(palette));
}

}  // namespace drypoint::io
