// Samples lie on the surface, each lattice line meets it once, and neighbours follow one another.
#include <doctest/doctest.h>

#include <cmath>

#include <glm/geometric.hpp>

#include "geometry/surface_samples.h"
#include "support/solids.h"

using namespace drypoint;
using namespace drypoint::geometry;

TEST_CASE("on a flat face every lattice line gives one sample, also along edges and through vertices") {
    const TriangleMesh box = test::gridded_box({-40, -40, -40}, {40, 40, 0}, 8);  // vertices every 10 mm
    SampleRequest request;
    request.around_mm = {0, 0, -15};
    request.reach_mm = 32.0;
    request.spacing_mm = 2.5;
    int expected = 0;
    for (int i = -20; i <= 20; ++i)
        for (int j = -20; j <= 20; ++j) expected += std::sqrt(6.25 * (i * i + j * j) + 225.0) <= 32.0 ? 1 : 0;
    int above = 0;
    for (const SurfaceSample& sample : samples_around(box, request)) {
        if (sample.at_mm.z < -1e-9) continue;  // the faces beside it
        ++above;
        CHECK(std::abs(sample.at_mm.x / 2.5 - std::round(sample.at_mm.x / 2.5)) < 1e-9);
    }
    CHECK(above == expected);
}

TEST_CASE("round a point in a ball samples lie on its outside with its normals, in rows") {
    const TriangleMesh ball = test::sphere({5, -3, 8}, 50, 40);
    SampleRequest request;
    request.around_mm = {5, -3, 40};
    request.reach_mm = 45.0;
    request.spacing_mm = 2.0;
    const auto samples = samples_around(ball, request);
    // The cap within 45 mm of a point 18 mm under the pole has about pi * (45^2 - 18^2) mm2 and a little more.
    CHECK(samples.size() > 1000);
    CHECK(samples.size() < 3000);
    std::size_t near = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const glm::dvec3 out = samples[i].at_mm - glm::dvec3(5, -3, 8);
        CHECK(glm::length(out) == doctest::Approx(50.0).epsilon(0.002));
        CHECK(glm::dot(glm::normalize(out), samples[i].outward) > std::cos(4.0 / 57.3));
        CHECK(glm::distance(samples[i].at_mm, request.around_mm) <= 45.0);
        if (i > 0 && glm::distance(samples[i].at_mm, samples[i - 1].at_mm) < 6.0) ++near;
    }
    CHECK(near > samples.size() * 8 / 10);
}

TEST_CASE("of a shell only the face that looks away is sampled, and nothing beyond the reach") {
    TriangleMesh skin = test::sphere({0, 0, 0}, 30, 24);
    const TriangleMesh inner = test::sphere({0, 0, 0}, 28, 24);
    const auto first = static_cast<std::uint32_t>(skin.positions.size());
    skin.positions.insert(skin.positions.end(), inner.positions.begin(), inner.positions.end());
    for (const Triangle& t : inner.triangles) skin.triangles.push_back({t[0] + first, t[2] + first, t[1] + first});
    SampleRequest request;
    request.reach_mm = 40.0;
    request.spacing_mm = 4.0;
    for (const SurfaceSample& sample : samples_around(skin, request))
        CHECK(glm::length(sample.at_mm) == doctest::Approx(30.0).epsilon(0.01));
    request.reach_mm = 20.0;
    CHECK(samples_around(skin, request).empty());
    CHECK(samples_around({}, request).empty());
}
