#pragma once
// Everything a picture without a window needs: context, renderer, palette.

#include <memory>
#include <string>

#include "app/gl_context.h"
#include "app/program_files.h"
#include "base/image.h"
#include "render/renderer.h"
#include "scene/palette.h"
#include "session/model.h"

namespace drypoint::app {

struct PictureOptions {
    render::Quality quality = render::Quality::rest;
    bool clear_background = false;
};

class Studio {
  public:
    // Fails with one issue: no OpenGL 3.3, a shader or a palette that cannot be read.
    static base::Result<Studio> open(const ProgramFiles& files, const std::string& palette = "standard");

    // The picture of a state, as large as its viewport.
    base::Result<base::Image> picture(const session::Snapshot& snapshot, const PictureOptions& options = {});

    render::Renderer& renderer() { return *renderer_; }
    const scene::Palette& palette() const { return palette_; }

  private:
    Studio(OffscreenContext context, const scene::Palette& palette) : context_(std::move(context)), palette_(palette) {}

    OffscreenContext context_;  // first, so that the renderer dies before it
    scene::Palette palette_;
    std::unique_ptr<render::Renderer> renderer_;
};

}  // namespace drypoint::app
