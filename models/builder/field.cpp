#include "field.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

namespace drypoint::builder {
namespace {

constexpr float unknown = 1e6f;

// Distance at a lattice point beside the zero level: value over slope, or unknown where no neighbour has the other sign.
float first_distance(const Field& field, int i, int j, int k) {
    const float value = field.at(i, j, k);
    const bool inside = value < 0.0f;
    bool beside = false;
    double slope2 = 0.0;
    for (int axis = 0; axis < 3; ++axis) {
        glm::ivec3 before(i, j, k);
        glm::ivec3 after(i, j, k);
        before[axis] = std::max(before[axis] - 1, field.box.low[axis]);
        after[axis] = std::min(after[axis] + 1, field.box.high()[axis] - 1);
        const float low = field.at(before.x, before.y, before.z);
        const float high = field.at(after.x, after.y, after.z);
        beside = beside || (low < 0.0f) != inside || (high < 0.0f) != inside;
        // The steepest of the three differences, so that a ridge between two levels does not look flat.
        const double span = std::max(1, after[axis] - before[axis]);
        const double central = (high - low) / span;
        double steepest = std::abs(central);
        if ((low < 0.0f) != inside) steepest = std::max(steepest, std::abs(static_cast<double>(value - low)));
        if ((high < 0.0f) != inside) steepest = std::max(steepest, std::abs(static_cast<double>(high - value)));
        slope2 += steepest * steepest;
    }
    if (!beside) return unknown;
    const double slope = std::max(std::sqrt(slope2) / field.step, 0.2);
    return static_cast<float>(std::min(std::abs(value) / slope, field.step));
}

// Solves the upwind equation |grad u| = 1 from the smallest neighbour along each axis.
float upwind(float a, float b, float c, float step) {
    if (a > b) std::swap(a, b);
    if (b > c) std::swap(b, c);
    if (a > b) std::swap(a, b);
    float u = a + step;
    if (u <= b) return u;
    const float difference = a - b;
    u = 0.5f * (a + b + std::sqrt(std::max(0.0f, 2.0f * step * step - difference * difference)));
    if (u <= c) return u;
    const float sum = a + b + c;
    const float squares = a * a + b * b + c * c;
    return (sum + std::sqrt(std::max(0.0f, sum * sum - 3.0f * (squares - step * step)))) / 3.0f;
}

struct Sweeper {
    std::vector<float>& u;
    const std::vector<char>& fixed;
    glm::ivec3 size;
    float step;
    float limit;

    // One pass in the direction given by the signs.
    void sweep(bool up_x, bool up_y, bool up_z) const {
        const std::ptrdiff_t row = size.x;
        const std::ptrdiff_t plane = row * size.z;
        for (int jj = 0; jj < size.y; ++jj) {
            const int j = up_y ? jj : size.y - 1 - jj;
            for (int kk = 0; kk < size.z; ++kk) {
                const int k = up_z ? kk : size.z - 1 - kk;
                const std::ptrdiff_t start = j * plane + k * row;
                for (int ii = 0; ii < size.x; ++ii) {
                    const int i = up_x ? ii : size.x - 1 - ii;
                    update(start + i, {i, j, k}, row, plane);
                }
            }
        }
    }

    void update(std::ptrdiff_t n, const glm::ivec3& at, std::ptrdiff_t row, std::ptrdiff_t plane) const {
        if (fixed[static_cast<std::size_t>(n)]) return;
        const float* p = u.data() + n;
        const float x = std::min(at.x > 0 ? p[-1] : unknown, at.x + 1 < size.x ? p[1] : unknown);
        const float y = std::min(at.y > 0 ? p[-plane] : unknown, at.y + 1 < size.y ? p[plane] : unknown);
        const float z = std::min(at.z > 0 ? p[-row] : unknown, at.z + 1 < size.z ? p[row] : unknown);
        if (std::min({x, y, z}) >= limit) return;
        const float value = upwind(x, y, z, step);
        if (value < u[static_cast<std::size_t>(n)]) u[static_cast<std::size_t>(n)] = value;
    }
};

void smooth_line(float* first, std::ptrdiff_t stride, int count, std::vector<float>& line) {
    for (int n = 0; n < count; ++n) line[static_cast<std::size_t>(n)] = first[n * stride];
    for (int n = 0; n < count; ++n) {
        const float before = line[static_cast<std::size_t>(std::max(n - 1, 0))];
        const float after = line[static_cast<std::size_t>(std::min(n + 1, count - 1))];
        first[n * stride] = 0.25f * before + 0.5f * line[static_cast<std::size_t>(n)] + 0.25f * after;
    }
}

}  // namespace

Box intersect(const Box& a, const Box& b) {
    const glm::ivec3 low = glm::max(a.low, b.low);
    return {low, glm::min(a.high(), b.high()) - low};
}

Box box_around(const glm::dvec3& low, const glm::dvec3& high, double margin, double step) {
    const glm::ivec3 first = glm::ivec3(glm::floor((low - margin) / step));
    const glm::ivec3 last = glm::ivec3(glm::ceil((high + margin) / step));
    return {first, last - first + 1};
}

Field::Field(double step_mm, const Box& block, float value) : step(step_mm), box(block) {
    const auto count = static_cast<std::size_t>(box.size.x) * static_cast<std::size_t>(box.size.y) *
                       static_cast<std::size_t>(box.size.z);
    values.assign(count, value);
}

double sample(const Field& field, const glm::dvec3& point) {
    const glm::dvec3 low = glm::dvec3(field.box.low);
    const glm::dvec3 last = glm::dvec3(field.box.high() - 1);
    const glm::dvec3 wanted = point / field.step;
    const glm::dvec3 at = glm::clamp(wanted, low, last);
    const double away = wanted == at ? 0.0 : glm::length(wanted - at) * field.step;
    const glm::ivec3 cell = glm::min(glm::ivec3(glm::floor(at)), field.box.high() - 2);
    const glm::dvec3 t = at - glm::dvec3(cell);
    const float* p = field.values.data() + field.index(cell.x, cell.y, cell.z);
    const std::ptrdiff_t row = field.box.size.x;
    const std::ptrdiff_t plane = row * field.box.size.z;
    const auto along_x = [&](std::ptrdiff_t n) { return p[n] + (p[n + 1] - p[n]) * t.x; };
    const double low_plane = along_x(0) + (along_x(row) - along_x(0)) * t.z;
    const double high_plane = along_x(plane) + (along_x(plane + row) - along_x(plane)) * t.z;
    return low_plane + (high_plane - low_plane) * t.y + away;
}

glm::dvec3 gradient(const Field& field, const glm::dvec3& point) {
    const double h = 0.5 * field.step;
    glm::dvec3 result(0.0);
    for (int axis = 0; axis < 3; ++axis) {
        glm::dvec3 offset(0.0);
        offset[axis] = h;
        result[axis] = (sample(field, point + offset) - sample(field, point - offset)) / (2.0 * h);
    }
    return result;
}

glm::dvec3 direction(const Field& field, const glm::dvec3& point, const glm::dvec3& otherwise) {
    const glm::dvec3 slope = gradient(field, point);
    const double length = glm::length(slope);
    return length > 1e-6 ? slope / length : otherwise;
}

void redistance(Field& field, float limit) {
    std::vector<float> u(field.values.size(), unknown);
    std::vector<char> fixed(field.values.size(), 0);
    std::size_t n = 0;
    for_each_point(field.box, [&](int i, int j, int k) {
        u[n] = first_distance(field, i, j, k);
        fixed[n] = u[n] < unknown ? 1 : 0;
        ++n;
    });
    const Sweeper sweeper{u, fixed, field.box.size, static_cast<float>(field.step), limit};
    for (int pass = 0; pass < 8; ++pass) sweeper.sweep((pass & 1) != 0, (pass & 4) != 0, (pass & 2) != 0);
    for (n = 0; n < u.size(); ++n) {
        const float distance = std::min(u[n], limit);
        field.values[n] = field.values[n] < 0.0f ? -distance : distance;
    }
}

void smooth(Field& field) {
    const glm::ivec3 size = field.box.size;
    const std::ptrdiff_t row = size.x;
    const std::ptrdiff_t plane = row * size.z;
    std::vector<float> line(static_cast<std::size_t>(std::max({size.x, size.y, size.z})));
    float* data = field.values.data();
    for (int j = 0; j < size.y; ++j) {
        for (int k = 0; k < size.z; ++k) smooth_line(data + j * plane + k * row, 1, size.x, line);
        for (int i = 0; i < size.x; ++i) smooth_line(data + j * plane + i, row, size.z, line);
    }
    // Along y plane by plane, which memory likes better than line by line.
    std::vector<float> before(data, data + plane);
    std::vector<float> current(static_cast<std::size_t>(plane));
    for (int j = 0; j < size.y; ++j) {
        float* here = data + j * plane;
        const float* after = data + std::min(j + 1, size.y - 1) * plane;
        std::copy(here, here + plane, current.begin());
        for (std::ptrdiff_t n = 0; n < plane; ++n) {
            const auto m = static_cast<std::size_t>(n);
            here[n] = 0.25f * before[m] + 0.5f * current[m] + 0.25f * after[n];
        }
        std::swap(before, current);
    }
}

void open(Field& field, double radius, int smoothing) {
    const auto r = static_cast<float>(radius);
    const auto slack = static_cast<float>(0.15 * field.step);  // more than sweeping errs over the radius
    Field core = field;
    for (int n = 0; n < smoothing; ++n) smooth(core);
    for (float& value : core.values) value += r;
    redistance(core, r + 3.0f * static_cast<float>(field.step));
    for (std::size_t n = 0; n < field.values.size(); ++n) {
        field.values[n] = std::max(field.values[n], core.values[n] - r - slack);
    }
}

double volume(const Field& field) {
    double sum = 0.0;
    const double step = field.step;
    for (const float value : field.values) sum += std::clamp(0.5 - value / step, 0.0, 1.0);
    return sum * step * step * step;
}

}  // namespace drypoint::builder
