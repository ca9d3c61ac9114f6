#pragma once
// Dear ImGui's context and its OpenGL half, without a window. The window adds GLFW's half; scripts and tests feed
// pointer and keys themselves.

#include <string>

#include <imgui.h>
#include <glm/vec2.hpp>

#include "app/kept_panels.h"
#include "ui/fonts.h"

namespace drypoint::app {

// What a scripted or tested frame feels of mouse and keyboard.
struct Pointer {
    glm::vec2 at{-1.0e6f};
    bool down[3] = {false, false, false};
    float wheel = 0.0f;
    bool ctrl = false, shift = false, alt = false;
};

enum class Drawing { none, opengl };  // none: panels are laid out but never drawn, so that no OpenGL is needed

class ImGuiBackend {
  public:
    // One at a time. With Drawing::opengl, a context must be current now, at every call and at destruction.
    explicit ImGuiBackend(Drawing drawing);
    ~ImGuiBackend();
    ImGuiBackend(const ImGuiBackend&) = delete;
    ImGuiBackend& operator=(const ImGuiBackend&) = delete;

    // Makes the rasters anew if the scale is another.
    const ui::Fonts& fonts(ui::FontData& data, float scale);

    // Instead of a window: size, time since the last frame, pointer, typed text and one editing key ("enter", "left").
    void feed(glm::ivec2 size_px, float seconds, const Pointer& pointer);
    void type(const std::string& text);
    void press(const std::string& key, bool down);
    // For feed() and press(): maps ImGui's keys to numbers of our own.
    void use_own_keys();

    void new_frame();
    // Ends the frame: what is to be drawn is known. True: only what falls into `moving` is; see KeptPanels::keep().
    bool finish(const ImRect& moving, bool held);
    // Over what is in the bound framebuffer of this size; once for each frame that was finished.
    void draw();

  private:
    void upload_fonts();

    Drawing drawing_;
    ui::Fonts fonts_;
    KeptPanels panels_;
};

}  // namespace drypoint::app
