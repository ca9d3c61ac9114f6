#include <doctest/doctest.h>

#include <random>

#include <glm/common.hpp>

#include "scene/ring_layout.h"

using namespace drypoint;
using scene::Rect;
using scene::RingRequest;

namespace {

const glm::vec2 half(21, 12);

scene::RingField ring_field() {
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
    const auto places = scene::layout_rings(apart, ring_field());
    for (std::size_t i = 0; i < apart.size(); ++i) CHECK(places[i] == scene::RingPlace{apart[i].place});
    CHECK(scene::layout_rings({}, ring_field()).empty());
}

TEST_CASE("rings never cover one another or lie under a panel, and the first keeps its place") {
    for (unsigned seed = 0; seed < 100; ++seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<float> x(300, 400), y(480, 620);
        std::vector<RingRequest> close;
        for (int i = 0; i < 6; ++i) close.push_back({{x(random), y(random)}, half});
        close.front().place.y = 500;
        const auto places = scene::layout_rings(close, ring_field());
        CAPTURE(seed);
        CHECK(places.front() == scene::RingPlace{close.front().place});
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (places[i].bare) continue;
            CHECK(!overlap(box(places[i].centre), ring_field().reserved.front()));
            for (std::size_t j = 0; j < i; ++j) {
                if (!places[j].bare) CHECK(!overlap(box(places[i].centre), box(places[j].centre)));
            }
        }
    }
}

TEST_CASE("a ring that has to move keeps off the needle") {
    scene::RingField with_needle = ring_field();
    with_needle.strokes.push_back({{300, 300}, {420, 300}, 8});
    const std::vector<RingRequest> close{{{300, 300}, half}, {{306, 302}, half}};
    const auto places = scene::layout_rings(close, with_needle);
    CHECK(!places[1].bare);
    CHECK(!meets(with_needle.strokes.front(), box(places[1].centre)));
}

TEST_CASE("a ring never leaves its side of the limb: it moves little sideways, or only a dot stands at its place") {
    std::vector<RingRequest> heap;
    for (int i = 0; i < 24; ++i) heap.push_back({{300.0f + static_cast<float>(i), 300}, half});
    for (const float scale : {1.0f, 2.0f}) {
        scene::RingField scaled = ring_field();
        scaled.scale = scale;
        const auto places = scene::layout_rings(heap, scaled);
        std::size_t bare = 0;
        for (std::size_t i = 0; i < heap.size(); ++i) {
            const glm::vec2 move = glm::abs(places[i].centre - heap[i].place);
            CHECK(move.x <= scene::farthest_sideways * scale);
            CHECK(move.y <= scene::farthest_along * scale);
            if (places[i].bare) CHECK(move == glm::vec2(0));
            bare += places[i].bare ? 1 : 0;
        }
        CHECK(bare > 0);
        CHECK(bare < heap.size() - 4);
    }
}

TEST_CASE("without any room a ring stays where it is") {
    scene::RingField full = ring_field();
    full.reserved = {full.area};
    const std::vector<RingRequest> one{{{300, 300}, half}};
    CHECK(scene::layout_rings(one, full).front() == scene::RingPlace{one.front().place});
}
