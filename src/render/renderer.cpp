#include "render/renderer.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include <epoxy/gl.h>
#include <glm/common.hpp>

#include "render/debug_messages.h"
#include "render/passes.h"

namespace drypoint::render {
namespace {

struct Drawn {
    scene::Scene scene;
    glm::ivec2 size;
    Quality quality;

    friend bool operator==(const Drawn&, const Drawn&) = default;
};

bool is_any_emphasised(const scene::Scene& scene) {
    return std::any_of(scene.items.begin(), scene.items.end(),
                       [](const scene::Item& item) { return item.emphasis > 0.0f; });
}

}  // namespace

struct Renderer::State {
    State(const ShaderSources& sources, bool debug)
        : messages(debug ? std::make_unique<DebugMessages>() : nullptr),
          surface(sources),
          compose(sources),
          sources_(sources) {}

    void paint(const scene::Scene& scene, glm::ivec2 size, Quality quality);
    void present(const Target& target) const;

    std::unique_ptr<DebugMessages> messages;
    SurfacePass surface;
    ComposePass compose;
    std::optional<OcclusionPass> occlusion;  // made when first needed: compiling costs time
    std::optional<OutlinePass> outline;
    MeshCache meshes;
    Canvas picture{{"picture", Colour::srgb8, Depth::none}};
    Canvas canvas{{"canvas", Colour::srgb8, Depth::texture}};
    std::optional<Drawn> drawn;

  private:
    void paint_items(const scene::Scene& scene, const Frame& frame, Quality quality);

    ShaderSources sources_;
};

void Renderer::State::paint(const scene::Scene& scene, glm::ivec2 size, Quality quality) {
    const Frame frame = make_frame(scene, size, quality == Quality::rest ? supersampling_at_rest : 1);
    picture.resize(size);
    canvas.grow_to(glm::max(frame.covered.size, glm::ivec2(1)));
    glEnable(GL_FRAMEBUFFER_SRGB);
    if (frame.covered.size.x > 0) paint_items(scene, frame, quality);
    compose.draw(scene, frame, canvas, picture);
    if (is_any_emphasised(scene)) {
        if (!outline) outline.emplace(sources_);
        outline->draw(scene, frame, meshes, picture);
    }
    glDisable(GL_FRAMEBUFFER_SRGB);
}

void Renderer::State::paint_items(const scene::Scene& scene, const Frame& frame, Quality quality) {
    begin_canvas(canvas, frame);
    glDepthMask(GL_TRUE);
    glClearColor(0.0f, 0.0f, 0.0f, 0.0f);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    surface.draw_solid(scene, frame, meshes);
    if (quality == Quality::rest) {
        if (!occlusion) occlusion.emplace(sources_);
        occlusion->draw(frame, canvas);
    }
    surface.draw_translucent(scene, frame, meshes);
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
