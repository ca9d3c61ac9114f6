#include "loft.h"

#include <algorithm>
#include <array>
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

// Where the outlines of a plane lie, if it has one only: several have no common middle that could be followed.
std::optional<glm::dvec2> middle_of(const Polygons& polygons) {
    if (polygons.size() != 1) return std::nullopt;
    glm::dvec2 sum(0.0);
    for (const glm::dvec2& point : polygons.front()) sum += point;
    return sum / static_cast<double>(polygons.front().size());
}

// The plane's values shifted by `way`, for all of its points.
void shifted(const Plane& plane, const glm::dvec2& way, std::vector<float>& out) {
    out.resize(plane.values.size());
    const glm::dvec2 offset = way / plane.step;
    std::size_t n = 0;
    for (int k = 0; k < plane.size.y; ++k) {
        const double z = std::clamp(k - offset.y, 0.0, plane.size.y - 1.001);
        const auto row = static_cast<std::size_t>(z) * static_cast<std::size_t>(plane.size.x);
        const auto tz = static_cast<float>(z - std::floor(z));
        for (int i = 0; i < plane.size.x; ++i) {
            const double x = std::clamp(i - offset.x, 0.0, plane.size.x - 1.001);
            const auto tx = static_cast<float>(x - std::floor(x));
            const float* p = plane.values.data() + row + static_cast<std::size_t>(x);
            const float* q = p + plane.size.x;
            const float low = p[0] + (p[1] - p[0]) * tx;
            const float high = q[0] + (q[1] - q[0]) * tx;
            out[n++] = low + (high - low) * tz;
        }
    }
}

struct Stack {
    std::vector<Plane> planes;
    std::vector<std::optional<glm::dvec2>> middles;
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
        std::array<std::vector<float>, 4> near;
        for (std::size_t m = 0; m < 4; ++m) {
            if (n + m >= 1 && n + m - 1 < planes.size()) brought_to(n + m - 1, n, t, near[m]);
        }
        const auto& [a, b, c, d] = near;
        for (std::size_t i = 0; i < b.size(); ++i) {
            out[i] = between(a.empty() ? 2.0f * b[i] - c[i] : a[i], b[i], c[i], d.empty() ? 2.0f * c[i] - b[i] : d[i], t);
        }
    }
    // The values of a plane brought to where the solid's middle lies at t between the planes n and n + 1. A thin solid that runs
    // obliquely would fall to pieces between its planes otherwise.
    void brought_to(std::size_t plane, std::size_t n, float t, std::vector<float>& out) const {
        if (!middles[n] || !middles[n + 1] || !middles[plane]) {
            out = planes[plane].values;
            return;
        }
        const glm::dvec2 here = *middles[n] * (1.0 - static_cast<double>(t)) + *middles[n + 1] * static_cast<double>(t);
        shifted(planes[plane], here - *middles[plane], out);
    }
    static void beyond(float* out, const Plane& last, float shrunk) {
        for (std::size_t i = 0; i < last.values.size(); ++i) out[i] = last.values[i] + shrunk;
    }
};

Stack stack_of(const SectionFigure& figure, const std::vector<Polygons>& levels, const Field& field,
               const std::optional<Cut>& cut, Way way) {
    std::vector<Plane> planes;
    for (const Polygons& polygons : levels) {
        Plane plane{field.step, {field.box.low.x, field.box.low.z}, {field.box.size.x, field.box.size.z}, {}};
        fill_distances(plane, polygons, plane_limit);
        planes.push_back(std::move(plane));
    }
    std::vector<std::optional<glm::dvec2>> middles(levels.size());
    if (way == Way::leaning) std::transform(levels.begin(), levels.end(), middles.begin(), middle_of);
    const Cap bottom(planes.front(), figure.spacing);
    const Cap top(planes.back(), figure.spacing);
    return {std::move(planes), std::move(middles), figure.levels.front().y,           figure.spacing,
            bottom,            top,                cut.has_value() && cut->keep_above, cut.has_value() && !cut->keep_above};
}

void apply(const Cut& cut, Field& field) {
    for_each_point(field.box, [&](int i, int j, int k) {
        const double beyond = cut.keep_above ? cut.y - j * field.step : j * field.step - cut.y;
        float& value = field.at(i, j, k);
        value = std::max(value, static_cast<float>(beyond));
    });
}

// Moves the surface outwards or inwards, at most 0.4 mm, until the solid has the volume of its figure: smoothing thins thin solids.
// What lies beyond a cut does not count.
void keep_volume(Field& field, double wanted_mm3, const std::optional<Cut>& cut) {
    constexpr double most = 0.4;
    double moved = 0.0;
    for (int round = 0; round < 5; ++round) {
        Field kept = field;
        if (cut) apply(*cut, kept);
        const double missing = wanted_mm3 - volume(kept);
        const double step = field.step;
        std::size_t beside = 0;
        for (const float value : kept.values) beside += std::abs(value) < 0.5 * step ? 1 : 0;
        if (beside == 0 || std::abs(missing) < 0.003 * wanted_mm3) return;
        const double area = static_cast<double>(beside) * step * step;
        const double way = std::clamp(moved + missing / area, -most, most) - moved;
        for (float& value : field.values) value -= static_cast<float>(way);
        moved += way;
    }
}

}  // namespace

double kept_volume(const SectionFigure& figure, const std::optional<Cut>& cut) {
    if (!cut || figure.volume_cm3 <= 0.0) return figure.volume_cm3;
    double sum = 0.0;
    for (const Level& level : figure.levels) {
        const double kept = (cut->keep_above ? level.y - cut->y : cut->y - level.y) / figure.spacing + 0.5;
        for (const FourierOutline& outline : level.outlines) {
            sum += area(to_polygon(outline)) * figure.spacing * std::clamp(kept, 0.0, 1.0);
        }
    }
    return sum / 1000.0;
}

Field loft(const SectionFigure& figure, double step, std::optional<Cut> cut, int smoothing, Way way) {
    const std::vector<Polygons> levels = polygons_of(figure);
    Field field(step, box_of(figure, levels, step));
    const Stack stack = stack_of(figure, levels, field, cut, way);
    for (int j = field.box.low.y; j < field.box.high().y; ++j) {
        stack.fill(field.values.data() + field.index(field.box.low.x, j, field.box.low.z), j * step);
    }
    for (int pass = 0; pass < smoothing; ++pass) smooth(field);
    redistance(field);
    const double wanted_mm3 = kept_volume(figure, cut) * 1000.0;
    if (wanted_mm3 > 0.0) keep_volume(field, wanted_mm3, cut);
    if (cut) apply(*cut, field);
    return field;
}

}  // namespace drypoint::builder
