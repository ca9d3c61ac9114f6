#include "settle.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "compete.h"
#include "passage.h"
#include "solids.h"

namespace drypoint::builder {
namespace {

constexpr double bone_gap = 0.35;        // between a wall and bone
constexpr double course_gap = 0.3;       // between two walls
constexpr double superficial_gap = 0.5;  // between the wall of a superficial course and what it lies on
constexpr double fascia_room = 0.9;      // between a wall and the deep fascia, which its bed and long triangles use up
constexpr double slack = 1.3;            // how much further than what is missing a course may go
constexpr double free_slack = 0.6;       // the same where nothing is missing
constexpr double bone_cost = 30.0;       // of a place in bone, against one in muscle
constexpr double least_off = 0.1;        // nearer than that an end counts as being where its parent is
constexpr double taper = 0.35;           // how fast a move fades out along a course, mm per mm

using Points = std::vector<glm::dvec3>;

bool joined(const CatalogEntry& a, const std::string& b) {
    return a.continues == b || a.branches_from == b || a.ends_on == b;
}

double off_wall(const Curve& curve, const glm::dvec3& p) {
    const Nearest foot = nearest(curve, p);
    return foot.distance - foot.radius - gap_mm;
}

struct Reach {
    glm::dvec3 low{1e9};
    glm::dvec3 high{-1e9};

    explicit Reach(const Curve& curve) {
        for (const glm::dvec3& p : curve.points) {
            low = glm::min(low, p);
            high = glm::max(high, p);
        }
    }
    bool holds(const glm::dvec3& p, double margin) const {
        return glm::all(glm::greaterThan(p, low - margin)) && glm::all(glm::lessThan(p, high + margin));
    }
};

class Settler {
  public:
    Settler(std::vector<Course>& courses, const Surroundings& around, const Catalog& catalog)
        : courses_(courses), around_(around) {
        for (const Course& course : courses_) entries_.push_back(find(catalog, course.id));
    }

    // What is missing to each point of the figure, and how far it may therefore go.
    void look() {
        measure_reach();
        const std::vector<char> all(courses_.size(), 1);
        for (std::size_t c = 0; c < courses_.size(); ++c) {
            Course& course = courses_[c];
            course.missing.clear();
            std::vector<double> may;
            for (std::size_t n = 0; n < course.curve.points.size(); ++n) {
                const glm::dvec3& p = course.curve.points[n];
                const double radius = course.curve.radii[n];
                const double missing = std::max(missing_at(c, p, radius), crowded_at(c, p, radius, all));
                course.missing.push_back(missing);
                may.push_back(missing > 0.0 ? missing + slack : free_slack);
            }
            may_move_.push_back(faded(course.curve.points, may));
        }
    }

    // What was missing is also what the others need where they came to lie: off them, and to the wall that a joined end is led to. To be
    // called before the figures' points are paired with the new ones.
    void look_again() {
        measure_reach();
        const std::vector<char> all(courses_.size(), 1);
        for (std::size_t c = 0; c < courses_.size(); ++c) {
            Course& course = courses_[c];
            for (std::size_t n = 0; n < course.measured.points.size(); ++n) {
                const double crowded = crowded_at(c, course.measured.points[n], course.measured.radii[n], all);
                course.missing[n] = std::max(course.missing[n], crowded);
            }
            course.missing.front() = std::max(course.missing.front(), off_parent(c, true));
            course.missing.back() = std::max(course.missing.back(), off_parent(c, false));
        }
    }

    // Through the spaces between muscles: each course takes the way that costs it least, the thickest first; later ones keep off those
    // that have theirs. What crosses a muscle from one side to the other, or lies in a cleft between bones, has no way out within its
    // reach: its figure is wrong there (corrections.toml).
    void plan() {
        std::vector<std::size_t> order(courses_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const auto radius = [&](std::size_t c) { return courses_[c].curve.radii.front(); };
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return radius(a) > radius(b); });
        std::vector<char> placed(courses_.size(), 0);
        for (const std::size_t c : order) {
            measure_reach();
            courses_[c].curve.points = passage(c, placed);
            placed[c] = 1;
        }
    }

    // Towards the planes between muscles, smoothed along each course.
    void drift(int rounds) {
        for (int round = 0; round < rounds; ++round) {
            const double sigma = 3 * round < 2 * rounds ? 4.0 : 1.3;  // points
            measure_reach();
            std::vector<Points> moves;
            for (std::size_t c = 0; c < courses_.size(); ++c) moves.push_back(smoothed_along(wishes(c), sigma));
            for (std::size_t c = 0; c < courses_.size(); ++c) {
                Course& course = courses_[c];
                for (std::size_t n = 0; n < moves[c].size(); ++n) {
                    const glm::dvec3& from = course.measured.points[n];
                    glm::dvec3 way = course.curve.points[n] + moves[c][n] * 0.7 - from;
                    const double length = glm::length(way);
                    if (length > may_move_[c][n]) way *= may_move_[c][n] / length;
                    course.curve.points[n] = from + way;
                }
            }
        }
    }

    // Out of bone and off other courses, whatever it takes; what has gone further than it may and stands free comes back. Ends that are
    // joined to another course stay.
    void clear(int rounds) {
        constexpr double enough = 0.02;
        for (int round = 0; round < rounds; ++round) {
            measure_reach();
            bool any = false;
            std::vector<Points> moves;
            for (std::size_t c = 0; c < courses_.size(); ++c) {
                Points needs;
                for (std::size_t n = 0; n < courses_[c].curve.points.size(); ++n) {
                    needs.push_back(is_held(c, n) ? glm::dvec3(0.0) : out_of_bone(c, n) + apart(c, n) + straighter(c, n));
                    any = any || glm::length(needs.back()) > enough;
                    if (!is_led(c, n) && glm::length(needs.back()) < enough) needs.back() = back_within_reach(c, n);
                }
                moves.push_back(3 * round < 2 * rounds ? smoothed_along(needs, 1.0) : needs);
            }
            if (!any) return;
            for (std::size_t c = 0; c < courses_.size(); ++c) {
                for (std::size_t n = 0; n < moves[c].size(); ++n) {
                    if (!is_held(c, n)) courses_[c].curve.points[n] += shortened(moves[c][n], 2.0) * 0.8;
                }
            }
        }
    }

  private:
    Points passage(std::size_t c, const std::vector<char>& others) const {
        const Course& course = courses_[c];
        return cheapest_passage(course.measured.points, may_move_[c], [&](std::size_t n, const glm::dvec3& at) {
            const double missing = missing_at(c, at, course.curve.radii[n]);
            const double crowded = crowded_at(c, at, course.curve.radii[n], others);
            const double in_bone = std::max(0.0, course.curve.radii[n] + 0.5 * bone_gap - around_.bone(at));
            return missing * missing + crowded * crowded + bone_cost * in_bone * in_bone;
        });
    }

    static glm::dvec3 shortened(const glm::dvec3& way, double most) {
        const double length = glm::length(way);
        return length > most ? way * (most / length) : way;
    }

    static std::vector<double> faded(const Points& points, std::vector<double> values) {
        for (std::size_t n = 1; n < values.size(); ++n) {
            values[n] = std::max(values[n], values[n - 1] - taper * glm::distance(points[n], points[n - 1]));
        }
        for (std::size_t n = values.size() - 1; n > 0; --n) {
            values[n - 1] = std::max(values[n - 1], values[n] - taper * glm::distance(points[n], points[n - 1]));
        }
        return values;
    }

    void measure_reach() {
        reach_.clear();
        for (const Course& course : courses_) reach_.emplace_back(course.curve);
    }

    bool is_held(std::size_t c, std::size_t n) const {
        const CatalogEntry& entry = *entries_[c];
        if (n == 0) return !entry.continues.empty() || !entry.branches_from.empty();
        return n + 1 == courses_[c].curve.points.size() && !entry.ends_on.empty();
    }

    // The stretch by which a joined end is led to its parent: bent once, it stays, for a tube that leaves a wall askew soon crosses itself.
    bool is_led(std::size_t c, std::size_t n) const {
        constexpr std::size_t stretch = 6;  // points
        const std::size_t last = courses_[c].curve.points.size() - 1;
        return (n < stretch && is_held(c, 0)) || (n + stretch > last && is_held(c, last));
    }

    // How deep a point of the course lies in bone or muscle, below what it should lie on, or outside of the skin.
    double missing_at(std::size_t c, const glm::dvec3& p, double radius) const {
        const Course& course = courses_[c];
        double missing = radius - around_.bone(p);
        if (course.superficial) missing = std::max(missing, radius - around_.deep(p));
        if (is_outside(course, p)) missing = std::max(missing, std::abs(off_fascia(c, p, radius)));
        if (around_.skin && is_kept_in(c, p)) missing = std::max(missing, radius + around_.skin(p));
        if (!course.superficial) missing = std::max(missing, depth_in_muscle(*entries_[c], p));
        return std::max(0.0, missing);
    }

    bool is_outside(const Course& course, const glm::dvec3& p) const {
        return around_.fascia && p.y < course.outside_fascia_below;
    }

    // Beneath the measured skin: nerves, unless they run in the fat, of which the figures have next to none but at the ankle.
    bool is_kept_in(std::size_t c, const glm::dvec3& p) const {
        return entries_[c]->tissue == "nerve" && (!is_outside(courses_[c], p) || p.y < 2.0 * ankle_cut_y);
    }

    // How far outwards the point must go to lie as near to the deep fascia as it may, and no nearer.
    double off_fascia(std::size_t c, const glm::dvec3& p, double radius) const {
        const double distance = around_.fascia(p) - radius;
        return std::max(0.0, fascia_room - distance) - std::max(0.0, distance - entries_[c]->most_off_fascia);
    }

    Points wishes(std::size_t c) const {
        const Course& course = courses_[c];
        Points moves;
        for (std::size_t n = 0; n < course.curve.points.size(); ++n) {
            const glm::dvec3& p = course.curve.points[n];
            const double radius = course.curve.radii[n];
            glm::dvec3 move = out_of_bone(c, n) + apart(c, n);
            move += course.superficial ? away_from(around_.deep, p, radius + superficial_gap) : out_of_muscle(*entries_[c], p);
            if (is_outside(course, p)) move += slope_of(around_.fascia, p) * off_fascia(c, p, radius);
            if (around_.skin && is_kept_in(c, p)) {
                const Distance under_skin = [&](const glm::dvec3& at) { return -around_.skin(at); };
                move += away_from(under_skin, p, radius);
            }
            moves.push_back(shortened(move, 4.0));
        }
        return moves;
    }

    glm::dvec3 out_of_bone(std::size_t c, std::size_t n) const {
        const Curve& curve = courses_[c].curve;
        return away_from(around_.bone, curve.points[n], curve.radii[n] + bone_gap);
    }

    // The muscle that the point lies in and must leave, if there is one.
    const Surroundings::Muscle* muscle_at(const CatalogEntry& entry, const glm::dvec3& p) const {
        for (const Surroundings::Muscle& muscle : around_.muscles) {
            if (std::find(entry.enters.begin(), entry.enters.end(), muscle.id) != entry.enters.end()) continue;
            if (sample(*muscle.field, p) < 0.0) return &muscle;
        }
        return nullptr;
    }

    double depth_in_muscle(const CatalogEntry& entry, const glm::dvec3& p) const {
        const Surroundings::Muscle* muscle = muscle_at(entry, p);
        return muscle ? -sample(*muscle->field, p) : 0.0;
    }

    // To its nearest surface: there a neighbour or free space begins.
    glm::dvec3 out_of_muscle(const CatalogEntry& entry, const glm::dvec3& p) const {
        const Surroundings::Muscle* muscle = muscle_at(entry, p);
        return muscle ? direction(*muscle->field, p, glm::dvec3(0.0)) * -sample(*muscle->field, p) : glm::dvec3(0.0);
    }

    // A tube cannot bend more sharply than its own radius.
    glm::dvec3 straighter(std::size_t c, std::size_t n) const {
        const Curve& curve = courses_[c].curve;
        if (n == 0 || n + 1 == curve.points.size()) return glm::dvec3(0.0);
        const glm::dvec3 sag = (curve.points[n - 1] + curve.points[n + 1]) / 2.0 - curve.points[n];
        const glm::dvec3 chord = curve.points[n + 1] - curve.points[n - 1];
        const double bend = glm::dot(chord, chord) / (8.0 * std::max(glm::length(sag), 1e-9));  // its radius
        return bend < 2.0 * curve.radii[n] ? sag * 0.5 : glm::dvec3(0.0);
    }

    // Towards the figure, if the point has gone further than it may.
    glm::dvec3 back_within_reach(std::size_t c, std::size_t n) const {
        const glm::dvec3& p = courses_[c].curve.points[n];
        const Nearest foot = nearest(courses_[c].measured, p);
        const double may = may_move_[c][foot.segment] * (1.0 - foot.t) + may_move_[c][foot.segment + 1] * foot.t;
        if (foot.distance <= may) return glm::dvec3(0.0);
        return (foot.point - p) * (std::min(foot.distance - may, 0.3) / foot.distance);
    }

    glm::dvec3 apart(std::size_t c, std::size_t n) const {
        const glm::dvec3& p = courses_[c].curve.points[n];
        const double radius = courses_[c].curve.radii[n];
        glm::dvec3 sum(0.0);
        for (std::size_t d = 0; d < courses_.size(); ++d) {
            if (d == c || !reach_[d].holds(p, radius + 8.0)) continue;
            const Nearest foot = nearest(courses_[d].curve, p);
            const double missing = radius + foot.radius + course_gap - foot.distance;
            if (missing <= 0.0 || foot.distance < 1e-6 || near_joint(c, d, p, radius)) continue;
            // The thinner one gives way more.
            sum += (p - foot.point) * (missing / foot.distance * foot.radius / (radius + foot.radius));
        }
        return sum;
    }

    // How deep the wall at the point lies in the walls of those of the others that are marked.
    double crowded_at(std::size_t c, const glm::dvec3& p, double radius, const std::vector<char>& others) const {
        double most = 0.0;
        for (std::size_t d = 0; d < courses_.size(); ++d) {
            if (d == c || !others[d] || !reach_[d].holds(p, radius + 8.0)) continue;
            const Nearest foot = nearest(courses_[d].curve, p);
            const double missing = radius + foot.radius + course_gap - foot.distance;
            if (missing > most && !near_joint(c, d, p, radius)) most = missing;
        }
        return most;
    }

    // Joined courses touch at the place where they join. The point is on the axis of `a`, whose wall there has the radius.
    bool near_joint(std::size_t a, std::size_t b, const glm::dvec3& p, double radius) const {
        if (joined(*entries_[a], courses_[b].id)) return near_joint_of(a, b, p, 0.0);
        return joined(*entries_[b], courses_[a].id) && near_joint_of(b, a, p, radius);
    }

    // `beside`: how far the point lies below the wall that a branch starts on.
    bool near_joint_of(std::size_t child, std::size_t parent, const glm::dvec3& p, double beside) const {
        const bool at_end = entries_[child]->ends_on == courses_[parent].id;
        const Curve& curve = courses_[child].curve;
        const glm::dvec3& joint = at_end ? curve.points.back() : curve.points.front();
        const double radius = at_end ? curve.radii.back() : curve.radii.front();
        const bool end_to_end = entries_[child]->continues == courses_[parent].id;
        return glm::distance(joint, p) < 2.0 * radius + (end_to_end ? 2.0 : 1.0 + beside);
    }

    // How far a joined end must go to where its parent lies: from where the figure ends outside of it, and from where it was first led to.
    double off_parent(std::size_t c, bool is_first) const {
        const CatalogEntry& entry = *entries_[c];
        const Course& course = courses_[c];
        const auto end_of = [&](const Curve& curve) { return is_first ? curve.points.front() : curve.points.back(); };
        double off = 0.0;
        for (const Course& parent : courses_) {
            if (is_first && entry.continues == parent.id) off = nearest(course.figure, parent.curve.points.back()).distance;
            if (parent.id != (is_first ? entry.branches_from : entry.ends_on)) continue;
            off = std::max(off_wall(parent.curve, end_of(course.figure)), std::abs(off_wall(parent.curve, end_of(course.measured))));
        }
        return off > least_off ? off : 0.0;
    }

    std::vector<Course>& courses_;
    const Surroundings& around_;
    std::vector<const CatalogEntry*> entries_;
    std::vector<Reach> reach_;
    std::vector<std::vector<double>> may_move_;
};

// Joining changes the number of points at the ends, so what was measured is found again by position; what was missing at an end
// stays there.
void pair_with_measured(Course& course) {
    Curve paired;
    std::vector<double> missing;
    for (std::size_t n = 0; n < course.curve.points.size(); ++n) {
        const Nearest foot = nearest(course.measured, course.curve.points[n]);
        paired.points.push_back(foot.point);
        paired.radii.push_back(course.curve.radii[n]);
        missing.push_back(course.missing[foot.segment] * (1.0 - foot.t) + course.missing[foot.segment + 1] * foot.t);
    }
    missing.front() = std::max(missing.front(), course.missing.front());
    missing.back() = std::max(missing.back(), course.missing.back());
    course.measured = std::move(paired);
    course.missing = std::move(missing);
}

void smooth_between_ends(Curve& curve) {
    const glm::dvec3 first = curve.points.front();
    const glm::dvec3 last = curve.points.back();
    curve.points = smoothed_along(curve.points, 1.0);
    curve.points.front() = first;
    curve.points.back() = last;
}

}  // namespace

void settle(std::vector<Course>& courses, const Surroundings& around, const Catalog& catalog) {
    Settler settler(courses, around, catalog);
    settler.look();
    settler.plan();
    settler.drift(45);
    for (Course& course : courses) smooth_between_ends(course.curve);
    join(courses, catalog);
    settler.clear(60);
    join(courses, catalog);
    settler.clear(30);
    settler.look_again();
    for (Course& course : courses) pair_with_measured(course);
}

}  // namespace drypoint::builder
