#include "base/image_compare.h"

#include <algorithm>
#include <cstdlib>

namespace drypoint::base {
namespace {

constexpr std::size_t channels = 4;

int largest_difference(const Image& a, const Image& b, std::size_t pixel) {
    int largest = 0;
    for (std::size_t i = pixel * channels; i < (pixel + 1) * channels; ++i)
        largest = std::max(largest, std::abs(int{a.rgba[i]} - int{b.rgba[i]}));
    return largest;
}

}  // namespace

std::optional<ImageDifference> compare(const Image& a, const Image& b, int tolerance) {
    if (a.width != b.width || a.height != b.height || a.rgba.size() != b.rgba.size()) return std::nullopt;
    ImageDifference difference;
    if (a.rgba.empty()) return difference;
    const std::size_t pixels = a.rgba.size() / channels;
    std::size_t differing = 0;
    for (std::size_t pixel = 0; pixel < pixels; ++pixel) {
        const int most = largest_difference(a, b, pixel);
        difference.largest = std::max(difference.largest, most);
        if (most > tolerance) ++differing;
    }
    double sum = 0.0;
    for (std::size_t i = 0; i < a.rgba.size(); ++i) sum += std::abs(int{a.rgba[i]} - int{b.rgba[i]});
    difference.mean = sum / static_cast<double>(a.rgba.size());
    difference.share = static_cast<double>(differing) / static_cast<double>(pixels);
    return difference;
}

Image difference_picture(const Image& a, const Image& b) {
    Image picture = a;
    for (std::size_t pixel = 0; pixel < a.rgba.size() / channels; ++pixel) {
        std::uint8_t* out = &picture.rgba[pixel * channels];
        const int grey = 40 + (int{out[0]} + int{out[1]} + int{out[2]}) / 12;
        const int red = std::min(255, largest_difference(a, b, pixel) * 4);
        out[0] = static_cast<std::uint8_t>(std::max(grey, red));
        out[1] = out[2] = static_cast<std::uint8_t>(red > 0 ? grey / 4 : grey);
        out[3] = 255;
    }
    return picture;
}

}  // namespace drypoint::base
