#include "render/material.h"

#include <cmath>

namespace drypoint::render {
namespace {

// How much thicker a translucent layer is where it is seen edge-on.
constexpr float edge_thickness = 4.0f, xray_thickness = 20.0f;

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

glm::vec3 finish_uniform(const scene::Item& item, const scene::Finish& finish) {
    // Tendon is closer packed than flesh: its strands stand out less.
    const float contrast = item.surface == scene::Surface::muscle ? 1.0f : 0.4f;
    return {finish.fibre_width_mm, finish.fibre_contrast * contrast, finish.sheen};
}

std::vector<glm::vec4> item_uniform(const scene::Item& item, const scene::Finish& finish) {
    Material m = material_of(item.surface);
    if (item.xray) m.edge = 1.0f;
    const float thickness = item.xray ? xray_thickness : edge_thickness;
    return {glm::vec4(to_linear(item.colour), item.opacity), glm::vec4(m.gloss, m.shininess, m.softness, m.rim),
            glm::vec4(m.edge, item.emphasis, thickness, m.sheen * finish.sheen),
            glm::vec4(to_linear(finish.tendon), item.shaded * finish.occlusion)};
}

}  // namespace drypoint::render
