// Contrast of the themes, by the formula of WCAG 2.
#include <doctest/doctest.h>

#include <cmath>

#include "io/colours.h"
#include "source_dir.h"
#include "ui/theme.h"

using namespace drypoint;

namespace {

double linear(float channel) {
    return channel <= 0.04045f ? channel / 12.92 : std::pow((static_cast<double>(channel) + 0.055) / 1.055, 2.4);
}

double luminance(const glm::vec3& c) {
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

double contrast(const glm::vec3& a, const glm::vec3& b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

}  // namespace

TEST_CASE("every theme is whole and its text can be read") {
    for (const char* name : {"plate", "paper"}) {
        const auto colours = io::load_colours(source_dir() + "/data/themes/" + name + ".toml");
        REQUIRE(colours);
        std::vector<std::string> missing;
        ui::make_theme(*colours, missing);
        CHECK(missing.empty());
        const auto of = [&colours](const char* token) { return colours->at(token); };
        for (const char* text : {"t1", "t2", "t3", "accent", "risk_text", "safe_text"}) {
            for (const char* ground : {"bg0", "bg1", "bg2", "bg3", "plate"}) {
                INFO(name << ": " << text << " on " << ground);
                CHECK(contrast(of(text), of(ground)) >= 4.5);
            }
        }
        CHECK(contrast(of("on_accent"), of("accent")) >= 4.5);
        for (const char* text : {"t1", "t2", "accent"}) CHECK(contrast(of(text), of("accent_soft")) >= 4.5);
        for (const char* text : {"t1", "t2"}) CHECK(contrast(of(text), of("bg4")) >= 4.5);
    }
}
