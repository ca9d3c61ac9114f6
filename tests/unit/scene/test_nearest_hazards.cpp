// What is named beside a needle: the nearest, and never only one kind.
#include <doctest/doctest.h>

#include "scene/nearest_hazards.h"

using namespace drypoint;

namespace {

anatomy::Atlas atlas_of(const std::vector<anatomy::Tissue>& tissues) {
    anatomy::Atlas atlas;
    for (const anatomy::Tissue tissue : tissues) {
        anatomy::Structure structure;
        structure.tissue = tissue;
        atlas.structures.push_back(structure);
    }
    return atlas;
}

std::vector<anatomy::Clearance> in_order(std::size_t count) {
    std::vector<anatomy::Clearance> clearances(count);
    for (std::size_t i = 0; i < count; ++i) {
        clearances[i].structure = i;
        clearances[i].distance_mm = static_cast<double>(i);
    }
    return clearances;
}

}  // namespace

TEST_CASE("the nearest nerve and the nearest vessel are named, however many of the other kind are nearer") {
    using anatomy::Tissue;
    const auto vessels = atlas_of({Tissue::artery, Tissue::vein, Tissue::vein, Tissue::artery, Tissue::nerve});
    CHECK(scene::nearest_of_each_kind(in_order(5), vessels) == std::vector<std::size_t>{0, 1, 4});
    const auto nerves = atlas_of({Tissue::nerve, Tissue::nerve, Tissue::nerve, Tissue::nerve, Tissue::vein});
    CHECK(scene::nearest_of_each_kind(in_order(5), nerves) == std::vector<std::size_t>{0, 1, 4});
}

TEST_CASE("with one kind only, or few hazards, the nearest are named") {
    using anatomy::Tissue;
    const auto arteries = atlas_of({Tissue::artery, Tissue::joint, Tissue::artery, Tissue::artery});
    CHECK(scene::nearest_of_each_kind(in_order(4), arteries) == std::vector<std::size_t>{0, 1, 2});
    CHECK(scene::nearest_of_each_kind(in_order(1), arteries) == std::vector<std::size_t>{0});
    CHECK(scene::nearest_of_each_kind({}, arteries).empty());
}
