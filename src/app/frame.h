#pragma once
// One frame, the same for window, scripts and tests: input, interface, actions, store, scene, picture, overlay.

#include <memory>
#include <optional>
#include <vector>

#include "app/entry_maps.h"
#include "app/imgui_backend.h"
#include "app/look.h"
#include "app/needle_probe.h"
#include "app/pace.h"
#include "render/renderer.h"
#include "scene/hulls.h"
#include "scene/painter.h"
#include "scene/pick.h"
#include "scene/section.h"
#include "session/store.h"
#include "ui/interface.h"

namespace drypoint::app {

// What one running program holds. The backend must outlive nothing: it goes first.
class Desk {
  public:
    // `renderer` may be nullptr: then nothing is drawn and no OpenGL is needed. `pixel_ratio`: of the screen, 1..3.
    Desk(session::WorldPtr world, Look look, render::Renderer* renderer, float pixel_ratio = 1.0f);

    session::Store store;
    Look look;
    ImGuiBackend gui;
    ui::UiState ui;
    ui::Registry registry;
    render::Renderer* renderer;
    float pixel_ratio;
    Pace pace;  // kept by who measures frames: the window

    const ThemedLook& themed() const { return ui.paper ? look.paper : look.plate; }
    const scene::Palette& palette() const {
        return themed().palettes[static_cast<std::size_t>(store.model().colours)];
    }
    float scale() const { return store.model().text_scale * pixel_ratio; }
    ui::Layout layout(glm::ivec2 size_px) const;
    // What is on the screen now.
    scene::Scene scene();
    // What lies under a pixel of the viewport.
    std::optional<scene::Hit> pick(glm::vec2 pixel);
    // The state, with what was worked out beside the frames.
    session::Snapshot snapshot();
    // What panels are told of the needle as it lies now. Valid until the needle moves.
    ui::NeedleView needle();
    // The safe-entry map is being worked out; and waits until it is not.
    bool is_working() const { return maps_.is_working(); }
    void finish_work() { maps_.finish(); }

    // The limb fills the viewport that a window of this size leaves it.
    void fit(glm::ivec2 size_px);
    // Shows a sentence; the next frame begins its four seconds.
    void notify(std::string sentence) { pending_notice_ = std::move(sentence); }

  private:
    friend struct Frame;
    scene::Picker picker_;
    scene::Painter painter_;
    scene::Sectioner sectioner_;
    scene::Hulls hulls_;
    NeedleProbe probe_;
    EntryMaps maps_;
    std::string pending_notice_;
    double last_motion_s_ = -1.0;
    geometry::Camera last_camera_;
};

struct FrameInput {
    std::vector<ui::Chord> keys;
    double now_s = 0.0;
    render::Target target;  // of the whole window; pixels
    bool held = false;      // the target holds what the last frame drew into it
};

struct FrameResult {
    std::vector<session::Effect> effects;
    bool changed = false;    // something was asked for: draw again to see it
    double wake_at_s = 0.0;  // the interface changes by itself then; 0: never
    bool moving = false;     // the limb was drawn as while something moves
};

// The backend has been fed (size, pointer) before. Never throws for what a user does.
FrameResult run_frame(Desk& desk, const FrameInput& input);

}  // namespace drypoint::app
