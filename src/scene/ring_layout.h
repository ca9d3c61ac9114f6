#pragma once
// Where the rings of trigger points are drawn: at their places, moved aside where they would cover one another or a
// panel would cover them. Pure arithmetic.

#include <vector>

#include "scene/plane.h"

namespace drypoint::scene {

struct RingRequest {
    glm::vec2 place{0.0f};
    glm::vec2 half{0.0f};  // of its width and height
};

struct RingField {
    Rect area;                    // rings stay inside where they can
    std::vector<Rect> reserved;   // panels
    std::vector<Stroke> strokes;  // the needle: rings that have to move keep off it
    float scale = 1.0f;           // of distances
};

// The centres, one per request. The first has the best place; one that finds no free place near its own stays there.
std::vector<glm::vec2> layout_rings(const std::vector<RingRequest>& requests, const RingField& field);

}  // namespace drypoint::scene
