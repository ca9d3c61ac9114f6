#include "builds.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "toml_reader.h"

namespace drypoint::builder {
namespace {

constexpr double least_fat = 1.0;
constexpr double most = 100.0;
constexpr double tolerance = 1e-6;

double number(const toml::table& table, const char* key) { return table[key].value_or(-1.0); }

double around(double degrees) { return degrees - 360.0 * std::floor(degrees / 360.0); }

void read_row(TomlReader& reader, const toml::table& table, BuildSite& site) {
    site.assumed = table["assumed"].value_or(false);
    const bool has_row = table.contains("row");
    if (site.assumed == has_row) return reader.fail(table.source(), site.id + " needs either assumed = true or a row");
    if (site.assumed) return;
    site.row_mean = number(table, "row_mean_mm");
    site.row_sd = number(table, "row_sd_mm");
    if (site.row_mean <= 0.0 || site.row_sd <= 0.0) return reader.fail(table.source(), site.id + " needs row_mean_mm and row_sd_mm");
    for (const double target : site.target) {
        if (std::abs(target - site.row_mean) <= site.row_sd + tolerance) continue;
        reader.fail(table.source(), site.id + ": a target lies further than one SD from its row");
    }
}

void read_site(TomlReader& reader, const toml::table& table, Builds& builds) {
    BuildSite site;
    site.id = table["id"].value_or(std::string());
    const auto y = table["y_mm"].value<double>();
    const auto direction = table["direction_deg"].value<double>();
    if (site.id.empty() || !y || !direction) return reader.fail(table.source(), "a site needs id, y_mm and direction_deg");
    site.y = *y;
    site.direction_deg = around(*direction);
    for (std::size_t n = 0; n < build_count; ++n) site.target[n] = number(table, (std::string(build_names[n]) + "_mm").c_str());
    if (site.target[0] < builds.skin + least_fat || site.target[2] > most || !std::is_sorted(site.target.begin(), site.target.end())) {
        return reader.fail(table.source(), site.id + ": lean_mm, average_mm and heavy_mm grow from the skin and 1 mm on");
    }
    if (!builds.sites.empty() && site.y < builds.sites.back().y) return reader.fail(table.source(), "sites go from low to high");
    read_row(reader, table, site);
    builds.sites.push_back(std::move(site));
}

void read_axis(TomlReader& reader, const toml::table& root, Builds& builds) {
    const toml::array* rows = root["axis_mm"].as_array();
    for (std::size_t n = 0; rows && n < rows->size(); ++n) {
        const toml::array* row = (*rows)[n].as_array();
        glm::dvec3 p(0.0);
        for (std::size_t axis = 0; row && row->size() == 3 && axis < 3; ++axis) p[static_cast<int>(axis)] = (*row)[axis].value_or(0.0);
        if (!builds.axis.empty() && p.y <= builds.axis.back().y) reader.fail((*rows)[n].source(), "axis_mm goes from low to high");
        builds.axis.push_back(p);
    }
    if (builds.axis.size() < 2) reader.fail("needs axis_mm with two points or more");
}

// The sites of one height.
struct Ring {
    const BuildSite* first;
    std::size_t count;
};

Ring ring_from(const std::vector<BuildSite>& sites, std::size_t first) {
    std::size_t last = first;
    while (last < sites.size() && sites[last].y == sites[first].y) ++last;
    return {&sites[first], last - first};
}

void mix(Thickness& into, const BuildSite& site, double share) {
    for (std::size_t n = 0; n < build_count; ++n) into.mm[n] += site.target[n] * share;
    into.assumed += site.assumed ? share : 0.0;
}

// Between the two sites of the ring that the direction lies between.
void mix(Thickness& into, const Ring& ring, double direction, double share) {
    const BuildSite* before = nullptr;
    const BuildSite* after = nullptr;
    double back = 361.0;
    double ahead = 361.0;
    for (std::size_t n = 0; n < ring.count; ++n) {
        const BuildSite& site = ring.first[n];
        const double to = around(site.direction_deg - direction);
        const double from = around(direction - site.direction_deg);
        if (to < ahead) after = &site;
        if (from < back) before = &site;
        ahead = std::min(ahead, to);
        back = std::min(back, from);
    }
    const double t = ahead + back > 0.0 ? back / (ahead + back) : 0.0;
    const double smooth = t * t * (3.0 - 2.0 * t);
    mix(into, *before, share * (1.0 - smooth));
    mix(into, *after, share * smooth);
}

}  // namespace

glm::dvec3 Builds::axis_at(double y) const {
    std::size_t n = 1;
    while (n + 1 < axis.size() && axis[n].y < y) ++n;
    const double t = std::clamp((y - axis[n - 1].y) / (axis[n].y - axis[n - 1].y), 0.0, 1.0);
    const glm::dvec3 p = axis[n - 1] * (1.0 - t) + axis[n] * t;
    return {p.x, y, p.z};
}

glm::dvec3 Builds::way_out(const BuildSite& site) const {
    const double angle = site.direction_deg * std::numbers::pi / 180.0;
    return {-std::sin(angle), 0.0, std::cos(angle)};
}

Thickness Builds::thickness_at(const glm::dvec3& p) const {
    const glm::dvec3 way = p - axis_at(p.y);
    const double direction = around(std::atan2(-way.x, way.z) * 180.0 / std::numbers::pi);
    Ring below = ring_from(sites, 0);
    Ring above = below;
    for (std::size_t n = 0; n < sites.size(); n += ring_from(sites, n).count) {
        above = ring_from(sites, n);
        if (sites[n].y >= p.y) break;
        below = above;
    }
    const double span = above.first->y - below.first->y;
    const double t = span > 0.0 ? std::clamp((p.y - below.first->y) / span, 0.0, 1.0) : 0.0;
    Thickness thickness;
    mix(thickness, below, direction, 1.0 - t);
    mix(thickness, above, direction, t);
    return thickness;
}

double Builds::fascia_at(double y) const {
    constexpr double over = 40.0;
    const double t = std::clamp((y - knee_y) / over + 0.5, 0.0, 1.0);
    return crural_fascia * (1.0 - t) + fascia_lata * t;
}

base::Result<Builds> read_builds(const std::filesystem::path& file) {
    TomlReader reader{file.string(), {}};
    const std::optional<toml::table> root = parse_toml(file, reader.issues);
    if (!root) return base::failure<Builds>(reader.issues);
    Builds builds;
    builds.skin = number(*root, "skin_mm");
    builds.fascia_lata = number(*root, "fascia_lata_mm");
    builds.crural_fascia = number(*root, "crural_fascia_mm");
    builds.knee_y = number(*root, "knee_y_mm");
    if (builds.skin < 0.5 || builds.skin > 10.0) reader.fail("needs skin_mm, 0.5 to 10");
    for (const double thickness : {builds.fascia_lata, builds.crural_fascia}) {
        if (thickness < 0.3 || thickness > 3.0) reader.fail("needs fascia_lata_mm and crural_fascia_mm, 0.3 to 3");
    }
    if (builds.knee_y <= 0.0) reader.fail("needs knee_y_mm");
    read_axis(reader, *root, builds);
    if (const toml::array* sites = (*root)["site"].as_array()) {
        for (const toml::node& node : *sites) {
            if (const toml::table* site = node.as_table()) read_site(reader, *site, builds);
        }
    }
    if (builds.sites.size() < 2) reader.fail("needs two sites or more");
    if (base::has_error(reader.issues)) return base::failure<Builds>(reader.issues);
    return base::success(std::move(builds), reader.issues);
}

}  // namespace drypoint::builder
