#include "app/pace.h"

#include <algorithm>

namespace drypoint::app {
namespace {

using render::Quality;

constexpr double slow_ms = 50.0;  // 20 frames a second
constexpr double swift_ms = 45.0;
// By how much a frame of the next finer quality takes longer, on a software rasteriser: at rest four times the pixels
// and the triangles, and the picture is averaged instead of copied.
double dearer(Quality quality) {
    return quality == Quality::coarse ? 2.0 : 5.0;
}

double median(std::array<double, 3> values) {
    std::sort(values.begin(), values.end());
    return values[1];
}

Quality coarser(Quality quality) {
    return quality == Quality::rest ? Quality::moving : Quality::coarse;
}

Quality finer(Quality quality) {
    return quality == Quality::coarse ? Quality::moving : Quality::rest;
}

}  // namespace

Pace after_frame(Pace pace, double frame_ms) {
    pace.last_ms[pace.known++] = frame_ms;
    if (pace.known < pace.last_ms.size()) return pace;
    const double typical = median(pace.last_ms);
    pace.known = 0;
    pace.could_be_finer = typical * dearer(pace.while_moving) < swift_ms;
    if (typical > slow_ms) pace.while_moving = coarser(pace.while_moving);
    return pace;
}

Pace at_rest(Pace pace) {
    Pace next;
    next.while_moving = pace.could_be_finer ? finer(pace.while_moving) : pace.while_moving;
    return next;
}

}  // namespace drypoint::app
