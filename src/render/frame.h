#pragma once
// What all passes of one picture share. Pure.

#include <glm/mat4x4.hpp>
#include <glm/vec4.hpp>

#include "render/draw_order.h"

namespace drypoint::render {

struct Frame {
    glm::ivec2 size_px;
    PixelRect covered;  // the only part where passes but the background do work
    glm::mat4 view, projection;
    glm::vec2 depth_range_mm;  // nearest and farthest in front of the eye

    // Eye-space z from normalised depth: (y - d w) / (d z - x).
    glm::vec4 lens() const { return {projection[2][2], projection[3][2], projection[2][3], projection[3][3]}; }
};

Frame make_frame(const scene::Scene& scene, glm::ivec2 size_px);

}  // namespace drypoint::render
