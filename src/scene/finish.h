#pragma once
// How strongly what a model says of its vertices is drawn: fibres, tendon, occlusion. From data/palettes/*.toml.

#include <glm/vec3.hpp>

namespace drypoint::scene {

// The strengths' 0 draws nothing of it, so that a surface looks as if the model said nothing.
struct Finish {
    glm::vec3 tendon{0.5f};       // sRGB, the pale ends of muscles
    float fibre_width_mm = 1.0f;  // of the finest strands, more than 0
    float fibre_contrast = 0.0f;  // how much lighter and darker than their muscle strands are, 0..1
    float sheen = 0.0f;           // broad silky light on tendon and fascia, 0..1
    float occlusion = 0.0f;       // how much of the light around is kept from where nothing is open, 0..1

    friend bool operator==(const Finish&, const Finish&) = default;
};

}  // namespace drypoint::scene
