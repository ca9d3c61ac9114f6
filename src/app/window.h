#pragma once
// The program in a window: waits for events, draws while something changes, sleeps otherwise.

#include <memory>
#include <set>
#include <string>
#include <vector>

#include <glm/vec2.hpp>

#include "base/result.h"
#include "ui/keys.h"

struct GLFWwindow;

namespace drypoint::app {

class Window {
  public:
    // One clear issue: code "no-display", or "no-opengl" where OpenGL 3.3 is missing.
    static base::Result<Window> open(glm::ivec2 size, const char* title);
    ~Window();
    Window(Window&& other) noexcept;
    Window& operator=(Window&&) = delete;

    GLFWwindow* handle() const { return handle_; }
    glm::ivec2 framebuffer_size() const;
    float pixel_ratio() const;  // of the screen that it is on
    bool wants_to_close() const;

    // Sleeps until something happens, at most `seconds` if that is not negative; 0: only looks.
    void wait(double seconds);
    // Whether anything happened since the last call.
    bool take_activity();
    std::vector<ui::Chord> take_keys();
    const std::set<std::string, std::less<>>& held_keys() const;  // down now, by name
    void show_picture();  // swaps
    static double now_s();

  private:
    struct Inbox;
    Window(GLFWwindow* handle, std::unique_ptr<Inbox> inbox);

    GLFWwindow* handle_;
    std::unique_ptr<Inbox> inbox_;
};

}  // namespace drypoint::app
