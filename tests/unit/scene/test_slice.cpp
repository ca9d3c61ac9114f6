// The twin slices on an onion of known solids.
#include "scene/slice.h"
#include "scene/slice_labels.h"

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "support/onion.h"

using namespace drypoint;

namespace {

using anatomy::Direction;
using anatomy::Tissue;

// A limb along y: skin of 2 mm, muscle, bone in the middle, an artery 6 mm thick beside it.
anatomy::AtlasPtr limb() {
    return test::atlas_of({test::solid("skin", Tissue::skin,
                                       test::shell(test::cylinder({0, 0, 0}, 50, -100, 100, 180),
                                                   test::cylinder({0, 0, 0}, 48, -100, 100, 180))),
                           test::solid("muscle", Tissue::muscle, test::cylinder({0, 0, 0}, 47.9f, -99, 99, 180)),
                           test::solid("bone", Tissue::bone, test::cylinder({0, 0, -10}, 12, -98, 98, 90)),
                           test::solid("artery", Tissue::artery, test::cylinder({12, 0, 20}, 3, -97, 97, 60))});
}

std::vector<anatomy::HazardSpread> spreads() {
    anatomy::HazardSpread artery;
    artery.id = "artery";
    artery.across.mm = 4.0;
    return {artery};
}

// From the front, straight back.
anatomy::NeedleLine needle() {
    return {{0, 0, 50}, {0, 0, -1}, 30.0, 0.0};
}

constexpr scene::SliceWindow wide{{-60, -60}, {60, 60}}, whole{{-60, -105}, {60, 60}};

struct Cut {
    anatomy::AtlasPtr atlas = limb();
    anatomy::ProbeIndex index{atlas, spreads()};
    anatomy::PathReport probe = index.probe(needle());
    scene::SliceSubject subject{*atlas, probe, anatomy::Side::right, &index, {}};
    scene::Slice along = scene::build_slice(scene::SliceKind::along, subject, whole);
    scene::Slice across = scene::build_slice(scene::SliceKind::across, subject, wide);
};

const scene::SlicePart* part_of(const scene::Slice& slice, const anatomy::Atlas& atlas, const char* id) {
    for (const scene::SlicePart& part : slice.parts) {
        if (atlas.structures[part.structure].id == id) return &part;
    }
    return nullptr;
}

// All of `along`, five pixels for a millimetre.
scene::SlicePicture picture_of_cut() {
    scene::SlicePicture picture;
    picture.size_px = {600, 825};
    picture.px_per_mm = 5.0f;
    picture.text_size = [](std::string_view text, scene::TextStyle) {
        return glm::vec2(static_cast<float>(text.size()) * 7.0f, 14.0f);
    };
    return picture;
}

std::optional<scene::SliceLabel> name_of_artery(const Cut& cut, const scene::SlicePicture& picture) {
    for (const scene::SliceLabel& label : scene::slice_labels(cut.along, *cut.atlas, picture)) {
        if (label.text == "artery") return label;
    }
    return std::nullopt;
}

double area_of(const std::vector<geometry::Trapezoid>& pieces) {
    double area = 0.0;
    for (const geometry::Trapezoid& t : pieces)
        area += (t.v1 - t.v0) * ((t.right0 - t.left0) + (t.right1 - t.left1)) / 2.0;
    return area;
}

}  // namespace

TEST_CASE("along the needle its line is the middle and down is deeper") {
    const Cut cut;
    const scene::Slice& along = cut.along;
    CHECK(along.entry == glm::dvec2(0, 0));
    CHECK(glm::distance(along.tip, glm::dvec2(0, -30)) < 1e-9);
    CHECK(along.up == Direction::anterior);
    CHECK(along.right == Direction::medial);  // of a right leg seen from below, as on a scan
    CHECK(along.away == Direction::proximal);
    CHECK(area_of(along.limb) == doctest::Approx(3.14159 * 2500).epsilon(0.01));
    const scene::SlicePart* bone = part_of(along, *cut.atlas, "bone");
    REQUIRE(bone != nullptr);
    CHECK(area_of(bone->fill) == doctest::Approx(3.14159 * 144).epsilon(0.01));
    CHECK(geometry::is_inside(bone->loops, {0, -60}));  // 10 behind the middle, 50 from the skin
}

TEST_CASE("across it the tip is the middle, seen down the needle, the hip up") {
    const Cut cut;
    const scene::Slice& across = cut.across;
    CHECK(glm::length(across.tip) < 1e-9);
    CHECK(across.up == Direction::proximal);
    CHECK(across.right == Direction::medial);
    CHECK(across.away == Direction::posterior);
    // The tip stands at z = 20, where the artery's middle is: a strip 6 mm wide.
    const scene::SlicePart* artery = part_of(across, *cut.atlas, "artery");
    REQUIRE(artery != nullptr);
    CHECK(area_of(artery->fill) == doctest::Approx(6.0 * 120).epsilon(0.01));
    CHECK(geometry::is_inside(artery->loops, {12, 5}));
}

TEST_CASE("layers of the slice on the needle's line are the probe's, so that strip and slice agree") {
    const Cut cut;
    std::size_t compared = 0;
    for (const anatomy::LayerPassed& layer : cut.probe.layers) {
        if (!layer.structure) continue;
        const auto part = std::find_if(cut.along.parts.begin(), cut.along.parts.end(),
                                       [&layer](const auto& one) { return one.structure == *layer.structure; });
        REQUIRE(part != cut.along.parts.end());
        std::vector<geometry::CutLoop> turned = part->loops;  // depth to the right
        for (geometry::CutLoop& loop : turned) {
            for (glm::dvec2& at : loop.points) at = {-at.y, at.x};
        }
        const auto spans = geometry::level_spans(turned, 0.0);
        CHECK(std::any_of(spans.begin(), spans.end(), [&layer](const geometry::LevelSpan& span) {
            return std::abs(span.from - layer.enter_mm) < 0.01 && layer.exit_mm &&
                   std::abs(span.to - *layer.exit_mm) < 0.01;
        }));
        ++compared;
    }
    CHECK(compared >= 3);
}

TEST_CASE("the nearest hazard is laid into both planes, and its hull is as wide as its spread in space") {
    const Cut cut;
    REQUIRE(cut.along.nearest);
    const scene::SliceNearest& nearest = *cut.along.nearest;
    CHECK(nearest.distance_mm == doctest::Approx(9.0).epsilon(0.01));
    CHECK(nearest.off_plane_mm < 0.5);
    CHECK(glm::distance(nearest.shaft, nearest.place) == doctest::Approx(9.0).epsilon(0.01));
    REQUIRE(cut.along.hulls.size() == 1);
    double area = 0.0;
    for (const geometry::CutLoop& loop : cut.along.hulls[0].outline) area += geometry::signed_area_mm2(loop);
    CHECK(area == doctest::Approx(3.14159 * 49).epsilon(0.02));  // 3 + 4 mm
    // Across, the plane runs along the artery's middle: a band 14 mm wide, open at the window's edges.
    REQUIRE(cut.across.hulls.size() == 1);
    for (const geometry::CutLoop& loop : cut.across.hulls[0].outline) {
        CHECK_FALSE(loop.closed);
        for (const glm::dvec2& at : loop.points) CHECK(std::abs(std::abs(at.x - 12.0) - 7.0) < 0.1);
    }
}

TEST_CASE("what encloses is drawn first, vessels last") {
    const Cut cut;
    const auto& parts = cut.along.parts;
    REQUIRE(parts.size() == 4);
    CHECK(parts.front().tissue == Tissue::skin);
    CHECK(parts.back().tissue == Tissue::artery);
}

TEST_CASE("names stand in what they name or beside it, never on one another, on the needle, or over the edge") {
    const Cut cut;
    scene::SlicePicture picture = picture_of_cut();
    const scene::Rect needle{{295, 0}, {305, 450}};
    picture.reserved = {needle};
    const auto labels = scene::slice_labels(cut.along, *cut.atlas, picture);
    REQUIRE(labels.size() == 3);        // no name for the skin
    CHECK(labels[0].text == "artery");  // what must not be hit comes first
    for (std::size_t i = 0; i < labels.size(); ++i) {
        CHECK_FALSE(scene::overlap(labels[i].box, needle));
        CHECK(labels[i].box.min.x >= 0);
        CHECK(labels[i].box.max.x <= 600);
        for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(scene::overlap(labels[i].box, labels[j].box));
    }
    for (const scene::SliceLabel& label : labels) {
        INFO(label.text);
        // The artery is narrower than its name; a line leads to it.
        CHECK(label.leads_to.has_value() == (label.text == "artery"));
        const glm::vec2 on_it = label.leads_to.value_or(label.box.centre());
        const scene::SlicePart* part = part_of(cut.along, *cut.atlas, label.text.c_str());
        CHECK(geometry::is_inside(part->loops, {on_it.x / 5.0 - 60.0, 60.0 - on_it.y / 5.0}));
    }
}

TEST_CASE("words beside a mark keep off the needle, and off the edge") {
    scene::SlicePicture picture;
    picture.size_px = {260, 400};
    const scene::Rect needle{{125, 0}, {137, 170}};
    picture.reserved = {needle};
    const auto beside = [&picture](glm::vec2 at, glm::vec2 size) {
        return scene::place_beside({at - 11.0f, at + 11.0f}, size, picture);
    };
    // Left of the needle with no room to its right: on the left.
    const auto left = beside({100, 100}, {60, 16});
    REQUIRE(left);
    CHECK(left->max.x < 100);
    // At the right edge, too wide for either side: over or under it, moved in from the edge.
    const auto under = beside({230, 100}, {110, 30});
    REQUIRE(under);
    CHECK(under->max.x <= 256);
    CHECK(under->min.x >= 137);
    CHECK((under->max.y < 89 || under->min.y > 111));
    // Wider than the picture leaves beside the needle: nothing.
    CHECK_FALSE(beside({230, 100}, {200, 30}));
}

TEST_CASE("a name's line rather does not cross the needle") {
    const Cut cut;
    scene::SlicePicture picture = picture_of_cut();
    const auto free = name_of_artery(cut, picture);
    REQUIRE(free);
    REQUIRE(free->leads_to);
    CHECK(free->box.min.x > free->leads_to->x);  // on its right, if nothing is there
    // A needle just to its right: the name is not led over it.
    const float x = free->box.min.x - 2.0f;
    picture.reserved = {{{x - 2.0f, 0}, {x, 825}}};
    const auto beside = name_of_artery(cut, picture);
    REQUIRE(beside);
    const glm::vec2 from = glm::clamp(*beside->leads_to, beside->box.min, beside->box.max);
    CHECK_FALSE(scene::meets(from, *beside->leads_to, picture.reserved[0]));
}

TEST_CASE("what is seen of a part only under the scale has no name") {
    const Cut cut;
    scene::SlicePicture picture = picture_of_cut();
    const auto in_the_open = name_of_artery(cut, picture);
    REQUIRE(in_the_open);
    REQUIRE(in_the_open->leads_to);
    const glm::vec2 middle = *in_the_open->leads_to;
    // Half of it covered: the line ends on the other half. All of it: no name.
    picture.reserved = {{middle - glm::vec2(20, 20), middle + glm::vec2(20, 2)}};
    const auto half = name_of_artery(cut, picture);
    REQUIRE(half);
    CHECK(half->leads_to->y > middle.y + 2);
    picture.reserved = {{middle - 20.0f, middle + 20.0f}};
    CHECK_FALSE(name_of_artery(cut, picture));
}
