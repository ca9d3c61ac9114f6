#include "scene/label_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace drypoint::scene {
namespace {

constexpr float gap = 6.0f, column_distance = 44.0f, row_step = 6.0f, column_step = 12.0f, corner = 8.0f,
                leader_gap = 3.0f;
constexpr int columns = 18;  // tried per side, from the outer one towards the anchor and past it
// What is worse than standing one pixel higher.
constexpr float wrong_side = 60.0f, crossing_leader = 160.0f, through_mark = 120.0f, over_anchor = 300.0f,
                inward = 0.7f;

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

// The middle of the side that faces the anchor; above or below it, straight over it.
glm::vec2 leader_start(const Rect& plate, glm::vec2 anchor, float scale) {
    if (anchor.x <= plate.min.x) return {plate.min.x, plate.centre().y};
    if (anchor.x >= plate.max.x) return {plate.max.x, plate.centre().y};
    const float inset = std::min(corner * scale, (plate.max.x - plate.min.x) * 0.5f);
    return {std::clamp(anchor.x, plate.min.x + inset, plate.max.x - inset),
            anchor.y < plate.min.y ? plate.min.y : plate.max.y};
}

bool leaders_cross(const PlacedLabel& a, const PlacedLabel& b) {
    return segments_cross(a.leader_from, a.leader_to, b.leader_from, b.leader_to);
}

class Layouter {
  public:
    Layouter(const std::vector<LabelRequest>& requests, const LabelField& field)
        : requests_(requests), field_(field), columns_(columns_of(requests, field)) {}

    LabelLayout run() {
        for (std::size_t i = 0; i < requests_.size(); ++i) {
            if (labels_.size() == field_.most || !place(i)) ++left_over_;
        }
        untangle();
        std::sort(labels_.begin(), labels_.end(),
                  [](const PlacedLabel& a, const PlacedLabel& b) { return a.request < b.request; });
        return {std::move(labels_), left_over_};
    }

  private:
    bool place(std::size_t index) {
        for (const Rect& panel : field_.reserved) {
            if (holds(panel, requests_[index].anchor)) return false;
        }
        best_cost_ = std::numeric_limits<float>::max();
        for (const bool right : {false, true}) {
            for (int column = 0; column < columns; ++column) try_column(index, right, column);
        }
        if (best_cost_ == std::numeric_limits<float>::max()) return false;
        labels_.push_back(best_);
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
        for (int step = 0; step <= 2 * rows; ++step) {  // up and down in turn, from the best row outward
            const int row = step % 2 == 0 ? step / 2 : -(step + 1) / 2;
            const float away = static_cast<float>(row) * row_step * field_.scale;
            if (cost + std::abs(away) >= best_cost_) return;
            PlacedLabel label;
            label.request = index;
            label.plate = {{x, wanted + away}, glm::vec2(x, wanted + away) + request.size};
            label.leader_to = request.anchor;
            label.leader_from = leader_start(label.plate, request.anchor, field_.scale);
            consider(label, cost + std::abs(away));
        }
    }

    void consider(const PlacedLabel& label, float cost) {
        if (!plate_is_free(label) || !leader_is_free(label)) return;
        cost += cost_of_leader(label);
        if (cost >= best_cost_) return;
        best_cost_ = cost;
        best_ = label;
    }

    bool plate_is_free(const PlacedLabel& label) const {
        const Rect& plate = label.plate;
        const Rect& area = field_.area;
        if (plate.min.y < area.min.y || plate.max.y > area.max.y || plate.max.x > area.max.x) return false;
        const Rect with_gap = grown(plate, gap * field_.scale);
        const auto meets_plate = [&with_gap](const Rect& rect) { return overlap(with_gap, rect); };
        return !holds(with_gap, label.leader_to) &&
               std::none_of(field_.reserved.begin(), field_.reserved.end(), meets_plate) &&
               std::none_of(field_.marks.begin(), field_.marks.end(), meets_plate) &&
               std::none_of(field_.strokes.begin(), field_.strokes.end(),
                            [&plate](const Stroke& stroke) { return meets(stroke, plate); }) &&
               std::none_of(labels_.begin(), labels_.end(),
                            [&](const PlacedLabel& other) { return meets_plate(other.plate); });
    }

    // Neither it runs under a plate or a panel, nor another one under this plate.
    bool leader_is_free(const PlacedLabel& label) const {
        const float apart = leader_gap * field_.scale;
        for (const PlacedLabel& other : labels_) {
            if (meets(label.leader_from, label.leader_to, grown(other.plate, apart))) return false;
            if (meets(other.leader_from, other.leader_to, grown(label.plate, apart))) return false;
        }
        return std::none_of(field_.reserved.begin(), field_.reserved.end(),
                            [&label](const Rect& panel) { return meets(label.leader_from, label.leader_to, panel); });
    }

    float cost_of_leader(const PlacedLabel& label) const {
        float cost = 0.0f;
        for (const PlacedLabel& other : labels_) {
            if (leaders_cross(label, other)) cost += crossing_leader;
        }
        for (const Rect& mark : field_.marks) {
            const bool own = holds(mark, label.leader_to);
            if (!own && meets(label.leader_from, label.leader_to, mark)) cost += through_mark;
        }
        for (const Stroke& stroke : field_.strokes) {
            if (segments_cross(label.leader_from, label.leader_to, stroke.from, stroke.to)) cost += through_mark;
        }
        // Of what is named later only the anchor is known: leave it free.
        for (const LabelRequest& request : requests_) {
            if (holds(grown(label.plate, gap * field_.scale), request.anchor)) cost += over_anchor;
        }
        return cost * field_.scale;
    }

    int crossings() const {
        int count = 0;
        for (std::size_t i = 0; i < labels_.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) count += leaders_cross(labels_[i], labels_[j]) ? 1 : 0;
        }
        return count;
    }

    // Two labels whose leaders cross are placed again, the later one first, if that leaves fewer crossings.
    void untangle() {
        for (std::size_t i = 0; i < labels_.size(); ++i) {
            for (std::size_t j = i + 1; j < labels_.size(); ++j) {
                if (!leaders_cross(labels_[i], labels_[j])) continue;
                const std::vector<PlacedLabel> before = labels_;
                const int crossed = crossings();
                labels_.erase(labels_.begin() + static_cast<std::ptrdiff_t>(j));
                labels_.erase(labels_.begin() + static_cast<std::ptrdiff_t>(i));
                const bool placed = place(before[j].request) && place(before[i].request);
                if (!placed || crossings() >= crossed) labels_ = before;
            }
        }
    }

    const std::vector<LabelRequest>& requests_;
    const LabelField& field_;
    Columns columns_;
    std::vector<PlacedLabel> labels_;
    std::size_t left_over_ = 0;
    PlacedLabel best_;
    float best_cost_ = 0.0f;
};

}  // namespace

LabelLayout layout_labels(const std::vector<LabelRequest>& requests, const LabelField& field) {
    return Layouter(requests, field).run();
}

}  // namespace drypoint::scene
