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

TEST_CASE("a leader goes from the plate's border to the anchor, and never through its own plate") {
    for (unsigned seed = 0; seed < 40; ++seed) {
        const auto requests = scattered(seed, 7);
        for (const scene::PlacedLabel& label : scene::layout_labels(requests, field()).labels) {
            const Rect& plate = label.plate;
            CAPTURE(seed);
            CHECK(label.leader_to == requests[label.request].anchor);
            CHECK(!scene::meets(label.leader_from, label.leader_to, plate));
            CHECK(inside({label.leader_from, label.leader_from}, plate));
            CHECK(plate.max.x - plate.min.x == doctest::Approx(requests[label.request].size.x));
        }
    }
}

TEST_CASE("no leader runs under a plate or a panel") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        const LabelLayout layout = scene::layout_labels(scattered(seed, 7), field());
        CAPTURE(seed);
        for (const scene::PlacedLabel& label : layout.labels) {
            for (const Rect& panel : field().reserved) CHECK(!scene::meets(label.leader_from, label.leader_to, panel));
            for (const scene::PlacedLabel& other : layout.labels) {
                if (other == label) continue;
                CHECK(!scene::meets(label.leader_from, label.leader_to, other.plate));
            }
        }
    }
}

TEST_CASE("what a panel covers is not named") {
    scene::LabelField covered = field();
    covered.reserved.push_back({{280, 280}, {320, 320}});
    const LabelLayout layout = scene::layout_labels({{{300, 300}, {80, 40}}, {{400, 400}, {80, 40}}}, covered);
    REQUIRE(layout.labels.size() == 1);
    CHECK(layout.labels.front().request == 1);
    CHECK(layout.left_over == 1);
}

TEST_CASE("leaders seldom cross: fewer than one in forty pairs of scattered labels") {
    int pairs = 0, crossing = 0;
    for (unsigned seed = 0; seed < 200; ++seed) {
        const auto& labels = scene::layout_labels(scattered(seed, 7), field()).labels;
        for (std::size_t i = 0; i < labels.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                ++pairs;
                crossing += scene::segments_cross(labels[i].leader_from, labels[i].leader_to, labels[j].leader_from,
                                                  labels[j].leader_to)
                                ? 1
                                : 0;
            }
        }
    }
    CAPTURE(crossing);
    CAPTURE(pairs);
    CHECK(crossing * 40 < pairs);
}

TEST_CASE("plates keep off strokes: the needle and the paths") {
    for (unsigned seed = 0; seed < 40; ++seed) {
        scene::LabelField with_needle = field();
        with_needle.strokes = {{{250, 200}, {450, 420}, 7}, {{300, 500}, {500, 480}, 3}};
        for (const scene::PlacedLabel& label : scene::layout_labels(scattered(seed, 7), with_needle).labels) {
            CAPTURE(seed);
            for (const scene::Stroke& stroke : with_needle.strokes) CHECK(!scene::meets(stroke, label.plate));
        }
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
