#include "app/stage.h"

#include <utility>

#include "app/path_files.h"

namespace drypoint::app {

Stage::Stage(session::WorldPtr world, Look look, render::Renderer* renderer, glm::ivec2 size_px)
    : desk_(std::move(world), std::move(look), renderer), size_px_(size_px) {
    desk_.gui.use_own_keys();
    resize(size_px);
    desk_.fit(size_px);
    settle();
}

void Stage::resize(glm::ivec2 size_px) {
    size_px_ = size_px;
    held_ = false;
    if (desk_.renderer != nullptr) target_ = std::make_unique<render::OffscreenTarget>(size_px);
}

std::string Stage::begin(const std::vector<session::Action>& actions) {
    for (const session::Action& action : actions) {
        desk_.store.dispatch(action);
        if (!desk_.store.model().message.empty()) return desk_.store.model().message;
    }
    return {};
}

void Stage::leave_panels() {
    desk_.ui.clean = true;
    desk_.fit(size_px_);
    settle();
}

bool Stage::frame(const std::vector<ui::Chord>& keys, double seconds) {
    now_s_ += seconds;
    desk_.gui.feed(size_px_, static_cast<float>(seconds), pointer_);
    FrameInput input{keys, now_s_, {}, held_};
    input.target = target_ ? target_->target() : render::Target{0, {}, size_px_};
    FrameResult result = run_frame(desk_, input);
    held_ = true;
    moving_ = result.moving;
    pointer_.wheel = 0;
    if (desk_.is_working()) {  // scripts wait for it, so that they do not depend on time
        desk_.finish_work();
        result.changed = true;
    }
    carry_out_paths(desk_, result.effects);
    if (!result.effects.empty()) result.changed = true;
    for (session::Effect& effect : result.effects) effects_.push_back(std::move(effect));
    return result.changed;
}

void Stage::settle() {
    constexpr int most = 12;  // a circle of changes is a bug, not a reason to hang
    int calm = 0;
    for (int i = 0; i < most && calm < 2; ++i) calm = frame() ? 0 : calm + 1;
}

void Stage::wait(double seconds) {
    frame({}, seconds);
    settle();
}

void Stage::move(glm::vec2 to) {
    pointer_.at = to;
    frame();
}

void Stage::button(int which, bool down) {
    pointer_.down[which] = down;
    frame();
}

void Stage::wheel(float steps, bool ctrl) {
    pointer_.wheel = steps;
    pointer_.ctrl = ctrl;
    frame();
    pointer_.ctrl = false;
    settle();
}

void Stage::hold(bool ctrl, bool shift, bool alt) {
    pointer_.ctrl = ctrl;
    pointer_.shift = shift;
    pointer_.alt = alt;
}

void Stage::key(const ui::Chord& chord) {
    hold(chord.ctrl, chord.shift, chord.alt);
    const bool types = chord.key.size() == 1 && !chord.ctrl && !chord.alt;
    if (types) desk_.gui.type(chord.key);
    desk_.gui.press(chord.key, true);
    frame({chord});
    desk_.gui.press(chord.key, false);
    frame();
    hold(false, false, false);
    settle();
}

void Stage::keep_down(const std::string& key, bool down) {
    if (down)
        desk_.ui.held_keys.insert(key);
    else
        desk_.ui.held_keys.erase(key);
    settle();
}

void Stage::type(const std::string& text) {
    for (const char letter : text) {
        key({letter == ' ' ? "space" : std::string(1, letter)});
        if (letter == ' ') {
            desk_.gui.type(" ");
            settle();
        }
    }
}

base::Image Stage::picture() {
    return target_ ? target_->read() : base::Image{};
}

}  // namespace drypoint::app
