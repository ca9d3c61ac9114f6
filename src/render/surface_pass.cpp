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

// Widths of strands: the finest, bundles of them, and bundles of bundles. On what is nearly clear they would not be seen.
constexpr int strand_widths = 3;
constexpr float least_opacity_for_strands = 0.25f;

int widths_of_strands(const scene::Item& item, MeshCache& meshes) {
    return item.opacity >= least_opacity_for_strands && meshes.is_fibrous(item.mesh) ? strand_widths : 0;
}

}  // namespace

void begin_canvas(const Canvas& canvas, const Frame& frame) {
    canvas.bind();
    glViewport(-frame.covered.at.x, -frame.covered.at.y, frame.size_px.x, frame.size_px.y);
    glDisable(GL_SCISSOR_TEST);
}

SurfacePass::SurfacePass(const ShaderSources& sources) : program_("surface", sources, "surface.vert", "surface.frag") {}

const Program& SurfacePass::use(const scene::Scene& scene, const Frame& frame) {
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LESS);
    const Program& program = program_.use(scene);
    program.set("view", frame.view);
    program.set("projection", frame.projection);
    program.set("accent", to_linear(scene.accent));
    program.set("towards", frame.towards_eye());
    program.set("finish", glm::vec3(scene.finish.fibre_width_mm, scene.finish.fibre_contrast, scene.finish.sheen));
    return program;
}

void SurfacePass::draw_solid(const scene::Scene& scene, const Frame& frame, MeshCache& meshes) {
    const Program& program = use(scene, frame);
    glDisable(GL_BLEND);
    glDepthMask(GL_TRUE);
    for (const std::size_t i : solid_order(scene)) {
        const scene::Item& item = scene.items[i];
        set_culling(item, false);
        program.set("item", item_uniform(item, scene.finish));
        program.set("strand_widths", widths_of_strands(item, meshes));
        meshes.draw(item.mesh);
    }
}

void SurfacePass::draw_translucent(const scene::Scene& scene, const Frame& frame, MeshCache& meshes,
                                   const OnFront& on_front) {
    for (const Shell& shell : shell_order(scene)) {
        const scene::Item& item = scene.items[shell.item];
        const Program& program = use(scene, frame);
        glEnable(GL_BLEND);
        glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);  // colours are premultiplied
        glDepthMask(GL_FALSE);
        set_culling(item, shell.back);
        program.set("item", item_uniform(item, scene.finish));
        program.set("strand_widths", widths_of_strands(item, meshes));
        meshes.draw(item.mesh);
        if (!shell.back && on_front) on_front(shell.item);
    }
}

}  // namespace drypoint::render
