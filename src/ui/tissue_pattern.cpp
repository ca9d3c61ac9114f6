#include "ui/tissue_pattern.h"

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>

namespace drypoint::ui {
namespace {

constexpr double root_half = 0.70710678118654752;

ImVec2 on_screen(const SlicePlace& place, double u, double v) {
    return {place.box.Min.x + static_cast<float>(u - place.low.x) * place.px_per_mm,
            place.box.Min.y + static_cast<float>(place.high.y - v) * place.px_per_mm};
}

// Rows of marks, each second one moved aside. `mark` is drawn at every place inside.
template <typename Mark>
void each_mark_in_rows(const std::vector<geometry::CutLoop>& loops, const SlicePlace& place, float row_px, float step_px,
          Mark mark) {
    const double row = static_cast<double>(row_px / place.px_per_mm);
    const double step = static_cast<double>(step_px / place.px_per_mm);
    int odd = 0;
    for (double v = place.high.y - row / 2.0; v > place.low.y; v -= row, ++odd) {
        for (const geometry::LevelSpan& span : geometry::level_spans(loops, v)) {
            const double from = std::max(span.from, place.low.x), to = std::min(span.to, place.high.x);
            const double first = odd % 2 == 0 ? 0.0 : step / 2.0;
            const double start = place.low.x + first + std::ceil((from - place.low.x - first) / step) * step;
            for (double u = start; u < to; u += step) mark(u, v, to);
        }
    }
}

}  // namespace

void draw_hatch(ImDrawList& draw, const std::vector<geometry::CutLoop>& loops, const SlicePlace& place, float step,
                float width, ImU32 ink, bool falling) {
    // Turned by 45 degrees the strokes are level lines.
    const double turn = falling ? -1.0 : 1.0;
    std::vector<geometry::CutLoop> turned = loops;
    for (geometry::CutLoop& loop : turned) {
        for (glm::dvec2& at : loop.points) at = {(at.x + turn * at.y) * root_half, (at.y - turn * at.x) * root_half};
    }
    const glm::dvec2 middle = (place.low + place.high) / 2.0;
    const double centre = (middle.y - turn * middle.x) * root_half;
    const double reach = glm::length(place.high - place.low) / 2.0;
    const double apart = static_cast<double>(step / place.px_per_mm);
    for (double level = std::ceil((centre - reach) / apart) * apart; level < centre + reach; level += apart) {
        for (const geometry::LevelSpan& span : geometry::level_spans(turned, level)) {
            const auto back = [&](double along) {
                return on_screen(place, (along - turn * level) * root_half, (level + turn * along) * root_half);
            };
            draw.AddLine(back(span.from), back(span.to), ink, width);
        }
    }
}

void draw_tissue_pattern(const Context& c, ImDrawList& draw, anatomy::Tissue tissue,
                         const std::vector<geometry::CutLoop>& loops, const SlicePlace& place) {
    using anatomy::Tissue;
    const ImU32 ink = faded(c.theme.outline, 0.40f);
    const float scale = c.layout.scale;
    if (tissue == Tissue::fat) {
        const float half = std::max(0.9f * scale, 0.75f);
        each_mark_in_rows(loops, place, c.px(6), c.px(8), [&](double u, double v, double) {
            const ImVec2 at = on_screen(place, u, v);
            draw.AddRectFilled(at - ImVec2(half, half), at + ImVec2(half, half), ink);
        });
    } else if (tissue == Tissue::muscle) {
        const double dash = static_cast<double>(c.px(5) / place.px_per_mm);
        each_mark_in_rows(loops, place, c.px(7), c.px(13), [&](double u, double v, double to) {
            const ImVec2 from = on_screen(place, u, v), end = on_screen(place, std::min(u + dash, to), v);
            draw.AddRectFilled({from.x, std::round(from.y)}, {end.x, std::round(end.y) + std::max(1.0f, scale)}, ink);
        });
    } else if (tissue == Tissue::bone || tissue == Tissue::joint) {
        draw_hatch(draw, loops, place, c.px(6), scale, ink);
        if (tissue == Tissue::joint) draw_hatch(draw, loops, place, c.px(6), scale, ink, true);
    }
}

}  // namespace drypoint::ui
