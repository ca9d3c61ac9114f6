#pragma once
// How far two pictures are apart, in the two numbers that golden pictures are judged by.

#include <optional>

#include "base/image.h"

namespace drypoint::base {

struct ImageDifference {
    double mean = 0.0;   // over all pixels and channels, 0..255
    double share = 0.0;  // of pixels in which a channel differs by more than `tolerance`, 0..1
    int largest = 0;     // of any channel, 0..255
};

// No value: the pictures differ in size.
std::optional<ImageDifference> compare(const Image& a, const Image& b, int tolerance = 8);

// Grey where the pictures agree, brighter red the more they differ. Requires: the same size.
Image difference_picture(const Image& a, const Image& b);

}  // namespace drypoint::base
