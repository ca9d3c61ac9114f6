#include <algorithm>

#include <epoxy/gl.h>

#include "render/passes.h"

namespace drypoint::render {
namespace {

// Grooves between muscles are some millimetres wide; close up, the reach is bounded in pixels.
constexpr float reach_mm = 26.0f;
constexpr float reach_px = 96.0f;
// Occlusion varies slowly: one texel for this many pixels each way.
constexpr int coarseness = 4;
// Depths farther apart belong to different surfaces.
constexpr float same_surface_mm = 6.0f;

void draw_full(const GlVertexArray& no_vertices) {
    glBindVertexArray(no_vertices.id());
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

// Only here: the part of the canvas, at this coarseness, with so many texels to spare.
void scissor(const PixelRect& part, int coarse, int spare) {
    const glm::ivec2 from = part.at / coarse - spare, to = (part.at + part.size + coarse - 1) / coarse + spare;
    glEnable(GL_SCISSOR_TEST);
    glScissor(from.x, from.y, to.x - from.x, to.y - from.y);
}

void bind_texture(int unit, unsigned texture) {
    glActiveTexture(static_cast<GLenum>(GL_TEXTURE0 + unit));
    glBindTexture(GL_TEXTURE_2D, texture);
}

}  // namespace

OcclusionPass::OcclusionPass(const ShaderSources& sources)
    : find_("occlusion", sources, "full.vert", "occlusion.frag"),
      smooth_("occlusion smoothing", sources, "full.vert", "occlusion_smooth.frag"),
      apply_("occlusion applied", sources, "full.vert", "occlusion_apply.frag"),
      no_vertices_("no vertices"),
      rough_({"occlusion", Colour::rgba8, Depth::none}),
      smoothed_({"occlusion smoothed", Colour::rgba8, Depth::none}) {}

void OcclusionPass::draw(const Frame& frame, const Canvas& solid) {
    const glm::ivec2 coarse = (frame.covered.size + coarseness - 1) / coarseness;
    const float sharp = (frame.depth_range_mm.y - frame.depth_range_mm.x) / same_surface_mm;
    rough_.grow_to(coarse);
    smoothed_.grow_to(coarse);

    glDisable(GL_DEPTH_TEST);
    glDisable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    glDepthMask(GL_FALSE);
    // Each step reads a few texels beyond what it writes.
    scissor(frame.solid, coarseness, 6);
    find(frame, solid, coarse);
    scissor(frame.solid, coarseness, 3);
    smooth(coarse, sharp);
    scissor(frame.solid, 1, 0);
    apply(frame, solid, coarse, sharp);
    begin_canvas(solid, frame);
}

void OcclusionPass::find(const Frame& frame, const Canvas& solid, glm::ivec2 coarse) {
    rough_.bind();
    glViewport(0, 0, coarse.x, coarse.y);
    find_.use();
    bind_texture(0, solid.depth());
    find_.set("depth", 0);
    find_.set("coarseness", coarseness);
    find_.set("lens", frame.lens());
    find_.set("frame", glm::vec4(frame.covered.size, frame.covered.at));
    find_.set("scale", glm::vec4(frame.size_px, frame.projection[0][0], frame.projection[1][1]));
    find_.set("reach", glm::vec4(reach_mm, reach_px, frame.depth_range_mm));
    draw_full(no_vertices_);
}

void OcclusionPass::smooth(glm::ivec2 coarse, float sharp) {
    smoothed_.bind();
    smooth_.use();
    bind_texture(0, rough_.colour());
    smooth_.set("openness", 0);
    smooth_.set("covered", glm::vec2(coarse));
    smooth_.set("sharp", sharp);
    draw_full(no_vertices_);
}

void OcclusionPass::apply(const Frame& frame, const Canvas& solid, glm::ivec2 coarse, float sharp) const {
    solid.bind();
    glViewport(0, 0, frame.covered.size.x, frame.covered.size.y);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_ZERO, GL_SRC_COLOR, GL_ZERO, GL_ONE);
    apply_.use();
    bind_texture(1, smoothed_.colour());
    bind_texture(0, solid.depth());
    apply_.set("depth", 0);
    apply_.set("coarseness", static_cast<float>(coarseness));
    apply_.set("openness", 1);
    apply_.set("lens", frame.lens());
    apply_.set("range", frame.depth_range_mm);
    apply_.set("covered", glm::vec2(coarse));
    apply_.set("sharp", sharp);
    draw_full(no_vertices_);
}

}  // namespace drypoint::render
