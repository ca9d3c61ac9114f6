// Whether the meanings of a palette stay apart for every eye: the table of the look.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "io/colours.h"
#include "session/model.h"
#include "source_dir.h"
#include "support/colour_difference.h"

using namespace drypoint;

namespace {

struct Bar {
    const char* palette;
    double everyone, red_green, blue_yellow, grey;
};

// The smallest difference between two of point, needle, target, risk and safe.
double closest(const std::map<std::string, glm::vec3>& colours, const test::Rows* eye) {
    double least = 1e9;
    const std::vector<const char*> meanings{"point", "needle", "target", "risk", "safe"};
    const auto lab = [&](const char* name) {
        const glm::dvec3 light = test::to_linear_light(colours.at(name));
        return test::lab_of(eye != nullptr ? test::seen_as(*eye, light) : light);
    };
    for (std::size_t i = 0; i < meanings.size(); ++i)
        for (std::size_t j = i + 1; j < meanings.size(); ++j)
            least = std::min(least, test::ciede2000(lab(meanings[i]), lab(meanings[j])));
    return least;
}

}  // namespace

TEST_CASE("the formula gives the published differences") {
    // Sharma, Wu and Dalal (2005), table 1.
    CHECK(test::ciede2000({50, 2.6772, -79.7751}, {50, 0, -82.7485}) == doctest::Approx(2.0425).epsilon(1e-4));
    CHECK(test::ciede2000({50, -1.3802, -84.2814}, {50, 0, -82.7485}) == doctest::Approx(1.0).epsilon(1e-4));
    CHECK(test::ciede2000({50, 2.5, 0}, {73, 25, -18}) == doctest::Approx(27.1492).epsilon(1e-4));
    CHECK(test::ciede2000({50, 2.5, 0}, {58, 24, 15}) == doctest::Approx(19.4535).epsilon(1e-4));
    CHECK(test::ciede2000({2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}) == doctest::Approx(0.9082).epsilon(1e-3));
}

TEST_CASE("any two marks of a palette stay as far apart as promised, for every eye and in grey") {
    // Standard rests on shape in grey.
    for (const Bar& bar : {Bar{"standard", 22, 12, 15.4, 0.5}, Bar{"colour-safe", 18, 15.8, 22, 9},
                           Bar{"high-contrast", 19, 13, 19.8, 7}, Bar{"print", 10, 10, 10, 10}}) {
        INFO(bar.palette);
        const auto palette = io::load_palette(source_dir() + "/data/palettes/" + bar.palette + ".toml");
        REQUIRE(palette);
        const auto& colours = palette->colours;
        CHECK(closest(colours, nullptr) >= bar.everyone);
        CHECK(std::min(closest(colours, &test::protanopia), closest(colours, &test::deuteranopia)) >= bar.red_green);
        CHECK(closest(colours, &test::tritanopia) >= bar.blue_yellow);
        CHECK(closest(colours, &test::greyscale) >= bar.grey);
    }
}

TEST_CASE("each palette that can be chosen has its file") {
    for (int i = 0; i < session::colours_count; ++i) {
        const std::string name(session::name(static_cast<session::Colours>(i)));
        CHECK(io::load_palette(source_dir() + "/data/palettes/" + name + ".toml"));
    }
}
