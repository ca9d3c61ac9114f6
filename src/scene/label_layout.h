#pragma once
// Where labels stand beside a picture: left and right of what they name, never over one another. Pure arithmetic.

#include <cstddef>
#include <vector>

#include <glm/vec2.hpp>

#include "scene/plane.h"

namespace drypoint::scene {

struct LabelRequest {
    glm::vec2 anchor{0.0f};  // what it names
    glm::vec2 size{0.0f};    // of its plate
};

struct LabelField {
    Rect area;                    // plates stay inside
    std::vector<Rect> reserved;   // panels: plates and leaders keep off
    std::vector<Rect> marks;      // rings, dots: plates keep off; leaders go round them where they can
    std::vector<Stroke> strokes;  // needle, paths: likewise
    float scale = 1.0f;           // of distances
    std::size_t most = 7;
};

struct PlacedLabel {
    std::size_t request = 0;
    Rect plate;
    glm::vec2 leader_from{0.0f}, leader_to{0.0f};  // from the plate's border to the anchor, outside of every plate

    friend bool operator==(const PlacedLabel&, const PlacedLabel&) = default;
};

struct LabelLayout {
    std::vector<PlacedLabel> labels;  // in the order of the requests
    std::size_t left_over = 0;        // beyond the most, without room, or naming what a panel covers

    friend bool operator==(const LabelLayout&, const LabelLayout&) = default;
};

// Greedy: the first request has the best place. Then leaders that cross change places where that frees them. The same
// input gives the same layout.
LabelLayout layout_labels(const std::vector<LabelRequest>& requests, const LabelField& field);

}  // namespace drypoint::scene
