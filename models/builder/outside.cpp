#include "outside.h"

#include <algorithm>
#include <cmath>

#include "parallel.h"

namespace drypoint::builder {
namespace {

constexpr double ball = 32.0;
constexpr double far = 30.0;
constexpr double step = 3.0;     // of the lattice: the skin is smooth
constexpr double blurred = 0.6;  // what smoothing takes off a bulge over a course

// Calls visit(point, value) for every lattice point.
template <typename Visit>
void for_each_value(Field& field, unsigned threads, const Visit& visit) {
    const Box& box = field.box;
    parallel_for(static_cast<std::size_t>(box.size.y), threads, [&](std::size_t plane) {
        const int at = box.low.y + static_cast<int>(plane);
        for_each_point(Box{{box.low.x, at, box.low.z}, {box.size.x, 1, box.size.z}},
                       [&](int i, int j, int k) { visit(field.position(i, j, k), field.at(i, j, k)); });
    });
}

// The surface that fat and skin are laid on: bridged and smoothed.
Field bridged(const FasciaInput& input, const Field& inside, const CutPlanes& planes, const HipContour& hip) {
    Field field = content_field(input.deep, whole_limb(planes, step), step, hip, 0.0, input.threads);
    for_each_value(field, input.threads, [&](const glm::dvec3& p, float& value) {
        value = static_cast<float>(std::min<double>(value, sample(inside, p)) - input.builds->fascia_at(p.y));
    });
    field = closed(field, static_cast<float>(ball));
    const Field sharp = field;
    smooth_times(field, 5);
    smooth_hip(field, 27);
    keep_smaller(field, sharp, 0.0f);  // smoothing alone would thin the fat over the patella and the crest
    smooth(field);
    redistance(field, static_cast<float>(far));
    return field;
}

// Where the way from the limb's axis towards the site leaves the field's inside, `level` mm outside of its zero level.
glm::dvec3 surface_at(const BuildSite& site, const Builds& builds, const Field& field, double level) {
    const glm::dvec3 axis = builds.axis_at(site.y);
    const glm::dvec3 way = builds.way_out(site);
    double t = 150.0;
    while (t > 5.0 && sample(field, axis + way * t) > level) t -= 0.1;
    return axis + way * t;
}

double missing_at(const BuildSite& site, std::size_t build, const Builds& builds, const Field& inside, const glm::dvec3& skin) {
    return site.target[build] - (sample(inside, skin) - builds.fascia_at(skin.y));
}

}  // namespace

SkinBase skin_base(const FasciaInput& input, const Field& inside, const CutPlanes& planes, const HipContour& hip) {
    constexpr int rounds = 4;
    const Builds& builds = *input.builds;
    SkinBase base{bridged(input, inside, planes, hip), builds};
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t n = 0; n < builds.sites.size(); ++n) {
            for (std::size_t build = 0; build < build_count; ++build) {
                double& laid = base.laid.sites[n].target[build];
                laid += missing_at(builds.sites[n], build, builds, inside, surface_at(builds.sites[n], builds, base.level, laid));
            }
        }
    }
    return base;
}

void correct(SkinBase& base, const std::array<Field, build_count>& fields, const Field& inside, const Builds& builds) {
    for (std::size_t n = 0; n < builds.sites.size(); ++n) {
        for (std::size_t build = 0; build < build_count; ++build) {
            const glm::dvec3 skin = surface_at(builds.sites[n], builds, fields[build], 0.0);
            base.laid.sites[n].target[build] += missing_at(builds.sites[n], build, builds, inside, skin);
        }
    }
}

Field skin_field(const SkinBase& base, const Distance& covered, double room, std::size_t build, unsigned threads) {
    Field field = base.level;
    for_each_value(field, threads, [&](const glm::dvec3& p, float& value) {
        if (std::abs(value) < far - 0.5) value -= static_cast<float>(base.laid.thickness_at(p).mm[build]);
    });
    smooth_times(field, 2);
    for_each_value(field, threads, [&](const glm::dvec3& p, float& value) {
        if (std::abs(value) < far - 0.5) value = std::min(value, static_cast<float>(covered(p) - room - blurred));
    });
    smooth_times(field, 3);
    redistance(field, static_cast<float>(far));
    smooth(field);  // takes out the ripples that sweeping leaves
    return field;
}

}  // namespace drypoint::builder
