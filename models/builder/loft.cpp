#include "loft.h"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>

#include "outline.h"

namespace drypoint::builder {
namespace {

constexpr double plane_limit = 24.0;  // distances in a plane are kept this far: outlines shift by up to 20 mm from plane to plane

using Polygons = std::vector<Polygon>;

std::vector<Polygons> polygons_of(const SectionFigure& figure) {
    std::vector<Polygons> result;
    for (const Level& level : figure.levels) {
        Polygons polygons;
        for (const FourierOutline& outline : level.outlines) polygons.push_back(to_polygon(outline));
        result.push_back(std::move(polygons));
    }
    return result;
}

Box box_of(const SectionFigure& figure, const std::vector<Polygons>& levels, double step) {
    glm::dvec2 low(1e9);
    glm::dvec2 high(-1e9);
    for (const Polygons& polygons : levels) {
        for (const Polygon& polygon : polygons) {
            for (const glm::dvec2& point : polygon) {
                low = glm::min(low, point);
                high = glm::max(high, point);
            }
        }
    }
    const double bottom = figure.levels.front().y - figure.spacing;
    const double top = figure.levels.back().y + figure.spacing;
    return box_around({low.x, bottom, low.y}, {high.x, top, high.y}, band + step, step);
}

// Slope of a monotone cubic at a point between two secants (Fritsch and Butland 1984): no overshoot, no kink.
float monotone_slope(float before, float after) {
    return before * after > 0.0f ? 2.0f * before * after / (before + after) : 0.0f;
}

// Cubic through b and c with the neighbours a and d, one spacing apart; t from 0 at b to 1 at c.
float between(float a, float b, float c, float d, float t) {
    const float m0 = monotone_slope(b - a, c - b);
    const float m1 = monotone_slope(c - b, d - c);
    const float t2 = t * t;
    const float t3 = t2 * t;
    return (2.0f * t3 - 3.0f * t2 + 1.0f) * b + (t3 - 2.0f * t2 + t) * m0 + (3.0f * t2 - 2.0f * t3) * c + (t3 - t2) * m1;
}

// A rounded end: how much the outline of the last plane has shrunk `beyond` it. Its height lies between 0.45 and 0.9 spacings:
// the source had nothing left one spacing further on.
struct Cap {
    double inner_radius;
    double height;

    Cap(const Plane& last, double spacing) {
        const float deepest = *std::min_element(last.values.begin(), last.values.end());
        inner_radius = std::max(0.5, -static_cast<double>(deepest));
        height = std::clamp(inner_radius, 0.45 * spacing, 0.9 * spacing);
    }
    float shrunk(double beyond) const {
        if (beyond >= height) return static_cast<float>(inner_radius + beyond - height);
        const double t = beyond / height;
        return static_cast<float>(inner_radius * (1.0 - std::sqrt(1.0 - t * t)));
    }
};

struct Stack {
    std::vector<Plane> planes;
    double first_y;
    double spacing;
    Cap bottom;
    Cap top;
    bool flat_bottom;
    bool flat_top;

    void fill(float* out, double y) const {
        const double last_y = first_y + spacing * static_cast<double>(planes.size() - 1);
        if (y < first_y) return beyond(out, planes.front(), flat_bottom ? 0.0f : bottom.shrunk(first_y - y));
        if (y >= last_y) return beyond(out, planes.back(), flat_top ? 0.0f : top.shrunk(y - last_y));
        const double s = (y - first_y) / spacing;
        const auto n = std::min(static_cast<std::size_t>(s), planes.size() - 2);
        const auto t = static_cast<float>(s - static_cast<double>(n));
        const float* b = planes[n].values.data();
        const float* c = planes[n + 1].values.data();
        const float* a = n > 0 ? planes[n - 1].values.data() : nullptr;
        const float* d = n + 2 < planes.size() ? planes[n + 2].values.data() : nullptr;
        for (std::size_t i = 0; i < planes[n].values.size(); ++i) {
            out[i] = between(a ? a[i] : 2.0f * b[i] - c[i], b[i], c[i], d ? d[i] : 2.0f * c[i] - b[i], t);
        }
    }
    static void beyond(float* out, const Plane& last, float shrunk) {
        for (std::size_t i = 0; i < last.values.size(); ++i) out[i] = last.values[i] + shrunk;
    }
};

Stack stack_of(const SectionFigure& figure, const std::vector<Polygons>& levels, const Field& field,
               const std::optional<Cut>& cut) {
    std::vector<Plane> planes;
    for (const Polygons& polygons : levels) {
        Plane plane{field.step, {field.box.low.x, field.box.low.z}, {field.box.size.x, field.box.size.z}, {}};
        fill_distances(plane, polygons, plane_limit);
        planes.push_back(std::move(plane));
    }
    const Cap bottom(planes.front(), figure.spacing);
    const Cap top(planes.back(), figure.spacing);
    return {std::move(planes), figure.levels.front().y,         figure.spacing,          bottom,
            top,               cut.has_value() && cut->keep_above, cut.has_value() && !cut->keep_above};
}

void apply(const Cut& cut, Field& field) {
    for_each_point(field.box, [&](int i, int j, int k) {
        const double beyond = cut.keep_above ? cut.y - j * field.step : j * field.step - cut.y;
        float& value = field.at(i, j, k);
        value = std::max(value, static_cast<float>(beyond));
    });
}

}  // namespace

Field loft(const SectionFigure& figure, double step, std::optional<Cut> cut, int smoothing) {
    const std::vector<Polygons> levels = polygons_of(figure);
    Field field(step, box_of(figure, levels, step));
    const Stack stack = stack_of(figure, levels, field, cut);
    for (int j = field.box.low.y; j < field.box.high().y; ++j) {
        stack.fill(field.values.data() + field.index(field.box.low.x, j, field.box.low.z), j * step);
    }
    for (int pass = 0; pass < smoothing; ++pass) smooth(field);
    redistance(field);
    if (cut) apply(*cut, field);
    return field;
}

}  // namespace drypoint::builder
