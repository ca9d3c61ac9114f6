#pragma once
// Rectangles and strokes of a picture, and whether they touch. Pixels, y down.

#include <glm/vec2.hpp>

namespace drypoint::scene {

struct Rect {
    glm::vec2 min{0.0f}, max{0.0f};

    glm::vec2 centre() const { return (min + max) * 0.5f; }
    friend bool operator==(const Rect&, const Rect&) = default;
};

// A line with a width.
struct Stroke {
    glm::vec2 from{0.0f}, to{0.0f};
    float half_width = 0.0f;

    friend bool operator==(const Stroke&, const Stroke&) = default;
};

bool overlap(const Rect& a, const Rect& b);
Rect grown(const Rect& rect, float by);
bool holds(const Rect& rect, glm::vec2 point);
// They cross at a point that is an end of neither.
bool segments_cross(glm::vec2 a, glm::vec2 b, glm::vec2 c, glm::vec2 d);
// Some of the segment lies inside; touching the border is not enough.
bool meets(glm::vec2 a, glm::vec2 b, const Rect& rect);
bool meets(const Stroke& stroke, const Rect& rect);

}  // namespace drypoint::scene
