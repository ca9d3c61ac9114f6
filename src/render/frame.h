#pragma once
// What all passes of one picture share. Pure.

#include <glm/mat4x4.hpp>
#include <glm/vec4.hpp>

#include "render/draw_order.h"

namespace drypoint::render {

// At rest: four times as many pixels. Software rasterisers pay for each small triangle, and multisampling costs them
// twice as much as this.
inline constexpr int supersampling_at_rest = 2;

struct Frame {
    int supersampling;     // this many times as many pixels each way as the picture has; all sizes here count them
    glm::ivec2 size_px;    // of the whole picture
    PixelRect covered;     // the only part where passes but the background do work
    PixelRect in_picture;  // the same part in the picture's own pixels
    glm::mat4 view, projection;
    glm::vec2 depth_range_mm;  // nearest and farthest in front of the eye

    // The direction to the eye at a pixel of the canvas is (pixel * xy + zw, 1), not normalised.
    glm::vec4 towards_eye() const;
    // Eye-space z from normalised depth: (y - d w) / (d z - x).
    glm::vec4 lens() const { return {projection[2][2], projection[3][2], projection[2][3], projection[3][3]}; }
};

Frame make_frame(const scene::Scene& scene, glm::ivec2 size_px, int supersampling);

}  // namespace drypoint::render
