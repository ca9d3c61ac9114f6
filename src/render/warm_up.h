#pragma once

#include "render/renderer.h"

namespace drypoint::render {

// Draws a few triangles in every way that a picture of this quality needs, so that drivers which compile shaders at
// their first use do it now: for the time in which a model is being read elsewhere. Changes no later picture.
void warm_up(Renderer& renderer, Quality quality);

}  // namespace drypoint::render
