#include <epoxy/gl.h>

#include "render/passes.h"

namespace drypoint::render {

BackgroundPass::BackgroundPass(const ShaderSources& sources)
    : program_("background", sources, "full.vert", "background.frag"),
      no_vertices_("no vertices"),
      kept_({"background", Colour::srgb8, Depth::none}) {}

void BackgroundPass::draw(const scene::Scene& scene, const Target& target) {
    if (!target.srgb8) return paint(scene, target);
    keep(scene, target.size);
    kept_.copy({}, target.size, target.framebuffer, target.at);
}

void BackgroundPass::fill(const scene::Scene& scene, const Frame& frame, const Canvas& canvas) {
    keep(scene, frame.size_px);
    kept_.copy(frame.covered.at, frame.covered.size, canvas.framebuffer(), {});
}

void BackgroundPass::keep(const scene::Scene& scene, glm::ivec2 size_px) {
    const Looks wanted{size_px, scene.background_top, scene.background_bottom, scene.clear_background};
    if (looks_ == wanted) return;
    kept_.resize(size_px);
    paint(scene, {kept_.framebuffer(), {}, size_px});
    looks_ = wanted;
}

void BackgroundPass::paint(const scene::Scene& scene, const Target& target) const {
    glBindFramebuffer(GL_FRAMEBUFFER, target.framebuffer);
    glDisable(GL_FRAMEBUFFER_SRGB);  // the shader's colours are encoded
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    glViewport(target.at.x, target.at.y, target.size.x, target.size.y);
    glBindVertexArray(no_vertices_.id());
    program_.use();
    program_.set("top", scene.background_top);
    program_.set("bottom", scene.background_bottom);
    program_.set("background", scene.clear_background ? 0.0f : 1.0f);
    program_.set("origin", glm::vec2(target.at));
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

}  // namespace drypoint::render
