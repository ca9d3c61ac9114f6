#include "courses.h"

#include <algorithm>

#include <glm/geometric.hpp>

#include "compete.h"

namespace drypoint::builder {
namespace {

constexpr double spacing = 3.0;  // between points of a course

const Course* find(const std::vector<Course>& courses, const std::string& id) {
    const auto it = std::find_if(courses.begin(), courses.end(), [&](const Course& course) { return course.id == id; });
    return it == courses.end() ? nullptr : &*it;
}

void reverse(Curve& curve) {
    std::reverse(curve.points.begin(), curve.points.end());
    std::reverse(curve.radii.begin(), curve.radii.end());
}

void erase_first(Curve& curve, std::size_t count) {
    const auto most = static_cast<std::ptrdiff_t>(std::min(count, curve.points.size() - 2));
    curve.points.erase(curve.points.begin(), curve.points.begin() + most);
    curve.radii.erase(curve.radii.begin(), curve.radii.begin() + most);
}

void put_first(Curve& curve, const glm::dvec3& point, double radius) {
    curve.points.insert(curve.points.begin(), point);
    curve.radii.insert(curve.radii.begin(), radius);
}

// Points on stretches longer than 1.5 times the spacing, which a joint may leave: what lies between two points is not looked at.
void fill_gaps(Curve& curve) {
    for (std::size_t n = 1; n < curve.points.size(); ++n) {
        const glm::dvec3 from = curve.points[n - 1];
        const double way = glm::distance(from, curve.points[n]);
        if (way < 1.5 * spacing) continue;
        const double t = spacing / way;
        const double radius = curve.radii[n - 1] * (1.0 - t) + curve.radii[n] * t;
        const auto at = static_cast<std::ptrdiff_t>(n);
        curve.points.insert(curve.points.begin() + at, from + (curve.points[n] - from) * t);
        curve.radii.insert(curve.radii.begin() + at, radius);
    }
}

// The child goes on where the parent ends: what of it lies beside the parent goes, and it takes over the parent's radius.
void lead_on(Curve& child, const Curve& parent) {
    const glm::dvec3 end = parent.points.back();
    const glm::dvec3 along = tangent(parent.points, parent.points.size() - 1);
    std::size_t behind = 0;
    while (behind + 2 < child.points.size() && glm::dot(child.points[behind] - end, along) < spacing) ++behind;
    erase_first(child, behind);
    put_first(child, end + along * 0.1, parent.radii.back());
    for (std::size_t n = 1; n < child.radii.size() && n < 5; ++n) {
        const double t = static_cast<double>(n) / 5.0;
        child.radii[n] = parent.radii.back() * (1.0 - t) + child.radii[n] * t;
    }
}

// The direction in which a child leaves its parent's axis at a place: towards its first point, but at an angle of 37 degrees or more.
glm::dvec3 way_off(const Curve& child, const glm::dvec3& place, const glm::dvec3& along) {
    const auto sideways = [&](const glm::dvec3& way) { return way - along * glm::dot(way, along); };
    const glm::dvec3 way = glm::normalize(child.points.front() - place);
    if (glm::length(sideways(way)) >= 0.6) return way;
    // Which side the child runs to shows further on, if it starts on the axis.
    std::size_t n = 0;
    while (n + 1 < child.points.size() && glm::length(sideways(child.points[n] - place)) < 0.5) ++n;
    const glm::dvec3 side = sideways(child.points[n] - place);
    return glm::normalize(side) * 0.6 + along * 0.8;
}

// The child starts on the parent's wall.
void lead_off(Curve& child, const Curve& parent) {
    std::size_t inside = 0;
    while (inside + 2 < child.points.size()) {
        const Nearest foot = nearest(parent, child.points[inside]);
        if (foot.distance > foot.radius + child.radii[inside] + 0.5) break;
        ++inside;
    }
    erase_first(child, inside);
    // Branches leave at an acute angle: from a little further up than the nearest place, and before the parent's end, where
    // another course may go on.
    Nearest foot = nearest(parent, child.points.front());
    const double wall = foot.radius + gap_mm;
    const glm::dvec3& end = parent.points.back();
    const glm::dvec3 end_along = tangent(parent.points, parent.points.size() - 1);
    const double up = 0.8 * std::min(foot.distance, 10.0);
    foot = nearest(parent, foot.point - tangent(parent.points, foot.segment) * up);
    const double before_end = 1.4 * wall + 1.5 * child.radii.front() + 1.0;
    if (glm::distance(foot.point, end) < before_end) foot = nearest(parent, end - end_along * before_end);
    const glm::dvec3 along = tangent(parent.points, foot.segment);
    const glm::dvec3 out = way_off(child, foot.point, along);
    const double sideways = glm::length(out - along * glm::dot(out, along));
    put_first(child, foot.point + out * ((foot.radius + gap_mm) / sideways), child.radii.front());
}

}  // namespace

namespace {

// The first point that lies lower than that; their number if none does.
std::size_t first_below(const Curve& curve, double y) {
    const auto below = std::find_if(curve.points.begin(), curve.points.end(), [&](const glm::dvec3& p) { return p.y < y; });
    return static_cast<std::size_t>(below - curve.points.begin());
}

Curve part_of(const Curve& curve, std::size_t first, std::size_t last) {
    const auto at = [](std::size_t n) { return static_cast<std::ptrdiff_t>(n); };
    return {{curve.points.begin() + at(first), curve.points.begin() + at(last)}, {curve.radii.begin() + at(first), curve.radii.begin() + at(last)}};
}

}  // namespace

Curve beneath_fascia(const Course& course, double short_of) {
    return part_of(course.curve, 0, first_below(course.curve, course.outside_fascia_below + short_of));
}

Curve outside_fascia(const Course& course, double from_above) {
    return part_of(course.curve, first_below(course.curve, course.outside_fascia_below + from_above), course.curve.points.size());
}

std::vector<Course> courses_of(const std::vector<CourseFigure>& figures, const Catalog& catalog) {
    std::vector<Course> courses;
    for (const CourseFigure& figure : figures) {
        const Curve curve = resampled({figure.points, figure.radii}, spacing);
        Course course{figure.id, figure.superficial, -1e9, curve, curve, {}, curve};
        const CatalogEntry* entry = builder::find(catalog, figure.id);
        if (entry && entry->outside_fascia_below) course.outside_fascia_below = *entry->outside_fascia_below;
        courses.push_back(std::move(course));
    }
    join(courses, catalog);
    for (Course& course : courses) {
        course.curve = resampled(course.curve, spacing);
        course.measured = course.curve;
    }
    return courses;
}

void join(std::vector<Course>& courses, const Catalog& catalog) {
    for (Course& course : courses) {
        const CatalogEntry* entry = builder::find(catalog, course.id);
        if (!entry) continue;
        if (const Course* parent = find(courses, entry->continues)) lead_on(course.curve, parent->curve);
        if (const Course* parent = find(courses, entry->branches_from)) lead_off(course.curve, parent->curve);
        if (const Course* parent = find(courses, entry->ends_on)) {
            reverse(course.curve);
            lead_off(course.curve, parent->curve);
            reverse(course.curve);
        }
        fill_gaps(course.curve);
    }
}

std::vector<TubeEnds> ends_of(std::vector<Course>& courses, const Catalog& catalog) {
    std::vector<TubeEnds> ends(courses.size());
    const auto index_of = [&](const std::string& id) {
        return static_cast<std::size_t>(find(courses, id) - courses.data());
    };
    for (std::size_t n = 0; n < courses.size(); ++n) {
        const CatalogEntry* entry = builder::find(catalog, courses[n].id);
        if (!entry) continue;
        if (find(courses, entry->continues)) {
            const std::size_t parent = index_of(entry->continues);
            const Curve& before = courses[parent].curve;
            const Curve& after = courses[n].curve;
            const glm::dvec3 along = glm::normalize(tangent(before.points, before.points.size() - 1) + tangent(after.points, 0));
            ends[n].first = End::flat;
            ends[n].first_along = along;
            ends[parent].last = End::flat;
            ends[parent].last_along = along;
        }
        if (find(courses, entry->branches_from)) ends[n].first_on = &courses[index_of(entry->branches_from)].curve;
        if (find(courses, entry->ends_on)) ends[n].last_on = &courses[index_of(entry->ends_on)].curve;
    }
    return ends;
}

}  // namespace drypoint::builder
