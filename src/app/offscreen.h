#pragma once
// Pictures without a window.

#include <glm/vec2.hpp>

#include "app/gl_context.h"
#include "base/image.h"
#include "render/offscreen_target.h"

namespace drypoint::app {

// An issue, code "size", if OpenGL cannot draw a picture this large.
base::Issues check_size(glm::ivec2 size_px);

// Draws a scene with a renderer whose context is current. The camera is taken as it is.
base::Result<base::Image> draw_picture(render::Renderer& renderer, const scene::Scene& scene, glm::ivec2 size_px,
                                       render::Quality quality = render::Quality::rest);

}  // namespace drypoint::app
