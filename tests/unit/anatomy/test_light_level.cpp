// Which lighter levels of detail are believed.
#include <doctest/doctest.h>

#include "geometry/closed.h"
#include "support/small_atlas.h"

using namespace drypoint;
using geometry::Triangle;

namespace {

// The small model's femur with these lighter triangles over the corners of its box's 12; what is left of them, and what is said.
std::vector<Triangle> believed(const std::vector<Triangle>& light, std::size_t issues, bool open = false) {
    anatomy::Atlas raw = *test::small_atlas();
    raw.structures = {*raw.find("femur")};
    anatomy::Structure& femur = raw.structures[0];
    if (open) femur.surface.triangles.pop_back();
    femur.shading.light = light;
    base::Issues said;
    const anatomy::Atlas atlas = anatomy::make_atlas(raw, said);
    CHECK(said.size() == issues);
    for (const base::Issue& issue : said) {
        CHECK(issue.code == "light-level");
        CHECK(issue.severity == base::Severity::warning);
        CHECK(issue.place.node == "Femur");
    }
    return atlas.structures[0].shading.light;
}

// A tetrahedron within the box, of a third of what it holds: every other corner of the box, as shaded() numbers them.
std::vector<Triangle> inscribed(const geometry::ShadedMesh& mesh) {
    const auto corner = [&](std::size_t at) {
        const glm::vec3 place = test::small_atlas()->find("femur")->surface.positions[at];
        std::uint32_t i = 0;
        while (mesh.positions[i] != place) ++i;
        return i;
    };
    const std::uint32_t a = corner(0), b = corner(3), c = corner(5), d = corner(6);
    return {{a, b, c}, {a, c, d}, {a, d, b}, {b, d, c}};
}

std::vector<Triangle> turned(std::vector<Triangle> triangles) {
    for (Triangle& triangle : triangles) std::swap(triangle[1], triangle[2]);
    return triangles;
}

}  // namespace

TEST_CASE("a lighter level is believed if it has fewer triangles that close round the same, else dropped with a word") {
    const anatomy::AtlasPtr atlas = test::small_atlas();
    const geometry::ShadedMesh& full = atlas->find("femur")->shading;
    std::vector<Triangle> sound = inscribed(full);
    if (geometry::enclosed_mm3(full.positions, sound) < 0.0) sound = turned(sound);
    CHECK(believed(sound, 0) == sound);
    CHECK(believed({}, 0).empty());
    CHECK(believed(turned(sound), 1).empty());                       // inside out
    CHECK(believed({sound[0]}, 1).empty());                          // holds nothing
    CHECK(believed(full.triangles, 0).empty());                      // a small solid has nothing to leave out: no word
    std::vector<Triangle> more = full.triangles;
    more.push_back(more.front());
    CHECK(believed(more, 1).empty());
    CHECK(believed(turned(sound), 0, true) == turned(sound));        // an open surface has no outside
    CHECK(believed(more, 1, true).empty());
}
