#include "gaps.h"

#include <algorithm>

#include <glm/common.hpp>

#include "parallel.h"
#include "solids.h"
#include "tube.h"

namespace drypoint::builder {
namespace {

constexpr double touching_mm = 0.3;

bool holds(const Field& field, const glm::dvec3& p) {
    const glm::dvec3 low = glm::dvec3(field.box.low) * field.step;
    const glm::dvec3 high = glm::dvec3(field.box.high() - 1) * field.step;
    return glm::all(glm::greaterThanEqual(p, low)) && glm::all(glm::lessThanEqual(p, high));
}

// The sum of the distances to the two nearest; 0 inside of one.
double gap_at(const glm::dvec3& p, const std::vector<Claimed>& model, const std::vector<Course>& courses) {
    double nearest = band;
    double second = band;
    const auto add = [&](double distance) {
        second = std::min(second, std::max(distance, nearest));
        nearest = std::min(nearest, distance);
    };
    for (const Claimed& solid : model) {
        if (holds(solid.field, p)) add(sample(solid.field, p));
        if (nearest <= 0.0) return 0.0;
    }
    for (const Course& course : courses) add(tube_distance(course.curve, p));
    return nearest <= 0.0 ? 0.0 : nearest + second;
}

Gap gap_between(const Solid& a, const Solid& b, const std::vector<Claimed>& model, const std::vector<Course>& courses) {
    Gap gap{a.id, b.id};
    const double cell_cm3 = a.field.step * a.field.step * a.field.step / 1000.0;
    for_each_point(intersect(a.field.box, b.field.box), [&](int i, int j, int k) {
        if (a.field.at(i, j, k) > touching_mm || b.field.at(i, j, k) > touching_mm) return;
        gap.touching_cm3 += cell_cm3;
        const glm::dvec3 p = a.field.position(i, j, k);
        const double wide = gap_at(p, model, courses);
        if (wide <= widest_gap_mm) return;
        gap.wide_cm3 += cell_cm3;
        if (wide <= gap.widest_mm) return;
        gap.widest_mm = wide;
        gap.where = p;
    });
    return gap;
}

}  // namespace

std::vector<Gap> gaps_of(const std::vector<Solid>& figures, const std::vector<Claimed>& model, const std::vector<Course>& courses, unsigned threads) {
    std::vector<std::vector<Gap>> found(figures.size());
    parallel_for(figures.size(), threads, [&](std::size_t a) {
        for (std::size_t b = a + 1; b < figures.size(); ++b) {
            const bool muscles = figures[a].rank == rank_of("muscle") && figures[b].rank == rank_of("muscle");
            if (!muscles || figures[a].field.step != figures[b].field.step) continue;
            const Gap gap = gap_between(figures[a], figures[b], model, courses);
            if (gap.wide_cm3 > 0.0) found[a].push_back(gap);
        }
    });
    std::vector<Gap> all;
    for (const std::vector<Gap>& some : found) all.insert(all.end(), some.begin(), some.end());
    std::stable_sort(all.begin(), all.end(), [](const Gap& a, const Gap& b) { return a.wide_cm3 > b.wide_cm3; });
    return all;
}

}  // namespace drypoint::builder
