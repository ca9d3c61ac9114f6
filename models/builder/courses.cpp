#include "courses.h"

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>

#include "compete.h"

namespace drypoint::builder {
namespace {

constexpr double spacing = 4.0;          // between points of a course
constexpr double bone_gap = 0.3;         // between a wall and bone
constexpr double course_gap = 0.25;      // between two walls
constexpr double superficial_gap = 0.5;  // between the wall of a superficial course and what it lies on

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

// The child starts on the parent's wall.
void lead_off(Curve& child, const Curve& parent) {
    std::size_t inside = 0;
    while (inside + 2 < child.points.size()) {
        const Nearest foot = nearest(parent, child.points[inside]);
        if (foot.distance > foot.radius + child.radii[inside] + 0.5) break;
        ++inside;
    }
    erase_first(child, inside);
    // Branches leave at an acute angle: from a little further up than the nearest place.
    Nearest foot = nearest(parent, child.points.front());
    const glm::dvec3 upstream = tangent(parent.points, foot.segment) * (0.8 * std::min(foot.distance, 10.0));
    foot = nearest(parent, foot.point - upstream);
    const glm::dvec3 way = child.points.front() - foot.point;
    put_first(child, foot.point + way * ((foot.radius + gap_mm) / glm::length(way)), child.radii.front());
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
    }
}

bool joined(const CatalogEntry& a, const std::string& b) {
    return a.continues == b || a.branches_from == b || a.ends_on == b;
}

class Settler {
  public:
    Settler(std::vector<Course>& courses, const Surroundings& around, const Catalog& catalog)
        : courses_(courses), around_(around), catalog_(catalog) {}

    void run() {
        constexpr int rounds = 40;
        for (int round = 0; round < rounds; ++round) {
            const double sigma = round < 24 ? 3.0 : 1.0;  // points
            std::vector<std::vector<glm::dvec3>> moves;
            for (const Course& course : courses_) moves.push_back(moves_of(course));
            for (std::size_t c = 0; c < courses_.size(); ++c) {
                const std::vector<glm::dvec3> smooth = smoothed_along(moves[c], sigma);
                for (std::size_t n = 0; n < smooth.size(); ++n) courses_[c].curve.points[n] += smooth[n] * 0.7;
            }
        }
    }

  private:
    std::vector<glm::dvec3> moves_of(const Course& course) const {
        const CatalogEntry& entry = *builder::find(catalog_, course.id);
        std::vector<glm::dvec3> moves;
        for (std::size_t n = 0; n < course.curve.points.size(); ++n) {
            const glm::dvec3& p = course.curve.points[n];
            const double radius = course.curve.radii[n];
            glm::dvec3 move = away_from(around_.bone, p, radius + bone_gap);
            if (course.superficial) {
                move += away_from(around_.deep, p, radius + superficial_gap);
            } else {
                move += out_of_muscle(entry, p);
            }
            if (around_.skin && entry.tissue == "nerve") {
                const Distance under_skin = [&](const glm::dvec3& at) { return -around_.skin(at); };
                move += away_from(under_skin, p, radius);
            }
            move += apart(course, n);
            const double length = glm::length(move);
            moves.push_back(length > 4.0 ? move * (4.0 / length) : move);
        }
        return moves;
    }

    static glm::dvec3 away_from(const Distance& obstacle, const glm::dvec3& p, double wanted) {
        const double missing = wanted - obstacle(p);
        if (missing <= 0.0) return glm::dvec3(0.0);
        constexpr double h = 0.5;
        glm::dvec3 slope(0.0);
        for (int axis = 0; axis < 3; ++axis) {
            glm::dvec3 step(0.0);
            step[axis] = h;
            slope[axis] = obstacle(p + step) - obstacle(p - step);
        }
        const double length = glm::length(slope);
        return length > 1e-9 ? slope * (missing / length) : glm::dvec3(0.0);
    }

    // To the nearest surface of the muscle that the point lies in: there a neighbour or free space begins.
    glm::dvec3 out_of_muscle(const CatalogEntry& entry, const glm::dvec3& p) const {
        for (const Surroundings::Muscle& muscle : around_.muscles) {
            if (std::find(entry.enters.begin(), entry.enters.end(), muscle.id) != entry.enters.end()) continue;
            const double depth = -sample(*muscle.field, p);
            if (depth > 0.0) return direction(*muscle.field, p, glm::dvec3(0.0)) * depth;
        }
        return glm::dvec3(0.0);
    }

    glm::dvec3 apart(const Course& course, std::size_t n) const {
        const glm::dvec3& p = course.curve.points[n];
        const double radius = course.curve.radii[n];
        glm::dvec3 sum(0.0);
        for (const Course& other : courses_) {
            if (other.id == course.id) continue;
            const Nearest foot = nearest(other.curve, p);
            const double missing = radius + foot.radius + course_gap - foot.distance;
            if (missing <= 0.0 || foot.distance < 1e-6 || near_joint(course, other, p)) continue;
            // The thinner one gives way more.
            sum += (p - foot.point) * (missing / foot.distance * foot.radius / (radius + foot.radius));
        }
        return sum;
    }

    // Joined courses may touch near the place where they join.
    bool near_joint(const Course& a, const Course& b, const glm::dvec3& p) const {
        const CatalogEntry& first = *builder::find(catalog_, a.id);
        const CatalogEntry& second = *builder::find(catalog_, b.id);
        const double reach = 3.0 * std::max(a.curve.radii.front(), b.curve.radii.front()) + 3.0;
        const auto near = [&](const glm::dvec3& end) { return glm::distance(end, p) < reach; };
        if (joined(first, b.id)) return near(a.curve.points.front()) || near(a.curve.points.back());
        if (joined(second, a.id)) return near(b.curve.points.front()) || near(b.curve.points.back());
        // Two children of one parent part where both start.
        const auto side_by_side = [](const CatalogEntry& on, const CatalogEntry& off) {
            return !on.continues.empty() && on.continues == off.branches_from;
        };
        const bool siblings = side_by_side(first, second) || side_by_side(second, first);
        return siblings && near(a.curve.points.front());
    }

    std::vector<Course>& courses_;
    const Surroundings& around_;
    const Catalog& catalog_;
};

// Joining changes the number of points at the ends, so `measured` is found again by position.
void pair_with_measured(Course& course) {
    Curve paired;
    for (std::size_t n = 0; n < course.curve.points.size(); ++n) {
        paired.points.push_back(nearest(course.measured, course.curve.points[n]).point);
        paired.radii.push_back(course.curve.radii[n]);
    }
    course.measured = std::move(paired);
}

}  // namespace

std::vector<Course> courses_of(const std::vector<CourseFigure>& figures, const Catalog& catalog) {
    std::vector<Course> courses;
    for (const CourseFigure& figure : figures) {
        const Curve curve = resampled({figure.points, figure.radii}, spacing);
        courses.push_back({figure.id, figure.superficial, curve, curve});
    }
    join(courses, catalog);
    for (Course& course : courses) {
        course.curve = resampled(course.curve, spacing);
        course.measured = course.curve;
    }
    return courses;
}

void settle(std::vector<Course>& courses, const Surroundings& around, const Catalog& catalog) {
    Settler(courses, around, catalog).run();
    for (Course& course : courses) {
        const glm::dvec3 first = course.curve.points.front();
        const glm::dvec3 last = course.curve.points.back();
        course.curve.points = smoothed_along(course.curve.points, 0.8);
        course.curve.points.front() = first;
        course.curve.points.back() = last;
    }
    join(courses, catalog);
    for (Course& course : courses) pair_with_measured(course);
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
