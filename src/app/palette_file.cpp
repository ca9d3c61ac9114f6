#include "app/palette_file.h"

#include <map>
#include <utility>

#include "io/colours.h"

namespace drypoint::app {
namespace {

using Colours = std::map<std::string, glm::vec3>;

// Looks colours up by name and notes which are missing.
struct Lookup {
    const Colours& colours;
    std::string file;
    base::Issues& issues;

    glm::vec3 operator()(const std::string& name) const {
        const auto found = colours.find(name);
        if (found != colours.end()) return found->second;
        issues.push_back(
            base::error(base::in_file(file), "the colour " + name + " is missing", "add it", "missing-colour"));
        return {};
    }
};

scene::Finish finish_of(const io::PaletteFile& file) {
    scene::Finish finish;
    finish.tendon = file.colours.at("tendon");
    finish.fibre_width_mm = file.finish.at("fibre_width_mm");
    finish.fibre_contrast = file.finish.at("fibre_contrast");
    finish.sheen = file.finish.at("sheen");
    finish.occlusion = file.finish.at("occlusion");
    return finish;
}

}  // namespace

base::Result<scene::Palette> read_palette(const ProgramFiles& files, const std::string& name,
                                          const std::string& theme) {
    const std::string palette_file = (files.data() / "palettes" / (name + ".toml")).string();
    const std::string theme_file = (files.data() / "themes" / (theme + ".toml")).string();
    base::Result<io::PaletteFile> read = io::load_palette(palette_file);
    if (!read) return base::failure<scene::Palette>(std::move(read.issues));
    base::Result<Colours> tokens = io::load_colours(theme_file);
    if (!tokens) return base::failure<scene::Palette>(std::move(tokens.issues));

    base::Issues issues;
    const Lookup colour{read->colours, palette_file, issues};
    const Lookup token{*tokens, theme_file, issues};
    scene::Palette palette{};
    for (int i = 0; i < anatomy::tissue_count; ++i) {
        palette.tissue[static_cast<std::size_t>(i)] =
            colour(std::string(anatomy::name(static_cast<anatomy::Tissue>(i))));
    }
    palette.point = colour("point");
    palette.needle = colour("needle");
    palette.target = colour("target");
    palette.risk = colour("risk");
    palette.safe = colour("safe");
    const bool own_ground = read->colours.count("background_top") != 0;
    palette.background_top = own_ground ? colour("background_top") : token("viewport_top");
    palette.background_bottom = own_ground ? colour("background_bottom") : token("viewport_bottom");
    palette.accent = token("accent");
    palette.finish = finish_of(*read);
    if (!issues.empty()) return base::failure<scene::Palette>(std::move(issues));
    return base::success(palette);
}

}  // namespace drypoint::app
