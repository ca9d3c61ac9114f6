#pragma once
// The program without a window: a desk, a clock that only moves when told, a pointer and a keyboard. For scripts, tests
// and pictures of the interface.

#include <memory>
#include <string>

#include "app/frame.h"
#include "base/image.h"
#include "render/offscreen_target.h"

namespace drypoint::app {

class Stage {
  public:
    // `renderer` may be nullptr: everything works but picture().
    Stage(session::WorldPtr world, Look look, render::Renderer* renderer, glm::ivec2 size_px = {1280, 720});

    Desk& desk() { return desk_; }
    glm::ivec2 size() const { return size_px_; }
    void resize(glm::ivec2 size_px);
    // The limb alone, with what is drawn on it: no panels. The camera begins anew.
    void leave_panels();

    // What the command line asks for before anything is drawn; why the first that is refused is. Empty: all is as asked.
    std::string begin(const std::vector<session::Action>& actions);

    // Draws until nothing changes any more.
    void settle();
    void wait(double seconds);

    void move(glm::vec2 to);
    void button(int which, bool down);
    void wheel(float steps, bool ctrl = false);
    void hold(bool ctrl, bool shift, bool alt);
    // As a keyboard does: the key, and the character if it types one.
    void key(const ui::Chord& chord);
    void keep_down(const std::string& key, bool down);
    void type(const std::string& text);

    // What the program was asked to do since the last call.
    std::vector<session::Effect> take_effects() { return std::move(effects_); }
    // The limb was drawn as while something moves.
    bool is_moving() const { return moving_; }
    // Empty without a renderer.
    base::Image picture();

  private:
    bool frame(const std::vector<ui::Chord>& keys = {}, double seconds = 1.0 / 60.0);

    Desk desk_;
    glm::ivec2 size_px_;
    Pointer pointer_;
    double now_s_ = 0.0;
    bool held_ = false;  // the target holds the last frame
    bool moving_ = false;
    std::unique_ptr<render::OffscreenTarget> target_;
    std::vector<session::Effect> effects_;
};

}  // namespace drypoint::app
