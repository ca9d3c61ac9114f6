#pragma once
// How the program looks and speaks: themes, palettes, texts and fonts, read once.

#include <array>

#include "app/program_files.h"
#include "base/result.h"
#include "scene/palette.h"
#include "session/model.h"
#include "ui/fonts.h"
#include "ui/texts.h"
#include "ui/theme.h"

namespace drypoint::app {

struct ThemedLook {
    ui::Theme theme;
    std::array<scene::Palette, session::colours_count> palettes;
};

struct Look {
    ThemedLook plate, paper;
    ui::Texts texts;
    ui::FontData fonts;
};

// An error if a theme, a palette or the texts cannot be read; a warning if fonts are missing.
base::Result<Look> read_look(const ProgramFiles& files);

}  // namespace drypoint::app
