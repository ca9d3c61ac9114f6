#include "app/window_loop.h"

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <utility>

#include <backends/imgui_impl_glfw.h>
#include <epoxy/gl.h>

#include "app/exit_code.h"
#include "app/frame.h"
#include "app/path_files.h"
#include "app/saved_picture.h"
#include "app/shaders.h"
#include "app/user_files.h"
#include "app/window.h"
#include "io/png.h"
#include "render/offscreen_target.h"

namespace drypoint::app {
namespace {

constexpr glm::ivec2 start_size{1280, 720};
// After something happened, ImGui needs a few frames until what it shows has caught up.
constexpr int frames_after_activity = 3;

// GLFW's half of ImGui lives as long as the desk and dies before it.
class GlfwHalf {
  public:
    explicit GlfwHalf(const Window& window) { ImGui_ImplGlfw_InitForOpenGL(window.handle(), true); }
    ~GlfwHalf() { ImGui_ImplGlfw_Shutdown(); }
    GlfwHalf(const GlfwHalf&) = delete;
    GlfwHalf& operator=(const GlfwHalf&) = delete;
};

std::string free_picture_name() {
    for (int number = 1;; ++number) {
        std::string name = "drypoint-" + std::to_string(number) + ".png";
        std::error_code ignored;
        if (!std::filesystem::exists(name, ignored)) return name;
    }
}

void save_picture(Desk& desk, const std::string& path, bool bare) {
    const std::string name = path.empty() ? free_picture_name() : path;
    const base::Result<base::Image> image = saved_picture(desk, bare);
    const base::Issues issues = image ? io::write_png(name, *image) : image.issues;
    desk.notify(issues.empty() ? desk.look.texts("toast.saved", {name})
                               : desk.look.texts("toast.not-saved", {issues.front().message}));
}

// Does what the frame asked for. False: quit.
bool carry_out(Desk& desk, const std::vector<session::Effect>& effects) {
    carry_out_paths(desk, effects);
    for (const session::Effect& effect : effects) {
        if (std::holds_alternative<session::Quit>(effect)) return false;
        if (const auto* picture = std::get_if<session::SavePicture>(&effect)) save_picture(desk, picture->path, false);
        if (const auto* bare = std::get_if<session::SaveBarePicture>(&effect)) save_picture(desk, bare->path, true);
    }
    return true;
}

double time_to_sleep(const FrameResult& last) {
    if (last.wake_at_s == 0) return -1;
    return std::max(0.001, last.wake_at_s - Window::now_s());
}

// What a frame is drawn into: the window itself; while something moves a framebuffer of our own, as a window's is not told
// to hold what was drawn before.
class Screen {
  public:
    FrameResult draw(Desk& desk, std::vector<ui::Chord> keys, double now_s, glm::ivec2 size) {
        if (!moving_) own_.reset();
        const bool held = own_ && own_->target().size == size;
        if (moving_ && !held) own_ = std::make_unique<render::OffscreenTarget>(size);
        const render::Target target = own_ ? own_->target() : render::Target{0, {}, size};
        FrameResult result = run_frame(desk, {std::move(keys), now_s, target, held});
        moving_ = result.moving;
        if (own_) own_->show();
        return result;
    }

  private:
    std::unique_ptr<render::OffscreenTarget> own_;
    bool moving_ = false;  // the last frame was
};

void loop(Window& window, Desk& desk) {
    Screen screen;
    int frames_to_draw = frames_after_activity;
    FrameResult last;
    while (!window.wants_to_close()) {
        window.wait(frames_to_draw > 0 ? 0 : time_to_sleep(last));
        const bool woken = last.wake_at_s > 0 && Window::now_s() >= last.wake_at_s;
        if (window.take_activity() || woken || last.changed) frames_to_draw = frames_after_activity;
        if (frames_to_draw <= 0) continue;
        --frames_to_draw;
        const glm::ivec2 size = window.framebuffer_size();
        if (size.x <= 0 || size.y <= 0) continue;  // minimised
        desk.pixel_ratio = window.pixel_ratio();
        ImGui_ImplGlfw_NewFrame();
        desk.ui.held_keys = window.held_keys();
        const double began_s = Window::now_s();
        last = screen.draw(desk, window.take_keys(), began_s, size);
        if (last.moving) glFinish();  // or the time would be that of asking for the picture
        desk.pace = last.moving ? after_frame(desk.pace, (Window::now_s() - began_s) * 1000.0) : at_rest(desk.pace);
        window.show_picture();
        if (std::exchange(desk.ui.notice_accepted, false)) print_issues(keep_notice_accepted());
        if (!carry_out(desk, last.effects)) return;
        if (!last.effects.empty()) last.changed = true;
    }
}

}  // namespace

int run_window(OpenedWorld opened, const std::vector<session::Action>& first) {
    base::Result<Look> look = read_look(opened.files);
    print_issues(look.issues);
    base::Result<render::ShaderSources> shaders = read_shaders(opened.files.shaders());
    print_issues(shaders.issues);
    if (!look || !shaders) return failed;
    const std::string title = look->texts("program.name");
    base::Result<Window> window = Window::open(start_size, title.c_str());
    print_issues(window.issues);
    if (!window) return failed;
    try {
        render::Renderer renderer(*shaders);
        Desk desk(opened.world, std::move(*look), &renderer, window->pixel_ratio());
        const GlfwHalf glfw_half(*window);
        desk.ui.notice_due = !notice_was_accepted();
        for (const session::Action& action : first) desk.store.dispatch(action);
        desk.fit(window->framebuffer_size());
        loop(*window, desk);
    } catch (const std::runtime_error& problem) {
        print_issues({base::error({}, problem.what(), "update the graphics driver", "no-opengl")});
        return failed;
    }
    return ok;
}

}  // namespace drypoint::app
