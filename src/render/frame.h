#pragma once
// What all passes of one picture share. Pure.

#include <glm/mat4x4.hpp>
#include <glm/vec4.hpp>

#include "render/draw_order.h"
#include "render/quality.h"

namespace drypoint::render {

// How many texels the canvas has for each pixel of the picture, each way. At rest four for one: software rasterisers pay
// for each small triangle, and multisampling costs them twice as much as this.
float texels_per_px(Quality quality);
inline constexpr int most_texels_per_px = 2;

struct Frame {
    Quality quality;
    float texels;          // for each pixel of the picture, each way; sizes here count texels
    glm::ivec2 size_px;    // of the whole picture
    PixelRect covered;     // the only part where passes but the background do work
    PixelRect in_picture;  // the same part in the picture's own pixels
    PixelRect solid;       // of the canvas: where solid items lie
    glm::mat4 view, projection;
    glm::vec2 depth_range_mm;  // nearest and farthest in front of the eye

    // The direction to the eye at a pixel of the canvas is (pixel * xy + zw, 1), not normalised.
    glm::vec4 towards_eye() const;
    // False: nothing in the box is in the picture.
    bool sees(const geometry::Bounds& box) const;
    // How wide a texel is where a box comes nearest to the eye, mm.
    float texel_mm(const geometry::Bounds& box) const;
    // Eye-space z from normalised depth: (y - d w) / (d z - x).
    glm::vec4 lens() const { return {projection[2][2], projection[3][2], projection[2][3], projection[3][3]}; }
};

// Whether the canvas begins as the background, so that it is the picture once it is drawn: where a texel is a pixel,
// and not for a transparent picture.
bool holds_background(const Frame& frame, const scene::Scene& scene);

Frame make_frame(const scene::Scene& scene, glm::ivec2 size_px, Quality quality);

// Whether an item's lighter triangles are drawn: while it moves, unless something lies on its surface, which the fewer ones
// would cut through: paint, or the faces of a cut.
bool is_drawn_light(const scene::Item& item, const scene::Scene& scene, Quality quality);

}  // namespace drypoint::render
