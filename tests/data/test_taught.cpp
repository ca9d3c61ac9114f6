// What is taught holds on the shipped limb: each path's tip in its muscle, no bone before it, no stop, a needle that
// reaches. The table is compared with taught_paths.md; after a change of the model or the content that is meant, look
// at the difference and write it anew: build/release/bin/drypoint check --table > tests/data/taught_paths.md
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include <glm/geometric.hpp>

#include "anatomy/entry_map.h"
#include "io/content_reader.h"
#include "io/file.h"
#include "io/model_file.h"
#include "session/taught_paths.h"
#include "source_dir.h"

using namespace drypoint;

namespace {

struct TaughtWorld {
    session::WorldPtr world;
    std::unique_ptr<anatomy::ProbeIndex> index;
    std::unique_ptr<anatomy::Safety> safety;
};

const TaughtWorld& taught_world() {
    static const TaughtWorld both = [] {
        auto content = io::load_content(source_dir() + "/data");
        auto atlas = io::load_model(source_dir() + "/models/knee_thigh.glb");
        REQUIRE(content);
        REQUIRE(atlas);
        base::Issues issues;
        TaughtWorld made;
        made.world = session::make_world(std::make_shared<const anatomy::Atlas>(std::move(*atlas)), std::move(*content),
                                         {}, issues);
        made.index = std::make_unique<anatomy::ProbeIndex>(made.world->atlas, made.world->content.spreads);
        made.safety = std::make_unique<anatomy::Safety>(made.world->content, *made.world->atlas);
        return made;
    }();
    return both;
}

std::vector<anatomy::TaughtResult> results() {
    return session::try_taught_paths(*taught_world().world, *taught_world().index, *taught_world().safety);
}

}  // namespace

TEST_CASE("every taught path holds on the limb") {
    for (const anatomy::TaughtResult& result : results()) {
        INFO(result.taught.path->id);
        for (const base::Issue& issue : anatomy::check_taught(*taught_world().safety, result))
            CHECK_MESSAGE(false, base::to_string(issue));
        CHECK(result.assessment.outside_mm >= taught_world().safety->outside_at_least_mm());
    }
}

TEST_CASE("every point has a taught path that holds, or says why it is for show only") {
    const session::World& world = *taught_world().world;
    for (const session::PlacedPoint& placed : world.points) {
        INFO(placed.id);
        CHECK((placed.way.has_value() || world.content.find_point(placed.id)->show_only.has_value()));
    }
}

TEST_CASE("of all 45 points, depth, smallest margin, verdict and rule of the path, or why there is none, are those of the table") {
    const std::string table = anatomy::taught_table(taught_world().world->content, *taught_world().world->atlas, results());
    const auto golden = io::read_file(source_dir() + "/tests/data/taught_paths.md");
    REQUIRE(golden);
    CHECK_MESSAGE(table == *golden, "now:\n" << table << "\nrun drypoint check --table > tests/data/taught_paths.md");
}

TEST_CASE("a map of the limb says of its entries what their own probes say") {
    const session::World& world = *taught_world().world;
    for (const char* code : {"VM1", "TFL1", "GMED2"}) {
        INFO(code);
        const session::PlacedPoint& placed = *world.find_point(code);
        REQUIRE(placed.way);
        anatomy::EntryMapRequest request;
        request.target_mm = placed.way->target_mm;
        request.path = world.content.find_path(placed.path);
        request.muscle = world.atlas->index_of(world.content.find_point(placed.id)->muscle);
        request.spacing_mm = 6.0;
        const anatomy::EntryMap map = anatomy::entry_map(*taught_world().index, world.content, request);
        REQUIRE(map.entries.size() > 50);
        for (const anatomy::MapEntry& entry : map.entries) {
            anatomy::NeedleUse use;
            use.line = {entry.entry_mm, glm::normalize(request.target_mm - entry.entry_mm), entry.depth_mm, 0.0};
            use.path = request.path;
            use.muscle = request.muscle;
            const auto probed = anatomy::assess(*taught_world().index, *taught_world().safety, use);
            CHECK(std::abs(probed.margin_mm - entry.margin_mm) < 1e-6);
            CHECK(probed.judgement.verdict == entry.verdict);
        }
    }
}

TEST_CASE("every rule of safety has words for both readers, and a source or the mark of a convention") {
    for (const anatomy::SafetyRule& rule : taught_world().world->content.safety) {
        INFO(rule.id);
        CHECK_FALSE(rule.words.sources.empty());
        const bool ours = rule.words.status == anatomy::Status::convention;
        CHECK(ours == (std::count(rule.words.sources.begin(), rule.words.sources.end(), "drypoint") != 0));
        CHECK((rule.structure.empty() || taught_world().world->atlas->find(rule.structure) != nullptr));
    }
    CHECK(taught_world().world->content.safety.back().when == anatomy::SafetyTest::otherwise);
}
