#pragma once
// OpenGL without a window or a display.

#include <memory>

#include "base/result.h"

namespace drypoint::app {

// An OpenGL 3.3 core context that draws into framebuffers of its own only. Current in the thread that made it, from
// then until destruction; every OpenGL object must be gone before it.
class OffscreenContext {
  public:
    // Tries the surfaceless platform, then the devices, then the default display. One issue, code "no-opengl", if none
    // gives OpenGL 3.3.
    static base::Result<OffscreenContext> create();

    ~OffscreenContext();
    OffscreenContext(OffscreenContext&&) noexcept;
    OffscreenContext& operator=(OffscreenContext&&) noexcept;

    void make_current() const;

  private:
    struct State;
    explicit OffscreenContext(std::unique_ptr<State> state);

    std::unique_ptr<State> state_;
};

}  // namespace drypoint::app
