#pragma once
// From data/palettes and data/themes to the scene's palette.

#include <string>

#include "app/program_files.h"
#include "base/result.h"
#include "scene/palette.h"

namespace drypoint::app {

// `name`: a file of data/palettes without its ending. The accent comes from `theme`, a file of data/themes, and so does the
// background, unless the palette is made for one of its own. A colour that the files lack is an error that names it.
base::Result<scene::Palette> read_palette(const ProgramFiles& files, const std::string& name,
                                          const std::string& theme = "plate");

}  // namespace drypoint::app
