// What is painted for the shipped points on the shipped model. Prints a table. Skipped while there is no model.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include <glm/geometric.hpp>

#include "io/content_reader.h"
#include "io/model_file.h"
#include "scene/point_paint.h"
#include "source_dir.h"

using namespace drypoint;

namespace {

session::WorldPtr world() {
    static const std::string model = source_dir() + "/models/knee_thigh.glb";
    static const session::WorldPtr made = [] {
        if (!std::filesystem::exists(model)) return session::WorldPtr();
        auto content = io::load_content(source_dir() + "/data");
        auto atlas = io::load_model(model);
        REQUIRE(content);
        REQUIRE(atlas);
        base::Issues issues;
        return session::make_world(std::make_shared<const anatomy::Atlas>(std::move(*atlas)), std::move(*content), {},
                                   issues);
    }();
    if (!made) MESSAGE("skipped: no models/knee_thigh.glb");
    return made;
}

// mm2 of what is inside.
double area_of(const geometry::Patch& patch) {
    double area = 0.0;
    for (const geometry::Triangle& t : patch.mesh.triangles) {
        const auto& p = patch.mesh.positions;
        if (std::any_of(t.begin(), t.end(), [&](auto i) { return patch.values[i].w < 0.0f; })) continue;
        area += 0.5 * static_cast<double>(glm::length(glm::cross(p[t[1]] - p[t[0]], p[t[2]] - p[t[0]])));
    }
    return area;
}

}  // namespace

TEST_CASE("every band is painted on its muscle, and the point's dot lies in it") {
    if (world() == nullptr) return;
    for (const session::PlacedPoint& point : world()->points) {
        const anatomy::TriggerPoint& words = *world()->content.find_point(point.id);
        INFO(words.code);
        const scene::PatchPtr band = scene::band_patch(*world(), point);
        REQUIRE(point.place.at_mm);
        CHECK((band != nullptr) == words.anchor.band.has_value());
        if (!band) continue;
        const glm::dvec3 from = point.place.band_mm.front(), to = point.place.band_mm.back();
        const double share = glm::dot(*point.place.at_mm - from, to - from) / glm::dot(to - from, to - from);
        std::printf("%-5s band %6.1f mm long, %8.0f mm2, dot at %.2f, %zu triangles\n", words.code.c_str(),
                    glm::distance(from, to), area_of(*band), share, band->mesh.triangles.size());
        CHECK(share > -0.02);
        CHECK(share < 1.02);
    }
}

TEST_CASE("the pain of every point that is felt on the model is painted, on the outside of the skin only") {
    if (world() == nullptr) return;
    const auto has_shape = [](const base::Id& id) { return world()->content.find_zone(id)->area.has_value(); };
    const glm::dvec3 axis(-90, 0, 80);  // within the limb
    for (const session::PlacedPoint& point : world()->points) {
        const anatomy::TriggerPoint& words = *world()->content.find_point(point.id);
        INFO(words.code);
        const anatomy::Referral& referral = words.referral;
        const bool any = std::any_of(referral.essential_zones.begin(), referral.essential_zones.end(), has_shape) ||
                         std::any_of(referral.spillover_zones.begin(), referral.spillover_zones.end(), has_shape);
        const scene::PatchPtr patch = scene::referral_patch(*world(), point);
        CHECK((patch != nullptr) == any);
        if (patch == nullptr) continue;
        const double area = area_of(*patch);
        std::printf("%-5s pain %8.0f mm2, %zu triangles\n", words.code.c_str(), area, patch->mesh.triangles.size());
        CHECK(area > 1000.0);
        CHECK(patch->mesh.triangles.size() < 60000);
        // Below the hip and above the ankle the limb is one tube: what is painted looks away from its middle.
        for (std::size_t i = 0; i < patch->values.size(); ++i) {
            const glm::dvec3 at(patch->mesh.positions[i]);
            if (patch->values[i].w < 1.0f || at.y < 430.0 || at.y > 600.0) continue;
            const glm::dvec3 out(at.x - axis.x, 0.0, at.z - axis.z);
            CHECK(glm::dot(glm::dvec3(patch->mesh.normals[i]), out) > 0.0);
        }
    }
}

TEST_CASE("the classic spot over the common fibular nerve is painted, of no other point") {
    if (world() == nullptr) return;
    for (const session::PlacedPoint& point : world()->points) {
        const bool wanted = world()->content.find_point(point.id)->classic_spot.has_value();
        const scene::PatchPtr patch = scene::classic_spot_patch(*world(), point);
        CHECK((patch != nullptr) == wanted);
        if (patch == nullptr) continue;
        CHECK(area_of(*patch) > 120.0);
        CHECK(area_of(*patch) < 260.0);
    }
}
