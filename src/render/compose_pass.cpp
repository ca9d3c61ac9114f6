#include <epoxy/gl.h>

#include "render/passes.h"

namespace drypoint::render {

ComposePass::ComposePass(const ShaderSources& sources)
    : program_("compose", sources, "full.vert", "compose.frag"), no_vertices_("no vertices") {}

void ComposePass::draw(const scene::Scene& scene, const Frame& frame, const Canvas& canvas,
                       const Canvas& picture) const {
    picture.bind();
    glViewport(0, 0, picture.size().x, picture.size().y);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    program_.use();
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, canvas.colour());
    program_.set("drawn", 0);
    program_.set("covered", glm::vec4(frame.in_picture.at, frame.in_picture.size));
    program_.set("supersampling", frame.supersampling);
    program_.set("top", scene.background_top);
    program_.set("bottom", scene.background_bottom);
    program_.set("background", scene.clear_background ? 0.0f : 1.0f);
    glBindVertexArray(no_vertices_.id());
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

}  // namespace drypoint::render
