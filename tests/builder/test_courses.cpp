// Courses leave bone and muscle, keep apart, and otherwise stay where they were measured.

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include <glm/geometric.hpp>

#include "compete.h"
#include "corrections.h"
#include "courses.h"
#include "geometry/self_intersections.h"
#include "mesh_tools.h"
#include "settle.h"
#include "tube.h"

using namespace drypoint::builder;

namespace {

Field ball(const glm::dvec3& centre, double radius) {
    Field field(1.0, box_around(centre - radius, centre + radius, 10.0, 1.0));
    for_each_point(field.box, [&](int i, int j, int k) {
        const double distance = glm::distance(field.position(i, j, k), centre) - radius;
        field.at(i, j, k) = static_cast<float>(std::clamp(distance, -10.0, 10.0));
    });
    return field;
}

CourseFigure line(const std::string& id, const glm::dvec3& from, const glm::dvec3& to, double radius) {
    CourseFigure figure;
    figure.id = id;
    for (int n = 0; n <= 12; ++n) {
        figure.points.push_back(from + (to - from) * (n / 12.0));
        figure.radii.push_back(radius);
    }
    return figure;
}

CatalogEntry entry(const std::string& id) {
    CatalogEntry result;
    result.id = id;
    result.tissue = "artery";
    result.hazard = true;
    return result;
}

struct Way {
    double most = 0.0;     // that a point moved
    double missing = 0.0;  // that its figure lay too deep
};

Way way_of(const Course& course) {
    Way way;
    for (std::size_t n = 0; n < course.curve.points.size(); ++n) {
        way.most = std::max(way.most, glm::distance(course.curve.points[n], course.measured.points[n]));
        way.missing = std::max(way.missing, course.missing[n]);
    }
    return way;
}

double nearest_to(const Course& course, const Field& field) {
    double least = 1e9;
    for (const glm::dvec3& p : resampled(course.curve, 1.0).points) least = std::min(least, sample(field, p));
    return least;
}

// A muscle of radius 25 round the origin and a bone of radius 15 at its side.
struct Limb {
    Field muscle = ball({0.0, 0.0, 0.0}, 25.0);
    Field bone = ball({60.0, 0.0, 0.0}, 15.0);
    Surroundings around() const {
        Surroundings result;
        result.bone = [this](const glm::dvec3& p) { return sample(bone, p); };
        result.deep = [this](const glm::dvec3& p) { return std::min(sample(bone, p), sample(muscle, p)); };
        result.muscles.push_back({"muscle", &muscle});
        return result;
    }
};

}  // namespace

TEST_CASE("a correction replaces what of a line lies between two heights, and nothing else") {
    CourseFigure figure{"vein", false, {}, {}};
    for (int n = 0; n <= 10; ++n) {
        figure.points.push_back({0.0, 100.0 - 10.0 * n, 0.0});
        figure.radii.push_back(2.0 - 0.1 * n);
    }
    const CourseFigure before = figure;
    const Correction correction{"vein", 75.0, 25.0, {{4.0, 70.0, 0.0}, {6.0, 50.0, 0.0}, {4.0, 30.0, 0.0}}};
    const CorrectedPart part = correct(figure, correction);
    REQUIRE(figure.points.size() == 3 + 3 + 3);
    for (std::size_t n = 0; n < 3; ++n) {
        CHECK(figure.points[n] == before.points[n]);
        CHECK(figure.points[3 + n] == correction.line[n]);
        CHECK(figure.points[6 + n] == before.points[8 + n]);
        CHECK(figure.radii[6 + n] == before.radii[8 + n]);
    }
    CHECK(figure.radii[4] == doctest::Approx(1.5));  // as the measured line at that height
    CHECK(part.most_mm == doctest::Approx(6.0));
    CHECK(part.where.y == doctest::Approx(50.0));
    CHECK(part.mean_mm > 4.0);
    CHECK(part.mean_mm < 6.0);
}

TEST_CASE("a correction may take a line's beginning or its end") {
    const CourseFigure whole{"vein", false, {{0.0, 20.0, 0.0}, {0.0, 10.0, 0.0}, {0.0, 0.0, 0.0}}, {1.0, 1.0, 1.0}};
    CourseFigure figure = whole;
    correct(figure, {"vein", 30.0, 5.0, {{3.0, 25.0, 0.0}, {3.0, 10.0, 0.0}}});
    CHECK(figure.points == std::vector<glm::dvec3>{{3.0, 25.0, 0.0}, {3.0, 10.0, 0.0}, {0.0, 0.0, 0.0}});
    figure = whole;
    correct(figure, {"vein", 15.0, -5.0, {{3.0, 10.0, 0.0}, {3.0, 0.0, 0.0}}});
    CHECK(figure.points == std::vector<glm::dvec3>{{0.0, 20.0, 0.0}, {3.0, 10.0, 0.0}, {3.0, 0.0, 0.0}});
}

TEST_CASE("a course in a muscle goes to the muscle's surface, by its depth and 1.5 mm at most; one that enters on purpose stays") {
    const Limb limb;
    for (const bool on_purpose : {false, true}) {
        CAPTURE(on_purpose);
        Catalog catalog{entry("artery")};
        if (on_purpose) catalog[0].enters = {"muscle"};
        std::vector<Course> courses = courses_of({line("artery", {0.0, 50.0, 20.0}, {0.0, -50.0, 20.0}, 1.5)}, catalog);
        settle(courses, limb.around(), catalog);
        const Way way = way_of(courses[0]);
        if (on_purpose) {
            CHECK(way.most < 0.7);
        } else {
            CHECK(way.missing == doctest::Approx(5.0).epsilon(0.05));
            CHECK(way.most < way.missing + 1.5);
            CHECK(nearest_to(courses[0], limb.muscle) > -1.0);
        }
    }
}

TEST_CASE("a course that is free stays within 0.7 mm") {
    const Limb limb;
    const Catalog catalog{entry("artery")};
    std::vector<Course> courses = courses_of({line("artery", {0.0, 50.0, 29.0}, {0.0, -50.0, 29.0}, 1.5)}, catalog);
    settle(courses, limb.around(), catalog);
    CHECK(way_of(courses[0]).most < 0.7);
}

TEST_CASE("a course in bone lies on it afterwards") {
    const Limb limb;
    const Catalog catalog{entry("artery")};
    std::vector<Course> courses = courses_of({line("artery", {60.0, 40.0, 13.0}, {60.0, -40.0, 13.0}, 1.5)}, catalog);
    settle(courses, limb.around(), catalog);
    CHECK(nearest_to(courses[0], limb.bone) > 1.5 + 0.1);
    CHECK(way_of(courses[0]).most < way_of(courses[0]).missing + 1.5);
}

TEST_CASE("two courses that cross each other end up beside each other, the thinner one further away") {
    const Limb limb;
    const Catalog catalog{entry("thick"), entry("thin")};
    std::vector<Course> courses = courses_of({line("thick", {-60.0, 50.0, 0.0}, {-60.0, -50.0, 0.0}, 4.0),
                                              line("thin", {-60.0, 50.0, 3.0}, {-60.0, -50.0, 3.0}, 1.5)},
                                             catalog);
    settle(courses, limb.around(), catalog);
    const Curve thick = resampled(courses[0].curve, 1.0);
    for (const glm::dvec3& p : resampled(courses[1].curve, 1.0).points) CHECK(nearest(thick, p).distance > 4.0 + 1.5 + 0.1);
    CHECK(way_of(courses[1]).most > way_of(courses[0]).most);
}

TEST_CASE("what stood in a course's way is counted where the others came to lie, too") {
    const Limb limb;
    const Catalog catalog{entry("thick"), entry("thin")};
    // The thick one lies in bone and comes out towards the thin one, which was free of it.
    std::vector<Course> courses = courses_of({line("thick", {60.0, 40.0, 13.0}, {60.0, -40.0, 13.0}, 2.0),
                                              line("thin", {60.0, 40.0, 19.0}, {60.0, -40.0, 19.0}, 1.0)},
                                             catalog);
    settle(courses, limb.around(), catalog);
    double needed = 0.0;
    for (const glm::dvec3& p : courses[1].measured.points) needed = std::max(needed, 1.0 + 0.3 - tube_distance(courses[0].curve, p));
    const Way way = way_of(courses[1]);
    CHECK(needed > 1.0);
    CHECK(way.missing == doctest::Approx(needed).epsilon(0.05));
    CHECK(way.most > 0.7);
    CHECK(way.most < way.missing + 1.5);
}

TEST_CASE("a branch misses what its parent moved, and what its figure begins away from it; nothing if neither") {
    const Limb limb;
    Catalog catalog{entry("parent"), entry("branch")};
    catalog[1].branches_from = "parent";
    struct Case {
        double parent_z, begins_off, least, most;
    };
    // In bone the parent must come out by 4.35 mm, across the way that the branch leaves it.
    for (const Case& one : {Case{13.0, 0.0, 2.0, 4.4}, Case{40.0, 0.0, 0.0, 0.0}, Case{40.0, 8.0, 8.0 - 2.2, 8.0 - 2.0}}) {
        CAPTURE(one.parent_z);
        CAPTURE(one.begins_off);
        const glm::dvec3 from(60.0 + one.begins_off, 0.0, one.parent_z);
        std::vector<Course> courses = courses_of({line("parent", {60.0, 40.0, one.parent_z}, {60.0, -40.0, one.parent_z}, 2.0),
                                                  line("branch", from, from + glm::dvec3(30.0, -10.0, 5.0), 1.0)},
                                                 catalog);
        const glm::dvec3 began = courses[1].curve.points.front();
        settle(courses, limb.around(), catalog);
        if (one.parent_z < 15.0) CHECK(courses[1].missing.front() >= std::abs(tube_distance(courses[0].curve, began)) - gap_mm - 1e-6);
        CHECK(courses[1].missing.front() >= one.least);
        CHECK(courses[1].missing.front() <= one.most);
    }
}

TEST_CASE("a branch that runs on beside its parent leaves it before its end, so that another course can go on there") {
    const Limb limb;
    Catalog catalog{entry("parent"), entry("next"), entry("branch")};
    catalog[1].continues = "parent";
    catalog[2].branches_from = "parent";
    std::vector<Course> courses = courses_of({line("parent", {-60.0, 50.0, 0.0}, {-60.0, 0.0, 0.0}, 2.4),
                                              line("next", {-60.0, 0.0, 0.0}, {-60.0, -50.0, 2.0}, 1.5),
                                              line("branch", {-60.0, 0.0, 0.0}, {-52.0, -50.0, 0.0}, 1.5)},
                                             catalog);
    settle(courses, limb.around(), catalog);
    for (const glm::dvec3& p : resampled(courses[2].curve, 1.0).points) {
        const Nearest foot = nearest(courses[1].curve, p);
        CHECK(foot.distance > foot.radius + 1.5);
    }
    const std::vector<TubeEnds> ends = ends_of(courses, catalog);
    const auto tube = sweep(courses[2].curve, ends[2], gap_mm);
    CHECK(faults_of(tube).none());
    double closest = 1e9;
    for (const glm::vec3& p : tube.positions) closest = std::min(closest, tube_distance(courses[0].curve, glm::dvec3(p)));
    CHECK(closest == doctest::Approx(gap_mm).epsilon(0.2));
}

TEST_CASE("a bent branch that meets its parent askew ends on its wall and does not cross itself") {
    const Curve parent{{{0.0, 40.0, 0.0}, {0.0, -40.0, 0.0}}, {2.7, 2.7}};
    for (const double steepness : {0.4, 0.8, 1.2}) {
        CAPTURE(steepness);
        Curve branch;
        for (int n = 12; n >= 0; --n) {
            const double way = 2.8 + 2.5 * n;
            branch.points.push_back({way, steepness * way + 0.08 * n * n, 0.3 * n * n / 12.0});
            branch.radii.push_back(1.6);
        }
        TubeEnds ends;
        ends.last_on = &parent;
        const auto tube = sweep(branch, ends, gap_mm);
        CHECK(faults_of(tube).none());
        CHECK(drypoint::geometry::find_self_intersections(tube).empty());
    }
}
