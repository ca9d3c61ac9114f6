// toml++ 3.3 calls a letter between U+00A1 and U+0499 unreachable where a text goes on after a "\" at the line's end.
// What Debian's library makes of it must stay right: translations begin lines with such letters.
#include <doctest/doctest.h>

#include <string>

#include "io/toml_file.h"

using namespace drypoint;

TEST_CASE("a text that goes on with a letter beyond ASCII is whole") {
    for (const std::string letter :
         {"\xc2\xb1", "\xc3\x97", "\xc3\xa9", "\xc5\xbe", "\xd0\xb6", "\xe2\x88\x92", "\xe4\xb8\xad"}) {
        const auto file = io::parse_toml("a = \"\"\"one \\\n   " + letter + " two\"\"\"\n", "a.toml");
        REQUIRE(file);
        CHECK(file->find("a")->text == "one " + letter + " two");
    }
}
