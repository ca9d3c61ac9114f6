#include "app/saved_picture.h"

#include <stdexcept>

#include <epoxy/gl.h>

#include "app/offscreen.h"
#include "render/offscreen_target.h"

namespace drypoint::app {
namespace {

// ImGui is told another size for one frame.
class DisplaySize {
  public:
    explicit DisplaySize(glm::ivec2 size_px)
        : size_(ImGui::GetIO().DisplaySize), scale_(ImGui::GetIO().DisplayFramebufferScale) {
        ImGui::GetIO().DisplaySize = {static_cast<float>(size_px.x), static_cast<float>(size_px.y)};
        ImGui::GetIO().DisplayFramebufferScale = {1.0f, 1.0f};
    }
    ~DisplaySize() {
        ImGui::GetIO().DisplaySize = size_;
        ImGui::GetIO().DisplayFramebufferScale = scale_;
    }
    DisplaySize(const DisplaySize&) = delete;
    DisplaySize& operator=(const DisplaySize&) = delete;

  private:
    ImVec2 size_, scale_;
};

void draw_over(Desk& desk, glm::ivec2 size_px, bool bare) {
    const DisplaySize display(size_px);
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const session::Snapshot snapshot = desk.snapshot();
    const ui::NeedleView needle = desk.needle();
    const ui::Layout layout = ui::make_layout(size, desk.scale(), ui::Shown::limb, true);
    const ui::Fonts& fonts = desk.gui.fonts(desk.look.fonts, desk.scale());
    ui::UiState state;
    state.clean = true;
    state.labels = desk.ui.labels;
    ui::Registry registry;
    std::vector<session::Action> actions;
    const ui::PickFunction no_pick;
    desk.gui.new_frame();
    ui::Context context{snapshot,
                        desk.themed().theme,
                        desk.look.texts,
                        fonts,
                        desk.palette(),
                        layout,
                        no_pick,
                        needle,
                        true,
                        0.0,
                        state,
                        registry,
                        actions};
    ui::draw_on_picture(context, bare);
    desk.gui.finish({}, false);
    desk.gui.draw();
}

}  // namespace

base::Result<base::Image> saved_picture(Desk& desk, bool bare) {
    const glm::ivec2 size = desk.store.model().viewport_px;
    if (base::Issues issues = check_size(size); !issues.empty()) return base::failure<base::Image>(std::move(issues));
    scene::Scene scene = desk.scene();
    scene.clear_background = bare;
    if (bare) scene.paints.clear();
    try {
        const render::OffscreenTarget target(size);
        desk.renderer->draw(scene, target.target(), render::Quality::rest);
        glBindFramebuffer(GL_FRAMEBUFFER, target.target().framebuffer);
        glViewport(0, 0, size.x, size.y);
        draw_over(desk, size, bare);
        return base::success(target.read());
    } catch (const std::runtime_error& refused) {  // within the limits, but not in the memory
        return base::failure<base::Image>(base::error({}, refused.what(), "make the window smaller", "size"));
    }
}

}  // namespace drypoint::app
