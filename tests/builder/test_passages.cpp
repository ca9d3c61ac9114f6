// Ways through obstacles, and what keeps solids whole.

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include <glm/geometric.hpp>

#include "gaps.h"
#include "measure.h"
#include "mend.h"
#include "mesh_tools.h"
#include "outline.h"
#include "passage.h"
#include "reclaim.h"
#include "shapes.h"
#include "surface.h"
#include "tube.h"

using namespace drypoint::builder;

namespace {

// How deep a place lies in a bar along x, 12 mm high.
double depth_in_bar(const glm::dvec3& p) {
    if (std::abs(p.x) > 30.0 || std::abs(p.z) > 60.0) return 0.0;
    return std::max(0.0, 6.0 - std::abs(p.y));
}

// From one side of the bar to the other, so that the nearest way out changes sides in its middle.
std::vector<glm::dvec3> slanted_line(double slope) {
    std::vector<glm::dvec3> line;
    for (int n = -20; n <= 20; ++n) line.push_back({n * 3.0, n * 3.0 * slope, 0.0});
    return line;
}

Field field_of(const std::vector<Curve>& rods, const glm::dvec3& low, const glm::dvec3& high) {
    Field field(1.0, box_around(low, high, 10.0, 1.0));
    for_each_point(field.box, [&](int i, int j, int k) {
        double distance = band;
        for (const Curve& rod : rods) distance = std::min(distance, tube_distance(rod, field.position(i, j, k)));
        field.at(i, j, k) = static_cast<float>(std::max(distance, -static_cast<double>(band)));
    });
    return field;
}

Curve rod(const glm::dvec3& from, const glm::dvec3& to, double radius) { return {{from, to}, {radius, radius}}; }

std::size_t piece_count(const Field& field) {
    const auto pieces = pieces_of(extract(field));
    return *std::max_element(pieces.begin(), pieces.end()) + 1;
}

CatalogEntry muscle(const std::string& id) {
    CatalogEntry entry;
    entry.id = id;
    entry.tissue = "muscle";
    return entry;
}

}  // namespace

TEST_CASE("a line through an obstacle takes one side of it, though the nearest way out changes") {
    const std::vector<glm::dvec3> line = slanted_line(0.08);
    const auto passage = cheapest_passage(line, std::vector<double>(line.size(), 12.0),
                                          [](std::size_t, const glm::dvec3& p) { return depth_in_bar(p) * depth_in_bar(p); });
    REQUIRE(passage.size() == line.size());
    int above = 0;
    int below = 0;
    for (const glm::dvec3& p : passage) {
        if (std::abs(p.x) > 24.0) continue;  // there it goes round the bar's edge
        CHECK(depth_in_bar(p) < 0.75);
        ++(p.y > 0.0 ? above : below);
    }
    CHECK(std::min(above, below) == 0);
}

TEST_CASE("a line that is free stays where it is, and none goes further than it may") {
    const std::vector<glm::dvec3> line = slanted_line(0.08);
    const auto free = cheapest_passage(line, std::vector<double>(line.size(), 5.0), [](std::size_t, const glm::dvec3&) { return 0.0; });
    CHECK(free == line);
    const auto held = cheapest_passage(line, std::vector<double>(line.size(), 2.0),
                                       [](std::size_t, const glm::dvec3& p) { return depth_in_bar(p); });
    for (std::size_t n = 0; n < line.size(); ++n) CHECK(glm::distance(held[n], line[n]) < 2.0 + 1e-9);
}

TEST_CASE("a muscle whose middle the opening takes away stays one piece, and its neighbour makes room") {
    const Catalog catalog{muscle("dumb-bell"), muscle("neighbour")};
    const glm::dvec3 far(0.0, 40.0, 0.0);
    // The rod between the thick ends is thinner than the opening leaves.
    const Field bell = field_of({rod({0, -4, 0}, {0, 4, 0}, 6.0), rod({0, 36, 0}, {0, 44, 0}, 6.0), rod({0, 0, 0}, far, 0.6)},
                                {-6, -10, -6}, {6, 50, 6});
    const Field beside = field_of({rod({3, 20, -30}, {3, 20, 30}, 2.0)}, {0, 18, -30}, {6, 22, 30});
    std::vector<Claimed> cut{{"dumb-bell", 40, bell}, {"neighbour", 40, beside}};
    std::vector<Claimed> mended = cut;
    open_all(cut, catalog, 1);
    REQUIRE(piece_count(cut[0].field) == 2);
    const std::vector<Cord> cords = open_and_mend(mended, {}, catalog, {}, 1);
    REQUIRE(cords.size() == 1);
    CHECK(cords[0].id == "dumb-bell");
    CHECK(piece_count(mended[0].field) == 1);
    // None of the two lies in the other.
    for_each_point(mended[1].field.box, [&](int i, int j, int k) {
        const glm::dvec3 p = mended[1].field.position(i, j, k);
        if (mended[1].field.at(i, j, k) < -0.05f) CHECK(sample(mended[0].field, p) > 0.0);
    });
}

namespace {

// From one x to another, 20 mm high and deep.
Field slab(double from, double to) {
    Field field(1.0, box_around({0, 0, 0}, {20, 20, 20}, 10.0, 1.0));
    for_each_point(field.box, [&](int i, int j, int k) {
        const glm::dvec3 p = field.position(i, j, k);
        const double outside = std::max({from - p.x, p.x - to, -p.y, p.y - 20, -p.z, p.z - 20});
        field.at(i, j, k) = static_cast<float>(std::clamp(outside, -10.0, 10.0));
    });
    return field;
}

}  // namespace

TEST_CASE("a muscle takes back what of its figure is free, the larger one first, and keeps its distance") {
    const std::vector<Solid> figures{{"a", 40, slab(0, 10)}, {"b", 40, slab(9, 20)}, {"bone", 0, slab(0, 2)}};
    std::vector<Claimed> claimed{{"a", 40, slab(3, 8)}, {"b", 40, slab(11, 20)}, {"bone", 0, slab(0, 2)}};
    reclaim(claimed, figures, {}, 1);
    const auto at = [&](std::size_t n, double x) { return sample(claimed[n].field, {x, 10.0, 10.0}); };
    CHECK(at(1, 9.0) == doctest::Approx(0.0).epsilon(0.05));
    CHECK(at(0, 8.9) == doctest::Approx(0.0).epsilon(0.05));
    CHECK(at(0, 2.1) == doctest::Approx(0.0).epsilon(0.05));
    CHECK(claimed[2].field.values == slab(0, 2).values);
}

TEST_CASE("a gap between muscles whose figures touch is found, a narrow one is none") {
    const std::vector<Solid> figures{{"a", 40, slab(0, 10)}, {"b", 40, slab(10, 20)}};
    const std::vector<Claimed> narrow{{"a", 40, slab(0, 10)}, {"b", 40, slab(11, 20)}};
    CHECK(gaps_of(figures, narrow, {}, 1).empty());
    const std::vector<Claimed> wide{{"a", 40, slab(0, 9)}, {"b", 40, slab(12, 20)}};
    const std::vector<Gap> gaps = gaps_of(figures, wide, {}, 1);
    REQUIRE(gaps.size() == 1);
    CHECK(gaps[0].widest_mm == doctest::Approx(3.0).epsilon(0.01));
    // 21 by 21 lattice points of the face where the figures touch, but for its rim, which is further from the edges of what is left.
    CHECK(gaps[0].wide_cm3 == doctest::Approx(0.441).epsilon(0.1));
}

TEST_CASE(
    "what an overlap leaves too thin to be shown is told apart from outlines that have to come back, with who has it") {
    // A cylinder of 10 mm radius; a sheet that wins from x = 7 to 9.2 leaves a strip of at most 0.7 mm behind it.
    const SectionFigure figure = shapes::frustum(10.0, 10.0, 11, 8.0);
    Field cylinder(0.5, box_around({-10, 0, -10}, {10, 80, 10}, 10.0, 0.5));
    Field sheet = cylinder;
    for_each_point(cylinder.box, [&](int i, int j, int k) {
        const glm::dvec3 p = cylinder.position(i, j, k);
        cylinder.at(i, j, k) = static_cast<float>(std::clamp(glm::length(glm::dvec2(p.x, p.z)) - 10.0, -10.0, 10.0));
        sheet.at(i, j, k) = static_cast<float>(std::clamp(std::abs(p.x - 8.1) - 1.1, -10.0, 10.0));
    });
    const std::vector<Solid> solids{{"frustum", 40, cylinder}, {"sheet", 30, sheet}};
    const std::vector<Field> shared = share_out(solids, gap_mm, 1);
    const std::vector<Claimed> won{{"frustum", 40, shared[0]}, {"sheet", 30, shared[1]}};
    const Opened own = opened(solids[0], won[0], "muscle");

    std::size_t behind = 0;
    std::size_t in_front = 0;
    const Polygon circle = to_polygon(figure.levels.front().outlines.front());
    for (const glm::dvec2& p : circle) {
        behind += p.x > 9.5 ? 1 : 0;
        in_front += p.x < 6.7 ? 1 : 0;
    }
    REQUIRE(behind > 0);
    const FreeOutline outline = free_outline(figure, muscle("frustum"), solids, {}, own);
    CHECK(outline.cut_off == behind * figure.levels.size());
    CHECK(outline.points.size() == in_front * figure.levels.size());
    CHECK(outline.contested == (circle.size() - behind - in_front) * figure.levels.size());

    const Sliver sliver = sliver_of(won[0], own);
    const double height = static_cast<double>(cylinder.box.size.y) * 0.5;
    const double segment = 100.0 * std::acos(0.93) - 9.3 * std::sqrt(100.0 - 9.3 * 9.3);
    const SliverCheck nobody = check_sliver(sliver, {{"frustum", 40, own.won}, {"sheet", 30, shared[1]}});
    CHECK(nobody.cm3 == doctest::Approx(segment * height / 1000.0).epsilon(0.25));
    CHECK(nobody.own_cm3 + nobody.others_cm3 == 0.0);
    CHECK(check_sliver(sliver, won).own_cm3 == doctest::Approx(nobody.cm3));
    CHECK(check_sliver(sliver, {{"frustum", 40, own.won}, {"neighbour", 40, cylinder}}).others_cm3 ==
          doctest::Approx(nobody.cm3));
}
