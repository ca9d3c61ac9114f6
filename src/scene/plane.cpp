#include "scene/plane.h"

namespace drypoint::scene {
namespace {

float cross(glm::vec2 a, glm::vec2 b) {
    return a.x * b.y - a.y * b.x;
}

}  // namespace

bool overlap(const Rect& a, const Rect& b) {
    return a.min.x < b.max.x && b.min.x < a.max.x && a.min.y < b.max.y && b.min.y < a.max.y;
}

Rect grown(const Rect& rect, float by) {
    return {rect.min - glm::vec2(by), rect.max + glm::vec2(by)};
}

bool holds(const Rect& rect, glm::vec2 point) {
    return point.x > rect.min.x && point.x < rect.max.x && point.y > rect.min.y && point.y < rect.max.y;
}

bool segments_cross(glm::vec2 a, glm::vec2 b, glm::vec2 c, glm::vec2 d) {
    const float c_side = cross(b - a, c - a), d_side = cross(b - a, d - a);
    const float a_side = cross(d - c, a - c), b_side = cross(d - c, b - c);
    return c_side * d_side < 0.0f && a_side * b_side < 0.0f;
}

bool meets(glm::vec2 a, glm::vec2 b, const Rect& rect) {
    const glm::vec2 top_right(rect.max.x, rect.min.y), bottom_left(rect.min.x, rect.max.y);
    return holds(rect, a) || holds(rect, b) || segments_cross(a, b, rect.min, rect.max) ||
           segments_cross(a, b, top_right, bottom_left);
}

bool meets(const Stroke& stroke, const Rect& rect) {
    return meets(stroke.from, stroke.to, grown(rect, stroke.half_width));
}

}  // namespace drypoint::scene
