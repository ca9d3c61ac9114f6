#include "sheet.h"

#include <algorithm>
#include <cmath>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "curve.h"
#include "triangle.h"

namespace drypoint::builder {
namespace {

using Row = std::vector<glm::dvec3>;

constexpr double least_half = 0.65;  // thinner edges would come out as teeth
constexpr double grid = 2.5;  // mm between points of a middle surface

// Ends that nearly reach bone are brought down to it.
std::vector<glm::dvec3> attached(std::vector<glm::dvec3> path, const Distance& bone) {
    constexpr double reach = 8.0;
    for (glm::dvec3* end : {&path.front(), &path.back()}) {
        const double distance = bone(*end);
        if (distance > 0.0 && distance < reach) *end -= slope_of(bone, *end) * distance;
    }
    return path;
}

// A little longer at both ends, so that a strap grows into the bone that it ends on; the bone takes what is inside it.
std::vector<glm::dvec3> extended(std::vector<glm::dvec3> path, double by) {
    const std::size_t last = path.size() - 1;
    path.front() += glm::normalize(path[0] - path[1]) * by;
    path.back() += glm::normalize(path[last] - path[last - 1]) * by;
    return path;
}

Row row_with(const Row& row, std::size_t count) {
    const Curve dense = resampled({row, std::vector<double>(row.size(), 0.0)}, length(row) / static_cast<double>(count - 1));
    Row result = dense.points;
    result.resize(count, row.back());
    return result;
}

// Catmull-Rom between whole rows, so that a sheet measured every 8 mm bends smoothly.
std::vector<Row> denser_rows(const std::vector<Row>& rows, double spacing) {
    const std::size_t columns = rows.front().size();
    std::vector<Row> lines;
    std::size_t count = 0;
    for (std::size_t c = 0; c < columns; ++c) {
        Row line;
        for (const Row& row : rows) line.push_back(row[c]);
        count = std::max(count, static_cast<std::size_t>(std::ceil(length(line) / spacing)) + 1);
        lines.push_back(std::move(line));
    }
    std::vector<Row> result(count, Row(columns));
    for (std::size_t c = 0; c < columns; ++c) {
        const Row line = row_with(lines[c], count);
        for (std::size_t r = 0; r < count; ++r) result[r][c] = line[r];
    }
    return result;
}

struct Corner {
    glm::dvec3 at;
    double half;
};

// Weights of the corners at a point of the triangle, by areas.
glm::dvec3 weights(const glm::dvec3& p, const Corner& a, const Corner& b, const Corner& c) {
    const double of_a = glm::length(glm::cross(b.at - p, c.at - p));
    const double of_b = glm::length(glm::cross(c.at - p, a.at - p));
    const double of_c = glm::length(glm::cross(a.at - p, b.at - p));
    const double sum = of_a + of_b + of_c;
    return sum > 0.0 ? glm::dvec3(of_a, of_b, of_c) / sum : glm::dvec3(1.0, 0.0, 0.0);
}

void stamp_triangle(Field& field, const Corner& a, const Corner& b, const Corner& c) {
    constexpr double reach = 6.0;  // how far from the sheet its own distances are exact; redistance() does the rest
    const glm::dvec3 low = glm::min(a.at, glm::min(b.at, c.at));
    const glm::dvec3 high = glm::max(a.at, glm::max(b.at, c.at));
    const double widest = std::max({a.half, b.half, c.half});
    const Box block = intersect(field.box, box_around(low, high, widest + reach, field.step));
    if (block.empty()) return;
    for_each_point(block, [&](int i, int j, int k) {
        const glm::dvec3 p = field.position(i, j, k);
        const glm::dvec3 foot = nearest_on_triangle(p, a.at, b.at, c.at);
        const glm::dvec3 w = weights(foot, a, b, c);
        const double half = w.x * a.half + w.y * b.half + w.z * c.half;
        float& value = field.at(i, j, k);
        value = std::min(value, static_cast<float>(glm::distance(p, foot) - half));
    });
}

}  // namespace

Sheet sheet_of(const SheetFigure& figure) {
    std::size_t columns = 2;
    for (const Row& row : figure.rows) {
        columns = std::max(columns, static_cast<std::size_t>(std::ceil(length(row) / grid)) + 1);
    }
    std::vector<Row> rows;
    for (const Row& row : figure.rows) rows.push_back(row_with(row, columns));
    Sheet sheet;
    sheet.rows = denser_rows(rows, 2.0 * grid);
    const auto count = sheet.rows.size();
    for (std::size_t r = 0; r < count; ++r) {
        std::vector<double> half;
        for (std::size_t c = 0; c < columns; ++c) {
            const double u = 2.0 * static_cast<double>(c) / static_cast<double>(columns - 1) - 1.0;
            half.push_back(figure.thickness / 2.0 * (1.0 - 0.15 * std::pow(std::abs(u), 4.0)));
        }
        sheet.half_thickness.push_back(std::move(half));
    }
    return sheet;
}

Sheet strap_of(const StrapFigure& figure, const std::string& across, const Distance& bone) {
    const std::vector<glm::dvec3> longer = extended(attached(figure.path, bone), across == "up-down" ? 1.0 : 5.0);
    const Curve path = resampled({longer, std::vector<double>(longer.size(), 0.0)}, grid);
    const std::size_t count = path.points.size();
    const double widest = std::max(figure.width[0], figure.width[1]);
    const auto columns = static_cast<std::size_t>(std::ceil(widest / grid)) + 1;

    std::vector<glm::dvec3> wide;
    for (std::size_t n = 0; n < count; ++n) {
        const glm::dvec3 along = tangent(path.points, n);
        glm::dvec3 axis(1.0, 0.0, 0.0);
        if (across == "up-down") axis = {0.0, 1.0, 0.0};
        if (across == "along-bone") axis = glm::cross(along, slope_of(bone, path.points[n]));
        if (n > 0 && glm::dot(axis, wide.back()) < 0.0) axis = -axis;
        wide.push_back(axis - along * glm::dot(axis, along));
    }
    wide = smoothed_along(wide, 4.0);

    Sheet sheet;
    for (std::size_t n = 0; n < count; ++n) {
        const double t = static_cast<double>(n) / static_cast<double>(count - 1);
        const double half = (figure.thickness[0] * (1.0 - t) + figure.thickness[1] * t) / 2.0;
        const double width = figure.width[0] * (1.0 - t) + figure.width[1] * t;
        // Towards an end, over half a width at most, the strap rounds off and thins out.
        const double way = static_cast<double>(std::min(n, count - 1 - n)) * grid / std::min(8.0, width / 2.0);
        const double end = way >= 1.0 ? 1.0 : std::sqrt(1.0 - (1.0 - way) * (1.0 - way));
        const double reach = std::max(0.1, width / 2.0 - half) * (0.45 + 0.55 * end);
        Row row;
        std::vector<double> halves;
        for (std::size_t c = 0; c < columns; ++c) {
            const double u = 2.0 * static_cast<double>(c) / static_cast<double>(columns - 1) - 1.0;
            row.push_back(path.points[n] + glm::normalize(wide[n]) * (u * reach));
            halves.push_back(std::max(least_half, half * (0.5 + 0.5 * end) * (0.35 + 0.65 * std::sqrt(1.0 - u * u))));
        }
        sheet.rows.push_back(std::move(row));
        sheet.half_thickness.push_back(std::move(halves));
    }
    return sheet;
}

void lay_on(Sheet& sheet, const Distance& obstacle, double gap) {
    constexpr int rounds = 12;
    for (int round = 0; round < rounds; ++round) {
        std::vector<Row> moves;
        for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
            Row move;
            for (std::size_t c = 0; c < sheet.rows[r].size(); ++c) {
                const glm::dvec3& point = sheet.rows[r][c];
                const double missing = sheet.half_thickness[r][c] + gap - obstacle(point);
                move.push_back(missing > 0.0 ? slope_of(obstacle, point) * (0.7 * std::min(missing, 3.0)) : glm::dvec3(0.0));
            }
            // The last rounds push without smoothing, so that nothing is left inside.
            moves.push_back(round + 3 < rounds ? smoothed_along(move, 1.0) : move);
        }
        for (std::size_t c = 0; c < sheet.rows.front().size(); ++c) {
            Row line;
            for (const Row& move : moves) line.push_back(move[c]);
            if (round + 3 < rounds) line = smoothed_along(line, 1.0);
            for (std::size_t r = 0; r < sheet.rows.size(); ++r) sheet.rows[r][c] += line[r];
        }
    }
}

Field field_of(const Sheet& sheet, double step) {
    glm::dvec3 low(1e9);
    glm::dvec3 high(-1e9);
    for (const Row& row : sheet.rows) {
        for (const glm::dvec3& point : row) {
            low = glm::min(low, point);
            high = glm::max(high, point);
        }
    }
    Field field(step, box_around(low, high, band, step));
    for (std::size_t r = 0; r + 1 < sheet.rows.size(); ++r) {
        for (std::size_t c = 0; c + 1 < sheet.rows[r].size(); ++c) {
            const auto corner = [&](std::size_t dr, std::size_t dc) {
                return Corner{sheet.rows[r + dr][c + dc], sheet.half_thickness[r + dr][c + dc]};
            };
            stamp_triangle(field, corner(0, 0), corner(0, 1), corner(1, 0));
            stamp_triangle(field, corner(0, 1), corner(1, 1), corner(1, 0));
        }
    }
    smooth(field);
    redistance(field);
    return field;
}

}  // namespace drypoint::builder
