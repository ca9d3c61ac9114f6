#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include "source_dir.h"

std::string source_dir() {
    return DRYPOINT_SOURCE_DIR;
}
