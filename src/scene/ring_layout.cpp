#include "scene/ring_layout.h"

#include <algorithm>
#include <cmath>

namespace drypoint::scene {
namespace {

constexpr float ring_gap = 3.0f, ring_step = 4.0f;
constexpr int directions = 24;
constexpr float full_turn = 6.2831853f;

Rect box(glm::vec2 centre, glm::vec2 half) {
    return {centre - half, centre + half};
}

struct Placer {
    const RingField& field;
    std::vector<Rect> taken;

    bool is_free(const Rect& ring, bool moved) const {
        const Rect apart = grown(ring, ring_gap * field.scale);
        const auto touches = [&apart](const Rect& rect) { return overlap(apart, rect); };
        if (std::any_of(taken.begin(), taken.end(), touches)) return false;
        if (std::any_of(field.reserved.begin(), field.reserved.end(), touches)) return false;
        if (std::any_of(field.strokes.begin(), field.strokes.end(),
                        [&ring](const Stroke& stroke) { return meets(stroke, ring); }))
            return false;
        const Rect& a = field.area;
        return !moved || (ring.min.x >= a.min.x && ring.min.y >= a.min.y && ring.max.x <= a.max.x && ring.max.y <= a.max.y);
    }

    RingPlace place(const RingRequest& request) const {
        if (is_free(box(request.place, request.half), false)) return {request.place};
        for (float away = ring_step; away <= farthest_along; away += ring_step) {
            for (int i = 0; i < directions; ++i) {
                const float angle = full_turn * static_cast<float>(i) / directions;
                const glm::vec2 move = glm::vec2(std::cos(angle), std::sin(angle)) * away;
                if (std::abs(move.x) > farthest_sideways) continue;
                const glm::vec2 centre = request.place + move * std::sqrt(field.scale);
                if (is_free(box(centre, request.half), true)) return {centre};
            }
        }
        return {request.place, !taken.empty()};
    }
};

}  // namespace

std::vector<RingPlace> layout_rings(const std::vector<RingRequest>& requests, const RingField& field) {
    Placer placer{field, {}};
    std::vector<RingPlace> places;
    for (const RingRequest& request : requests) {
        places.push_back(placer.place(request));
        if (!places.back().bare) placer.taken.push_back(box(places.back().centre, request.half));
    }
    return places;
}

}  // namespace drypoint::scene
