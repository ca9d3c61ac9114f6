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
    std::vector<Stroke> strokes;  // the needle: rings keep off it
    float scale = 1.0f;           // of distances
};

struct RingPlace {
    glm::vec2 centre{0.0f};
    bool bare = false;  // no room for the ring near its place: only a dot may stand there

    friend bool operator==(const RingPlace&, const RingPlace&) = default;
};

// How far a ring may move at scale 1: hardly sideways, so that it does not come to stand on the other side of the limb.
// With the scale's square root: rings grow, the limb does not.
inline constexpr float farthest_sideways = 34.0f, farthest_along = 46.0f;

// One place per request. The first has the best, and always its ring: on the needle if there is no other room.
std::vector<RingPlace> layout_rings(const std::vector<RingRequest>& requests, const RingField& field);

}  // namespace drypoint::scene
