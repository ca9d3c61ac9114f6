// Outlines, lofts, distances and competition against solids that have formulas.

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include <glm/geometric.hpp>

#include "claims.h"
#include "compete.h"
#include "field.h"
#include "loft.h"
#include "mesh_tools.h"
#include "outline.h"
#include "shapes.h"
#include "surface.h"

using namespace drypoint::builder;
using doctest::Approx;

namespace {

Field sphere(const glm::dvec3& centre, double radius, double step = 1.0) {
    Field field(step, box_around(centre - radius, centre + radius, 10.0, step));
    for_each_point(field.box, [&](int i, int j, int k) {
        const double distance = glm::distance(field.position(i, j, k), centre) - radius;
        field.at(i, j, k) = static_cast<float>(std::clamp(distance, -10.0, 10.0));
    });
    return field;
}

}  // namespace

TEST_CASE("an ellipse has the area pi a b") {
    CHECK(area(to_polygon(shapes::ellipse(30.0, 12.0))) == Approx(shapes::pi * 30.0 * 12.0).epsilon(0.003));
}

TEST_CASE("distances in a plane are those to a circle, and outlines that overlap join") {
    Plane plane{1.0, {-30, -30}, {61, 61}, {}};
    fill_distances(plane, {to_polygon(shapes::ellipse(10.0, 10.0)), to_polygon(shapes::ellipse(10.0, 10.0, {8.0, 0.0}))}, 20.0);
    const auto at = [&](int i, int k) { return plane.values[static_cast<std::size_t>((k + 30) * 61 + i + 30)]; };
    CHECK(at(-15, 0) == Approx(5.0).epsilon(0.01));
    CHECK(at(4, 0) < 0.0f);
    CHECK(at(-8, 0) == Approx(-2.0).epsilon(0.03));
    CHECK(at(30, 0) == Approx(12.0).epsilon(0.01));
}

TEST_CASE("a loft between flat cuts is a cylinder or a frustum of known volume") {
    struct Case {
        double bottom, top;
    };
    for (const Case& c : {Case{12.0, 12.0}, Case{16.0, 8.0}}) {
        CAPTURE(c.top);
        const SectionFigure figure = shapes::frustum(c.bottom, c.top, 11, 8.0);
        const double height = 80.0;
        Field field = loft(figure, 1.0, Cut{0.0, true}, 0);
        for_each_point(field.box, [&](int i, int j, int k) {
            field.at(i, j, k) = std::max(field.at(i, j, k), static_cast<float>(j * field.step - height));
        });
        const double exact = shapes::pi * height / 3.0 * (c.bottom * c.bottom + c.bottom * c.top + c.top * c.top);
        const auto mesh = extract(field);
        CHECK(faults_of(mesh).none());
        CHECK(signed_volume(mesh) == Approx(exact).epsilon(0.01));
    }
}

TEST_CASE("a thin solid that runs obliquely through its planes stays whole and has its source's volume") {
    SectionFigure figure;
    figure.id = "oblique";
    figure.spacing = 8.0;
    for (int n = 0; n < 8; ++n) figure.levels.push_back({n * 8.0, {shapes::ellipse(3.0, 9.0, {n * 9.0, 0.0})}});
    figure.volume_cm3 = shapes::pi * 3.0 * 9.0 * 63.0 / 1000.0;
    const Field field = loft(figure, 1.0, std::nullopt, 2);
    const auto mesh = extract(field);
    CHECK(euler_characteristic(mesh) == 2);
    CHECK(signed_volume(mesh) == Approx(figure.volume_cm3 * 1000.0).epsilon(0.03));
    for (double y = 0.0; y <= 56.0; y += 2.0) {
        CAPTURE(y);
        CHECK(sample(field, {y * 9.0 / 8.0, y, 0.0}) < -1.0);  // its middle line
    }
}

TEST_CASE("ends are closed within one spacing of the last plane") {
    const Field field = loft(shapes::frustum(12.0, 12.0, 6, 8.0), 1.0, std::nullopt, 1);
    CHECK(sample(field, {0.0, 39.0, 0.0}) < 0.0);
    CHECK(sample(field, {0.0, 48.0, 0.0}) > 0.0);
    CHECK(sample(field, {11.0, 46.0, 0.0}) > 0.0);  // rounded, not a plate
    CHECK(euler_characteristic(extract(field)) == 2);
}

TEST_CASE("redistancing gives true distances and keeps the surface") {
    Field field = sphere({0.3, -0.2, 0.1}, 15.0);
    for (float& value : field.values) value *= 2.5f;  // wrong slopes, same surface
    redistance(field);
    for (const double r : {8.0, 12.0, 18.0, 22.0}) {
        CAPTURE(r);
        CHECK(sample(field, {0.3 + r * 0.6, -0.2 + r * 0.8, 0.1}) == Approx(r - 15.0).epsilon(0.12));
    }
    CHECK(signed_volume(extract(field)) == Approx(4.0 / 3.0 * shapes::pi * 3375.0).epsilon(0.01));
}

TEST_CASE("equals share their overlap and keep the gap; a winner keeps its shape") {
    for (const bool equals : {true, false}) {
        CAPTURE(equals);
        std::vector<Solid> solids;
        solids.push_back({"a", 1, sphere({0.0, 0.0, 0.0}, 12.0)});
        solids.push_back({"b", equals ? 1 : 2, sphere({15.0, 0.0, 0.0}, 12.0)});
        const std::vector<Field> shared = share_out(solids, gap_mm, 2);
        double closest = 1e9;
        for (double x = -20.0; x < 40.0; x += 0.25) {
            for (double y = -15.0; y < 15.0; y += 0.5) {
                closest = std::min(closest, sample(shared[0], {x, y, 0.0}) + sample(shared[1], {x, y, 0.0}));
            }
        }
        CHECK(closest >= gap_mm - 0.02);
        const double a_before = signed_volume(extract(solids[0].field));
        const double a_after = signed_volume(extract(shared[0]));
        CHECK(a_after == Approx(equals ? a_before - shapes::pi * 4.5 * 4.5 * (3.0 * 12.0 - 4.5) / 3.0 : a_before).epsilon(0.01));
    }
}

TEST_CASE("opening takes a fin away and leaves the ball as it is") {
    Field field = sphere({0.0, 0.0, 0.0}, 12.0);
    const Field ball = field;
    for_each_point(field.box, [&](int i, int j, int k) {
        const glm::dvec3 p = field.position(i, j, k);
        const double fin = std::max({std::abs(p.z) - 0.4, std::abs(p.y) - 8.0, std::abs(p.x) - 18.0});
        field.at(i, j, k) = std::min(field.at(i, j, k), static_cast<float>(fin));
    });
    open(field, 0.8);
    CHECK(sample(field, {16.0, 0.0, 0.0}) > 0.0);
    CHECK(signed_volume(extract(field)) == Approx(signed_volume(extract(ball))).epsilon(0.005));
}

TEST_CASE(
    "the opening takes sheets of a muscle thinner than 1.9 mm and rods thinner than 2.8 mm, whichever way they lie") {
    struct Case {
        bool rod;
        double thickness;
        bool stays;
    };
    const glm::dvec3 aside(0.3, 0.1, 0.4);
    for (const glm::dvec3& way : {glm::dvec3(1.0, 0.0, 0.0), glm::dvec3(1.0, 2.0, 0.0), glm::dvec3(1.0, -1.0, 2.0)}) {
        for (const Case& c : {Case{false, 1.6, false}, {false, 2.2, true}, {true, 2.4, false}, {true, 3.2, true}}) {
            CAPTURE(c.thickness);
            Field field(1.0, {{-14, -14, -14}, {29, 29, 29}});
            for_each_point(field.box, [&](int i, int j, int k) {
                const glm::dvec3 p = field.position(i, j, k) - aside;
                const double along = std::abs(glm::dot(p, glm::normalize(way)));
                const double from_middle = c.rod ? std::sqrt(std::max(0.0, glm::dot(p, p) - along * along)) : along;
                field.at(i, j, k) = static_cast<float>(std::min(from_middle - c.thickness / 2.0, 10.0));
            });
            open_edges(field, "muscle");
            std::size_t inside = 0;
            for_each_point({{-6, -6, -6}, {13, 13, 13}},
                           [&](int i, int j, int k) { inside += field.at(i, j, k) < 0.0f ? 1 : 0; });
            CHECK((inside > 0) == c.stays);
        }
    }
}
