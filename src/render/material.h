#pragma once
// How each kind of surface answers to light, and what of it the shader gets. Pure.

#include <vector>

#include <glm/vec3.hpp>
#include <glm/vec4.hpp>

#include "scene/scene.h"

namespace drypoint::render {

struct Material {
    float gloss;      // strength of the highlight, 0..1
    float shininess;  // its sharpness: exponent
    float softness;   // light that creeps round into the shade, 0..1
    float rim;        // light caught at grazing angles, 0..1
    float sheen;      // broad silky light, as a share of the finish's
    float edge;       // 0: equally clear all over; 1: clear in the middle, firm at the edge
};

Material material_of(scene::Surface surface);

// sRGB to linear, per component.
glm::vec3 to_linear(const glm::vec3& srgb);

// The uniform `item` of surface.frag: {colour, opacity}, {gloss, shininess, softness, rim}, {edge, emphasis, thickness at
// the edge, sheen}, {tendon's colour, depth of its baked shade}. Colours are linear.
std::vector<glm::vec4> item_uniform(const scene::Item& item, const scene::Finish& finish);

// The uniform `finish` of surface.frag: width of the finest strands, their contrast on this item, sheen of tendon.
glm::vec3 finish_uniform(const scene::Item& item, const scene::Finish& finish);

}  // namespace drypoint::render
