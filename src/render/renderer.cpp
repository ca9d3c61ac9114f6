#include "render/renderer.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include <epoxy/gl.h>

#include "render/debug_messages.h"
#include "render/passes.h"

namespace drypoint::render {
namespace {

constexpr int samples_at_rest = 4;

struct Drawn {
    scene::Scene scene;
    glm::ivec2 size;
    Quality quality;

    friend bool operator==(const Drawn&, const Drawn&) = default;
};

// Copies a rectangle of colours as light (averaging samples), from one sRGB canvas to another.
void resolve(const Canvas& from, const Canvas& to, const PixelRect& at) {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, from.framebuffer());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, to.framebuffer());
    glBlitFramebuffer(0, 0, at.size.x, at.size.y, at.at.x, at.at.y, at.at.x + at.size.x, at.at.y + at.size.y,
                      GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

bool is_any_emphasised(const scene::Scene& scene) {
    return std::any_of(scene.items.begin(), scene.items.end(),
                       [](const scene::Item& item) { return item.emphasis > 0.0f; });
}

}  // namespace

struct Renderer::State {
    State(const ShaderSources& sources, bool debug)
        : messages(debug ? std::make_unique<DebugMessages>() : nullptr),
          background(sources),
          surface(sources),
          sources_(sources) {}

    void paint(const scene::Scene& scene, glm::ivec2 size, Quality quality);
    void present(const Target& target) const;

    std::unique_ptr<DebugMessages> messages;
    BackgroundPass background;
    SurfacePass surface;
    std::optional<OcclusionPass> occlusion;  // made when first needed: compiling costs time
    std::optional<OutlinePass> outline;
    MeshCache meshes;
    Canvas picture{{"picture", Colour::srgb8, Depth::none, 1}};
    Canvas smooth{{"multisampled", Colour::srgb8, Depth::buffer, samples_at_rest}};
    Canvas quick{{"moving", Colour::srgb8, Depth::buffer, 1}};
    std::optional<Drawn> drawn;

  private:
    void paint_items(const scene::Scene& scene, const Frame& frame, Quality quality);

    ShaderSources sources_;
};

void Renderer::State::paint(const scene::Scene& scene, glm::ivec2 size, Quality quality) {
    const Frame frame = make_frame(scene, size);
    glEnable(GL_FRAMEBUFFER_SRGB);
    picture.resize(size);
    begin_canvas(picture, frame, {glm::ivec2(0), size});
    background.draw(scene);
    if (frame.covered.size.x > 0) paint_items(scene, frame, quality);
    glDisable(GL_FRAMEBUFFER_SRGB);
}

void Renderer::State::paint_items(const scene::Scene& scene, const Frame& frame, Quality quality) {
    const bool at_rest = quality == Quality::rest;
    Canvas& canvas = at_rest ? smooth : quick;
    canvas.grow_to(frame.covered.size);
    begin_canvas(canvas, frame, frame.covered);
    glDepthMask(GL_TRUE);
    glClear(GL_DEPTH_BUFFER_BIT);
    background.draw(scene);
    surface.draw_solid(scene, frame, meshes);
    if (at_rest) {
        if (!occlusion) occlusion.emplace(sources_);
        occlusion->draw(frame, canvas);
    }
    surface.draw_translucent(scene, frame, meshes);
    resolve(canvas, picture, frame.covered);
    if (!is_any_emphasised(scene)) return;
    if (!outline) outline.emplace(sources_);
    outline->draw(scene, frame, meshes, picture);
}

// With FRAMEBUFFER_SRGB off the bytes are copied as they are.
void Renderer::State::present(const Target& target) const {
    glDisable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
    glDepthMask(GL_TRUE);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, picture.framebuffer());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target.framebuffer);
    const glm::ivec2 to = target.at + target.size;
    glBlitFramebuffer(0, 0, target.size.x, target.size.y, target.at.x, target.at.y, to.x, to.y, GL_COLOR_BUFFER_BIT,
                      GL_NEAREST);
    glBindFramebuffer(GL_FRAMEBUFFER, target.framebuffer);
    glViewport(target.at.x, target.at.y, target.size.x, target.size.y);
    glBindVertexArray(0);
    glUseProgram(0);
}

Renderer::Renderer(const ShaderSources& sources, bool debug) : state_(std::make_unique<State>(sources, debug)) {}
Renderer::~Renderer() = default;
Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;

void Renderer::draw(const scene::Scene& scene, const Target& target, Quality quality) {
    if (target.size.x <= 0 || target.size.y <= 0) return;
    Drawn wanted{scene, target.size, quality};
    if (state_->drawn != wanted) {
        state_->drawn.reset();
        state_->paint(scene, target.size, quality);
        state_->drawn = std::move(wanted);
    }
    state_->present(target);
}

std::vector<std::string> Renderer::take_errors() {
    return state_->messages ? state_->messages->take() : std::vector<std::string>{};
}

}  // namespace drypoint::render
