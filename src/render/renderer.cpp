#include "render/renderer.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include <epoxy/gl.h>

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

bool is_painted(const scene::Scene& scene, const scene::Item& item) {
    return std::any_of(scene.paints.begin(), scene.paints.end(),
                       [&item](const scene::Paint& paint) { return paint.index == item.index; });
}

}  // namespace

struct Renderer::State {
    State(const ShaderSources& sources, bool debug)
        : messages(debug ? std::make_unique<DebugMessages>() : nullptr),
          surface(sources),
          background(sources),
          compose(sources),
          sources_(sources) {}

    void paint(const scene::Scene& scene, const Frame& frame, Quality quality);
    void begin(const scene::Scene& scene, const Frame& frame);
    void present(const scene::Scene& scene, const Frame& frame, const Target& target);

    std::unique_ptr<DebugMessages> messages;
    SurfacePass surface;
    BackgroundPass background;
    ComposePass compose;
    std::optional<PaintPass> painting;  // these are made when first needed: compiling costs time
    std::optional<OcclusionPass> occlusion;
    std::optional<OutlinePass> outline;
    MeshCache meshes;
    Canvas canvas{{"canvas", Colour::srgb8, Depth::texture}};
    std::optional<Drawn> drawn;

  private:
    ShaderSources sources_;
};

void Renderer::State::begin(const scene::Scene& scene, const Frame& frame) {
    canvas.grow_to(frame.covered.size);
    const bool filled = holds_background(frame, scene);
    if (filled) background.fill(scene, frame, canvas);
    glEnable(GL_FRAMEBUFFER_SRGB);
    begin_canvas(canvas, frame);
    glDepthMask(GL_TRUE);
    glClearColor(0.0f, 0.0f, 0.0f, 0.0f);
    glClear(filled ? GL_DEPTH_BUFFER_BIT : GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
}

// The canvas holds light, encoded as sRGB by OpenGL.
void Renderer::State::paint(const scene::Scene& scene, const Frame& frame, Quality quality) {
    if (frame.covered.size.x == 0) return;
    begin(scene, frame);
    surface.draw_solid(scene, frame, meshes);
    if (!scene.paints.empty() || !scene.caps.empty()) {
        if (!painting) painting.emplace(sources_);
        painting->draw_caps(scene, frame, meshes);
        painting->draw_on_solid(scene, frame, meshes);
    }
    if (quality == Quality::rest && frame.solid.size.x > 0) {
        if (!occlusion) occlusion.emplace(sources_);
        occlusion->draw(frame, canvas);
    }
    surface.draw_translucent(scene, frame, meshes, [&](std::size_t item) {
        if (is_painted(scene, scene.items[item])) painting->draw_on(item, scene, frame, meshes);
    });
    glDisable(GL_FRAMEBUFFER_SRGB);
    if (is_any_emphasised(scene)) {
        if (!outline) outline.emplace(sources_);
        outline->find(scene, frame, meshes);
    }
}

void Renderer::State::present(const scene::Scene& scene, const Frame& frame, const Target& target) {
    background.draw(scene, target);
    if (frame.covered.size.x > 0) {
        compose.draw(scene, frame, canvas, target);
        if (is_any_emphasised(scene)) outline->draw(scene, frame, target);
    }
    glBindFramebuffer(GL_FRAMEBUFFER, target.framebuffer);
    glDisable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
    glDepthMask(GL_TRUE);
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
    const Frame frame = make_frame(scene, target.size, quality);
    if (state_->drawn != wanted) {
        state_->drawn.reset();
        state_->paint(scene, frame, quality);
        state_->drawn = std::move(wanted);
    }
    state_->present(scene, frame, target);
}

std::vector<std::string> Renderer::take_errors() {
    return state_->messages ? state_->messages->take() : std::vector<std::string>{};
}

}  // namespace drypoint::render
