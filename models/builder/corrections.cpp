#include "corrections.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <glm/geometric.hpp>

#include "curve.h"
#include "toml_reader.h"

namespace drypoint::builder {
namespace {

constexpr double most_coordinate = 2000.0;  // no point of a limb lies further from the origin, mm
constexpr std::array reasons = {"because", "instead", "source"};

std::optional<glm::dvec3> read_place(const toml::node& node) {
    const toml::array* row = node.as_array();
    if (!row || row->size() != 3) return std::nullopt;
    glm::dvec3 place(0.0);
    for (int axis = 0; axis < 3; ++axis) {
        const auto value = (*row)[static_cast<std::size_t>(axis)].value<double>();
        if (!value || !(std::abs(*value) <= most_coordinate)) return std::nullopt;
        place[axis] = *value;
    }
    return place;
}

void read_line(TomlReader& reader, const toml::node& node, Correction& correction) {
    const toml::array* rows = node.as_array();
    for (std::size_t n = 0; rows && n < rows->size(); ++n) {
        const std::optional<glm::dvec3> place = read_place((*rows)[n]);
        if (!place) return reader.fail((*rows)[n].source(), "a point of line_mm holds three numbers up to 2000");
        correction.line.push_back(*place);
    }
    if (correction.line.size() < 2) reader.fail(node.source(), "line_mm holds two points or more");
}

bool is_reason(std::string_view key) {
    return std::any_of(reasons.begin(), reasons.end(), [&](const char* reason) { return key == reason; });
}

Correction read_correction(TomlReader& reader, std::string_view course, const toml::table& table) {
    Correction correction{std::string(course), 0.0, 0.0, {}};
    for (const auto& [key, node] : table) {
        if (key.str() == "from_y_mm" && node.is_number()) {
            correction.from_y = node.value<double>().value_or(0.0);
        } else if (key.str() == "to_y_mm" && node.is_number()) {
            correction.to_y = node.value<double>().value_or(0.0);
        } else if (key.str() == "line_mm" && node.is_array()) {
            read_line(reader, node, correction);
        } else if (!is_reason(key.str()) || node.value<std::string>().value_or("").empty()) {
            reader.fail(node.source(), "unknown key or wrong type: " + std::string(key.str()));
        }
    }
    const auto has = [&](const char* key) { return table.contains(key); };
    if (!has("from_y_mm") || !has("to_y_mm") || !has("line_mm") || !std::all_of(reasons.begin(), reasons.end(), has)) {
        reader.fail(table.source(), correction.course + " needs from_y_mm, to_y_mm, line_mm, because, instead and source");
    } else if (!(correction.from_y > correction.to_y)) {
        reader.fail(table.source(), correction.course + ": from_y_mm lies above to_y_mm");
    }
    return correction;
}

}  // namespace

base::Result<std::vector<Correction>> read_corrections(const std::filesystem::path& file) {
    TomlReader reader{file.string(), {}};
    const std::optional<toml::table> root = parse_toml(file, reader.issues);
    if (!root) return base::failure<std::vector<Correction>>(reader.issues);
    std::vector<Correction> corrections;
    for (const auto& [key, node] : *root) {
        if (const toml::table* table = node.as_table()) {
            corrections.push_back(read_correction(reader, key.str(), *table));
        } else {
            reader.fail(node.source(), std::string(key.str()) + " is not a table");
        }
    }
    if (base::has_error(reader.issues)) return base::failure<std::vector<Correction>>(reader.issues);
    return base::success(std::move(corrections), reader.issues);
}

CorrectedPart correct(CourseFigure& figure, const Correction& correction) {
    constexpr double spacing = 1.0;
    const Curve measured = resampled({figure.points, figure.radii}, spacing);
    Curve corrected;
    const auto keep = [&](std::size_t n) {
        corrected.points.push_back(figure.points[n]);
        corrected.radii.push_back(figure.radii[n]);
    };
    std::size_t n = 0;
    const auto is_out = [&](double y) { return y > correction.to_y && y < correction.from_y; };
    while (n < figure.points.size() && !is_out(figure.points[n].y)) keep(n++);
    for (const glm::dvec3& p : correction.line) {
        corrected.points.push_back(p);
        corrected.radii.push_back(nearest(measured, p).radius);
    }
    for (; n < figure.points.size(); ++n) {
        if (!is_out(figure.points[n].y)) keep(n);
    }
    figure.points = corrected.points;
    figure.radii = corrected.radii;

    CorrectedPart part{correction, 0.0, 0.0, correction.line.front()};
    const Curve line = resampled({correction.line, std::vector<double>(correction.line.size(), 1.0)}, spacing);
    for (const glm::dvec3& p : line.points) {
        const double way = nearest(measured, p).distance;
        part.mean_mm += way / static_cast<double>(line.points.size());
        if (way <= part.most_mm) continue;
        part.most_mm = way;
        part.where = p;
    }
    return part;
}

}  // namespace drypoint::builder
