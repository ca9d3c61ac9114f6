#include <doctest/doctest.h>

#include "ui/fonts.h"
#include "ui/texts.h"

using namespace drypoint::ui;

TEST_CASE("a text that is missing shows its key") {
    const Texts texts(std::map<std::string, std::string>{{"list.no-hit", "Nothing is called {0}, {1}."}});
    CHECK(texts("list.gone") == "list.gone");
    CHECK(texts("list.no-hit", {"a", "b"}) == "Nothing is called a, b.");
    CHECK(texts.name_of("group.", "anterior-thigh") == "Anterior thigh");
    CHECK(texts.name_of("group.", "") == "");
}

TEST_CASE("no type is smaller than 12") {
    for (int i = 0; i < type_count; ++i) CHECK(points(static_cast<Type>(i)) >= 12);
}
