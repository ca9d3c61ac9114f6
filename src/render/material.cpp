#include "render/material.h"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>
#include <glm/exponential.hpp>

namespace drypoint::render {
namespace {

// How much thicker a translucent layer is where it is seen edge-on.
constexpr float edge_thickness = 4.0f, xray_thickness = 20.0f;

constexpr float least_passing = 1e-12f;  // of light through what is solid: its logarithm must be finite

float linear_part(float c) {
    return c <= 0.04045f ? c / 12.92f : std::pow((c + 0.055f) / 1.055f, 2.4f);
}

}  // namespace

Material material_of(scene::Surface surface) {
    using scene::Surface;
    switch (surface) {  // gloss, shininess, softness, rim, sheen, edge
        case Surface::skin:
            return {0.10f, 18.0f, 0.45f, 0.70f, 0.0f, 1.0f};
        case Surface::fascia:
            return {0.14f, 26.0f, 0.40f, 0.30f, 1.0f, 1.0f};
        case Surface::muscle:
            return {0.16f, 22.0f, 0.35f, 0.16f, 0.0f, 0.5f};
        case Surface::tendon:
            return {0.22f, 34.0f, 0.25f, 0.12f, 1.0f, 0.5f};
        case Surface::bone:
            return {0.05f, 10.0f, 0.20f, 0.06f, 0.0f, 0.5f};
        case Surface::cartilage:
            return {0.30f, 48.0f, 0.55f, 0.45f, 0.0f, 0.7f};
        case Surface::vessel:
            return {0.45f, 60.0f, 0.25f, 0.14f, 0.0f, 0.5f};
        case Surface::nerve:
            return {0.06f, 12.0f, 0.25f, 0.08f, 0.0f, 0.5f};
        case Surface::plain:
            break;
    }
    return {0.10f, 20.0f, 0.30f, 0.10f, 0.0f, 0.5f};
}

glm::vec3 to_linear(const glm::vec3& srgb) {
    return {linear_part(srgb.r), linear_part(srgb.g), linear_part(srgb.b)};
}

std::uint32_t pack_colour(const glm::vec3& linear) {
    const glm::uvec3 parts(glm::round(glm::sqrt(glm::clamp(linear, 0.0f, 1.0f)) * 1023.0f));
    return parts.x | parts.y << 10 | parts.z << 20;
}

std::uint32_t pack_shares(const glm::vec4& shares) {
    const glm::uvec4 parts(glm::round(glm::clamp(shares, 0.0f, 1.0f) * 255.0f));
    return parts.x | parts.y << 8 | parts.z << 16 | parts.w << 24;
}

glm::uvec4 item_uniform(const scene::Item& item, const scene::Scene& scene) {
    const Material m = material_of(item.surface);
    const scene::Finish& finish = scene.finish;
    return {pack_colour(to_linear(item.colour)), pack_shares({m.gloss, m.shininess / 255.0f, m.softness, m.rim}),
            pack_shares({m.sheen * finish.sheen, item.shaded * finish.occlusion, item.emphasis, 0.0f}),
            pack_colour(to_linear(scene.accent))};
}

glm::vec2 clearness_uniform(const scene::Item& item, int layers) {
    const float edge = item.xray ? 1.0f : material_of(item.surface).edge;
    const float firm = item.xray ? xray_thickness : edge_thickness;
    const float middle = glm::mix(0.3f, 1.0f, item.opacity);
    const float passing = std::log2(std::max(1.0f - item.opacity, least_passing)) * static_cast<float>(layers);
    return passing * glm::vec2(glm::mix(1.0f, middle, edge), edge * (firm - middle));
}

glm::uvec2 fibres_uniform(const scene::Item& item, const scene::Finish& finish, int first_width) {
    // Tendon is closer packed than flesh: its strands stand out less.
    const float contrast = item.surface == scene::Surface::muscle ? 1.0f : 0.4f;
    const float first = static_cast<float>(first_width) / 255.0f;
    return {pack_colour(to_linear(finish.tendon)),
            pack_shares({finish.fibre_contrast * contrast, finish.sheen, first, 0.0f})};
}

}  // namespace drypoint::render
