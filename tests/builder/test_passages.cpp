// Ways through obstacles, and what keeps solids whole.

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include <glm/geometric.hpp>

#include "gaps.h"
#include "mend.h"
#include "mesh_tools.h"
#include "passage.h"
#include "reclaim.h"
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
