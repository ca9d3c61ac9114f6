#include <algorithm>

#include <epoxy/gl.h>

#include "render/passes.h"

namespace drypoint::render {
namespace {

constexpr float width_at_720 = 2.5f;

// Emphasised items, the strongest last, so that it wins where masks overlap.
std::vector<const scene::Item*> emphasised(const scene::Scene& scene) {
    std::vector<const scene::Item*> items;
    for (const scene::Item& item : scene.items) {
        if (item.emphasis > 0.0f) items.push_back(&item);
    }
    std::stable_sort(items.begin(), items.end(),
                     [](const scene::Item* a, const scene::Item* b) { return a->emphasis < b->emphasis; });
    return items;
}

}  // namespace

OutlinePass::OutlinePass(const ShaderSources& sources)
    : mask_program_("mask", sources, "surface.vert", "mask.frag"),
      outline_("outline", sources, "full.vert", "outline.frag"),
      no_vertices_("no vertices"),
      mask_({"mask", Colour::r8, Depth::none}) {}

void OutlinePass::find(const scene::Scene& scene, const Frame& frame, MeshCache& meshes) {
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    glDepthMask(GL_FALSE);

    mask_.grow_to(frame.covered.size);
    begin_canvas(mask_, frame);
    glClearColor(0.0f, 0.0f, 0.0f, 0.0f);
    glClear(GL_COLOR_BUFFER_BIT);
    const Program& program = mask_program_.use(scene);
    program.set("view", frame.view);
    program.set("projection", frame.projection);
    for (const scene::Item* item : emphasised(scene)) {
        program.set("emphasis", item->emphasis);
        meshes.draw(item->mesh, is_drawn_light(*item, scene, frame.quality), frame);
    }
}

void OutlinePass::draw(const scene::Scene& scene, const Frame& frame, const Target& target) const {
    const glm::ivec2 at = target.at + frame.in_picture.at;
    glBindFramebuffer(GL_FRAMEBUFFER, target.framebuffer);
    glViewport(at.x, at.y, frame.in_picture.size.x, frame.in_picture.size.y);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    outline_.use();
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, mask_.colour());
    outline_.set("mask", 0);
    outline_.set("accent", scene.accent);
    outline_.set("covered", glm::vec4(frame.covered.size, at));
    outline_.set("scale", frame.texels);
    outline_.set("width", std::max(1.0f, width_at_720 * static_cast<float>(frame.size_px.y) / 720.0f));
    glBindVertexArray(no_vertices_.id());
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

}  // namespace drypoint::render
