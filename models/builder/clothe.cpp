#include "clothe.h"

#include <cmath>

#include "content.h"
#include "solids.h"

namespace drypoint::builder {
namespace {

// The points that lie at most so much higher or lower.
Curve near(const Curve& curve, double y, double most) {
    Curve result;
    for (std::size_t n = 0; n < curve.points.size(); ++n) {
        if (std::abs(curve.points[n].y - y) > most) continue;
        result.points.push_back(curve.points[n]);
        result.radii.push_back(curve.radii[n]);
    }
    return result;
}

}  // namespace

Envelope make_envelope(const std::vector<Claimed>& solids, const std::vector<Course>& courses, const Figures& figures, const Catalog& catalog,
                       const Builds& builds, unsigned threads) {
    constexpr double near_piercing = 25.0;  // mm of height above it where a course may lie in the fascia already
    const Field skin = measured_skin(figures);
    std::vector<Curve> beneath;
    std::vector<Curve> through;
    std::vector<Curve> piercing;
    for (const Course& course : courses) {
        beneath.push_back(beneath_fascia(course, short_of_piercing_mm));
        through.push_back(outside_fascia(course, near_piercing));
        piercing.push_back(near(through.back(), course.outside_fascia_below, near_piercing));
    }
    Content deep;
    Content outside;
    Content openings;
    for (const Claimed& item : solids) deep.add(item.field);
    for (const Curve& curve : beneath) {
        if (curve.points.size() > 1) deep.add(curve);
    }
    for (const Curve& curve : through) {
        if (curve.points.size() > 1) outside.add(curve);
    }
    for (const Curve& curve : piercing) {
        if (curve.points.size() > 1) openings.add(curve);
    }
    EnvelopeInput input;
    std::vector<Course> whole = courses;
    const std::vector<TubeEnds> ends = ends_of(whole, catalog);
    for (std::size_t n = 0; n < courses.size(); ++n) {
        if (through[n].points.size() < 2) continue;
        input.courses_in_fat.push_back(courses[n].curve);
        input.tubes_in_fat.push_back(sweep(courses[n].curve, ends[n], gap_mm));
    }
    input.fascia.deep = [&](const glm::dvec3& p) { return deep(p); };
    input.fascia.outside = [&](const glm::dvec3& p) { return outside(p); };
    input.fascia.piercing = [&](const glm::dvec3& p) { return openings(p); };
    input.fascia.measured_skin = &skin;
    input.fascia.builds = &builds;
    input.fascia.threads = threads;
    input.landmarks = figures.landmarks;
    return wrap(input, CutPlanes{}, HipContour{});
}

}  // namespace drypoint::builder
