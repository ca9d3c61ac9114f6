#include <epoxy/gl.h>

#include "render/passes.h"

namespace drypoint::render {
namespace {

void set_background(const Program& program, const scene::Scene& scene) {
    program.set("top", scene.background_top);
    program.set("bottom", scene.background_bottom);
    program.set("background", scene.clear_background ? 0.0f : 1.0f);
}

}  // namespace

ComposePass::ComposePass(const ShaderSources& sources)
    : background_("background", sources, "full.vert", "background.frag"),
      compose_("compose", sources, "full.vert", "compose.frag"),
      no_vertices_("no vertices") {}

void ComposePass::draw(const scene::Scene& scene, const Frame& frame, const Canvas& canvas,
                       const Target& target) const {
    glBindFramebuffer(GL_FRAMEBUFFER, target.framebuffer);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    glBindVertexArray(no_vertices_.id());

    glViewport(target.at.x, target.at.y, target.size.x, target.size.y);
    background_.use();
    set_background(background_, scene);
    background_.set("origin", glm::vec2(target.at));
    glDrawArrays(GL_TRIANGLES, 0, 3);
    if (frame.in_picture.size.x == 0) return;

    const glm::ivec2 at = target.at + frame.in_picture.at;
    const glm::ivec2 size = frame.in_picture.size;
    glViewport(at.x, at.y, size.x, size.y);
    compose_.use();
    set_background(compose_, scene);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, canvas.colour());
    compose_.set("drawn", 0);
    compose_.set("texels", frame.texels);
    compose_.set("taps", frame.texels == 1.0f ? 1 : 2);
    compose_.set("covered", glm::vec2(frame.covered.size));
    compose_.set("origin", glm::vec2(at));
    const float low = static_cast<float>(frame.in_picture.at.y);
    const glm::vec2 heights = glm::vec2(low, low + static_cast<float>(size.y)) / static_cast<float>(target.size.y);
    compose_.set("heights", heights);
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

}  // namespace drypoint::render
