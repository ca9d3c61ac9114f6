#include <epoxy/gl.h>

#include "render/passes.h"

namespace drypoint::render {

ComposePass::ComposePass(const ShaderSources& sources)
    : program_("compose", sources, "full.vert", "compose.frag"), no_vertices_("no vertices") {}

void ComposePass::draw(const scene::Scene& scene, const Frame& frame, const Canvas& canvas,
                       const Target& target) const {
    if (target.srgb8 && holds_background(frame, scene)) {
        canvas.copy({}, frame.covered.size, target.framebuffer, target.at + frame.in_picture.at);
    } else {
        average(scene, frame, canvas, target);
    }
}

void ComposePass::average(const scene::Scene& scene, const Frame& frame, const Canvas& canvas,
                          const Target& target) const {
    const glm::ivec2 at = target.at + frame.in_picture.at;
    const glm::ivec2 size = frame.in_picture.size;
    glBindFramebuffer(GL_FRAMEBUFFER, target.framebuffer);
    glDisable(GL_FRAMEBUFFER_SRGB);  // the shader encodes
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    glViewport(at.x, at.y, size.x, size.y);
    glBindVertexArray(no_vertices_.id());
    program_.use();
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, canvas.colour());
    program_.set("drawn", 0);
    program_.set("top", scene.background_top);
    program_.set("bottom", scene.background_bottom);
    program_.set("background", scene.clear_background ? 0.0f : 1.0f);
    const glm::vec2 texel = 1.0f / glm::vec2(canvas.size());
    program_.set("place", glm::vec4(frame.texels * texel, -glm::vec2(at) * frame.texels * texel));
    program_.set("covered", glm::vec4(0.5f * texel, (glm::vec2(frame.covered.size) - 0.5f) * texel));
    const float low = static_cast<float>(frame.in_picture.at.y);
    const glm::vec2 heights = glm::vec2(low, low + static_cast<float>(size.y)) / static_cast<float>(target.size.y);
    program_.set("heights", heights);
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

}  // namespace drypoint::render
