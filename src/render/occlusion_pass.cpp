#include <algorithm>

#include <epoxy/gl.h>

#include "render/passes.h"

namespace drypoint::render {
namespace {

// Grooves between muscles are some millimetres wide; close up, the reach is bounded in pixels.
constexpr float reach_mm = 20.0f;
constexpr float reach_px = 48.0f;
// Depths farther apart belong to different surfaces.
constexpr float same_surface_mm = 6.0f;

void draw_full(const GlVertexArray& no_vertices) {
    glBindVertexArray(no_vertices.id());
    glDrawArrays(GL_TRIANGLES, 0, 3);
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
      depth_({"depth for occlusion", Colour::none, Depth::texture, 1}),
      rough_({"occlusion", Colour::rgba8, Depth::none, 1}),
      smoothed_({"occlusion smoothed", Colour::rgba8, Depth::none, 1}) {}

void OcclusionPass::draw(const Frame& frame, const Canvas& solid) {
    const glm::ivec2 size = frame.covered.size;
    const glm::ivec2 half_size = (size + 1) / 2;
    const float sharp = (frame.depth_range_mm.y - frame.depth_range_mm.x) / same_surface_mm;
    depth_.resize(solid.size());
    rough_.grow_to(half_size);
    smoothed_.grow_to(half_size);

    glBindFramebuffer(GL_READ_FRAMEBUFFER, solid.framebuffer());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, depth_.framebuffer());
    glBlitFramebuffer(0, 0, size.x, size.y, 0, 0, size.x, size.y, GL_DEPTH_BUFFER_BIT, GL_NEAREST);

    glDisable(GL_DEPTH_TEST);
    glDisable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    glDepthMask(GL_FALSE);
    find(frame, half_size);
    smooth(half_size, sharp);
    apply(frame, solid, half_size, sharp);
}

void OcclusionPass::find(const Frame& frame, glm::ivec2 half_size) {
    rough_.bind();
    glViewport(0, 0, half_size.x, half_size.y);
    find_.use();
    bind_texture(0, depth_.depth());
    find_.set("depth", 0);
    find_.set("lens", frame.lens());
    find_.set("frame", glm::vec4(frame.covered.size, frame.covered.at));
    find_.set("scale", glm::vec4(frame.size_px, frame.projection[0][0], frame.projection[1][1]));
    find_.set("reach", glm::vec4(reach_mm, reach_px, frame.depth_range_mm));
    draw_full(no_vertices_);
}

void OcclusionPass::smooth(glm::ivec2 half_size, float sharp) {
    smoothed_.bind();
    smooth_.use();
    bind_texture(0, rough_.colour());
    smooth_.set("openness", 0);
    smooth_.set("covered", glm::vec2(half_size));
    smooth_.set("sharp", sharp);
    draw_full(no_vertices_);
}

void OcclusionPass::apply(const Frame& frame, const Canvas& solid, glm::ivec2 half_size, float sharp) const {
    solid.bind();
    glViewport(0, 0, frame.covered.size.x, frame.covered.size.y);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_ZERO, GL_SRC_COLOR, GL_ZERO, GL_ONE);
    apply_.use();
    bind_texture(1, smoothed_.colour());
    bind_texture(0, depth_.depth());
    apply_.set("depth", 0);
    apply_.set("openness", 1);
    apply_.set("lens", frame.lens());
    apply_.set("range", frame.depth_range_mm);
    apply_.set("covered", glm::vec2(half_size));
    apply_.set("sharp", sharp);
    draw_full(no_vertices_);
    begin_canvas(solid, frame, frame.covered);
}

}  // namespace drypoint::render
