#pragma once
// Atlases of solids whose depths and distances are known, with a content of a few rules.

#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "anatomy/atlas.h"
#include "anatomy/content.h"
#include "support/solids.h"

namespace drypoint::test {

// A shell: a surface and, inside it, a second one turned inwards.
inline geometry::TriangleMesh shell(geometry::TriangleMesh outer, const geometry::TriangleMesh& inner) {
    const auto first = static_cast<std::uint32_t>(outer.positions.size());
    outer.positions.insert(outer.positions.end(), inner.positions.begin(), inner.positions.end());
    for (const geometry::Triangle& t : inner.triangles)
        outer.triangles.push_back({t[0] + first, t[2] + first, t[1] + first});
    return outer;
}

// Along y, from `low` to `high`, with flat ends; its wall lies inside the true cylinder by at most r * (pi / n)^2 / 2.
inline geometry::TriangleMesh cylinder(const glm::vec3& centre, float radius, float low, float high, int n) {
    geometry::TriangleMesh mesh;
    for (int i = 0; i < n; ++i) {
        const double turn = 6.283185307179586 * i / n;
        const float x = centre.x + radius * static_cast<float>(std::cos(turn));
        const float z = centre.z + radius * static_cast<float>(std::sin(turn));
        mesh.positions.emplace_back(x, low, z);
        mesh.positions.emplace_back(x, high, z);
    }
    const auto last = static_cast<std::uint32_t>(mesh.positions.size());
    mesh.positions.emplace_back(centre.x, low, centre.z);
    mesh.positions.emplace_back(centre.x, high, centre.z);
    for (int i = 0; i < n; ++i) {
        const auto a = static_cast<std::uint32_t>(2 * i);
        const auto b = static_cast<std::uint32_t>(2 * ((i + 1) % n));
        mesh.triangles.push_back({a, a + 1, b});
        mesh.triangles.push_back({b, a + 1, b + 1});
        mesh.triangles.push_back({last, a, b});
        mesh.triangles.push_back({last + 1, b + 1, a + 1});
    }
    return mesh;
}

inline anatomy::Structure solid(const char* id, anatomy::Tissue tissue, geometry::TriangleMesh mesh) {
    anatomy::Structure structure;
    structure.id = id;
    structure.name = id;
    structure.node = id;
    structure.tissue = tissue;
    structure.side = anatomy::Side::right;
    structure.hazard = anatomy::is_hazard(tissue);
    structure.surface = std::move(mesh);
    return structure;
}

inline anatomy::AtlasPtr atlas_of(std::vector<anatomy::Structure> structures) {
    anatomy::Atlas raw;
    raw.file = "limb.glb";
    raw.content_hash = "limb";
    raw.structures = std::move(structures);
    base::Issues issues;
    return std::make_shared<const anatomy::Atlas>(anatomy::make_atlas(std::move(raw), issues));
}

inline anatomy::SafetyRule rule(const char* id, anatomy::SafetyTest when, anatomy::Verdict verdict, double mm = -1.0) {
    anatomy::SafetyRule made;
    made.id = id;
    made.when = when;
    made.verdict = verdict;
    if (mm >= 0.0) made.mm = mm;
    made.words.professional = std::string(id) + " {name} {mm} {limit}";
    made.words.plain = "plain {name}";
    return made;
}

// One rule of each kind, needles of 30, 50 and 75 mm, and the conventions.
inline anatomy::Content safety_content() {
    using anatomy::SafetyTest;
    using anatomy::Verdict;
    anatomy::Content content;
    content.safety = {rule("touched", SafetyTest::touches, Verdict::stop),
                      rule("close", SafetyTest::nearer_than, Verdict::stop, 2.5),
                      rule("near", SafetyTest::nearer_than, Verdict::caution, 10.0),
                      rule("hull", SafetyTest::in_hull, Verdict::caution),
                      rule("missing", SafetyTest::not_in_model, Verdict::caution),
                      rule("bone", SafetyTest::through_bone, Verdict::stop),
                      rule("on-bone", SafetyTest::bone_contact, Verdict::caution),
                      rule("outside", SafetyTest::outside_less_than, Verdict::stop, 10.0),
                      rule("no-needle", SafetyTest::no_needle, Verdict::stop),
                      rule("elsewhere", SafetyTest::other_muscle, Verdict::caution),
                      rule("guessed", SafetyTest::guessed, Verdict::caution),
                      rule("fold", SafetyTest::fold, Verdict::caution),
                      rule("clear", SafetyTest::otherwise, Verdict::ok)};
    content.needles = {{"030x30", "0.30 x 30", 0.3, 30.0, {}},
                       {"030x50", "0.30 x 50", 0.3, 50.0, {}},
                       {"030x75", "0.30 x 75", 0.3, 75.0, {}}};
    content.conventions.skin_normal_over_mm = 20.0;
    content.conventions.perpendicular_at_least_deg = 75.0;
    content.conventions.oblique_at_least_deg = 30.0;
    content.conventions.fibres_over_mm = 80.0;
    return content;
}

inline anatomy::HazardSpread spread(const char* id, double across_mm) {
    anatomy::HazardSpread made;
    made.id = id;
    made.across.mm = across_mm;
    return made;
}

}  // namespace drypoint::test
