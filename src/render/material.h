#pragma once
// How each kind of surface answers to light, and what of it the shader gets. Pure.

#include <cstdint>

#include <glm/vec2.hpp>
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

// Linear, each part's root in ten bits: fine enough in the dark.
std::uint32_t pack_colour(const glm::vec3& linear);
// 0 to 1, each in eight bits, the first lowest.
std::uint32_t pack_shares(const glm::vec4& shares);

// The uniform `item` of surface.frag: {colour}, {gloss, shininess / 255, softness, rim}, {sheen, depth of the baked
// shade, emphasis}, {accent}.
glm::uvec4 item_uniform(const scene::Item& item, const scene::Scene& scene);

// The uniform `clearness`: the share of light that passes is 2^(x + y k), k from 0 facing the eye to 1 seen edge-on,
// where a layer is as much thicker. Clear in the middle, firm at the edge; the less so, the firmer it is anyway. Of so
// many layers at once.
glm::vec2 clearness_uniform(const scene::Item& item, int layers = 1);

// The uniform `fibres`: {colour of tendon}, {contrast of strands on this item, sheen of tendon, first width drawn /
// 255}.
glm::uvec2 fibres_uniform(const scene::Item& item, const scene::Finish& finish, int first_width);

}  // namespace drypoint::render
