#include <doctest/doctest.h>

#include <array>
#include <string>

#include "base/id.h"
#include "base/issue.h"

using namespace drypoint::base;

TEST_CASE("ids are words of lower-case letters and digits joined by single hyphens") {
    CHECK(is_kebab_case("vastus-medialis"));
    CHECK(is_kebab_case("gluteus-minimus-2"));
    for (const char* wrong : {"", "-a", "a-", "a--b", "Vastus", "a b", "a_b", "\xc3\xa4"}) {
        CAPTURE(wrong);
        CHECK_FALSE(is_kebab_case(wrong));
    }
}

TEST_CASE("foreign names become ids") {
    CHECK(to_kebab_case("Right vastus medialis (FJ12)") == "right-vastus-medialis-fj12");
    CHECK(to_kebab_case("  _x_ ") == "x");
    CHECK(to_kebab_case("\xe8\x86\x9d") == "");
}

TEST_CASE("the nearest spelling is offered, but not a far one") {
    const std::array<std::string, 3> ids{"vastus-medialis", "vastus-lateralis", "sartorius"};
    CHECK(nearest("vastus-medials", ids) == "vastus-medialis");
    CHECK(nearest("sartorious", ids) == "sartorius");
    CHECK(nearest("patella", ids) == "");
    CHECK(edit_distance("kitten", "sitting") == 3);
}

TEST_CASE("an issue reads as place, message, hint") {
    CHECK(to_string(error(at("a.toml", 3, 7), "unknown key \"nmae\"", "use name")) ==
          "a.toml:3:7: unknown key \"nmae\" (use name)");
    CHECK(to_string(error(at_node("a.glb", "Femur"), "no triangles")) == "a.glb: \"Femur\": no triangles");
    CHECK(to_string(warning({}, "text")) == "text");
}
