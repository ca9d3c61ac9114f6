#include <doctest/doctest.h>

#include <random>

#include <glm/geometric.hpp>

#include "scene/ring_layout.h"

using namespace drypoint;
using scene::Rect;
using scene::RingRequest;

namespace {

const glm::vec2 half(21, 12);

scene::RingField field() {
    scene::RingField result;
    result.area = {{8, 8}, {704, 664}};
    result.reserved = {{{100, 600}, {600, 640}}};
    return result;
}

Rect box(glm::vec2 centre) {
    return {centre - half, centre + half};
}

}  // namespace

TEST_CASE("rings stand at their places where these are free") {
    const std::vector<RingRequest> apart{{{100, 100}, half}, {{200, 100}, half}, {{300, 300}, half}};
    const auto centres = scene::layout_rings(apart, field());
    for (std::size_t i = 0; i < apart.size(); ++i) CHECK(centres[i] == apart[i].place);
    CHECK(scene::layout_rings({}, field()).empty());
}

TEST_CASE("rings never cover one another or lie under a panel, and the first keeps its place") {
    for (unsigned seed = 0; seed < 100; ++seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<float> x(300, 400), y(480, 620);
        std::vector<RingRequest> close;
        for (int i = 0; i < 6; ++i) close.push_back({{x(random), y(random)}, half});
        close.front().place.y = 500;
        const auto centres = scene::layout_rings(close, field());
        CAPTURE(seed);
        CHECK(centres.front() == close.front().place);
        for (std::size_t i = 0; i < centres.size(); ++i) {
            CHECK(!overlap(box(centres[i]), field().reserved.front()));
            CHECK(glm::distance(centres[i], close[i].place) <= 120.0f);
            for (std::size_t j = 0; j < i; ++j) CHECK(!overlap(box(centres[i]), box(centres[j])));
        }
    }
}

TEST_CASE("a ring that has to move keeps off the needle") {
    scene::RingField with_needle = field();
    with_needle.strokes.push_back({{300, 300}, {420, 300}, 8});
    const std::vector<RingRequest> close{{{300, 300}, half}, {{306, 302}, half}};
    const auto centres = scene::layout_rings(close, with_needle);
    CHECK(!meets(with_needle.strokes.front(), box(centres[1])));
}

TEST_CASE("without any room a ring stays where it is") {
    scene::RingField full = field();
    full.reserved = {full.area};
    const std::vector<RingRequest> one{{{300, 300}, half}};
    CHECK(scene::layout_rings(one, full).front() == one.front().place);
}
