#include "scene/slice_labels.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include <glm/common.hpp>

namespace drypoint::scene {
namespace {

constexpr float edge = 4.0f, beside_gap = 5.0f, inner = 4.0f;
constexpr double least_area_mm2 = 3.0;

struct Wanted {
    const SlicePart* part;
    bool guarded;
    double area;  // within the window
    Rect box;     // of what is seen, pixels
};

bool is_clear(const Rect& box, const SlicePicture& picture, const std::vector<Rect>& taken) {
    const glm::vec2 low(edge * picture.scale), high = picture.size_px - low;
    const bool inside = box.min.x >= low.x && box.min.y >= low.y && box.max.x <= high.x && box.max.y <= high.y;
    return inside && std::none_of(taken.begin(), taken.end(), [&box](const Rect& other) { return overlap(other, box); });
}

bool line_is_clear(const Rect& box, const glm::vec2& to, const std::vector<Rect>& reserved) {
    const glm::vec2 from = glm::clamp(to, box.min, box.max);
    return std::none_of(reserved.begin(), reserved.end(), [&](const Rect& other) { return meets(from, to, other); });
}

std::vector<Rect> places_round(const Rect& mark, glm::vec2 size, const SlicePicture& picture) {
    const float away = beside_gap * picture.scale, margin = edge * picture.scale;
    const glm::vec2 centre = mark.centre();
    const float y = centre.y - size.y * 0.5f;
    const float x = std::clamp(centre.x - size.x * 0.5f, margin, std::max(margin, picture.size_px.x - margin - size.x));
    const float right = mark.max.x + away, left = mark.min.x - away - size.x;
    std::vector<Rect> places;
    for (const glm::vec2& corner : {glm::vec2(right, y), {left, y}, {x, mark.min.y - away - size.y}, {x, mark.max.y + away},
                                    {right, y - size.y}, {right, y + size.y}, {left, y - size.y}, {left, y + size.y}})
        places.push_back({corner, corner + size});
    return places;
}


class Layout {
  public:
    Layout(const Slice& slice, const anatomy::Atlas& atlas, const SlicePicture& picture)
        : slice_(slice), atlas_(atlas), picture_(picture), taken_(picture.reserved) {}

    std::vector<SliceLabel> run() {
        std::vector<Wanted> wanted;
        for (const SlicePart& part : slice_.parts) {
            if (anatomy::is_cover(part.tissue)) continue;
            const Wanted one = measured(part);
            if (one.area >= least_area_mm2 || (one.guarded && one.area > 0.0)) wanted.push_back(one);
        }
        std::stable_sort(wanted.begin(), wanted.end(), [](const Wanted& a, const Wanted& b) {
            return a.guarded != b.guarded ? a.guarded : a.area > b.area;
        });
        for (const Wanted& one : wanted) {
            if (labels_.size() < most_slice_labels) place(one);
        }
        return std::move(labels_);
    }

  private:
    glm::vec2 px(double u, double v) const {
        return {static_cast<float>(u - slice_.low.x) * picture_.px_per_mm,
                static_cast<float>(slice_.high.y - v) * picture_.px_per_mm};
    }

    Wanted measured(const SlicePart& part) const {
        Wanted one{&part, anatomy::is_hazard(part.tissue), 0.0, {glm::vec2(1e9f), glm::vec2(-1e9f)}};
        for (const geometry::Trapezoid& t : part.fill) {
            const double left = std::max((t.left0 + t.left1) / 2.0, slice_.low.x);
            const double right = std::min((t.right0 + t.right1) / 2.0, slice_.high.x);
            if (right <= left) continue;
            one.area += (right - left) * (t.v1 - t.v0);
            one.box.min = glm::min(one.box.min, px(left, t.v1));
            one.box.max = glm::max(one.box.max, px(right, t.v0));
        }
        return one;
    }

    bool is_free(const Rect& box) const { return is_clear(box, picture_, taken_); }

    void place(const Wanted& one) {
        const anatomy::Structure& structure = atlas_.structures[one.part->structure];
        SliceLabel label{one.part->structure, picture_.name_of(structure.id, structure.name), {}, {}};
        const glm::vec2 size = picture_.text_size(label.text, TextStyle::line);
        std::optional<Rect> box = within(*one.part, one.box, size);
        if (!box) {
            const auto led = beside(*one.part, one.box, size);
            if (!led) return;
            std::tie(box, label.leads_to) = *led;
        }
        label.box = *box;
        taken_.push_back(grown(*box, 2.0f * picture_.scale));
        labels_.push_back(std::move(label));
    }

    // The widest place where the whole label lies on what it names.
    std::optional<Rect> within(const SlicePart& part, const Rect& seen, glm::vec2 size) const {
        const float pad = inner * picture_.scale, width = size.x + 2.0f * pad;
        if (seen.max.x - seen.min.x < width || seen.max.y - seen.min.y < size.y) return std::nullopt;
        std::optional<Rect> best;
        float room = width;
        const float step = std::max(size.y * 0.75f, 4.0f);
        for (float top = seen.min.y + 1.0f; top + size.y < seen.max.y; top += step) {
            for (const auto& [left, right] : clear_spans(part, top, top + size.y)) {
                if (right - left <= room) continue;
                for (const float share : {0.5f, 0.15f, 0.85f}) {
                    const float x = left + pad + (right - left - width) * share;
                    const Rect box{{x, top}, {x + size.x, top + size.y}};
                    if (!is_free(box)) continue;
                    best = box;
                    room = right - left;
                    break;
                }
            }
        }
        return best;
    }

    // Where the part is whole between two heights of the picture.
    std::vector<std::pair<float, float>> clear_spans(const SlicePart& part, float top, float bottom) const {
        std::vector<std::pair<float, float>> spans = spans_at(part, (top + bottom) * 0.5f);
        for (const float y : {top, bottom}) {
            std::vector<std::pair<float, float>> both;
            for (const auto& a : spans) {
                for (const auto& b : spans_at(part, y)) {
                    const float left = std::max(a.first, b.first), right = std::min(a.second, b.second);
                    if (right > left) both.emplace_back(left, right);
                }
            }
            spans = std::move(both);
        }
        return spans;
    }

    std::vector<std::pair<float, float>> spans_at(const SlicePart& part, float y) const {
        std::vector<std::pair<float, float>> spans;
        const double v = slice_.high.y - static_cast<double>(y / picture_.px_per_mm);
        for (const geometry::LevelSpan& span : geometry::level_spans(part.loops, v)) {
            const float left = std::max(px(span.from, v).x, 0.0f);
            const float right = std::min(px(span.to, v).x, picture_.size_px.x);
            if (right > left) spans.emplace_back(left, right);
        }
        return spans;
    }

    // A place for the name, and where its line ends; rather so that the line crosses nothing.
    std::optional<std::pair<Rect, glm::vec2>> beside(const SlicePart& part, const Rect& seen, glm::vec2 size) const {
        std::optional<std::pair<Rect, glm::vec2>> crossing;
        for (const glm::vec2& to : places_on(part, seen)) {
            for (const Rect& box : places_round(seen, size, picture_)) {
                if (!is_free(box)) continue;
                if (line_is_clear(box, to, picture_.reserved)) return std::pair(box, to);
                if (!crossing) crossing = std::pair(box, to);
            }
        }
        return crossing;
    }

    // In the part's widest stretch at half its height, or elsewhere on it; never where something else is drawn.
    std::vector<glm::vec2> places_on(const SlicePart& part, const Rect& seen) const {
        std::vector<glm::vec2> places;
        const float top = std::max(seen.min.y, 0.0f), bottom = std::min(seen.max.y, picture_.size_px.y);
        for (const float along : {0.5f, 0.15f, 0.85f}) {
            for (const float down : {0.5f, 0.25f, 0.75f, 0.1f, 0.9f}) {
                const auto place = on_widest(part, top + (bottom - top) * down, along);
                if (!place) continue;
                const auto covers = [&place](const Rect& other) { return holds(other, *place); };
                if (std::none_of(picture_.reserved.begin(), picture_.reserved.end(), covers)) places.push_back(*place);
            }
        }
        return places;
    }

    // So far along the widest stretch of the part at this height.
    std::optional<glm::vec2> on_widest(const SlicePart& part, float y, float along) const {
        std::optional<glm::vec2> place;
        float widest = 0.0f;
        for (const auto& [left, right] : spans_at(part, y)) {
            if (right - left <= widest) continue;
            widest = right - left;
            place = glm::vec2(left + widest * along, y);
        }
        return place;
    }

    const Slice& slice_;
    const anatomy::Atlas& atlas_;
    const SlicePicture& picture_;
    std::vector<Rect> taken_;
    std::vector<SliceLabel> labels_;
};

}  // namespace

std::optional<Rect> place_beside(const Rect& mark, glm::vec2 size_px, const SlicePicture& picture) {
    for (const Rect& box : places_round(mark, size_px, picture)) {
        if (is_clear(box, picture, picture.reserved)) return box;
    }
    return std::nullopt;
}

std::vector<SliceLabel> slice_labels(const Slice& slice, const anatomy::Atlas& atlas, const SlicePicture& picture) {
    return Layout(slice, atlas, picture).run();
}

}  // namespace drypoint::scene
