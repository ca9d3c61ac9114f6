#include "scene/label_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace drypoint::scene {
namespace {

constexpr float gap = 6.0f, column_distance = 44.0f, row_step = 6.0f, column_step = 12.0f;
constexpr int columns = 18;  // tried per side, from the outer one towards the anchor and past it
// What is worse than standing one pixel higher.
constexpr float wrong_side = 60.0f, crossing_leader = 160.0f, through_plate = 400.0f, over_leader = 300.0f,
                through_reserved = 40.0f, inward = 0.7f;

float cross(glm::vec2 a, glm::vec2 b) {
    return a.x * b.y - a.y * b.x;
}

bool segments_cross(glm::vec2 a, glm::vec2 b, glm::vec2 c, glm::vec2 d) {
    const float c_side = cross(b - a, c - a), d_side = cross(b - a, d - a);
    const float a_side = cross(d - c, a - c), b_side = cross(d - c, b - c);
    return c_side * d_side < 0.0f && a_side * b_side < 0.0f;
}

bool holds(const Rect& rect, glm::vec2 point) {
    return point.x > rect.min.x && point.x < rect.max.x && point.y > rect.min.y && point.y < rect.max.y;
}

bool meets(glm::vec2 a, glm::vec2 b, const Rect& rect) {
    const glm::vec2 top_right(rect.max.x, rect.min.y), bottom_left(rect.min.x, rect.max.y);
    return holds(rect, a) || holds(rect, b) || segments_cross(a, b, rect.min, rect.max) ||
           segments_cross(a, b, top_right, bottom_left);
}

struct Columns {
    float left = 0.0f, right = 0.0f;  // where plates end at the left, and begin at the right
    float middle = 0.0f;
};

Columns columns_of(const std::vector<LabelRequest>& requests, const LabelField& field) {
    float low = std::numeric_limits<float>::max(), high = std::numeric_limits<float>::lowest();
    for (const LabelRequest& request : requests) {
        low = std::min(low, request.anchor.x);
        high = std::max(high, request.anchor.x);
    }
    return {low - column_distance * field.scale, high + column_distance * field.scale, (low + high) * 0.5f};
}

class Layouter {
  public:
    Layouter(const std::vector<LabelRequest>& requests, const LabelField& field)
        : requests_(requests), field_(field), columns_(columns_of(requests, field)) {}

    LabelLayout run() {
        for (std::size_t i = 0; i < requests_.size(); ++i) {
            if (layout_.labels.size() == field_.most || !place(i)) ++layout_.left_over;
        }
        return std::move(layout_);
    }

  private:
    bool place(std::size_t index) {
        best_cost_ = std::numeric_limits<float>::max();
        for (const bool right : {false, true}) {
            for (int column = 0; column < columns; ++column) try_column(index, right, column);
        }
        if (best_cost_ == std::numeric_limits<float>::max()) return false;
        layout_.labels.push_back(best_);
        return true;
    }

    void try_column(std::size_t index, bool right, int column) {
        const LabelRequest& request = requests_[index];
        const float shift = static_cast<float>(column) * column_step * field_.scale;
        const float edge = right ? columns_.right - shift : columns_.left + shift;
        float x = right ? edge : edge - request.size.x;
        x = std::clamp(x, field_.area.min.x, std::max(field_.area.min.x, field_.area.max.x - request.size.x));
        const float wanted = request.anchor.y - request.size.y * 0.5f;
        const int rows = static_cast<int>((field_.area.max.y - field_.area.min.y) / (row_step * field_.scale)) + 1;
        const bool natural = right == (request.anchor.x >= columns_.middle);
        const float cost = (natural ? 0.0f : wrong_side * field_.scale) + inward * shift;
        for (int row = -rows; row <= rows; ++row) {
            const float away = static_cast<float>(row) * row_step * field_.scale;
            if (cost + std::abs(away) >= best_cost_) continue;
            PlacedLabel label;
            label.request = index;
            label.plate = {{x, wanted + away}, glm::vec2(x, wanted + away) + request.size};
            label.leader_to = request.anchor;
            consider(label, cost + std::abs(away));
        }
    }

    void consider(PlacedLabel& label, float cost) {
        const Rect& plate = label.plate;
        const Rect& area = field_.area;
        if (plate.min.y < area.min.y || plate.max.y > area.max.y || plate.max.x > area.max.x) return;
        const Rect with_gap = grown(plate, gap * field_.scale);
        if (holds(with_gap, label.leader_to)) return;
        for (const Rect& reserved : field_.reserved) {
            if (overlap(with_gap, reserved)) return;
        }
        for (const PlacedLabel& other : layout_.labels) {
            if (overlap(with_gap, other.plate)) return;
        }
        const bool to_the_right = label.leader_to.x < (plate.min.x + plate.max.x) * 0.5f;
        label.leader_from = {to_the_right ? plate.min.x : plate.max.x, (plate.min.y + plate.max.y) * 0.5f};
        cost += cost_of_leader(label);
        if (cost >= best_cost_) return;
        best_cost_ = cost;
        best_ = label;
    }

    float cost_of_leader(const PlacedLabel& label) const {
        float cost = 0.0f;
        for (const PlacedLabel& other : layout_.labels) {
            if (segments_cross(label.leader_from, label.leader_to, other.leader_from, other.leader_to))
                cost += crossing_leader;
            if (meets(label.leader_from, label.leader_to, other.plate)) cost += through_plate;
            if (meets(other.leader_from, other.leader_to, label.plate)) cost += over_leader;
        }
        for (const Rect& reserved : field_.reserved) {
            const bool own = holds(reserved, label.leader_to);
            if (!own && meets(label.leader_from, label.leader_to, reserved)) cost += through_reserved;
        }
        // Of what is named later only the anchor is known: leave it free.
        for (const LabelRequest& request : requests_) {
            if (holds(grown(label.plate, gap * field_.scale), request.anchor)) cost += over_leader;
        }
        return cost * field_.scale;
    }

    const std::vector<LabelRequest>& requests_;
    const LabelField& field_;
    Columns columns_;
    LabelLayout layout_;
    PlacedLabel best_;
    float best_cost_ = 0.0f;
};

}  // namespace

bool overlap(const Rect& a, const Rect& b) {
    return a.min.x < b.max.x && b.min.x < a.max.x && a.min.y < b.max.y && b.min.y < a.max.y;
}

Rect grown(const Rect& rect, float by) {
    return {rect.min - glm::vec2(by), rect.max + glm::vec2(by)};
}

LabelLayout layout_labels(const std::vector<LabelRequest>& requests, const LabelField& field) {
    return Layouter(requests, field).run();
}

}  // namespace drypoint::scene
