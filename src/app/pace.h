#pragma once
// How well the window draws while something moves, decided from how long its frames took. Of this run alone: never part of
// a state or a log, so that the same script gives the same pictures everywhere.

#include <array>
#include <cstddef>

#include "render/quality.h"

namespace drypoint::app {

struct Pace {
    render::Quality while_moving = render::Quality::moving;
    std::array<double, 3> last_ms{};  // of frames at that quality, the first `known` of them
    std::size_t known = 0;
    bool could_be_finer = false;

    friend bool operator==(const Pace&, const Pace&) = default;
};

// The pace after a frame that was drawn while something moved. The median of three frames decides, so that one hiccup does
// not: coarser at once where fewer than 20 frames a second would be seen.
Pace after_frame(Pace pace, double frame_ms);

// The pace once the picture has come to rest: finer, if the last frames say that the finer picture, as dear as it is on a
// software rasteriser, would still be quick enough. Only then, so that nothing flickers under the hand.
Pace at_rest(Pace pace);

}  // namespace drypoint::app
