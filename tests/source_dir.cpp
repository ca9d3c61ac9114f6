#include "source_dir.h"

std::string source_dir() {
    return DRYPOINT_SOURCE_DIR;
}
