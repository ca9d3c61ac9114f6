// A map says of each entry what a probe of that needle says; a suggestion is its best.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>

#include "anatomy/entry_map.h"
#include "anatomy/suggest.h"
#include "support/onion.h"

using namespace drypoint;
using namespace drypoint::anatomy;
using test::atlas_of;
using test::solid;

namespace {

// A limb along y: skin and fat as shells, muscle, bone off the middle, a vessel and a nerve.
AtlasPtr limb() {
    const auto round = [](float radius, float end) { return test::cylinder({0, 0, 0}, radius, -end, end, 180); };
    return atlas_of({solid("skin", Tissue::skin, test::shell(round(60, 150), round(58, 149))),
                     solid("fat", Tissue::fat, test::shell(round(57.9f, 148), round(50, 147))),
                     solid("muscle", Tissue::muscle, round(49.9f, 146)),
                     solid("bone", Tissue::bone, test::cylinder({0, 0, -20}, 12, -145, 145, 60)),
                     solid("artery", Tissue::artery, test::cylinder({20, 0, 30}, 3, -145, 145, 40)),
                     solid("nerve", Tissue::nerve, test::cylinder({-30, 0, 10}, 2, -145, 145, 40))});
}

Content content_with_spread() {
    Content content = test::safety_content();
    content.spreads = {test::spread("artery", 8.0)};
    return content;
}

EntryMapRequest request_at(const glm::dvec3& target, const Atlas& atlas) {
    EntryMapRequest request;
    request.target_mm = target;
    request.muscle = atlas.index_of("muscle");
    request.spacing_mm = 2.5;
    return request;
}

}  // namespace

TEST_CASE("every entry of a map has the depth, margin, nearest hazard, obstacle and verdict of its own probe") {
    const Content content = content_with_spread();
    const ProbeIndex index(limb(), content.spreads);
    const Safety safety(content, index.atlas());
    for (const double k : {1.0, 2.5}) {
        EntryMapRequest request = request_at({5, 10, 28}, index.atlas());
        request.hull_k = k;
        const EntryMap map = entry_map(index, content, request);
        REQUIRE(map.entries.size() > 200);
        for (const MapEntry& entry : map.entries) {
            NeedleUse use;
            use.line = {entry.entry_mm, glm::normalize(request.target_mm - entry.entry_mm), entry.depth_mm, 0.0};
            use.muscle = request.muscle;
            const MapEntry probed = entry_of(index.atlas(), assess(index, safety, use, k), entry.skin_angle_deg);
            CHECK(probed.margin_mm == doctest::Approx(entry.margin_mm).epsilon(1e-9));
            CHECK((probed.nearest == entry.nearest || entry.margin_mm < 1e-9));
            CHECK(probed.first_obstacle == entry.first_obstacle);
            CHECK(probed.verdict == entry.verdict);
            CHECK(entry.depth_mm <= 65.0);
        }
        REQUIRE(map.best);
        for (const MapEntry& entry : map.entries) {
            if (entry.verdict != Verdict::stop && entry.skin_angle_deg > 32.0)
                CHECK(entry.margin_mm <= map.entries[*map.best].margin_mm);
        }
        CHECK(map.entries[*map.best].verdict != Verdict::stop);
    }
}

TEST_CASE("all three verdicts and both kinds of obstacle occur, and a wider hull leaves less room") {
    const Content content = content_with_spread();
    const ProbeIndex index(limb(), content.spreads);
    const EntryMapRequest request = request_at({0, 0, 20}, index.atlas());
    const EntryMap map = entry_map(index, content, request);
    for (const Verdict verdict : {Verdict::ok, Verdict::caution, Verdict::stop}) {
        CHECK(std::any_of(map.entries.begin(), map.entries.end(),
                          [verdict](const MapEntry& entry) { return entry.verdict == verdict; }));
    }
    for (const std::string id : {"artery", "nerve"}) {
        INFO(id);
        CHECK(std::any_of(map.entries.begin(), map.entries.end(), [&](const MapEntry& entry) {
            return entry.first_obstacle == index.atlas().index_of(id) && entry.margin_mm == 0.0;
        }));
    }
    EntryMapRequest wider = request;
    wider.hull_k = 2.0;
    const EntryMap less = entry_map(index, content, wider);
    REQUIRE(less.entries.size() == map.entries.size());
    for (std::size_t i = 0; i < map.entries.size(); ++i)
        CHECK(less.entries[i].margin_mm <= map.entries[i].margin_mm + 1e-9);
}

TEST_CASE("entries lie on the skin's outer face, within the angle that is drawn, and twice the same") {
    const Content content = content_with_spread();
    const ProbeIndex index(limb(), content.spreads);
    const EntryMapRequest request = request_at({0, 0, 30}, index.atlas());
    const EntryMap map = entry_map(index, content, request);
    const EntryMap again = entry_map(index, content, request);
    REQUIRE(again.entries.size() == map.entries.size());
    for (std::size_t i = 0; i < map.entries.size(); ++i) {
        const MapEntry& entry = map.entries[i];
        CHECK(std::hypot(entry.entry_mm.x, entry.entry_mm.z) == doctest::Approx(60.0).epsilon(0.001));
        CHECK(entry.skin_angle_deg >= 30.0);
        const glm::dvec3 out = glm::normalize(entry.entry_mm - request.target_mm);
        const glm::dvec3 normal = glm::normalize(glm::dvec3(entry.entry_mm.x, 0, entry.entry_mm.z));
        CHECK(std::abs(std::asin(glm::dot(out, normal)) * 57.29577951308232 - entry.skin_angle_deg) < 4.0);
        CHECK(again.entries[i].entry_mm == entry.entry_mm);
        CHECK(again.entries[i].margin_mm == entry.margin_mm);
    }
}

TEST_CASE("a model without skin has no map, and the issue says so") {
    const Content content = content_with_spread();
    const ProbeIndex index(atlas_of({solid("muscle", Tissue::muscle, test::sphere({0, 0, 0}, 30, 8))}));
    const EntryMap map = entry_map(index, content, request_at({0, 0, 0}, index.atlas()));
    CHECK(map.entries.empty());
    REQUIRE(map.issues.size() == 1);
    CHECK(map.issues[0].code == "no-skin");
}

TEST_CASE("the suggestion keeps farther off than the taught path, within what its technique allows") {
    Content content = content_with_spread();
    TriggerPoint point;
    point.id = "muscle-1";
    point.muscle = "muscle";
    content.points = {point};
    const ProbeIndex index(limb(), content.spreads);
    NeedlePath path;
    path.id = "taught";
    path.point = "muscle-1";
    path.technique = Technique::oblique;
    PathGeometry way;
    way.target_mm = {-5, 0, 38};
    way.entry_mm = {32, 0, std::sqrt(60.0 * 60 - 32 * 32)};
    way.direction = glm::normalize(way.target_mm - way.entry_mm);
    way.depth_mm = glm::distance(way.target_mm, way.entry_mm);
    const Suggestion found = suggest(index, content, path, way);
    CHECK(found.outcome == SuggestOutcome::better);
    REQUIRE(found.suggested);
    CHECK(found.suggested->margin_mm > found.taught.margin_mm + better_by_mm - 1e-9);
    CHECK(found.suggested->judgement.verdict != Verdict::stop);
    CHECK(found.suggested->needle != nullptr);
    CHECK(found.suggested_angle_deg >= 30.0);
    CHECK(glm::distance(found.suggested->report.tip_mm, way.target_mm) < 1e-6);

    path.technique = Technique::perpendicular;
    const Suggestion upright = suggest(index, content, path, way);
    if (upright.suggested) CHECK(upright.suggested_angle_deg >= 75.0);

    way.fold = true;
    const Suggestion folded = suggest(index, content, path, way);
    CHECK(folded.outcome == SuggestOutcome::fold);
    CHECK_FALSE(folded.suggested);
}
