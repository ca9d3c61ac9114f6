#include <doctest/doctest.h>

#include <cmath>
#include <random>

#include "scene/label_layout.h"

using namespace drypoint;
using scene::LabelLayout;
using scene::LabelRequest;
using scene::Rect;

namespace {

scene::LabelField field() {
    scene::LabelField field;
    field.area = {{8, 8}, {704, 664}};
    field.reserved = {{{16, 16}, {230, 56}}, {{520, 72}, {696, 560}}};
    return field;
}

std::vector<LabelRequest> scattered(unsigned seed, int count) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> x(200, 460), y(60, 600), width(50, 150);
    std::vector<LabelRequest> requests;
    for (int i = 0; i < count; ++i) requests.push_back({{x(random), y(random)}, {width(random), 43}});
    return requests;
}

bool inside(const Rect& rect, const Rect& area) {
    return rect.min.x >= area.min.x && rect.min.y >= area.min.y && rect.max.x <= area.max.x && rect.max.y <= area.max.y;
}

}  // namespace

TEST_CASE("labels never cover one another, a reserved place, or leave the picture") {
    for (unsigned seed = 0; seed < 40; ++seed) {
        const auto requests = scattered(seed, 7);
        const LabelLayout layout = scene::layout_labels(requests, field());
        CAPTURE(seed);
        CHECK(layout.labels.size() + layout.left_over == requests.size());
        for (std::size_t i = 0; i < layout.labels.size(); ++i) {
            CHECK(inside(layout.labels[i].plate, field().area));
            for (const Rect& reserved : field().reserved) CHECK(!overlap(layout.labels[i].plate, reserved));
            for (std::size_t j = 0; j < i; ++j) CHECK(!overlap(layout.labels[i].plate, layout.labels[j].plate));
        }
    }
}

TEST_CASE("a leader goes from the plate's edge to the anchor") {
    const auto requests = scattered(3, 5);
    for (const scene::PlacedLabel& label : scene::layout_labels(requests, field()).labels) {
        CHECK(label.leader_to == requests[label.request].anchor);
        CHECK((label.leader_from.x == label.plate.min.x || label.leader_from.x == label.plate.max.x));
        CHECK(label.plate.max.x - label.plate.min.x == doctest::Approx(requests[label.request].size.x));
    }
}

TEST_CASE("the same requests give the same layout, and the first has the best place") {
    const auto requests = scattered(9, 7);
    CHECK(scene::layout_labels(requests, field()) == scene::layout_labels(requests, field()));
    const LabelLayout alone = scene::layout_labels({requests.front()}, field());
    REQUIRE(alone.labels.size() == 1);
    CHECK(std::abs(alone.labels[0].plate.min.y + 21.5f - requests[0].anchor.y) < 60.0f);
}

TEST_CASE("what is more than seven is counted") {
    const LabelLayout layout = scene::layout_labels(scattered(1, 10), field());
    CHECK(layout.labels.size() == 7);
    CHECK(layout.left_over == 3);
    CHECK(scene::layout_labels({}, field()) == LabelLayout{});
}

TEST_CASE("without room nothing is placed over something else") {
    scene::LabelField full = field();
    full.reserved = {full.area};
    const LabelLayout layout = scene::layout_labels(scattered(1, 3), full);
    CHECK(layout.labels.empty());
    CHECK(layout.left_over == 3);
}
