#include <epoxy/gl.h>

#include "render/material.h"
#include "render/passes.h"

namespace drypoint::render {
namespace {

void set_culling(const scene::Item& item, bool back_shell) {
    if (item.closed || item.opacity < scene::solid_opacity) {
        glEnable(GL_CULL_FACE);
        glCullFace(back_shell ? GL_FRONT : GL_BACK);
    } else {
        glDisable(GL_CULL_FACE);
    }
}

}  // namespace

void begin_canvas(const Canvas& canvas, const Frame& frame) {
    canvas.bind();
    glViewport(-frame.covered.at.x, -frame.covered.at.y, frame.size_px.x, frame.size_px.y);
    glDisable(GL_SCISSOR_TEST);
}

SurfacePass::SurfacePass(const ShaderSources& sources) : program_("surface", sources, "surface.vert", "surface.frag") {}

void SurfacePass::use(const scene::Scene& scene, const Frame& frame) const {
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LESS);
    program_.use();
    program_.set("view", frame.view);
    program_.set("projection", frame.projection);
    program_.set("accent", to_linear(scene.accent));
    program_.set("towards", frame.towards_eye());
}

void SurfacePass::draw_solid(const scene::Scene& scene, const Frame& frame, MeshCache& meshes) const {
    use(scene, frame);
    glDisable(GL_BLEND);
    glDepthMask(GL_TRUE);
    for (const std::size_t i : solid_order(scene)) {
        const scene::Item& item = scene.items[i];
        set_culling(item, false);
        program_.set("item", item_uniform(item));
        meshes.draw(item.mesh);
    }
}

void SurfacePass::draw_translucent(const scene::Scene& scene, const Frame& frame, MeshCache& meshes,
                                   const OnFront& on_front) const {
    const std::vector<Shell> shells = shell_order(scene);
    if (shells.empty()) return;
    for (const Shell& shell : shells) {
        const scene::Item& item = scene.items[shell.item];
        use(scene, frame);
        glEnable(GL_BLEND);
        glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);  // colours are premultiplied
        glDepthMask(GL_FALSE);
        set_culling(item, shell.back);
        program_.set("item", item_uniform(item));
        meshes.draw(item.mesh);
        if (!shell.back && on_front) on_front(shell.item);
    }
}

}  // namespace drypoint::render
