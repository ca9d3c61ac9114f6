#pragma once

#include <cstdint>
#include <vector>

namespace drypoint::base {

// 8-bit sRGB with straight alpha, rows from top to bottom. rgba.size() == 4 * width * height.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;
};

}  // namespace drypoint::base
