// The shipped content on the shipped limb as other bodies: the other side, leaner, heavier.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include <glm/geometric.hpp>

#include "geometry/nearest_point.h"
#include "io/content_reader.h"
#include "io/model_file.h"
#include "session/taught_paths.h"
#include "session/worlds.h"
#include "source_dir.h"

using namespace drypoint;
using anatomy::Side;

namespace {

const session::Worlds& worlds() {
    static const session::Worlds all = [] {
        auto content = io::load_content(source_dir() + "/data");
        auto atlas = io::load_model(source_dir() + "/models/knee_thigh.glb");
        REQUIRE(content);
        REQUIRE(atlas);
        base::Issues issues;
        return session::Worlds(session::make_world(std::make_shared<const anatomy::Atlas>(std::move(*atlas)),
                                                   std::move(*content), {}, issues));
    }();
    return all;
}

glm::dvec3 mirrored(const glm::dvec3& place) {
    return {-place.x, place.y, place.z};
}

struct Tried {
    session::WorldPtr world;
    anatomy::ProbeIndex index;
    anatomy::Safety safety;
    std::vector<anatomy::TaughtResult> results;

    explicit Tried(const anatomy::Body& body)
        : world(worlds().of(body)),
          index(world->atlas, world->content.spreads),
          safety(world->content, *world->atlas),
          results(session::try_taught_paths(*world, index, safety)) {}
};

}  // namespace

TEST_CASE("on the left limb every point and path is the mirror image of the right one's") {
    const session::World& right = *worlds().as_loaded();
    const session::WorldPtr left = worlds().of({Side::left, 0.0});
    REQUIRE(left->points.size() == right.points.size());
    for (std::size_t i = 0; i < right.points.size(); ++i) {
        const session::PlacedPoint &a = right.points[i], &b = left->points[i];
        INFO(a.id);
        REQUIRE(a.place.at_mm.has_value() == b.place.at_mm.has_value());
        if (a.place.at_mm) CHECK(glm::distance(mirrored(*a.place.at_mm), *b.place.at_mm) < 0.01);
        REQUIRE(a.way.has_value() == b.way.has_value());
        if (!a.way) continue;
        CHECK(glm::distance(mirrored(a.way->entry_mm), b.way->entry_mm) < 0.01);
        // A triangle at the edge of the skin that the normal is taken over may count on one limb only.
        CHECK(glm::distance(mirrored(a.way->target_mm), b.way->target_mm) < 0.1);
        CHECK(std::abs(a.way->depth_mm - b.way->depth_mm) < 0.1);
        CHECK(std::abs(a.way->skin_angle_deg - b.way->skin_angle_deg) < 0.1);
    }
}

TEST_CASE("on the left limb every taught path has the right one's verdict, margin and rule") {
    const Tried right({Side::right, 0.0}), left({Side::left, 0.0});
    CHECK(anatomy::taught_table(left.world->content, *left.world->atlas, left.results) ==
          anatomy::taught_table(right.world->content, *right.world->atlas, right.results));
}

TEST_CASE("in every build all points lie in their muscles and all taught paths hold, or say that no needle is long enough") {
    if (!worlds().as_loaded()->atlas->has_builds) return;
    for (const double build : {anatomy::lean_build, 0.5, anatomy::heavy_build}) {
        INFO(build);
        const Tried tried({Side::none, build});
        for (const session::PlacedPoint& placed : tried.world->points) {
            INFO(placed.id);
            const anatomy::TriggerPoint& point = *tried.world->content.find_point(placed.id);
            REQUIRE(placed.place.at_mm);
            CHECK(geometry::is_inside(tried.world->atlas->find(point.muscle)->surface, *placed.place.at_mm));
            CHECK((placed.way.has_value() || point.show_only.has_value()));
        }
        for (const anatomy::TaughtResult& result : tried.results) {
            INFO(result.taught.path->id);
            if (result.beyond_needles) CHECK(result.assessment.judgement.verdict == anatomy::Verdict::stop);
            for (const base::Issue& issue : anatomy::check_taught(tried.safety, result))
                CHECK_MESSAGE(false, base::to_string(issue));
        }
    }
}

TEST_CASE("a path that no needle reaches in heavier builds says from which build on") {
    if (!worlds().as_loaded()->atlas->has_builds) return;
    const anatomy::Content& content = worlds().as_loaded()->content;
    auto shown_only = std::count_if(content.points.begin(), content.points.end(),
                                    [](const anatomy::TriggerPoint& point) { return point.show_only.has_value(); });
    for (const anatomy::NeedlePath& path : content.paths) {
        if (!path.beyond_needles) continue;
        INFO(path.id);
        ++shown_only;
        const double from = path.beyond_needles->from_build;
        for (const double build : {from - 0.06, from}) {
            const Tried tried({Side::none, build});
            for (const anatomy::TaughtResult& result : tried.results)
                if (result.taught.path->id == path.id) CHECK((result.assessment.needle == nullptr) == (build == from));
        }
    }
    CHECK(shown_only <= 10);  // in every build or in some
}
