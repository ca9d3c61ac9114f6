#include "app/look.h"

#include <utility>

#include "app/font_files.h"
#include "app/palette_file.h"
#include "io/colours.h"
#include "io/texts.h"

namespace drypoint::app {
namespace {

void append(base::Issues& all, base::Issues more) {
    for (base::Issue& issue : more) all.push_back(std::move(issue));
}

ThemedLook read_themed(const ProgramFiles& files, const std::string& theme, base::Issues& issues) {
    ThemedLook look;
    const std::string file = (files.data() / "themes" / (theme + ".toml")).string();
    auto colours = io::load_colours(file);
    append(issues, colours.issues);
    std::vector<std::string> missing;
    if (colours) look.theme = ui::make_theme(*colours, missing);
    for (const std::string& name : missing) {
        issues.push_back(
            base::error(base::in_file(file), "the colour " + name + " is missing", "add it", "missing-colour"));
    }
    for (std::size_t i = 0; i < look.palettes.size(); ++i) {
        const std::string name(session::name(static_cast<session::Colours>(i)));
        auto palette = read_palette(files, name, theme);
        append(issues, palette.issues);
        if (palette) look.palettes[i] = *palette;
    }
    return look;
}

}  // namespace

base::Result<Look> read_look(const ProgramFiles& files) {
    base::Issues issues;
    Look look;
    look.plate = read_themed(files, "plate", issues);
    look.paper = read_themed(files, "paper", issues);
    auto texts = io::load_texts((files.data() / "text" / "en.toml").string());
    append(issues, texts.issues);
    if (texts) look.texts = ui::Texts(*texts);
    if (base::has_error(issues)) return base::failure<Look>(std::move(issues));
    look.fonts = read_fonts(issues);
    return base::success(std::move(look), std::move(issues));
}

}  // namespace drypoint::app
