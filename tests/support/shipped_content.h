#pragma once
// The content that the program ships, read once.

#include <doctest/doctest.h>

#include "io/content_reader.h"
#include "source_dir.h"

namespace drypoint::test {

inline const anatomy::Content& shipped_content() {
    static const auto loaded = io::load_content(source_dir() + "/data");
    REQUIRE(loaded);
    return *loaded;
}

}  // namespace drypoint::test
