#include "app/frame.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <epoxy/gl.h>

#include "scene/build_scene.h"
#include "scene/map_paint.h"
#include "ui/commands.h"

namespace drypoint::app {

Desk::Desk(session::WorldPtr world, Look the_look, render::Renderer* the_renderer, float ratio)
    : store(std::move(world)),
      look(std::move(the_look)),
      gui(the_renderer != nullptr ? Drawing::opengl : Drawing::none),
      renderer(the_renderer),
      pixel_ratio(ratio),
      picker_(store.atlas()) {}

ui::Layout Desk::layout(glm::ivec2 size_px) const {
    const ImVec2 size(static_cast<float>(size_px.x), static_cast<float>(size_px.y));
    const session::Model& model = store.model();
    const session::Room room = model.plan.room;
    const ui::Occupied occupied{room == session::Room::session, model.tour.has_value(), room == session::Room::needle};
    return ui::make_layout(size, scale(), ui.shown, ui.clean, occupied);
}

std::optional<scene::Hit> Desk::pick(glm::vec2 pixel) {
    if (picker_.atlas() != store.atlas()) picker_ = scene::Picker(store.atlas());
    const glm::vec2 size(store.model().viewport_px);
    scene::Scene scene = scene::build_scene(store.snapshot(), palette());
    if (const auto& section = store.model().plan.section) scene.cut = scene::CutAway{section->normal, section->at_mm};
    return picker_.pick(scene, size, pixel);
}

scene::Scene Desk::scene() {
    const session::Snapshot now = snapshot();
    scene::Scene scene = scene::build_scene(now, palette());
    sectioner_.cut(now, palette(), scene);
    scene.paints = painter_.paints(now, palette());
    if (const anatomy::Assessment* met = probe_.assess(store.world(), store.model())) hulls_.add(now, *met, palette(), scene);
    std::optional<scene::Paint> entries;
    if (session::shows_map(now))
        entries = scene::map_paint(*now.atlas, now.map->patch, now.model.plan.map_margin_mm, palette());
    if (entries) {
        const auto on_skin = [&entries](const scene::Paint& paint) { return paint.index == entries->index; };
        scene.paints.erase(std::remove_if(scene.paints.begin(), scene.paints.end(), on_skin), scene.paints.end());
        scene.paints.push_back(*entries);
    }
    scene.mark_scale = scale();
    return scene;
}

session::Snapshot Desk::snapshot() {
    session::Snapshot snapshot = store.snapshot();
    snapshot.map = maps_.wanted(store.world(), store.model().plan, probe_);
    return snapshot;
}

ui::NeedleView Desk::needle() {
    ui::NeedleView view;
    view.assessment = probe_.assess(store.world(), store.model());
    view.safety = probe_.safety();
    view.map_is_coming = maps_.is_working();
    view.slice = [this](scene::SliceKind kind, const scene::SliceWindow& window) {
        return probe_.slice(store.world(), store.model(), kind, window);
    };
    return view;
}

namespace {

glm::ivec2 size_of(const ImRect& rect) {
    return {static_cast<int>(rect.GetWidth()), static_cast<int>(rect.GetHeight())};
}

}  // namespace

void Desk::fit(glm::ivec2 size_px) {
    const glm::ivec2 viewport = size_of(layout(size_px).viewport);
    store.dispatch(session::SetViewport{viewport.x, viewport.y});
    store.dispatch(session::ResetView{});
}

// The steps of run_frame, and what they hand on.
struct Frame {
    Desk& desk;
    const FrameInput& input;
    ui::Layout layout;
    std::vector<session::Action> actions;
    FrameResult result;

    void draw_interface() {
        const session::Snapshot snapshot = desk.snapshot();
        const ui::NeedleView needle = desk.needle();
        const ui::PickFunction pick = [this](glm::vec2 pixel) { return desk.pick(pixel); };
        const ui::Fonts& fonts = desk.gui.fonts(desk.look.fonts, desk.scale());
        desk.gui.new_frame();
        ui::Context context{snapshot, desk.themed().theme,      desk.look.texts, fonts,   desk.palette(), layout, pick,
                            needle,   desk.renderer != nullptr, input.now_s,     desk.ui, desk.registry,  actions};
        if (!desk.pending_notice_.empty()) ui::notify(context, std::exchange(desk.pending_notice_, {}));
        ui::draw_interface(context, input.keys);
        result.wake_at_s = desk.ui.wake_at_s;
        if (desk.is_working()) wake_at(input.now_s + 0.05);
    }

    void wake_at(double then) { result.wake_at_s = result.wake_at_s == 0 ? then : std::min(result.wake_at_s, then); }

    void dispatch() {
        const glm::ivec2 viewport = size_of(desk.layout(input.target.size).viewport);
        if (viewport != desk.store.model().viewport_px && std::min(viewport.x, viewport.y) > 0) {
            actions.emplace_back(session::SetViewport{viewport.x, viewport.y});
        }
        const session::Tick now{static_cast<std::int64_t>(input.now_s * 1000.0)};
        for (const session::Action& action : actions) {
            for (session::Effect& effect : desk.store.dispatch(action, now))
                result.effects.push_back(std::move(effect));
            if (!desk.store.model().message.empty()) desk.notify(desk.store.model().message);
        }
        result.changed = !actions.empty() || !desk.pending_notice_.empty();
    }

    // While a hand turns the limb, rolls the wheel or holds a slider; a hand that holds still lets the picture come to rest.
    bool is_moving() {
        const double settled_s = 0.2;
        const bool rolled = ImGui::GetIO().MouseWheel != 0.0f;
        const bool turned = std::exchange(desk.last_camera_, desk.store.model().camera) != desk.store.model().camera;
        const bool dragging = desk.ui.drag == ui::Drag::orbit || desk.ui.drag == ui::Drag::pan;
        if (rolled || (dragging && turned)) desk.last_motion_s_ = input.now_s;
        const bool moving = desk.last_motion_s_ >= 0 && input.now_s - desk.last_motion_s_ < settled_s;
        if (moving) wake_at(desk.last_motion_s_ + settled_s);
        return moving || desk.ui.sliding;
    }

    void clear() const {
        glBindFramebuffer(GL_FRAMEBUFFER, input.target.framebuffer);
        glDisable(GL_SCISSOR_TEST);
        glClearColor(0.0f, 0.0f, 0.0f, 1.0f);
        glClear(GL_COLOR_BUFFER_BIT);
    }

    // The limb into its part of the window, which counts from the bottom.
    void draw_picture() {
        const ImRect& v = layout.viewport;
        const bool beside_stays = desk.gui.finish(v, input.held);
        if (desk.renderer == nullptr) return;
        if (!beside_stays) clear();
        const glm::ivec2 size = size_of(v);
        const render::Target& whole = input.target;
        const glm::ivec2 at(static_cast<int>(v.Min.x), whole.size.y - static_cast<int>(v.Max.y));
        const scene::Scene scene = desk.scene();
        if (std::min(size.x, size.y) > 0) {
            result.moving = is_moving();
            const render::Quality quality = result.moving ? desk.pace.while_moving : render::Quality::rest;
            desk.renderer->draw(scene, {whole.framebuffer, whole.at + at, size, whole.srgb8}, quality);
        }
        glBindFramebuffer(GL_FRAMEBUFFER, whole.framebuffer);
        glViewport(whole.at.x, whole.at.y, whole.size.x, whole.size.y);
    }
};

FrameResult run_frame(Desk& desk, const FrameInput& input) {
    Frame frame{desk, input, desk.layout(input.target.size), {}, {}};
    frame.draw_interface();
    frame.dispatch();
    frame.draw_picture();
    desk.gui.draw();
    return std::move(frame.result);
}

}  // namespace drypoint::app
