#pragma once

#include <string>
#include <vector>

namespace drypoint::render {

// Collects OpenGL's error messages of the current context while it lives. It must not move.
class DebugMessages {
  public:
    DebugMessages();
    ~DebugMessages();
    DebugMessages(const DebugMessages&) = delete;
    DebugMessages& operator=(const DebugMessages&) = delete;

    std::vector<std::string> take();

  private:
    std::vector<std::string> messages_;
};

}  // namespace drypoint::render
