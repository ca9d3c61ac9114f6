#pragma once
// Panels beside the limb seldom change while it turns: a software rasteriser should not pay for them in each frame.

#include <cstdint>

#include <imgui.h>

struct ImRect;

namespace drypoint::app {

class KeptPanels {
  public:
    // Leaves of `data` only what falls into `moving` (whole pixels, from the top left), if all the rest is what it was at
    // the last call and `held`: the target still holds what was drawn then. False: everything is to be drawn.
    bool keep(ImDrawData& data, const ImRect& moving, bool held);

  private:
    std::uint64_t last_ = 0;
};

}  // namespace drypoint::app
